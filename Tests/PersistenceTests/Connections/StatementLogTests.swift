import Persistence
import TestSupport
import Testing

@Suite("The log of statements")
struct StatementLogTests {
    @Test("A piece of work is held to its statements", arguments: Engine.available)
    func recorded(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { database in
            try await database.open(account: 7, balance: 7)
            let (statements, sum) = try await StatementLog.recording {
                try await database.open(account: 1, balance: 5)
                async let first = database.balance(of: 1)
                var sum: Int64 = 0
                for try await chunk in database.stream("SELECT balance FROM account", as: Int64.self) {
                    sum += chunk.reduce(0, +)
                }
                return try await sum + (first ?? 0)
            }
            #expect(sum == 17)
            #expect(statements.count == 3)
            #expect(statements.first?.hasPrefix("INSERT INTO account (id, balance) VALUES (") == true)
            #expect(statements.contains("SELECT balance FROM account"))
            try await database.open(account: 2, balance: 5)
            #expect(statements.count == 3)
        }
    }

    @Test("Units of work beside it are not counted", arguments: Engine.available)
    func separate(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            async let other = StatementLog.recording { try await database.balance(of: 1) }
            async let mine = StatementLog.recording {
                try await database.open(account: 3, balance: 3)
                return try await database.balance(of: 3)
            }
            #expect(try await other.statements.count == 1)
            #expect(try await mine.statements.count == 2)
        }
    }

    private static let slow: SQL = """
        SELECT count(*) FROM (
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
            SELECT i FROM n
        ) AS numbers WHERE i <> \(123_456_789)
        """

    @Test("A slow statement is told with its text, without its values", arguments: Engine.available)
    func slow(on engine: Engine) async throws {
        let capture = LogCapture()
        try await withDatabase(on: engine, logger: capture.logger) { database in
            for reading in [true, false] {
                _ = try await database.read { (transaction: borrowing Transaction) in
                    if reading {
                        _ = try transaction.first(StatementLogTests.slow, as: Int.self)
                    } else {
                        try transaction.forEach(StatementLogTests.slow, as: Int.self) { _ in }
                    }
                }
            }
        }
        let lines = capture.text.filter { $0.contains("RECURSIVE") }
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("warning slow statement milliseconds=") })
        #expect(!capture.text.contains { $0.contains("123456789") })
    }
}
