internal import Persistence

extension SuperUsers {
    /// The super users within the master's reach by name, and with the first page what waits for confirmation.
    ///
    /// - Throws: ``Invalid`` for a cursor of another list.
    public func list(
        as master: OperatorIdentity,
        after cursor: Cursor? = nil,
        limit: Int = 50
    ) async throws -> SuperUserList {
        let (limit, after) = (min(max(limit, 1), 100), try SuperUsers.after(cursor))
        let list = try await store.read { (transaction: borrowing Transaction) in
            let rows: [SuperUserRow] = try transaction.all(
                """
                SELECT \(SuperUserRow.columns) FROM operator s
                WHERE \(master.reachesSuperUser(on: store.today))\(after)
                ORDER BY s.sort_key, s.id LIMIT \(limit + 1)
                """
            )
            let shown = Array(rows.prefix(limit))
            let places = try transaction.places(of: shown.map(\.id), on: store.today)
            let next = rows.count > limit ? shown.last.map(SuperUsers.cursor) : nil
            let people = shown.map { $0.person(places[$0.id, default: []]) }
            let pending = cursor == nil ? try pending(as: master, "", in: transaction) : []
            return SuperUserList(people: Page(items: people, next: next), pending: pending)
        }
        let entry = AuditEntry(
            .operator(master),
            .superUsersListed,
            details: ["first_page": .flag(cursor == nil), "pending": .number(Int64(list.pending.count))],
            rows: list.people.items.count
        )
        try await store.audit.record(read: entry)
        return list
    }

    /// One super user with what happened to the account.
    ///
    /// - Throws: ``NotFound`` for whom the master does not reach.
    public func detail(_ id: ID<Operator>, as master: OperatorIdentity) async throws -> SuperUserDetail {
        let found = try await store.read { (transaction: borrowing Transaction) -> SuperUserDetail? in
            let row: SuperUserRow? = try transaction.first(
                """
                SELECT \(SuperUserRow.columns) FROM operator s
                WHERE s.id = \(id) AND \(master.reachesSuperUser(on: store.today))
                """
            )
            guard let row else { return nil }
            return SuperUserDetail(
                person: row.person(try transaction.places(of: [id], on: store.today)[id, default: []]),
                pending: try pending(as: master, " AND n.operator_id = \(id)", in: transaction),
                history: try transaction.history(of: id),
                beyond: try beyond(id, master, in: transaction),
                returnable: try transaction.returnable(from: id, to: master, on: store.today)
            )
        }
        return try await traced(found, AuditSubject("operator", id), master)
    }

    /// One request of the agency, decided or not.
    ///
    /// - Throws: ``NotFound`` for what the master does not reach.
    public func appointment(
        _ id: ID<SuperAppointment>,
        as master: OperatorIdentity
    ) async throws -> AppointmentDetail {
        let found = try await store.read { (transaction: borrowing Transaction) in
            try appointments(as: master, "n.id = \(id)", in: transaction).first
        }
        return try await traced(found, AuditSubject("super_appointment", id), master)
    }

    /// Leaves the trace of a read, also of one that is refused.
    private func traced<Found>(
        _ found: Found?,
        _ subject: AuditSubject,
        _ master: OperatorIdentity
    ) async throws -> Found {
        let result: AuditResult = found == nil ? .refused : .succeeded
        let entry = AuditEntry(.operator(master), .superUserRead, on: subject, result: result)
        try await store.audit.record(read: entry)
        guard let found else { throw NotFound() }
        return found
    }

