import Persistence
import TestSupport
import Testing

@Suite("A server that drops its connections", .enabled(if: !Engine.availableServers.isEmpty, "needs PostgreSQL"))
struct ReconnectionTests {
    /// Ends every other connection of the tests' schema, as a restart of the server does.
    private func dropOthers(_ location: DatabaseLocation, _ name: String) async throws {
        let other = try await Database.open(location, readers: 1, logger: silence)
        _ = try await other.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = \(name) AND pid <> pg_backend_pid()
                """,
                as: Bool.self
            )
        }
        await other.close()
    }

    private func withNamedDatabase(_ body: (Database, () async throws -> Void) async throws -> Void) async throws {
        try await withDatabaseLocation(on: .postgresql) { location in
            let name = "test_\(UInt64.random(in: 0 ... .max))"
            let database = try await Database.open(location, readers: 4, logger: silence)
            _ = try await database.migrate(accounts)
            try await withThrowingTaskGroup(of: Void.self) { group in
                // Each connection gets the name, because all four are at work at the same time.
                let gates = (0..<4).map { _ in Gate() }
                for gate in gates {
                    group.addTask {
                        try await database.read { (transaction: borrowing Transaction) in
                            _ = try transaction.all(
                                "SELECT set_config('application_name', \(name), FALSE)",
                                as: String.self
                            )
                            gate.signalAndWait()
                        }
                    }
                }
                for gate in gates { await gate.reached() }
                for gate in gates { gate.open() }
                try await group.waitForAll()
            }
            do {
                try await body(database) { try await dropOthers(location, name) }
                await database.close()
            } catch {
                await database.close()
                throw error
            }
        }
    }

    @Test("Reads and writes go on over new connections")
    func dropped() async throws {
        try await withNamedDatabase { database, drop in
            try await database.open(account: 1, balance: 1)
            try await drop()
            #expect(try await database.balance(of: 1) == 1)
            try await database.open(account: 2, balance: 2)
            #expect(try await database.balance(of: 2) == 2)
        }
    }

    @Test("A transaction cut before its end runs again, and counts once")
    func cut() async throws {
        try await withNamedDatabase { database, drop in
            let gate = Gate()
            let runs = Counter()
            async let written = database.write { (transaction: borrowing Transaction) in
                runs.increment()
                try transaction.run("INSERT INTO account (id, balance) VALUES (1, 1)")
                if runs.value == 1 { gate.signalAndWait() }
                return try transaction.run("UPDATE account SET balance = balance + 1 WHERE id = 1")
            }
            await gate.reached()
            try await drop()
            gate.open()
            #expect(try await written == 1)
            #expect(runs.value == 2)
            #expect(try await database.balance(of: 1) == 2)
        }
    }

    @Test("A plan that the schema has outgrown is made again")
    func outgrown() async throws {
        try await withDatabase(on: .postgresql, migrations: accounts, readers: 1) { database in
            try await database.open(account: 1, balance: 1)
            func columns() async throws -> Int {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.all("SELECT * FROM account WHERE id = \(1)", as: Width.self).first?.columns ?? 0
                }
            }
            #expect(try await columns() == 2)
            _ = try await database.migrate(accounts + [Migration("wider", ["ALTER TABLE account ADD note TEXT"])])
            #expect(try await columns() == 3)
        }
    }

    private struct Width: FromRow {
        var columns = 0

        init(from row: inout Row) throws {
            while case .success = Result(catching: { try row.next(String?.self) }) { columns += 1 }
        }
    }
}
