internal import Persistence

/// An interest in full: the CV as it was, and the way it has gone.
public struct InterestDetail: Hashable, Sendable {
    public let received: ReceivedInterest
    /// The JSON of the CV as it was when the interest was expressed.
    public let curriculum: String
    public let transitions: [InterestTransition]
}

extension Interests {
    /// An interest with the CV of that moment; reading it leaves a trace, and the first operator's reading makes it viewed.
    ///
    /// Software that takes interests over does not read them: who does is a person.
    ///
    /// - Throws: ``NotFound`` for one of a branch that is not open to the publisher.
    public func detail(_ id: ID<ExpressionOfInterest>, as publisher: Publisher) async throws -> InterestDetail {
        do {
            return try await read(id, as: publisher)
        } catch let absent as NotFound {
            // What was asked for and is not open leaves its trace, too: somebody who tries addresses shows.
            let subject = AuditSubject("expression_of_interest", id)
            try await store.audit.record(
                read: AuditEntry(publisher.actor, "interest.read", on: subject, result: .refused)
            )
            throw absent
        }
    }

    private func read(_ id: ID<ExpressionOfInterest>, as publisher: Publisher) async throws -> InterestDetail {
        try await store.write { (transaction: borrowing Transaction) in
            let stored = try stored(id, as: publisher, in: transaction)
            if case .operator = publisher.actor, stored.status == .submitted {
                try move(stored, to: .viewed, by: .agency, as: publisher.actor, in: transaction)
                try tell([stored], .updated, in: transaction)
            }
            try store.audit.record(
                AuditEntry(
                    publisher.actor,
                    "interest.read",
                    on: AuditSubject("expression_of_interest", id),
                    about: stored.citizen,
                    because: VacancyCode(stored.vacancy).text
                ),
                in: transaction
            )
            let received: ReceivedInterest? = try transaction.first(
                """
                SELECT \(ReceivedInterest.columns) FROM \(ReceivedInterest.tables)
                WHERE expression_of_interest.id = \(id)
                """
            )
            let curriculum: String? = try transaction.first(
                """
                SELECT sent_curriculum.body FROM expression_of_interest \(SentCurriculum.ofInterest)
                WHERE expression_of_interest.id = \(id)
                """
            )
            guard let received, let curriculum else { throw NotFound() }
            return InterestDetail(
                received: received,
                curriculum: curriculum,
                transitions: try transaction.all(
                    "SELECT \(InterestTransition.columns) FROM interest_transition WHERE interest_id = \(id) ORDER BY id"
                )
            )
        }
    }

    /// Takes an interest on for the agency.
    ///
    /// - Parameter seen: The state that was on the page; nil for whoever does not mind. What a colleague has done meanwhile
    ///   is not passed over.
    /// - Throws: ``NotFound``, ``IllegalInterestTransition``.
    public func move(
        _ id: ID<ExpressionOfInterest>,
        to status: ExpressionOfInterest.Status,
        from seen: ExpressionOfInterest.Status? = nil,
        as publisher: Publisher
    ) async throws -> ExpressionOfInterest {
        try await store.write { (transaction: borrowing Transaction) in
            let stored = try stored(id, as: publisher, in: transaction)
            if let seen, seen != stored.status {
                let allowed = ExpressionOfInterest.transitions.next(from: stored.status, by: .agency)
                throw IllegalInterestTransition(from: stored.status, to: status, allowed: allowed)
            }
            try move(stored, to: status, by: .agency, as: publisher.actor, in: transaction)
            try tell([stored], .updated, in: transaction)
            guard let interest = try Interests.find(id, in: transaction) else { throw NotFound() }
            return interest
        }
    }

    /// What is stored of an interest that is open to the publisher, held until the transaction ends.
    func stored(
        _ id: ID<ExpressionOfInterest>,
        as publisher: Publisher,
        in transaction: borrowing Transaction
    ) throws -> StoredInterest {
        let stored: StoredInterest? = try transaction.first(
            """
            SELECT \(StoredInterest.columns) FROM expression_of_interest
            WHERE id = \(id) AND agency_id = \(publisher.agency)
                AND branch_id IN (\(publisher.receivingBranches(on: store.today)))
            \(sqlite: "", postgresql: "FOR UPDATE OF expression_of_interest")
            """
        )
        guard let stored else { throw NotFound() }
        return stored
    }
}
