import Persistence
import TestSupport
import Testing

let accounts = [
    Migration(
        "accounts",
        ["CREATE TABLE account (id BIGINT PRIMARY KEY, balance BIGINT NOT NULL CHECK (balance >= 0))"]
    )
]

extension Database {
    func balance(of account: Int64) async throws -> Int64? {
        try await read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT balance FROM account WHERE id = \(account)")
        }
    }

    func open(account: Int64, balance: Int64) async throws {
        try await write { (transaction: borrowing Transaction) in
            try transaction.run("INSERT INTO account (id, balance) VALUES (\(account), \(balance))")
        }
    }
}

struct Stop: Error, Equatable {}

@Suite("Transactions")
struct TransactionTests {
    @Test("A statement tells how many rows it changed", arguments: Engine.available)
    func changes(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            let counts = try await database.write { (transaction: borrowing Transaction) in
                [
                    try transaction.run("INSERT INTO account (id, balance) VALUES (1, 5), (2, 6), (3, 7)"),
                    try transaction.run("UPDATE account SET balance = 9 WHERE id > \(1)"),
                    try transaction.run("UPDATE account SET balance = 9 WHERE id > \(100)"),
                    try transaction.run("CREATE TABLE other (id BIGINT)"),
                    try transaction.run("SELECT id FROM account"),
                    try transaction.run("DELETE FROM account"),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 0, 3])
        }
    }

    @Test("What throws leaves nothing behind", arguments: Engine.available)
    func rollback(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            await #expect(throws: Stop()) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("INSERT INTO account (id, balance) VALUES (1, 5)")
                    throw Stop()
                }
            }
            #expect(try await database.balance(of: 1) == nil)
        }
    }

    @Test("A reading transaction cannot write", arguments: Engine.available)
    func readOnly(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            await #expect(throws: StatementFailure.self) {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.run("INSERT INTO account (id, balance) VALUES (1, 5)")
                }
            }
            #expect(try await database.balance(of: 1) == nil)
        }
    }

    @Test("What RETURNING gives is read like a query", arguments: Engine.available)
    func returning(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            let ids = try await database.write { (transaction: borrowing Transaction) in
                try transaction.all(
                    "INSERT INTO account (id, balance) VALUES (1, 5), (2, 6) RETURNING id",
                    as: Int64.self
                )
            }
            #expect(ids == [1, 2])
            #expect(try await database.balance(of: 2) == 6)
        }
    }

    @Test("Row by row, other statements run in between, the same one too", arguments: Engine.available)
    func nested(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            let total = try await database.write { (transaction: borrowing Transaction) in
                let rows = (0..<2500).map { [Int64($0).sqlValue, Int64(1).sqlValue] }
                try transaction.upsert(
                    into: BulkTable("account", columns: ["id", "balance"], key: [], update: []),
                    rows: rows
                )
                var total: Int64 = 0
                let ids: SQL = "SELECT id FROM account WHERE id >= \(0) ORDER BY id"
                try transaction.forEach(ids, as: Int64.self) { id in
                    total += try transaction.first("SELECT balance FROM account WHERE id = \(id)") ?? 0
                    if id < 2 {
                        try transaction.forEach("SELECT id FROM account WHERE id >= \(0) ORDER BY id", as: Int64.self) {
                            total += $0 < 10 ? 1 : 0
                        }
                    }
                }
                return total
            }
            #expect(total == 2520)
        }
    }

    @Test("A savepoint that throws is undone, and the rest goes on", arguments: Engine.available)
    func savepoints(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            let balances = try await database.write { (transaction: borrowing Transaction) in
                try transaction.run("INSERT INTO account (id, balance) VALUES (1, 1)")
                try transaction.savepoint { (transaction: borrowing Transaction) in
                    try transaction.run("INSERT INTO account (id, balance) VALUES (2, 2)")
                    #expect(throws: ConstraintViolation.self) {
                        try transaction.savepoint { (transaction: borrowing Transaction) in
                            try transaction.run("INSERT INTO account (id, balance) VALUES (3, 3)")
                            try transaction.run("INSERT INTO account (id, balance) VALUES (1, 1)")
                        }
                    }
                }
                #expect(throws: Stop()) {
                    try transaction.savepoint { (transaction: borrowing Transaction) in
                        try transaction.run("UPDATE account SET balance = 100")
                        throw Stop()
                    }
                }
                return try transaction.all("SELECT balance FROM account ORDER BY id", as: Int64.self)
            }
            #expect(balances == [1, 2])
        }
    }

    @Test("After a failed statement nothing more is done, nor committed", arguments: Engine.available)
    func doomed(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            await #expect(throws: TransactionDoomed.self) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("INSERT INTO account (id, balance) VALUES (1, 1)")
                    #expect(throws: ConstraintViolation.self) {
                        try transaction.run("INSERT INTO account (id, balance) VALUES (1, 1)")
                    }
                    #expect(throws: TransactionDoomed.self) { try transaction.run("DELETE FROM account") }
                }
            }
            #expect(try await database.balance(of: 1) == nil)
            try await database.open(account: 1, balance: 3)
            #expect(try await database.balance(of: 1) == 3)
        }
    }

    @Test("A statement that does not parse says where, without the values", arguments: Engine.available)
    func failure(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            let error = await #expect(throws: StatementFailure.self) {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.run("SELEKT \("RSSMRA80A01H501U")")
                }
            }
            #expect(error?.description.contains("SELEKT") == true)
            #expect(error?.description.contains("RSSMRA80A01H501U") == false)
        }
    }

    @Test("Two statements in one text are refused", arguments: Engine.available)
    func several(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: accounts) { (database: Database) async throws in
            await #expect(throws: StatementFailure.self) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("DELETE FROM account; DELETE FROM account")
                }
            }
        }
    }
}
