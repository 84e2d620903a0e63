public import Persistence

/// A right or a lack by which the trail could be changed without anybody's refusing it.
public enum AuditWeakness: Hashable, Sendable, CustomStringConvertible {
    /// What the service may do to the tables, by the role that it connects as.
    case role(RoleWeakness)
    /// A trigger that refuses changes is gone, switched off, or does something else.
    case guardMissing(String)
    /// A key by which no row can be there twice is gone.
    case keyMissing(String)

    public var description: String {
        switch self {
        case .role(let weakness): "the service \(weakness)"
        case .guardMissing(let trigger): "the trigger \(trigger) is gone, switched off, or another one"
        case .keyMissing(let key): "the key \(key) is gone"
        }
    }
}

extension AuditTrail {
    /// What the service could do to the trail, and should not be able to.
    ///
    /// On SQLite whoever writes the file may do anything: there only triggers and keys are looked for.
    public func weaknesses() async throws -> [AuditWeakness] {
        try await store.read { (transaction: borrowing Transaction) in
            let lacks = try transaction.auditLacks()
            guard transaction.engine == .postgresql else { return lacks }
            return try transaction.weaknesses(over: AuditSchema.guarded).map(AuditWeakness.role) + lacks
        }
    }
}

extension Transaction {
    /// The triggers and keys of ``AuditSchema`` that are not at work.
    func auditLacks() throws -> [AuditWeakness] {
        let guards = try missingAuditGuards().map(AuditWeakness.guardMissing)
        let keys: [AuditTableKey] = try all(AuditTableKey.present)
        return guards + AuditTableKey.all.filter { !keys.contains($0) }.map { .keyMissing($0.description) }
    }

    /// A trigger counts when the engine has it as it was made, switched on, and its function too.
    private func missingAuditGuards() throws -> [String] {
        let texts: [String] = try all(
            """
            \(
                sqlite: "SELECT t.sql FROM sqlite_schema t WHERE t.type = 'trigger' AND t.tbl_name LIKE 'audit%'",
                postgresql: """
                    SELECT pg_get_triggerdef(t.oid, TRUE) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                    WHERE t.tgenabled IN ('O', 'A') AND c.relnamespace = current_schema()::regnamespace
                        AND c.relname LIKE 'audit%'
                    """
            )
            """
        )
        let present = Set(texts.compactMap(AuditGuard.init))
        let changed = engine == .postgresql ? try changedAuditFunctions() : []
        return try AuditSchema.guards(on: engine).filter { each in
            !present.contains(each) || changed.contains { each.text.hasSuffix("EXECUTE FUNCTION \($0)()") }
        }.map(\.name)
    }

    /// The functions of triggers that are not as they were made, or that look for tables elsewhere.
    private func changedAuditFunctions() throws -> [String] {
        // White space is no change: earlier versions laid the same bodies out otherwise.
        func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        return try AuditSchema.functions.filter { function in
            let present = try first(
                """
                SELECT p.prosrc FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
                    AND p.proname = \(function.name) AND p.pronargs = 0
                    AND 'search_path=' || quote_ident(current_schema()) || ', pg_temp' = ANY (p.proconfig)
                """,
                as: String.self
            )
            return words(present ?? "") != words(try function.body.text(for: engine))
        }.map(\.name)
    }
}

extension AuditTableKey: FromRow {
    /// The columns of audit tables that are a unique key by themselves.
    fileprivate static let present: SQL =
        """
        \(
            sqlite: """
                SELECT t.name, (SELECT i.name FROM pragma_index_info(k.name) i)
                FROM sqlite_schema t JOIN pragma_index_list(t.name) k
                WHERE t.type = 'table' AND t.name LIKE 'audit%' AND k."unique" = 1 AND k.partial = 0
                    AND (SELECT count(*) FROM pragma_index_info(k.name)) = 1
                """,
            postgresql: """
                SELECT c.relname::text, a.attname::text
                FROM pg_index k JOIN pg_class c ON c.oid = k.indrelid
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.indkey[0]
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relname LIKE 'audit%'
                    AND k.indisunique AND k.indimmediate AND k.indisvalid AND k.indisready AND k.indnkeyatts = 1
                    AND k.indpred IS NULL
                """
        )
        """

    init(from row: inout Row) throws {
        table = try row.next()
        column = try row.next()
    }
}
