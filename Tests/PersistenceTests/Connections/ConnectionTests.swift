import Foundation
import TestSupport
import Testing

@testable import Persistence

@Suite("Connections")
struct ConnectionTests {
    @Test("An open database answers, a closed one does not", arguments: Engine.available)
    func reachable(on engine: Engine) async throws {
        try await withDatabase(on: engine) { database in
            #expect(await database.isReachable())
            await database.close()
            #expect(await !database.isReachable())
            await #expect(throws: DatabaseClosed.self) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("SELECT 1")
                }
            }
            await database.close()
        }
    }

    @Test("Closing waits for what is under way", arguments: Engine.available)
    func closing(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { database in
            let gate = Gate()
            let task = Task {
                try await database.write { (transaction: borrowing Transaction) in
                    gate.signalAndWait()
                    return try transaction.run("INSERT INTO account (id, balance) VALUES (1, 1)")
                }
            }
            await gate.reached()
            async let closed: Void = database.close()
            try await Task.sleep(for: .milliseconds(20))
            gate.open()
            #expect(try await task.value == 1)
            await closed
        }
    }

    @Test("A place that cannot be opened is told at once")
    func unreachable() async throws {
        let places = ["sqlite:/nowhere/at/all.sqlite", "postgres://postgres@127.0.0.1:1/postgres?connect_timeout=2"]
        for place in places {
            await #expect(throws: CannotReachDatabase.self) {
                try await Database.open(DatabaseLocation(place), logger: silence)
            }
        }
    }

    @Test("A file that is no database is told at once, and left as it is")
    func notADatabase() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("incontro-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try String(repeating: "this is a letter, not a database. ", count: 100)
            .write(toFile: path, atomically: true, encoding: .utf8)
        await #expect(throws: CannotReachDatabase.self) {
            try await Database.open(DatabaseLocation("sqlite:\(path)"), logger: silence)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("this is a letter"))
    }

    @Test("What is written is there when the database is opened again", arguments: Engine.available)
    func reopened(on engine: Engine) async throws {
        try await withDatabaseLocation(on: engine) { location in
            for balance in 1...3 {
                let database = try await Database.open(location, readers: 2, logger: silence)
                _ = try await database.migrate(accounts)
                try await database.open(account: Int64(balance), balance: 5)
                await database.close()
            }
            let database = try await Database.open(location, readers: 2, logger: silence)
            #expect(try await database.balance(of: 3) == 5)
            await database.close()
        }
    }

    @Test("A database in memory works as one in a file, and leaves no file")
    func memory() async throws {
        let database = try await Database.open(DatabaseLocation("sqlite::memory:"), logger: silence)
        _ = try await database.migrate(accounts)
        try await database.open(account: 1, balance: 2)
        #expect(try await database.balance(of: 1) == 2)
        let path = try await database.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT file FROM pragma_database_list WHERE name = 'main'", as: String.self)
        }
        let file = try #require(path)
        #expect(FileManager.default.fileExists(atPath: file))
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: (file as NSString).deletingLastPathComponent))
    }

    @Test("Statistics are counted anew", arguments: Engine.available)
    func statistics(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            for account in 0..<Int64(20) { try await database.open(account: account, balance: 1) }
            try await database.renewStatistics()
            let rows = try await database.read { (transaction: borrowing Transaction) in
                try transaction.first(
                    """
                    \(
                        sqlite: "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = 'account'",
                        postgresql: "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = 'account'::regclass"
                    )
                    """,
                    as: Int64.self
                )
            }
            #expect(rows == 20)
        }
    }

    @Test("More statements than are kept prepared do no harm", arguments: Engine.available)
    func manyStatements(on engine: Engine) async throws {
        try await withDatabase(on: engine, readers: 1) { database in
            for round in 0..<3 {
                let sums = try await database.read { (transaction: borrowing Transaction) in
                    try (0..<400).map { number -> Int64 in
                        let terms = Array(repeating: "1" as SQL, count: number + 1).joined(by: " + ")
                        return try transaction.first("SELECT CAST(\(terms) AS BIGINT) WHERE 1 = \(1)") ?? 0
                    }
                }
                #expect(sums == (1...400).map(Int64.init), "round \(round)")
            }
        }
    }
}

@Suite("Places of databases")
struct DatabaseLocationTests {
    @Test("SQLite by a path, PostgreSQL by an address")
    func engines() throws {
        #expect(try DatabaseLocation("sqlite:data/incontro.sqlite").engine == .sqlite)
        #expect(try DatabaseLocation("sqlite::memory:").engine == .sqlite)
        #expect(try DatabaseLocation("postgres://u@localhost:5432/db").engine == .postgresql)
        #expect(try DatabaseLocation("postgresql://localhost/db?sslmode=require").engine == .postgresql)
    }

    @Test("Anything else is refused", arguments: ["", "sqlite:", "mysql://x", "incontro.sqlite", "sqlite:a\0b"])
    func unknown(_ text: String) {
        #expect(throws: InvalidDatabaseLocation(reason: .unknownScheme)) { try DatabaseLocation(text) }
    }

    @Test("An address that is none is refused", arguments: ["postgres://[::1/db", "postgres://h/db?nonsense=1"])
    func invalid(_ text: String) {
        #expect(throws: InvalidDatabaseLocation(reason: .notAURL)) { try DatabaseLocation(text) }
    }

    @Test(
        "A password is never shown, however odd it is",
        arguments: [
            (
                "postgres://user:secret@db.example:5432/incontro?password=secret",
                "postgresql://db.example:5432/incontro"
            ),
            ("postgres://user:p?secret@db.example/x?sslmode=require", "postgresql://db.example/x"),
            ("postgresql://user:%40secret%2F@/x?host=/run/postgresql", "postgresql:///run/postgresql/x"),
            ("postgres:///x?user=u&password=secret", "postgresql:///x"),
            ("postgres://user:secret@a.example,b.example:5433/x", "postgresql://a.example,b.example:,5433/x"),
        ]
    )
    func discreet(address: String, shown: String) throws {
        let location = try DatabaseLocation(address)
        #expect("\(location)" == shown)
        #expect(!String(reflecting: [location]).contains("secret"))
        #expect(!"\(location)\(String(describing: Optional(location)))".contains("secret"))
    }
}
