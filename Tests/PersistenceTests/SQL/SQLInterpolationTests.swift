import Testing

@testable import Persistence

@Suite("Interpolated SQL")
struct SQLInterpolationTests {
    private func text(_ sql: SQL, _ engine: Engine) throws -> String { try sql.statement(for: engine).text }

    @Test("A value is bound, with the placeholder of the engine")
    func bound() throws {
        let name = "Rossi"
        let sql: SQL = "SELECT id FROM citizen WHERE name = \(name) AND age > \(30)"

        #expect(try text(sql, .sqlite) == "SELECT id FROM citizen WHERE name = ? AND age > ?")
        #expect(try text(sql, .postgresql) == "SELECT id FROM citizen WHERE name = $1 AND age > $2")
        #expect(try sql.statement(for: .sqlite).values == [.text("Rossi"), .integer(30)])
    }

    @Test(
        "What a person types never becomes text of the statement",
        arguments: ["'; DROP TABLE citizen; --", "\" OR 1=1", "$1", "?", "\\'; --", "' UNION SELECT password"]
    )
    func injection(_ hostile: String) throws {
        for engine in Engine.allCases {
            let statement = try ("SELECT \(hostile)" as SQL).statement(for: engine)
            #expect(statement.text == (engine == .sqlite ? "SELECT ?" : "SELECT $1"))
            #expect(statement.values == [.text(hostile)])
        }
    }

    @Test("An absent value is NULL")
    func optional() throws {
        let absent: String? = nil
        let present: Int64? = 7
        let sql: SQL = "INSERT INTO t VALUES (\(absent), \(present))"

        #expect(try sql.statement(for: .sqlite).values == [.null, .integer(7)])
    }

    @Test("Fragments keep their values, in the order of the text")
    func fragments() throws {
        let condition: SQL = "b = \(2)"
        let sql: SQL = "SELECT \(1) FROM t WHERE \(condition) AND c = \(3)"

        #expect(try text(sql, .postgresql) == "SELECT $1 FROM t WHERE b = $2 AND c = $3")
        #expect(try sql.statement(for: .postgresql).values == [.integer(1), .integer(2), .integer(3)])
    }

    @Test("Conditions are joined, and nothing is made of none")
    func joined() throws {
        let conditions: [SQL] = ["a = \(1)", "b = \(2)"]

        #expect(try text(conditions.joined(by: " AND "), .postgresql) == "a = $1 AND b = $2")
        #expect([SQL]().joined(by: " AND ").isEmpty)
        #expect(("" as SQL).isEmpty)
        #expect(!("x" as SQL).isEmpty)
    }

    @Test("Texts are added up")
    func added() throws {
        var sql: SQL = "SELECT 1"
        sql += " WHERE a = \(5)"

        #expect(try text(sql + " LIMIT 1", .sqlite) == "SELECT 1 WHERE a = ? LIMIT 1")
    }

    @Test("A list is one bound value, whatever its length")
    func list() throws {
        let one: SQL = "id IN \(in: [Int64(1)])"
        let many: SQL = "id IN \(in: [Int64(1), 2, 3])"

        for engine in Engine.allCases { #expect(try text(one, engine) == text(many, engine)) }
        #expect(try many.statement(for: .sqlite).values == [.text("[1,2,3]")])
        #expect(try many.statement(for: .postgresql).values == [.text("{1,2,3}")])
    }

    @Test("Each engine gets its own text where they differ")
    func perEngine() throws {
        let sql: SQL = "SELECT \(sqlite: "a(\(1))", postgresql: "b(\(2), \(3))"), \(4)"

        #expect(try text(sql, .sqlite) == "SELECT a(?), ?")
        #expect(try text(sql, .postgresql) == "SELECT b($1, $2), $3")
        #expect(try sql.statement(for: .postgresql).values == [.integer(2), .integer(3), .integer(4)])
    }

    @Test("What one engine cannot keep, neither takes")
    func unstorable() {
        #expect(throws: UnstorableValue.textWithNUL) { try ("SELECT \("a\0b")" as SQL).statement(for: .sqlite) }
        #expect(throws: UnstorableValue.textWithNUL) {
            try ("SELECT 1 WHERE 'a' IN \(in: ["a\0b"])" as SQL).statement(for: .postgresql)
        }
        #expect(throws: UnstorableValue.notANumber) { try ("SELECT \(Double.nan)" as SQL).statement(for: .sqlite) }
    }
}
