import TestSupport
import Testing

@testable import Persistence

@Suite("Units of work side by side")
struct ConcurrencyTests {
    private func transfer(_ database: Database, from: Int64, to: Int64) async throws {
        try await database.write { (transaction: borrowing Transaction) in
            let balance = try transaction.first(
                """
                SELECT balance FROM account WHERE id = \(from)\(sqlite: "", postgresql: " FOR UPDATE")
                """,
                as: Int64.self
            )
            if balance ?? 0 > 0 {
                try transaction.run("UPDATE account SET balance = balance - 1 WHERE id = \(from)")
                try transaction.run("UPDATE account SET balance = balance + 1 WHERE id = \(to)")
            }
        }
    }

    @Test("Transfers lose nothing, and every reader sees the same total", arguments: Engine.available)
    func transfers(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts, readers: 6) { (database: Database) async throws in
            for account in 0..<Int64(4) { try await database.open(account: account, balance: 100) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<Int64(8) {
                    group.addTask {
                        for step in 0..<Int64(25) {
                            // In both directions, so that PostgreSQL meets deadlocks, which are run again.
                            try await self.transfer(database, from: (writer + step) % 4, to: (writer * 3 + 1) % 4)
                        }
                    }
                }
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<25 {
                            let totals = try await database.read { (transaction: borrowing Transaction) in
                                try (0..<2).map { _ in
                                    try transaction.first(
                                        "SELECT CAST(sum(balance) AS BIGINT) FROM account",
                                        as: Int64.self
                                    )
                                }
                            }
                            #expect(totals == [400, 400])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("A unit of work reads from one snapshot while others write", arguments: Engine.available)
    func snapshot(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            try await database.open(account: 1, balance: 1)
            let gate = Gate()
            async let counts = database.read { (transaction: borrowing Transaction) in
                let before = try transaction.first("SELECT count(*) FROM account", as: Int.self)
                gate.signalAndWait()
                return [before, try transaction.first("SELECT count(*) FROM account", as: Int.self)]
            }
            await gate.reached()
            try await database.open(account: 2, balance: 1)
            gate.open()
            #expect(try await counts == [1, 1])
            #expect(try await database.balance(of: 2) == 1)
        }
    }

    @Test("Cancelling the task interrupts the statement that runs", arguments: Engine.available)
    func cancelled(on engine: Engine) async throws {
        try await withDatabase(on: engine, readers: 1) { (database: Database) async throws in
            let task = Task {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.first(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT (i + 1) % 1000 FROM n)
                        SELECT count(*) FROM n
                        """,
                        as: Int.self
                    )
                }
            }
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(ContinuousClock.now - start < .seconds(5))
            // The one connection serves on.
            for _ in 0..<20 { #expect(await database.isReachable()) }
        }
    }

    @Test("A cancelled task begins nothing", arguments: Engine.available)
    func cancelledBefore(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                try await database.open(account: 1, balance: 1)
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await database.balance(of: 1) == nil)
        }
    }

    @Test("A write that waits for its turn is not begun when its task is cancelled", arguments: Engine.available)
    func cancelledInLine(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts, readers: 1) { (database: Database) async throws in
            let gate = Gate()
            async let first: Void = database.write { (transaction: borrowing Transaction) in gate.signalAndWait() }
            await gate.reached()
            let second = Task { try await database.open(account: 1, balance: 1) }
            try await Task.sleep(for: .milliseconds(50))
            second.cancel()
            gate.open()
            try await first
            await #expect(throws: CancellationError.self) { try await second.value }
            #expect(try await database.balance(of: 1) == nil)
        }
    }

    @Test("What has to be written at the end is written by a cancelled task too", arguments: Engine.available)
    func writtenWhenCancelled(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            let attempts = Counter()
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await database.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
                    attempts.increment()
                    // Once as if another transaction had been in the way.
                    if attempts.value == 1 {
                        throw RetryableFailure(cause: CancellationError(), attempts: 3)
                    }
                    return try transaction.run("INSERT INTO account (id, balance) VALUES (1, 7)")
                }
            }
            task.cancel()
            #expect(try await task.value == 1)
            #expect(attempts.value == 2)
            #expect(try await database.balance(of: 1) == 7)
        }
    }

    @Test("Conflicting snapshots are run again until they fit", arguments: Engine.available)
    func counters(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts, readers: 6) { (database: Database) async throws in
            try await database.open(account: 1, balance: 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.write { (transaction: borrowing Transaction) in
                                if transaction.engine == .postgresql {
                                    try transaction.run("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
                                }
                                let balance = try transaction.first(
                                    "SELECT balance FROM account WHERE id = 1",
                                    as: Int64.self
                                )
                                try transaction.run("UPDATE account SET balance = \((balance ?? 0) + 1) WHERE id = 1")
                            }
                        }
                    }
                }
                // Eight attempts are enough for this much contention only when they wait in between.
                try await group.waitForAll()
            }
            #expect(try await database.balance(of: 1) == 60)
        }
    }
}
