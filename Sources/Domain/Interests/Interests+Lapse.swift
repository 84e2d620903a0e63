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
        let forgotten = store.today.adding(days: -policy.renewalWindowDays)
        return try await store.write { (transaction: borrowing Transaction) in
            let due: [StoredInterest] = try transaction.all(
                """
                SELECT \(StoredInterest.columns)
                FROM expression_of_interest JOIN vacancy ON vacancy.id = expression_of_interest.vacancy_id
                WHERE (
                    vacancy.status IN ('closed', 'hidden')
                    AND expression_of_interest.status IN \(in: ExpressionOfInterest.Status.path)
                ) OR (
                    vacancy.status IN ('expired', 'published', 'suspended')
                    AND vacancy.publication_end_date < \(forgotten)
                    AND expression_of_interest.status IN ('submitted', 'viewed')
                )
                ORDER BY expression_of_interest.id LIMIT \(limit)
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
}
