internal import Persistence

extension Interests {
    /// Lets the open interests lapse whose vacancy is no longer to be had.
    ///
    /// A closed or hidden vacancy takes all of them along. An expired one takes those that nobody has taken up, and only
    /// when the days in which its agency may renew it (DM 174/2024) are over: who applied on the last evening is still
    /// read the next morning, and an interview that is arranged takes place.
    ///
    /// - Returns: How many lapsed; call again while it is not 0.
    @discardableResult
    public func lapse(atMost limit: Int = 500) async throws -> Int {
        let condition = Interests.isForgotten(on: store.today.adding(days: -policy.renewalWindowDays))
        // Looked for where it is in nobody's way: mostly there is nothing to do.
        let found = try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT expression_of_interest.id
                FROM expression_of_interest JOIN vacancy ON vacancy.id = expression_of_interest.vacancy_id
                WHERE \(condition) LIMIT \(limit)
                """,
                as: ID<ExpressionOfInterest>.self
            )
        }
        if found.isEmpty { return 0 }
        return try await store.write { (transaction: borrowing Transaction) in
            let due: [StoredInterest] = try transaction.all(
                """
                SELECT \(StoredInterest.columns)
                FROM expression_of_interest JOIN vacancy ON vacancy.id = expression_of_interest.vacancy_id
                WHERE expression_of_interest.id IN \(in: found) AND \(condition)
                ORDER BY expression_of_interest.id
                \(sqlite: "", postgresql: "FOR UPDATE OF expression_of_interest SKIP LOCKED")
                """
            )
            for interest in due {
                try move(interest, to: .lapsed, by: .system, as: .system("expiry"), in: transaction)
            }
            try tell(due, .updated, in: transaction)
            return due.count
        }
    }

    /// The condition on an interest and its vacancy; the open states stand in the text, as in the index on them.
    private static func isForgotten(on day: Day) -> SQL {
        """
        expression_of_interest.status IN (
            'submitted', 'viewed', 'in_review', 'contacted', 'interview_scheduled', 'interviewed', 'proposed'
        ) AND (
            vacancy.status IN ('closed', 'hidden') OR (
                vacancy.status IN ('expired', 'published', 'suspended') AND vacancy.publication_end_date < \(day)
                AND expression_of_interest.status IN ('submitted', 'viewed')
            )
        )
        """
    }
}
