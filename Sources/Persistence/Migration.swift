/// One step of the schema, carried out once and in a transaction of its own.
public struct Migration: Sendable {
    public let name: String
    let statements: [SQL]

    /// - Parameter statements: One statement each; what is empty for an engine is passed over.
    public init(_ name: StaticString, _ statements: [SQL]) {
        self.name = name.description
        self.statements = statements
    }
}

/// The schema of the database does not come from this list of migrations.
public enum CannotMigrate: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database has seen a migration that is not in the list: it belongs to a newer version of the software.
    case unknown(String)
    /// The database has seen the migrations of one feature in another order.
    case differentOrder(applied: String, expected: String)
    /// Two migrations of the list have one name.
    case repeated(String)

    public var description: String {
        switch self {
        case .unknown(let name): "the database knows the migration \(name), this version does not"
        case .differentOrder(let applied, let expected): "the database has \(applied) where \(expected) is expected"
        case .repeated(let name): "the migration \(name) is listed twice"
        }
    }
}

extension Database {
    /// Brings the schema up to date and tells the names of the migrations that were still to do.
    ///
    /// Two processes may do it at once: each step is taken by one of them.
    public func migrate(_ migrations: [Migration]) async throws -> [String] {
        try await createMigrationTable()
        var applied: [String] = []
        while let name = try await migrateOnce(migrations) { applied.append(name) }
        return applied
    }

    /// The names of the migrations that are still to do.
    public func pendingMigrations(_ migrations: [Migration]) async throws -> [String] {
        try await read { (transaction: borrowing Transaction) in
            let known = try transaction.migrationTableExists() ? transaction.appliedMigrations() : []
            return try pending(of: migrations, after: known).map(\.name)
        }
    }

    private func createMigrationTable() async throws {
        let creation: SQL =
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
                name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL, position INTEGER NOT NULL UNIQUE
            )
            """
        do {
            try await write { (transaction: borrowing Transaction) in
                if try !transaction.migrationTableExists() { try transaction.run(creation) }
            }
        } catch {
            // PostgreSQL: another process may create it at this very moment, which IF NOT EXISTS does not forgive.
            let exists = try await read { (transaction: borrowing Transaction) in
                try transaction.migrationTableExists()
            }
            if !exists { throw error }
        }
    }

    private func migrateOnce(_ migrations: [Migration]) async throws -> String? {
        try await write { (transaction: borrowing Transaction) in
            if transaction.engine == .postgresql {
                try transaction.run("LOCK TABLE schema_migration IN SHARE ROW EXCLUSIVE MODE")
            }
            let known = try transaction.appliedMigrations()
            guard let next = try pending(of: migrations, after: known).first else { return nil }
            for statement in next.statements where try !statement.isBlank(for: transaction.engine) {
                try transaction.run(statement)
            }
            try transaction.run(
                """
                INSERT INTO schema_migration (name, applied_at, position)
                VALUES (\(next.name), \(Platform.now), \(known.count + 1))
                """
            )
            return next.name
        }
    }
}

/// What is still to do: the steps of each feature in their order, whatever came to other features in between.
private func pending(of migrations: [Migration], after applied: [String]) throws(CannotMigrate) -> [Migration] {
    var names: Set<String> = []
    for migration in migrations where !names.insert(migration.name).inserted { throw .repeated(migration.name) }
    for name in applied where !names.contains(name) { throw .unknown(name) }
    let expected = Dictionary(grouping: migrations.map(\.name), by: feature)
    for (feature, applied) in Dictionary(grouping: applied, by: feature) {
        for (name, expected) in zip(applied, expected[feature] ?? []) where name != expected {
            throw .differentOrder(applied: name, expected: expected)
        }
    }
    let done = Set(applied)
    return migrations.filter { !done.contains($0.name) }
}

/// `audit` of `audit 2`; names without a number are all of one feature.
private func feature(of name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last, Int(last) != nil else { return "" }
    return words.dropLast().joined(separator: " ")
}

extension Transaction {
    fileprivate func appliedMigrations() throws -> [String] {
        try all("SELECT name FROM schema_migration ORDER BY position")
    }

    fileprivate func migrationTableExists() throws -> Bool {
        let sql: SQL =
            """
            \(
                sqlite: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'",
                postgresql: "SELECT 1 WHERE to_regclass('schema_migration') IS NOT NULL"
            )
            """
        return try first(sql, as: Int.self) != nil
    }
}

extension SQL {
    fileprivate func isBlank(for engine: Engine) throws -> Bool {
        try statement(for: engine).text.allSatisfy(\.isWhitespace)
    }
}
