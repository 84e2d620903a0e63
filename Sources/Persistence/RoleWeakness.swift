/// A right by which a role of PostgreSQL could get round what its tables refuse.
public enum RoleWeakness: Hashable, Sendable, CustomStringConvertible {
    /// A superuser of the database may do anything.
    case superuser
    /// Who may create roles can make itself a member of any that is no superuser (PostgreSQL manual, 22.2).
    case mayCreateRoles
    /// The owner of a table may switch its triggers off; that of a schema or a database may drop what is in it.
    case owner(of: String)
    case mayChange(String, privilege: String)

    public var description: String {
        switch self {
        case .superuser: "is, or may become, a superuser"
        case .mayCreateRoles: "may create roles"
        case .owner(let thing): "owns \(thing), or may become its owner"
        case .mayChange(let table, let privilege): "may \(privilege) \(table)"
        }
    }
}

/// Tables whose rows are to be put in and never changed, and those whose rows are put in and taken out.
public struct GuardedTables: Sendable {
    let appendOnly: [StaticString]
    let consumed: [StaticString]

    public init(appendOnly: [StaticString], consumed: [StaticString]) {
        self.appendOnly = appendOnly
        self.consumed = consumed
    }
}

extension Transaction {
    /// What a role could do to tables and should not be able to, by itself or as any role that it may become.
    ///
    /// A role becomes another one by `SET ROLE`, whether it inherits that one's rights or not; so what counts is to be a
    /// member.
    ///
    /// - Parameter role: The role of this connection when none is named.
    public func weaknesses(of role: String? = nil, over tables: GuardedTables) throws -> [RoleWeakness] {
        let role = try role ?? first("SELECT current_user::text", as: String.self) ?? ""
        let (appendOnly, consumed) = (tables.appendOnly.map(\.description), tables.consumed.map(\.description))
        let found: [WeaknessRow] = try all(
            """
            WITH becomes AS (
                SELECT g.oid, g.rolsuper, g.rolcreaterole FROM pg_roles g WHERE pg_has_role(\(role)::name, g.oid, 'MEMBER')
            ), guarded AS (
                SELECT c.oid, c.relname, c.relowner, c.relname IN \(in: appendOnly) AS is_append_only FROM pg_class c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relname IN \(in: appendOnly + consumed)
            ), owned (what, owner) AS (
                SELECT 'table ' || c.relname, c.relowner FROM guarded c
                UNION ALL SELECT 'schema ' || n.nspname, n.nspowner FROM pg_namespace n WHERE n.nspname = current_schema()
                UNION ALL SELECT 'database ' || d.datname, d.datdba FROM pg_database d
                    WHERE d.datname = current_database()
            ), asked (privilege, of_consumed) AS (
                VALUES ('DELETE', FALSE), ('TRIGGER', TRUE), ('TRUNCATE', TRUE), ('UPDATE', TRUE)
            )
            SELECT 1 AS kind, '' AS what, '' AS privilege WHERE EXISTS (SELECT 1 FROM becomes b WHERE b.rolsuper)
            UNION ALL SELECT 2, '', '' WHERE EXISTS (SELECT 1 FROM becomes b WHERE b.rolcreaterole)
            UNION ALL SELECT 3, o.what, '' FROM owned o WHERE o.owner IN (SELECT b.oid FROM becomes b)
            UNION ALL SELECT 4, c.relname::text, a.privilege FROM guarded c JOIN asked a ON c.is_append_only OR a.of_consumed
                WHERE c.relowner NOT IN (SELECT b.oid FROM becomes b) AND EXISTS (
                    SELECT 1 FROM becomes b WHERE CASE a.privilege
                        WHEN 'UPDATE' THEN has_any_column_privilege(b.oid, c.oid, 'UPDATE')
                        ELSE has_table_privilege(b.oid, c.oid, a.privilege) END
                )
            ORDER BY 1, 2, 3
            """
        )
        let weaknesses = found.compactMap(\.weakness)
        // Everything else follows from that one.
        return weaknesses.first == .superuser ? [.superuser] : weaknesses
    }
}

private struct WeaknessRow: FromRow {
    let weakness: RoleWeakness?

    init(from row: inout Row) throws {
        let (kind, what, privilege) = (try row.next(Int.self), try row.next(String.self), try row.next(String.self))
        weakness =
            switch kind {
            case 1: .superuser
            case 2: .mayCreateRoles
            case 3: .owner(of: what)
            case 4: .mayChange(what, privilege: privilege)
            default: nil
            }
    }
}
