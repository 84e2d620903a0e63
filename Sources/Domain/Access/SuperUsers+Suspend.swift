internal import Persistence

extension SuperUsers {
    /// Suspends a super user: the sessions in which the person works for the agency end with it, so that the very next
    /// click is cut; what the person is elsewhere, or as a citizen, goes on.
    ///
    /// - Throws: ``CannotChangeAccount``; ``NotFound`` for what is not within the master's reach.
    public func suspend(_ id: ID<Operator>, because reason: String?, as master: OperatorIdentity) async throws {
        try await change(id, to: .suspended, because: reason, .superUserSuspended, by: master)
    }

    /// Re-enables a suspended super user; never over branches beyond the master's own.
    ///
    /// - Throws: ``CannotChangeAccount``; ``NotFound`` for what is not within the master's reach.
    public func reenable(_ id: ID<Operator>, as master: OperatorIdentity) async throws {
        try await change(id, to: .active, because: nil, .superUserReenabled, by: master)
    }

    private func change(
        _ id: ID<Operator>,
        to status: AccountStatus,
        because reason: String?,
        _ action: AuditAction,
        by master: OperatorIdentity
    ) async throws {
        let reason = reason.map { String($0.prefix(500)) }
        try await store.write { (transaction: borrowing Transaction) in
            let standing = try transaction.masterStanding(master, on: store.today)
            let person = try superUser(id, as: master, in: transaction)
            guard AccountStatus.transitions.allow(person.status, status, by: .master) else {
                throw CannotChangeAccount.already(person.status)
            }
            if status == .active {
                let beyond = try beyond(id, master, in: transaction)
                if !beyond.isEmpty { throw CannotChangeAccount.beyondOwnGrants(beyond.map(\.name)) }
            }
            // Only what was found is led on: another state or role has been given to the person meanwhile.
            let changed: ID<Operator>? = try transaction.first(
                """
                UPDATE operator SET status = \(status), updated_at = \(store.now)
                WHERE id = \(id) AND status = \(person.status) AND role = 'super' RETURNING id
                """
            )
            guard changed != nil else { throw NotFound() }
            if status == .suspended {
                let sessions: SQL = "role_kind = 'operator' AND role_id = \(id)"
                try Sessions(store).end(sessions, "session.revoked", by: .operator(master), in: transaction)
            }
            let entry = AuditEntry(.operator(master), action, on: AuditSubject("operator", id), because: reason)
            try store.audit.record(entry, in: transaction)
            try store.outbox.enqueue(
                mailTo: person.email,
                person.givenName,
                status == .active
                    ? .superUserReenabled(agency: standing.agencyName)
                    : .superUserSuspended(agency: standing.agencyName),
                in: transaction
            )
        }
    }

    /// The branches that the person has, or would have again, and the master does not in the chosen scope.
    func beyond(
        _ id: ID<Operator>,
        _ master: OperatorIdentity,
        in transaction: borrowing Transaction
    ) throws -> [SuperUser.Place] {
        let own = Set(try transaction.openBranches(to: master, on: store.today))
        return try transaction.places(of: [id], on: store.today)[id, default: []].filter { !own.contains($0.id) }
    }

    /// A super user within the master's reach.
    func superUser(
        _ id: ID<Operator>,
        as master: OperatorIdentity,
        in transaction: borrowing Transaction
    ) throws -> Operator {
        let found: Operator? = try transaction.first("SELECT \(Operator.columns) FROM operator o WHERE o.id = \(id)")
        guard let found, try transaction.reaches(id, as: master, on: store.today) else { throw NotFound() }
        return found
    }
}

extension Transaction {
    /// Whether somebody is a super user within the master's reach.
    func reaches(_ id: ID<Operator>, as master: OperatorIdentity, on day: Day) throws -> Bool {
        try first(
            "SELECT s.id FROM operator s WHERE s.id = \(id) AND \(master.reachesSuperUser(on: day))",
            as: ID<Operator>.self
        ) != nil
    }
}
