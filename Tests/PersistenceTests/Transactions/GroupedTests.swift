import TestSupport
import Testing

@testable import Persistence

@Suite("Units of work that are committed together")
struct GroupedTests {
    private let notes: [Migration] = [
        Migration("test", ["CREATE TABLE note (id BIGINT PRIMARY KEY, text TEXT NOT NULL)"])
    ]

    private func write(_ id: Int64, _ database: Database) async throws {
        try await database.write { (transaction: borrowing Transaction) in
            try transaction.run("INSERT INTO note (id, text) VALUES (\(id), \("note \(id)"))")
            return ()
        }
    }

    private func count(_ database: Database) async throws -> Int {
        try await database.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT count(*) FROM note", as: Int.self) ?? 0
        }
    }

    @Test(
        "All are there at the end; within, each sees those before it, and others what was committed",
        arguments: Engine.available
    )
    func together(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: notes) { (database: Database) async throws in
            let result = try await database.grouped(by: 10) { grouped in
                for id in 1...25 { try await write(Int64(id), grouped) }
                #expect(try await count(grouped) == 25)
                // A read is a unit as well: 26 of them, and the commits came after the tenth and the twentieth.
                #expect(try await count(database) == 20)
                return "done"
            }
            #expect(result == "done")
            #expect(try await count(database) == 25)
            try await write(26, database)
            #expect(try await count(database) == 26)
        }
    }

    @Test("Tasks side by side take turns, and lose nothing", arguments: Engine.available)
    func sideBySide(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: notes) { (database: Database) async throws in
            try await database.grouped(by: 7) { grouped in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for lane in 0..<4 {
                        group.addTask { for number in 0..<25 { try await write(Int64(lane * 100 + number), grouped) } }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(try await count(database) == 100)
        }
    }

    @Test("One that fails takes its group with it, and none is carried out afterwards", arguments: Engine.available)
    func failing(on engine: Engine) async throws {
        struct Refused: Error {}
        try await withDatabase(on: engine, migrations: notes) { (database: Database) async throws in
            await #expect(throws: Refused.self) {
                try await database.grouped(by: 5) { grouped in
                    for id in 1...7 { try await write(Int64(id), grouped) }
                    do {
                        try await grouped.write { (transaction: borrowing Transaction) in throw Refused() }
                    } catch {
                        // Whoever goes on all the same writes nothing.
                        await #expect(throws: CommitGroupLost()) { try await write(8, grouped) }
                        throw error
                    }
                }
            }
            #expect(try await count(database) == 5)
            await #expect(throws: CommitGroupLost()) {
                try await database.grouped { grouped in
                    try? await grouped.write { (transaction: borrowing Transaction) in throw Refused() }
                }
            }
            try await write(6, database)
            #expect(try await count(database) == 6)
        }
    }

    @Test("A failed statement dooms its group, as it dooms a transaction", arguments: Engine.available)
    func doomed(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: notes) { (database: Database) async throws in
            await #expect(throws: TransactionDoomed.self) {
                try await database.grouped { grouped in
                    try await write(1, grouped)
                    try await grouped.write { (transaction: borrowing Transaction) in
                        _ = try? transaction.run("INSERT INTO note (id, text) VALUES (1, 'twice')")
                    }
                }
            }
            #expect(try await count(database) == 0)
            // In a savepoint it may fail.
            try await database.grouped { grouped in
                try await write(1, grouped)
                try await grouped.write { (transaction: borrowing Transaction) in
                    try? transaction.savepoint { (inner: borrowing Transaction) in
                        _ = try inner.run("INSERT INTO note (id, text) VALUES (1, 'twice')")
                    }
                }
            }
            #expect(try await count(database) == 1)
        }
    }

    @Test("A task that is cancelled leaves what was committed", arguments: Engine.available)
    func cancelled(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: notes) { (database: Database) async throws in
            let task = Task {
                try await database.grouped(by: 3) { grouped in
                    for id in 1...5 { try await write(Int64(id), grouped) }
                    withUnsafeCurrentTask { $0?.cancel() }
                    try await write(6, grouped)
                }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await count(database) == 3)
            try await write(4, database)
        }
    }
}