    /// The branches that the master may lend now, by name.
    public func ownBranches(of master: OperatorIdentity) async throws -> [SuperUser.Place] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT \(SuperUser.Place.columns) FROM branch b WHERE b.id IN (\(master.openBranches(on: store.today)))
                ORDER BY b.name_fold, b.code
                """
            )
        }
    }

    /// Whether a request of this master needs a colleague's confirmation now.
    public func needsConfirmation(_ master: OperatorIdentity) async throws -> Bool {
        try await store.read { (transaction: borrowing Transaction) in
            try !transaction.otherMasters(than: master, on: store.today).isEmpty
        }
    }

    private func pending(
        as master: OperatorIdentity,
        _ condition: SQL,
        in transaction: borrowing Transaction
    ) throws -> [AppointmentDetail] {
        try appointments(as: master, "\(SuperAppointment.isPending(at: store.now))\(condition)", in: transaction)
    }

    private func appointments(
        as master: OperatorIdentity,
        _ condition: SQL,
        in transaction: borrowing Transaction
    ) throws -> [AppointmentDetail] {
        let rows: [AppointmentRow] = try transaction.all(
            """
            SELECT \(SuperAppointment.columns(at: store.now)), q.given_name, q.family_name, n.decided_at,
                d.given_name, d.family_name, n.reason
            FROM super_appointment n
            JOIN operator q ON q.id = n.requested_by LEFT JOIN operator d ON d.id = n.decided_by
            WHERE \(condition) AND \(master.reachesAppointment(on: store.today)) ORDER BY n.id DESC LIMIT 100
            """
        )
        if rows.isEmpty { return [] }
        let places: [LentPlace] = try transaction.all(
            """
            SELECT k.appointment_id, \(SuperUser.Place.columns) FROM super_appointment_branch k
            JOIN branch b ON b.id = k.branch_id
            WHERE k.appointment_id IN \(in: rows.map(\.appointment.id)) ORDER BY b.name_fold, b.code
            """
        )
        let isAlone = try transaction.otherMasters(than: master, on: store.today).isEmpty
        return rows.map { row in
            AppointmentDetail(
                appointment: row.appointment,
                requesterName: row.requesterName,
                decision: row.decision,
                branches: places.filter { $0.appointment == row.appointment.id }.map(\.place),
                steps: row.appointment.steps(of: master, isAlone: isAlone)
            )
        }
    }

    private static let order = "super-users"

    private static func after(_ cursor: Cursor?) throws -> SQL {
        guard let cursor else { return "" }
        guard cursor.order == order, cursor.keys.count == 1, case .text(let key)? = cursor.keys.first else {
            throw Invalid([.foreignCursor])
        }
        return " AND (s.sort_key, s.id) > (\(key), \(cursor.id))"
    }

    private static func cursor(_ row: SuperUserRow) -> Cursor {
        Cursor(keys: [.text(row.sortKey)], id: row.id.rawValue, order: order)
    }
}

extension Transaction {
    /// What was done to an account and to the requests that concern it, out of the audit trail.
    fileprivate func history(of id: ID<Operator>) throws -> [AccountEvent] {
        let columns: SQL =
            "e.id AS id, e.at AS at, e.action AS action, e.actor_kind AS kind, e.actor_id AS actor, e.reason AS reason"
        let actions = AuditAction.accountHistory
        return try all(
            """
            SELECT h.at, h.action, w.given_name, w.family_name, h.reason FROM (
                SELECT \(columns) FROM audit_entry e
                WHERE e.subject_kind = 'operator' AND e.subject_id = \(id) AND e.action IN \(in: actions)
                UNION ALL
                SELECT \(columns) FROM audit_entry e
                WHERE e.subject_kind = 'super_appointment' AND e.action IN \(in: actions)
                AND e.subject_id IN (SELECT n.id FROM super_appointment n WHERE n.operator_id = \(id))
            ) AS h
            LEFT JOIN operator w ON h.kind = 'operator' AND w.id = h.actor
            ORDER BY h.id DESC LIMIT 200
            """
        )
    }
}

private struct SuperUserRow: FromRow {
    static let columns: SQL = """
        s.id, s.tax_code, s.given_name, s.family_name, s.email, s.status, s.last_signed_in_at, s.sort_key,
        CASE WHEN EXISTS (
            SELECT 1 FROM super_appointment n JOIN super_appointment_branch k ON k.appointment_id = n.id
            WHERE n.operator_id = s.id AND \(SuperAppointment.lends)
        ) THEN 1 ELSE 0 END
        """

    let id: ID<Operator>
    let taxCode: TaxCode
    let givenName: String
    let familyName: String
    let email: String?
    let status: AccountStatus
    let lastSignedInAt: Instant?
    let sortKey: String
    let isAppointed: Bool

    init(from row: inout Row) throws {
        id = try row.next()
        taxCode = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        email = try row.next()
        status = try row.next()
        lastSignedInAt = try row.next()
        sortKey = try row.next()
        isAppointed = try row.next(Int.self) == 1
    }

    func person(_ branches: [SuperUser.Place]) -> SuperUser {
        SuperUser(
            id: id,
            taxCode: taxCode,
            givenName: givenName,
            familyName: familyName,
            email: email,
            status: status,
            lastSignedInAt: lastSignedInAt,
            isAppointed: isAppointed,
            branches: branches
        )
    }
}

private struct AppointmentRow: FromRow {
    let appointment: SuperAppointment
    let requesterName: String
    let decision: AppointmentDetail.Decision?

    init(from row: inout Row) throws {
        appointment = try SuperAppointment(from: &row)
        let givenName: String = try row.next()
        let familyName: String = try row.next()
        requesterName = "\(givenName) \(familyName)"
        decision = try AppointmentDetail.Decision(from: &row)
    }
}

private struct LentPlace: FromRow {
    let appointment: ID<SuperAppointment>
    let place: SuperUser.Place

    init(from row: inout Row) throws {
        appointment = try row.next()
        place = try SuperUser.Place(from: &row)
    }
}
