import Persistence
import TestSupport
import Testing

@Suite("Rules of the schema")
struct ConstraintTests {
    private static let schema = [
        Migration(
            "rules",
            [
                "CREATE TABLE agency (id BIGINT PRIMARY KEY, code TEXT NOT NULL UNIQUE)",
                """
                CREATE TABLE branch (
                    id BIGINT PRIMARY KEY, agency BIGINT NOT NULL REFERENCES agency, code TEXT NOT NULL,
                    size BIGINT NOT NULL, CONSTRAINT branch_has_size CHECK (size > 0), UNIQUE (agency, code)
                )
                """,
                "INSERT INTO agency (id, code) VALUES (1, 'a')",
                "INSERT INTO branch (id, agency, code, size) VALUES (1, 1, 'b', 1)",
            ]
        )
    ]

    private func violation(of statement: SQL, on engine: Engine) async throws -> ConstraintViolation? {
        try await withDatabase(on: engine, migrations: ConstraintTests.schema) { (database: Database) async throws in
            await #expect(throws: ConstraintViolation.self) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run(statement)
                }
            }
        }
    }

    @Test("A key that is taken", arguments: Engine.available)
    func unique(on engine: Engine) async throws {
        let single = try await violation(of: "INSERT INTO agency (id, code) VALUES (2, \("a"))", on: engine)
        #expect(single?.kind == .unique)
        #expect(single?.table == "agency")
        #expect(single?.columns == ["code"])

        let double = try await violation(
            of: "INSERT INTO branch (id, agency, code, size) VALUES (2, 1, 'b', 1)",
            on: engine
        )
        #expect(double?.kind == .unique)
        #expect(double?.columns == ["agency", "code"])

        let primary = try await violation(of: "INSERT INTO agency (id, code) VALUES (1, 'z')", on: engine)
        #expect(primary?.kind == .unique)
        #expect(primary?.columns == ["id"])
    }

    @Test("A row that refers to none", arguments: Engine.available)
    func foreignKey(on engine: Engine) async throws {
        let orphan = try await violation(
            of: "INSERT INTO branch (id, agency, code, size) VALUES (2, 99, 'c', 1)",
            on: engine
        )
        #expect(orphan?.kind == .foreignKey)
        #expect(try await violation(of: "DELETE FROM agency", on: engine)?.kind == .foreignKey)
    }

    @Test("A value outside of its range, by the name of the rule", arguments: Engine.available)
    func check(on engine: Engine) async throws {
        let violation = try await violation(of: "UPDATE branch SET size = \(0)", on: engine)
        #expect(violation?.kind == .check)
        #expect(violation?.constraint == "branch_has_size")
    }

    @Test("A value that must be there", arguments: Engine.available)
    func notNull(on engine: Engine) async throws {
        let absent: String? = nil
        let violation = try await violation(of: "INSERT INTO agency (id, code) VALUES (5, \(absent))", on: engine)
        #expect(violation?.kind == .notNull)
        #expect(violation?.columns == ["code"])
    }

    @Test("The error never repeats a value", arguments: Engine.available)
    func discreet(on engine: Engine) async throws {
        let code = "RSSMRA80A01H501U"
        try await withDatabase(on: engine, migrations: ConstraintTests.schema) { (database: Database) async throws in
            let error = await #expect(throws: ConstraintViolation.self) {
                try await database.write { (transaction: borrowing Transaction) in
                    try transaction.run("INSERT INTO agency (id, code) VALUES (6, \(code)), (7, \(code))")
                }
            }
            #expect(error.map { "\($0)".contains(code) } == false)
            let failure = await #expect(throws: (any Error).self) {
                try await database.read { (transaction: borrowing Transaction) in
                    try transaction.first("SELECT CAST(\(code) AS BIGINT) + id FROM agency", as: [UInt8].self)
                }
            }
            #expect(failure.map { "\($0)".contains(code) } == false)
        }
    }
}
