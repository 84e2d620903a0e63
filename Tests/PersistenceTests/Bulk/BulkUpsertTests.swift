import TestSupport
import Testing

@testable import Persistence

@Suite("Many rows at once")
struct BulkUpsertTests {
    private static let schema = [
        Migration(
            "bulk",
            [
                """
                CREATE TABLE item (
                    code TEXT NOT NULL, place BIGINT NOT NULL, name TEXT, price DOUBLE PRECISION, active BOOLEAN,
                    content \(sqlite: "BLOB", postgresql: "BYTEA"), PRIMARY KEY (code, place)
                )
                """
            ]
        )
    ]

    private static let columns: [StaticString] = ["code", "place", "name", "price", "active", "content"]
    private static let updating = BulkTable(
        "item",
        columns: columns,
        key: ["code", "place"],
        update: ["name", "price", "active", "content"]
    )
    private static let keeping = BulkTable("item", columns: columns, key: ["code", "place"], update: [])
    private static let inserting = BulkTable("item", columns: columns, key: [], update: [])

    private struct Item: FromRow, Equatable {
        var code: String
        var place: Int64
        var name: String?
        var price: Double?
        var active: Bool?
        var content: [UInt8]?

        init(_ number: Int, name: String? = nil) {
            code = "c\(number)"
            place = Int64(number % 7)
            self.name = name ?? ["plain", nil, "tab\there", "new\nline", "back\\slash \\N", "è 👩‍👩‍👧", ""][number % 7]
            price = number % 5 == 0 ? nil : Double(number) / 8
            active = number % 3 == 0 ? nil : number.isMultiple(of: 2)
            content = number % 4 == 0 ? nil : [0, UInt8(number % 256), 255, 92]
        }

        init(from row: inout Row) throws {
            code = try row.next()
            place = try row.next()
            name = try row.next()
            price = try row.next()
            active = try row.next()
            content = try row.next()
        }

        var values: [SQLValue] {
            [code.sqlValue, place.sqlValue, name.sqlValue, price.sqlValue, active.sqlValue, content.sqlValue]
        }
    }

    private func items(_ database: Database) async throws -> [Item] {
        try await database.read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT code, place, name, price, active, content FROM item ORDER BY code")
        }
    }

    private func upsert(_ items: [Item], _ table: BulkTable, _ database: Database) async throws -> Int {
        try await database.write { (transaction: borrowing Transaction) in
            try transaction.upsert(into: table, rows: items.lazy.map(\.values))
        }
    }

    @Test("Rows go in as they are, few or many", arguments: Engine.available, [0, 1, 16, 17, 18, 500])
    func inserted(on engine: Engine, count: Int) async throws {
        let rows = (0..<count).map { Item($0) }
        let tables = [BulkUpsertTests.updating, BulkUpsertTests.keeping, BulkUpsertTests.inserting]
        try await withDatabase(on: engine, migrations: BulkUpsertTests.schema) { database in
            for table in tables {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("DELETE FROM item")
                }
                let effect = try await upsert(rows, table, database)
                let found = try await items(database)
                #expect(effect == count)
                #expect(found == rows.sorted { $0.code < $1.code })
            }
        }
    }

    @Test("Those that are there are updated, or left alone", arguments: Engine.available, [3, 100])
    func conflicting(on engine: Engine, count: Int) async throws {
        try await withDatabase(on: engine, migrations: BulkUpsertTests.schema) { database in
            let old = (0..<count).map { Item($0, name: "old") }
            let new = (0..<count + 10).map { Item($0, name: "new") }
            _ = try await upsert(old, BulkUpsertTests.updating, database)

            #expect(try await upsert(new, BulkUpsertTests.keeping, database) == 10)
            #expect(try await items(database).filter { $0.name == "old" }.count == count)
            #expect(try await upsert(new, BulkUpsertTests.updating, database) == count + 10)
            #expect(try await items(database).allSatisfy { $0.name == "new" })
        }
    }

    @Test("Of two rows with one key the last updates, the first stays", arguments: Engine.available, [2, 40])
    func duplicated(on engine: Engine, count: Int) async throws {
        let rows = (0..<count).map { Item($0, name: "first") } + (0..<count).map { Item($0, name: "last") }
        try await withDatabase(on: engine, migrations: BulkUpsertTests.schema) { database in
            let kept = try await upsert(rows, BulkUpsertTests.keeping, database)
            #expect(kept == count)
            #expect(try await items(database).map(\.name) == Array(repeating: "first", count: count))
            #expect(try await upsert(rows, BulkUpsertTests.updating, database) == 2 * count)
            #expect(try await items(database).map(\.name) == Array(repeating: "last", count: count))
        }
    }

    @Test("Twenty thousand rows, several times in one transaction", arguments: Engine.available)
    func large(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: BulkUpsertTests.schema) { database in
            let counts = try await database.write { (transaction: borrowing Transaction) in
                try (0..<3).map { part in
                    let rows = (part * 10_000..<part * 10_000 + 20_000).lazy.map { Item($0).values }
                    return try transaction.upsert(into: BulkUpsertTests.updating, rows: rows)
                }
            }
            #expect(counts == [20_000, 20_000, 20_000])
            #expect(try await items(database).count == 40_000)
        }
    }

    @Test(
        "A row of the wrong width or with U+0000 stops it, and nothing is kept",
        arguments: Engine.available,
        [0, 5, 90]
    )
    func refused(on engine: Engine, position: Int) async throws {
        var uneven = (0..<100).map { Item($0).values }
        uneven[position].removeLast()
        var withNUL = (0..<100).map { Item($0).values }
        withNUL[position] = Item(1, name: "a\0").values
        try await withDatabase(on: engine, migrations: BulkUpsertTests.schema) {
            [uneven, withNUL] (database: Database) async throws in
            await #expect(throws: UnevenRow(expected: 6, found: 5)) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.upsert(into: BulkUpsertTests.updating, rows: uneven)
                }
            }
            await #expect(throws: UnstorableValue.textWithNUL) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.upsert(into: BulkUpsertTests.updating, rows: withNUL)
                }
            }
            #expect(try await items(database).isEmpty)
            #expect(try await upsert([Item(1)], BulkUpsertTests.updating, database) == 1)
        }
    }

    @Test("A rule of the schema holds here too", arguments: Engine.available, [3, 60])
    func violated(on engine: Engine, count: Int) async throws {
        try await withDatabase(on: engine, migrations: BulkUpsertTests.schema) { (database: Database) async throws in
            let rows = (0..<count).map { Item($0).values } + [Item(0).values]
            let error = await #expect(throws: ConstraintViolation.self) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.upsert(into: BulkUpsertTests.inserting, rows: rows)
                }
            }
            #expect(error?.kind == .unique)
            #expect(try await items(database).isEmpty)
        }
    }
}
