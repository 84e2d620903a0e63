internal import Persistence

extension SuperUsers {
    /// Confirms a colleague's request: the second pair of eyes.
    ///
    /// - Throws: ``CannotDecideAppointment``; ``NotFound`` for what is not within the master's reach.
    @discardableResult
    public func confirm(_ id: ID<SuperAppointment>, as master: OperatorIdentity) async throws -> SuperAppointment {
        try await store.write { (transaction: borrowing Transaction) in
            let standing = try transaction.masterStanding(master, on: store.today)
            let appointment = try movable(id, to: .inForce, by: master, standing, in: transaction)
            return try enforce(appointment, by: master, standing, in: transaction)
        }
    }

    /// Declines a colleague's request, and says why.
    public func decline(
        _ id: ID<SuperAppointment>,
        because reason: String,
        as master: OperatorIdentity
    ) async throws {
        guard !reason.isEmpty else {
            throw Invalid([
                Finding("reason", "required", it: "Indica il motivo del rifiuto", en: "Say why you decline")
            ])
        }
        try await end(id, .declined, .superUserDeclined, because: reason, by: master)
    }

    /// Takes one's own request back.
    public func withdraw(_ id: ID<SuperAppointment>, as master: OperatorIdentity) async throws {
        try await end(id, .withdrawn, .superUserWithdrawn, because: nil, by: master)
    }

    /// Marks the requests on which nobody decided in time; every read knows it already.
    ///
    /// - Returns: How many were marked.
    @discardableResult
    public func expire(atMost limit: Int = 100) async throws -> Int {
        try await store.write { (transaction: borrowing Transaction) in
            let due: [ID<SuperAppointment>] = try transaction.all(
                """
                SELECT n.id FROM super_appointment n WHERE n.state = 'pending' AND n.expires_at <= \(store.now)
                ORDER BY n.expires_at, n.id LIMIT \(limit) \(sqlite: "", postgresql: "FOR UPDATE OF n SKIP LOCKED")
                """
            )
            for id in due {
                guard try settle(id, .expired, by: nil, because: nil, in: transaction) else { continue }
                let subject = AuditSubject("super_appointment", id)
                try store.audit.record(
                    AuditEntry(.system("appointment-expiry"), .superUserExpired, on: subject),
                    in: transaction
                )
                try tellRequester(of: id, in: transaction) { .superUserRequestExpired(agency: $0, appointment: id) }
            }
            return due.count
        }
    }

    private func end(
        _ id: ID<SuperAppointment>,
        _ state: SuperAppointment.State,
        _ action: AuditAction,
        because reason: String?,
        by master: OperatorIdentity
    ) async throws {
        let reason = reason.map { String($0.prefix(500)) }
        try await store.write { (transaction: borrowing Transaction) in
            let standing = try transaction.masterStanding(master, on: store.today)
            let appointment = try movable(id, to: state, by: master, standing, in: transaction)
            guard try settle(id, state, by: master.id, because: reason, in: transaction) else { throw NotFound() }
            let entry = AuditEntry(
                .operator(master),
                action,
                on: AuditSubject("super_appointment", appointment.id),
                because: reason
            )
            try store.audit.record(entry, in: transaction)
            if state == .declined {
                let decider = "\(master.givenName) \(master.familyName)"
                try tellRequester(of: id, in: transaction) {
                    .superUserRequestDeclined(agency: $0, decider: decider, appointment: id)
                }
            }
        }
    }

    /// Tells the master who made a request how it ended, as long as the account is active.
    private func tellRequester(
        of id: ID<SuperAppointment>,
        in transaction: borrowing Transaction,
        _ content: (_ agency: String) -> MailNotice.Content
    ) throws {
        let requester: Requester? = try transaction.first(
            """
            SELECT o.given_name, o.email, a.name FROM super_appointment n
            JOIN operator o ON o.id = n.requested_by AND o.status = 'active' JOIN agency a ON a.id = n.agency_id
            WHERE n.id = \(id)
            """
        )
        guard let requester else { return }
        try store.outbox.enqueue(
            mailTo: requester.email,
            requester.givenName,
            content(requester.agencyName),
            in: transaction
        )
    }

