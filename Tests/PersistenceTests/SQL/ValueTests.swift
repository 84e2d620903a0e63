import Persistence
import TestSupport
import Testing

@Suite("Values in the database")
struct ValueTests {
    private static let schema = [
        Migration(
            "values",
            [
                """
                CREATE TABLE sample (
                    id BIGINT PRIMARY KEY, number BIGINT, measure DOUBLE PRECISION, name TEXT, flag BOOLEAN,
                    content \(sqlite: "BLOB", postgresql: "BYTEA")
                )
                """
            ]
        )
    ]

    private func roundTrip<T: ColumnConvertible & FromRow & Equatable>(
        _ values: [T],
        in column: SQL,
        on engine: Engine
    ) async throws {
        try await withDatabase(on: engine, migrations: ValueTests.schema) { (database: Database) async throws in
            for (id, value) in values.enumerated() {
                let found = try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("INSERT INTO sample (id, \(column)) VALUES (\(id), \(value))")
                    return try transaction.first("SELECT \(column) FROM sample WHERE id = \(id)", as: T.self)
                }
                #expect(found == value)
            }
        }
    }

    @Test("Whole numbers come back, to the last one", arguments: Engine.available)
    func integers(on engine: Engine) async throws {
        try await roundTrip([0, 1, -1, 42, Int64.max, Int64.min], in: "number", on: engine)
        try await roundTrip([Int.max, Int.min], in: "number", on: engine)
        try await roundTrip([Int32.max, Int32.min], in: "number", on: engine)
    }

    @Test("Real numbers come back to the last bit", arguments: Engine.available)
    func doubles(on engine: Engine) async throws {
        let values = [
            0, 0.1, -0.1, 1.0 / 3, .pi, .greatestFiniteMagnitude, .leastNormalMagnitude, 1e300, -1e-300,
            9_007_199_254_740_992, .infinity, -.infinity,
        ]
        try await roundTrip(values, in: "measure", on: engine)
    }

    @Test("Texts come back as they are, whatever the script", arguments: Engine.available)
    func texts(on engine: Engine) async throws {
        let values = [
            "", " ", "D'Angelò", "città è così", "e\u{301}", "日本語", "👩‍👩‍👧", "a\tb\nc\rd", "\\N", "\\x41", "{a,\"b\"}",
            "'; DROP TABLE sample; --", String(repeating: "à", count: 100_000), "\u{1}\u{7F}\u{FFFD}",
        ]
        try await roundTrip(values, in: "name", on: engine)
    }

    @Test("Truth and falsehood come back, and can be asked for", arguments: Engine.available)
    func booleans(on engine: Engine) async throws {
        try await roundTrip([true, false], in: "flag", on: engine)
        try await withDatabase(on: engine, migrations: ValueTests.schema) { (database: Database) async throws in
            let found = try await database.write { (transaction: borrowing Transaction) in
                try transaction.run("INSERT INTO sample (id, flag) VALUES (1, \(true)), (2, \(false)), (3, NULL)")
                return try transaction.all("SELECT id FROM sample WHERE flag", as: Int64.self)
            }
            #expect(found == [1])
        }
    }

    @Test("Bytes come back, zeros and empty ones too", arguments: Engine.available)
    func blobs(on engine: Engine) async throws {
        let values: [[UInt8]] = [[], [0], [0, 1, 0], Array(0...255), Array(repeating: 0xFF, count: 70_000)]
        try await roundTrip(values, in: "content", on: engine)
    }

    @Test("Text with U+0000 is refused by both, and nothing is written", arguments: Engine.available)
    func nul(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: ValueTests.schema) { (database: Database) async throws in
            await #expect(throws: UnstorableValue.textWithNUL) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("INSERT INTO sample (id) VALUES (1)")
                    try transaction.run("INSERT INTO sample (id, name) VALUES (2, \("a\0b"))")
                }
            }
            let count = try await database.read { (transaction: borrowing Transaction) in
                try transaction.first("SELECT count(*) FROM sample", as: Int.self)
            }
            #expect(count == 0)
        }
    }

    private enum Colour: String, ColumnConvertible, FromRow {
        case red, green
    }

    private struct Sample: FromRow, Equatable {
        let id: Int64
        let name: String?
        let colour: Colour?

        init(from row: inout Row) throws {
            id = try row.next()
            name = try row.next()
            colour = try row.next()
        }
    }

    @Test("A row is read in the order of its columns, absences too", arguments: Engine.available)
    func rows(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            let found = try await database.read { (transaction: borrowing Transaction) in
                try transaction.all(
                    "SELECT 1 AS id, 'a' AS name, 'red' AS colour UNION ALL SELECT 2, NULL, NULL ORDER BY 1",
                    as: Sample.self
                )
            }
            #expect(found.map(\.id) == [1, 2])
            #expect(found.map(\.name) == ["a", nil])
            #expect(found.map(\.colour) == [.red, nil])
        }
    }

    @Test("A value that the code does not know is an error that does not repeat it", arguments: Engine.available)
    func unknown(on engine: Engine) async throws {
        try await withDatabase(on: engine) { (database: Database) async throws in
            let error = await #expect(throws: CannotDecode.self) {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.first("SELECT 'violet' AS colour", as: Colour.self)
                }
            }
            #expect(error == CannotDecode(column: "colour", expected: "Colour", found: "an unknown value"))
            let null = await #expect(throws: CannotDecode.self) {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.first("SELECT NULL AS colour", as: Colour.self)
                }
            }
            #expect(null?.found == "NULL")
            await #expect(throws: CannotDecode.self) {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.first("SELECT 1 AS id, 'a' AS name", as: Sample.self)
                }
            }
        }
    }

    @Test("Rows are found by a list of values, and by an empty one none is", arguments: Engine.available)
    func lists(on engine: Engine) async throws {
        let names = ["a", "b\"c", "d\\e", "{f,g}", "NULL", "è\n\u{1}", "'"]
        try await withDatabase(on: engine, migrations: ValueTests.schema) { (database: Database) async throws in
            try await database.write { (transaction: borrowing Transaction) in
                for (id, name) in names.enumerated() {
                    try transaction.run(
                        "INSERT INTO sample (id, name, measure) VALUES (\(id), \(name), \(Double(id) / 4))"
                    )
                }
            }
            func ids(_ condition: SQL) async throws -> [Int64] {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.all("SELECT id FROM sample WHERE \(condition) ORDER BY id")
                }
            }
            #expect(try await ids("name IN \(in: names)") == Array(0..<Int64(names.count)))
            #expect(try await ids("name NOT IN \(in: names.dropLast())") == [6])
            #expect(try await ids("id IN \(in: [Int64(2), 5, 99])") == [2, 5])
            #expect(try await ids("measure IN \(in: [0.25, 0.5])") == [1, 2])
            #expect(try await ids("id IN \(in: [Int64]())") == [])
            #expect(try await ids("name IN \(in: [String]())") == [])
            #expect(try await ids("id NOT IN \(in: [Int]())").count == names.count)
            #expect(try await ids("id IN \(in: Set([Int64(3)]))") == [3])
        }
    }
}
