public import Persistence

/// An operator of an agency, and whether they may take lists away.
public struct ExportRight: Hashable, Sendable {
    public let person: Operator
    /// When a master withdrew the right; nil while it is good.
    public let withdrawnAt: Instant?

    public var mayExport: Bool { withdrawnAt == nil }
}

extension Exports {
    /// Whether the person may take lists away: a right of its own, beside that of seeing them.
    ///
    /// Operators have it with their account, until a master of their agency withdraws it: whoever exports makes the agency
    /// a controller of the copy (artt. 4 and 24 GDPR), and the agency answers for who may.
    public func mayExport(_ person: OperatorIdentity) async throws -> Bool {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.mayExport(person)
        }
    }

    /// The agency's operators below the masters, by name, with their right.
    ///
    /// - Throws: ``NotFound`` unless the person is a master.
    public func rights(as master: OperatorIdentity) async throws -> [ExportRight] {
        guard master.role == .master else { throw NotFound() }
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT \(Operator.columns), w.withdrawn_at FROM operator o
                LEFT JOIN export_withdrawal w ON w.operator_id = o.id
                WHERE o.agency_id = \(master.agency) AND o.role <> 'master' AND o.status = 'active'
                ORDER BY o.sort_key, o.id LIMIT 5000
                """
            )
        }
    }

    /// Withdraws the right of one of the agency's operators, or gives it back; what is under way is given up.
    ///
    /// - Throws: ``NotFound`` unless the one is a master and the other an operator below the masters of the same agency.
    public func setRight(
        of operatorID: ID<Operator>,
        to isGranted: Bool,
        by master: OperatorIdentity
    ) async throws {
        guard master.role == .master else { throw NotFound() }
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            let known: ID<Operator>? = try transaction.first(
                """
                SELECT o.id FROM operator o JOIN operator m ON m.id = \(master.id) AND m.agency_id = o.agency_id
                WHERE o.id = \(operatorID) AND o.agency_id = \(master.agency) AND o.role <> 'master'
                    AND m.role = 'master' AND m.status = 'active'
                """
            )
            guard known != nil else { throw NotFound() }
            let changed =
                isGranted
                ? try transaction.run("DELETE FROM export_withdrawal WHERE operator_id = \(operatorID)")
                : try transaction.run(
                    """
                    INSERT INTO export_withdrawal (operator_id, withdrawn_by, withdrawn_at)
                    VALUES (\(operatorID), \(master.id), \(store.now)) ON CONFLICT DO NOTHING
                    """
                )
            if changed == 0 { return }
            if !isGranted {
                let ended: [ID<PreparedExport>] = try transaction.all(
                    """
                    UPDATE prepared_export SET state = \(PreparedExport.State.cancelled)
                    WHERE operator_id = \(operatorID) AND state IN ('waiting', 'running') RETURNING id
                    """
                )
                try transaction.run("DELETE FROM prepared_export_piece WHERE export_id IN \(in: ended)")
            }
            try store.audit.record(
                AuditEntry(
                    .operator(master),
                    isGranted ? "export_right.given_back" : "export_right.withdrawn",
                    on: AuditSubject("operator", operatorID)
                ),
                in: transaction
            )
        }
    }
}

extension Transaction {
    func mayExport(_ person: OperatorIdentity) throws -> Bool {
        try first("SELECT count(*) FROM export_withdrawal w WHERE w.operator_id = \(person.id)", as: Int.self) == 0
    }
}

extension ExportRight: FromRow {
    public init(from row: inout Row) throws {
        person = try Operator(from: &row)
        withdrawnAt = try row.next()
    }
}