    /// The appointment, when this master may lead it into that state.
    private func movable(
        _ id: ID<SuperAppointment>,
        to state: SuperAppointment.State,
        by master: OperatorIdentity,
        _ standing: MasterStanding,
        in transaction: borrowing Transaction
    ) throws -> SuperAppointment {
        let found: SuperAppointment? = try transaction.first(
            """
            SELECT \(SuperAppointment.columns(at: store.now)) FROM super_appointment n
            WHERE n.id = \(id) AND \(master.reachesAppointment(on: store.today))
            """
        )
        guard let found else { throw NotFound() }
        guard found.state == .pending else { throw CannotDecideAppointment.alreadyDecided(found.state) }
        guard found.steps(of: master, isAlone: standing.others.isEmpty).contains(state) else {
            throw CannotDecideAppointment.notYours
        }
        return found
    }

    /// Decides on what still waits; false when it waits no longer.
    private func settle(
        _ id: ID<SuperAppointment>,
        _ state: SuperAppointment.State,
        by master: ID<Operator>?,
        because reason: String?,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.run(
            """
            UPDATE super_appointment
            SET state = \(state), decided_by = \(master), decided_at = \(store.now), reason = \(reason)
            WHERE id = \(id) AND state = 'pending'
            """
        ) == 1
    }

    /// Brings an appointment into force: the account is there, the branches are lent, the person is told.
    func enforce(
        _ appointment: SuperAppointment,
        by master: OperatorIdentity,
        _ standing: MasterStanding,
        in transaction: borrowing Transaction
    ) throws -> SuperAppointment {
        let requester: ID<Operator>? = try transaction.first(
            """
            SELECT o.id FROM operator o WHERE o.id = \(appointment.requestedBy) AND o.agency_id = \(appointment.agency)
            AND o.role = 'master' AND o.status = 'active'
            """
        )
        guard requester != nil else { throw CannotDecideAppointment.requesterGone }
        let (person, isNew) = try account(for: appointment, in: transaction)
        guard try settle(appointment.id, .inForce, by: master.id, because: nil, in: transaction) else {
            throw NotFound()
        }
        try transaction.run(
            "UPDATE super_appointment SET operator_id = \(person.id) WHERE id = \(appointment.id)"
        )
        let names: [String] = try transaction.all(
            """
            SELECT b.name FROM super_appointment_branch k JOIN branch b ON b.id = k.branch_id
            WHERE k.appointment_id = \(appointment.id) ORDER BY b.name_fold, b.id
            """
        )
        let entry = AuditEntry(
            .operator(master),
            isNew ? .superUserCreated : .superUserExtended,
            on: AuditSubject("operator", person.id),
            details: ["appointment": .text(appointment.id.text)]
        )
        try store.audit.record(entry, in: transaction)
        try store.outbox.enqueue(
            mailTo: person.email ?? appointment.email,
            person.givenName,
            isNew
                ? .superUserCreated(agency: standing.agencyName, branches: names)
                : .superUserExtended(agency: standing.agencyName, branches: names),
            in: transaction
        )
        let inForce: SuperAppointment? = try transaction.first(
            "SELECT \(SuperAppointment.columns(at: store.now)) FROM super_appointment n WHERE n.id = \(appointment.id)"
        )
        guard let inForce else { throw NotFound() }
        return inForce
    }

    /// The account that an appointment is for, made when it is not there.
    private func account(
        for appointment: SuperAppointment,
        in transaction: borrowing Transaction
    ) throws -> (Operator, isNew: Bool) {
        let query: SQL = """
            SELECT \(Operator.columns) FROM operator o
            WHERE o.agency_id = \(appointment.agency) AND o.tax_code = \(appointment.taxCode)
            """
        if let known: Operator = try transaction.first(query) {
            guard known.role == .super else { throw CannotDecideAppointment.personChanged }
            guard known.status == .active else { throw CannotDecideAppointment.personSuspended }
            return (known, false)
        }
        // Without a super user of its own an appointment is for somebody new; the register never takes people away.
        guard appointment.superUser == nil else { throw CannotDecideAppointment.personChanged }
        let (id, now) = (store.ids.next(Operator.self), store.now)
        let sortKey = Fold.key("\(appointment.familyName) \(appointment.givenName)")
        try transaction.run(
            """
            INSERT INTO operator (
                id, agency_id, tax_code, given_name, family_name, sort_key, email, role, status, created_at, updated_at
            ) VALUES (
                \(id), \(appointment.agency), \(appointment.taxCode), \(appointment.givenName), \(appointment.familyName),
                \(sortKey), \(appointment.email), 'super', 'active', \(now), \(now)
            )
            """
        )
        guard let made: Operator = try transaction.first(query) else { throw NotFound() }
        return (made, true)
    }
}

private struct Requester: FromRow {
    let givenName: String
    let email: String?
    let agencyName: String

    init(from row: inout Row) throws {
        givenName = try row.next()
        email = try row.next()
        agencyName = try row.next()
    }
}
