internal import Persistence

/// A right or a lack by which the trail could be changed without anybody's refusing it.
public enum AuditWeakness: Hashable, Sendable, CustomStringConvertible {
    /// A superuser of the database may do anything.
    case superuser
    /// The owner of a table may switch its triggers off.
    case owner(String)
    case mayChange(String, privilege: String)
    /// A trigger that refuses changes is gone or switched off.
    case guardMissing(String)

    public var description: String {
        switch self {
        case .superuser: "the service connects as a superuser"
        case .owner(let table): "the service owns \(table)"
        case .mayChange(let table, let privilege): "the service may \(privilege) \(table)"
        case .guardMissing(let trigger): "the trigger \(trigger) is gone or switched off"
        }
    }
}

extension AuditTrail {
    /// What the service could do to the trail, and should not be able to.
    ///
    /// On SQLite whoever writes the file may do anything: there only the triggers are looked for.
    public func weaknesses() async throws -> [AuditWeakness] {
        try await store.read { (transaction: borrowing Transaction) in
            let missing = try transaction.missingAuditGuards().map(AuditWeakness.guardMissing)
            guard transaction.engine == .postgresql else { return missing }
            let isSuperuser: Bool? = try transaction.first(
                "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
            )
            if isSuperuser == true { return [.superuser] + missing }
            let rights: [TableRights] = try transaction.all(
                """
                SELECT c.relname, pg_has_role(c.relowner, 'USAGE'), has_table_privilege(c.oid, 'UPDATE'),
                    has_table_privilege(c.oid, 'DELETE'), has_table_privilege(c.oid, 'TRUNCATE')
                FROM pg_class c WHERE c.oid IN (
                    to_regclass('audit_entry'), to_regclass('audit_seal'), to_regclass('audit_checkpoint')
                ) ORDER BY c.relname
                """
            )
            return rights.flatMap(\.weaknesses) + missing
        }
    }
}

extension Transaction {
    /// The triggers of ``AuditSchema`` that are not at work.
    func missingAuditGuards() throws -> [String] {
        let present: [String] = try all(
            """
            \(
                sqlite: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'audit%'",
                postgresql: """
                    SELECT t.tgname FROM pg_trigger t WHERE t.tgenabled IN ('O', 'A') AND t.tgrelid IN (
                        to_regclass('audit_entry'), to_regclass('audit_seal'), to_regclass('audit_checkpoint')
                    )
                    """
            )
            """
        )
        return AuditSchema.guards(on: engine).filter { !present.contains($0) }
    }
}

extension AuditSchema {
    /// The triggers that refuse changes, by name.
    static func guards(on engine: Engine) -> [String] {
        switch engine {
        case .sqlite:
            [
                "audit_entry_no_update", "audit_entry_no_delete", "audit_entry_no_replacement", "audit_seal_no_update",
                "audit_seal_no_delete", "audit_seal_in_chain", "audit_checkpoint_no_update",
                "audit_checkpoint_no_delete", "audit_checkpoint_no_replacement",
            ]
        case .postgresql:
            [
                "audit_entry_no_change", "audit_entry_no_truncate", "audit_seal_no_change", "audit_seal_no_truncate",
                "audit_seal_in_chain", "audit_checkpoint_no_change", "audit_checkpoint_no_truncate",
            ]
        }
    }
}

private struct TableRights: FromRow {
    let weaknesses: [AuditWeakness]

    init(from row: inout Row) throws {
        let table = try row.next(String.self)
        if try row.next(Bool.self) {
            weaknesses = [.owner(table)]
            row.skip(3)
            return
        }
        var found: [AuditWeakness] = []
        for privilege in ["UPDATE", "DELETE", "TRUNCATE"] where try row.next(Bool.self) {
            found.append(.mayChange(table, privilege: privilege))
        }
        weaknesses = found
    }
}
