import Persistence
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    private let first = Migration("first", ["CREATE TABLE one (id BIGINT)"])
    private let second = Migration("second", ["CREATE TABLE two (id BIGINT)", "INSERT INTO two (id) VALUES (2)"])
    private let third = Migration("third", ["INSERT INTO two (id) VALUES (3)"])

    private func ids(_ database: Database) async throws -> [Int64] {
        try await database.read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT id FROM two ORDER BY id")
        }
    }

    @Test("They are carried out once, in order", arguments: Engine.available)
    func once(on engine: Engine) async throws {
        try await withDatabase(on: engine) { database in
            #expect(try await database.pendingMigrations([first, second]) == ["first", "second"])
            #expect(try await database.migrate([first, second]) == ["first", "second"])
            #expect(try await database.migrate([first, second]) == [])
            #expect(try await database.pendingMigrations([first, second, third]) == ["third"])
            #expect(try await database.migrate([first, second, third]) == ["third"])
            #expect(try await ids(database) == [2, 3])

            let times = try await database.read { (transaction: borrowing Transaction) in
                try transaction.all("SELECT applied_at FROM schema_migration ORDER BY position", as: Int64.self)
            }
            #expect(times.count == 3)
            #expect(times == times.sorted())
            #expect(times.allSatisfy { $0 > 1_700_000_000_000 })
        }
    }

    @Test("One that fails leaves nothing of itself, and what came before", arguments: Engine.available)
    func failed(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            let broken = Migration("broken", ["CREATE TABLE half (id BIGINT)", "INSERT INTO nowhere (id) VALUES (1)"])
            await #expect(throws: StatementFailure.self) { try await database.migrate([first, broken]) }
            #expect(try await database.pendingMigrations([first, broken]) == ["broken"])
            #expect(
                try await database.migrate([first, Migration("broken", ["CREATE TABLE half (id BIGINT)"])]) == [
                    "broken"
                ]
            )
        }
    }

    @Test("Several processes at once carry each out once", arguments: Engine.available)
    func concurrent(on engine: Engine) async throws {
        try await withDatabaseLocation(on: engine) { location in
            let all = [first, second, third]
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let database = try await Database.open(location, readers: 1, logger: silence)
                        let names = try await database.migrate(all)
                        await database.close()
                        return names
                    }
                }
                return try await group.reduce(into: [String]()) { $0 += $1 }
            }
            #expect(applied.sorted() == ["first", "second", "third"])
            let database = try await Database.open(location, readers: 1, logger: silence)
            #expect(try await ids(database) == [2, 3])
            await database.close()
        }
    }

    @Test("A database of another version is left alone", arguments: Engine.available)
    func drift(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            _ = try await database.migrate([first, second])

            await #expect(throws: CannotMigrate.unknown("second")) { try await database.migrate([first]) }
            await #expect(throws: CannotMigrate.unknown("second")) { try await database.pendingMigrations([first]) }
            await #expect(throws: CannotMigrate.differentOrder(applied: "second", expected: "third")) {
                try await database.migrate([first, third, second])
            }
            await #expect(throws: CannotMigrate.repeated("first")) {
                try await database.migrate([first, second, first])
            }
            #expect(try await ids(database) == [2])
        }
    }

    @Test("A feature that grows does not wait for those listed after it", arguments: Engine.available)
    func growth(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            let agencies = Migration("agencies 1", ["CREATE TABLE two (id BIGINT)"])
            let more = Migration("agencies 2", ["INSERT INTO two (id) VALUES (2)"])
            let most = Migration("agencies 3", ["INSERT INTO two (id) VALUES (3)"])
            let branches = Migration("branches 1", ["CREATE TABLE one (id BIGINT)"])
            #expect(try await database.migrate([agencies, branches]) == ["agencies 1", "branches 1"])
            #expect(try await database.migrate([agencies, more, branches]) == ["agencies 2"])
            #expect(try await ids(database) == [2])
            await #expect(throws: CannotMigrate.differentOrder(applied: "agencies 2", expected: "agencies 3")) {
                try await database.migrate([agencies, most, more, branches])
            }
        }
    }

    @Test("What is empty for an engine is passed over", arguments: Engine.available)
    func perEngine(on engine: Engine) async throws {
        try await withDatabase(on: engine) { database in
            let one = Migration("one", ["\(sqlite: "CREATE TABLE a (id BIGINT)", postgresql: "")", " "])
            let other = Migration("other", ["\(sqlite: "", postgresql: "CREATE TABLE a (id BIGINT)")"])
            #expect(try await database.migrate([one, other]) == ["one", "other"])
            let count = try await database.read { (transaction: borrowing Transaction) in
                try transaction.first("SELECT count(*) FROM a", as: Int.self)
            }
            #expect(count == 0)
        }
    }
}
