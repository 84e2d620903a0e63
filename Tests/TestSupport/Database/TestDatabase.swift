import Foundation
public import Logging
public import Persistence

/// A logger that says nothing.
public let silence = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Runs `body` with an empty database of its own, which goes when `body` ends.
///
/// - Parameters:
///   - migrations: The schema it starts with.
///   - readers: As in ``Database/open(_:readers:logger:)``; few, because many tests run at once.
@discardableResult
public func withDatabase<T>(
    on engine: Engine,
    migrations: [Migration] = [],
    readers: Int = 3,
    logger: Logger = silence,
    _ body: (Database) async throws -> T
) async throws -> T {
    try await withDatabaseLocation(on: engine) { location in
        let database = try await Database.open(location, readers: readers, logger: logger)
        do {
            _ = try await database.migrate(migrations)
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}

/// Runs `body` with the place of an empty database of its own, to open it more than once.
@discardableResult
public func withDatabaseLocation<T>(on engine: Engine, _ body: (DatabaseLocation) async throws -> T) async throws -> T {
    await Turnstile.databases.enter()
    do {
        let result =
            switch engine {
            case .sqlite: try await withFile(body)
            case .postgresql: try await withSchema(body)
            }
        await Turnstile.databases.leave()
        return result
    } catch {
        await Turnstile.databases.leave()
        throw error
    }
}

private func withFile<T>(_ body: (DatabaseLocation) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("incontro-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(DatabaseLocation("sqlite:\(folder.path)/test.sqlite"))
}

/// A schema costs a millisecond, a database of its own fifty.
private func withSchema<T>(_ body: (DatabaseLocation) async throws -> T) async throws -> T {
    guard let server = ProcessInfo.processInfo.environment[Engine.serverVariable] else { throw PostgreSQLIsMissing() }
    let schema = "test_\(UInt64.random(in: 0 ... .max))"
    let administration = try await Database.open(DatabaseLocation(server), readers: 1, logger: silence)
    do {
        try await administration.define("CREATE SCHEMA %I", schema)
        let separator = server.contains("?") ? "&" : "?"
        let location = try DatabaseLocation("\(server)\(separator)options=-c%20search_path%3D\(schema)")
        let result = try await body(location)
        try await administration.define("DROP SCHEMA %I CASCADE", schema)
        await administration.close()
        return result
    } catch {
        try? await administration.define("DROP SCHEMA IF EXISTS %I CASCADE", schema)
        await administration.close()
        throw error
    }
}

extension Database {
    /// Carries out a definition on a name made at run time, which `SQL` does not take as text.
    fileprivate func define(_ template: String, _ name: String) async throws {
        try await write { (transaction: borrowing Transaction) in
            _ = try transaction.all(
                "SELECT set_config('test.definition', format(\(template)::text, \(name)::text), TRUE)",
                as: String.self
            )
            try transaction.run("DO $$ BEGIN EXECUTE current_setting('test.definition'); END $$")
        }
    }
}

/// Lets so many in at once: every database has threads and connections of its own.
actor Turnstile {
    static let databases = Turnstile(places: 8)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        self.places = places
    }

    func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty {
            places += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
