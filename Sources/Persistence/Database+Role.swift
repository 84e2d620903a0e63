/// A role of PostgreSQL for a process that works with the tables and owns none of them.
public struct ServiceRole: Sendable {
    let name: String
    let tables: GuardedTables

    /// - Throws: ``CannotPrepareRole/unusableName`` for what is no plain identifier (PostgreSQL manual, 4.1.1).
    public init(_ name: String, over tables: GuardedTables) throws(CannotPrepareRole) {
        let letters = Set("abcdefghijklmnopqrstuvwxyz_")
        let others = letters.union("0123456789")
        guard let first = name.first, letters.contains(first), name.allSatisfy(others.contains), name.utf8.count <= 63
        else { throw .unusableName }
        self.name = name
        self.tables = tables
    }
}

/// Why a role was not made.
public enum CannotPrepareRole: Error, Hashable, Sendable, CustomStringConvertible {
    /// SQLite knows no roles: who may write the file may do anything with it.
    case engineHasNoRoles
    case unusableName
    case mayNotCreateRoles
    /// It could change the tables all the same: by what it is, or through a group or PUBLIC.
    case hasMore([RoleWeakness])

    public var description: String {
        switch self {
        case .engineHasNoRoles: "SQLite has no roles: who may write the file may do anything with it"
        case .unusableName: "a role's name has small letters, digits and _, at most 63, and begins with a letter"
        case .mayNotCreateRoles:
            "the owner may not create roles: have the administrator run CREATE ROLE name LOGIN, then migrate again"
        case .hasMore(let weaknesses):
            "this role \(weaknesses.map(\.description).joined(separator: ", ")): take another one, or revoke that first"
        }
    }
}

extension Database {
    /// Makes the role, or gives the one that is there the rights of this version; to be run by the tables' owner.
    ///
    /// It may read and write all tables but those that are append-only, makes none, and changes no migration's record.
    /// Tables that come later are open to it from the start.
    public func prepare(_ role: ServiceRole) async throws {
        guard engine == .postgresql else { throw CannotPrepareRole.engineHasNoRoles }
        try await write { (transaction: borrowing Transaction) in
            try transaction.create(role)
            try transaction.grant(role)
            try transaction.check(role)
        }
    }
}

extension Transaction {
    fileprivate func create(_ role: ServiceRole) throws {
        let isThere = try first("SELECT 1 FROM pg_roles WHERE rolname = \(role.name)", as: Int.self) != nil
        if isThere { return }
        let mayCreate: Bool? = try first(
            "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
        )
        guard mayCreate == true else { throw CannotPrepareRole.mayNotCreateRoles }
        try define("CREATE ROLE \(role.name) LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION")
    }

    fileprivate func grant(_ role: ServiceRole) throws {
        let schema =
            "\"" + (try first("SELECT replace(current_schema(), '\"', '\"\"')", as: String.self) ?? "public") + "\""
        let (name, rows) = (role.name, "SELECT, INSERT, UPDATE, DELETE")
        try define("GRANT USAGE ON SCHEMA \(schema) TO \(name)")
        try define("REVOKE CREATE ON SCHEMA \(schema) FROM \(name)")
        try define("GRANT \(rows) ON ALL TABLES IN SCHEMA \(schema) TO \(name)")
        try define("ALTER DEFAULT PRIVILEGES IN SCHEMA \(schema) GRANT \(rows) ON TABLES TO \(name)")
        for table in role.tables.appendOnly + ["schema_migration"] {
            try define("REVOKE ALL ON \(schema).\(table) FROM \(name)")
            try define("GRANT SELECT ON \(schema).\(table) TO \(name)")
        }
        for table in role.tables.appendOnly { try define("GRANT INSERT ON \(schema).\(table) TO \(name)") }
        for table in role.tables.consumed { try define("REVOKE UPDATE ON \(schema).\(table) FROM \(name)") }
        // PUBLIC has both unless the administrator took them away.
        for privilege in ["CONNECT", "TEMPORARY"] {
            let hasIt: Bool? = try first(
                "SELECT has_database_privilege(\(name)::name, current_database(), \(privilege)::text)"
            )
            guard hasIt != true, let database = try first("SELECT quote_ident(current_database())", as: String.self)
            else {
                continue
            }
            try define("GRANT \(privilege) ON DATABASE \(database) TO \(name)")
        }
    }

    /// What a role may do comes from its grants, and from what it is, from groups and from PUBLIC besides.
    fileprivate func check(_ role: ServiceRole) throws {
        let weaknesses = try weaknesses(of: role.name, over: role.tables)
        if !weaknesses.isEmpty { throw CannotPrepareRole.hasMore(weaknesses) }
    }

    /// A definition takes no bound values; what is put in here was checked or quoted.
    fileprivate func define(_ text: String) throws {
        try ensureAlive()
        context.recording?.append(text)
        try connection.execute(text)
    }
}
