import Persistence
import TestSupport
import Testing

@Suite("Streams of rows")
struct RowStreamTests {
    private static let schema = [Migration("stream", ["CREATE TABLE item (id BIGINT PRIMARY KEY, name TEXT)"])]

    private func fill(_ database: Database, _ range: Range<Int>) async throws {
        try await database.write { (transaction: borrowing Transaction) in
            try transaction.upsert(
                into: BulkTable("item", columns: ["id", "name"], key: [], update: []),
                rows: range.lazy.map { [Int64($0).sqlValue, "name \($0)".sqlValue] }
            )
        }
    }

    /// No end, and no memory: what only an interruption stops.
    private static let endless: SQL =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT (i + 1) % 1000 FROM n) SELECT i FROM n"

    /// Never a row, and no end.
    private static let fruitless: SQL =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT (i + 1) % 1000 FROM n) SELECT i FROM n WHERE i < 0"

    @Test("All rows come in chunks, in order", arguments: Engine.available, [0, 1, 999, 1000, 2500])
    func chunks(on engine: Engine, count: Int) async throws {
        try await withDatabase(on: engine, migrations: RowStreamTests.schema) { (database: Database) async throws in
            try await fill(database, 0..<count)
            var chunks: [[Int64]] = []
            for try await chunk in database.stream("SELECT id FROM item ORDER BY id", as: Int64.self, rows: 400) {
                chunks.append(chunk)
            }
            #expect(chunks.flatMap(\.self) == (0..<count).map(Int64.init))
            #expect(chunks.dropLast().allSatisfy { $0.count == 400 })
            #expect(chunks.allSatisfy { !$0.isEmpty })
        }
    }

    @Test("A stream shows one snapshot while others write", arguments: Engine.available)
    func snapshot(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: RowStreamTests.schema) { (database: Database) async throws in
            try await fill(database, 0..<8000)
            var iterator = database.stream("SELECT name FROM item", as: String.self, rows: 10).makeAsyncIterator()
            var names = try await iterator.next() ?? []
            try await database.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE item SET name = 'changed'")
                try transaction.run("DELETE FROM item WHERE id > \(4000)")
            }
            try await fill(database, 9000..<9500)
            while let chunk = try await iterator.next() { names += chunk }
            #expect(Set(names) == Set((0..<8000).map { "name \($0)" }))
            #expect(names.count == 8000)
        }
    }

    @Test("Several run side by side, more than there are threads", arguments: Engine.available)
    func several(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: RowStreamTests.schema) { (database: Database) async throws in
            try await fill(database, 0..<3000)
            let sums = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<9 {
                    group.addTask {
                        var sum: Int64 = 0
                        for try await chunk in database.stream("SELECT id FROM item", as: Int64.self, rows: 50) {
                            sum += chunk.reduce(0, +)
                        }
                        return sum
                    }
                }
                return try await group.reduce(into: [Int64]()) { $0.append($1) }
            }
            #expect(sums == Array(repeating: 2999 * 3000 / 2, count: 9))
        }
    }

    @Test("Cancelling the consumer ends it, even before the first row", arguments: Engine.available)
    func cancelled(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            for query in [RowStreamTests.endless, RowStreamTests.fruitless] {
                let task = Task {
                    var count = 0
                    for try await chunk in database.stream(query, as: Int64.self, rows: 100) { count += chunk.count }
                    return count
                }
                try await Task.sleep(for: .milliseconds(100))
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            // Closing waits for the threads: it would never end if the statements still ran.
            await database.close()
        }
    }

    @Test("Dropped iterators free their threads for the next", arguments: Engine.available)
    func dropped(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            for _ in 0..<12 {
                var iterator = database.stream(RowStreamTests.endless, as: Int64.self, rows: 10).makeAsyncIterator()
                #expect(try await iterator.next()?.count == 10)
            }
            for try await chunk in database.stream(RowStreamTests.endless, as: Int64.self, rows: 10) {
                #expect(chunk.count == 10)
                break
            }
            await database.close()
        }
    }

    @Test("A slow consumer makes the thread wait, not the memory grow", arguments: Engine.available)
    func backlog(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            let produced = Counter()
            let stream = database.stream(rows: 10) {
                (transaction: borrowing Transaction, emit: (Int64) throws -> Void) in
                try transaction.forEach(RowStreamTests.endless, as: Int64.self) { row in
                    produced.increment()
                    try emit(row)
                }
            }
            var iterator = stream.makeAsyncIterator()
            _ = try await iterator.next()
            try await Task.sleep(for: .milliseconds(150))
            // One chunk taken, four waiting, one in the thread's hands.
            #expect(produced.value <= 60)
            #expect(produced.value >= 50)
        }
    }

    @Test("A failure reaches the consumer, after the rows that came before", arguments: Engine.available)
    func failed(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: RowStreamTests.schema) { (database: Database) async throws in
            try await fill(database, 0..<25)
            let stream = database.stream(rows: 10) {
                (transaction: borrowing Transaction, emit: (Int64) throws -> Void) in
                try transaction.forEach("SELECT id FROM item", as: Int64.self, emit)
                throw Stop()
            }
            var rows = 0
            await #expect(throws: Stop()) {
                for try await chunk in stream { rows += chunk.count }
            }
            #expect(rows == 20)
            await #expect(throws: StatementFailure.self) {
                for try await _ in database.stream("SELECT nothing FROM nowhere", as: Int64.self) {}
            }
        }
    }

    @Test("A closed database streams nothing", arguments: Engine.available)
    func closed(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            await database.close()
            await #expect(throws: DatabaseClosed.self) {
                for try await _ in database.stream("SELECT 1", as: Int64.self) {}
            }
        }
    }
}
