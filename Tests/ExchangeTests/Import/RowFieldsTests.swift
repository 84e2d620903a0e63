import Domain
import TestSupport
import Testing

@testable import Exchange

@Suite("Cells of an imported row")
struct RowFieldsTests {
    private enum Colour: String, CaseIterable { case red, darkBlue = "dark_blue" }

    private func fields(_ text: String) throws -> RowFields {
        let columns = try ColumnMap(["x"], columns: [ImportColumn("x"), ImportColumn("absent")])
        return RowFields(ImportTable.Row(number: 2, cells: [text]), columns: columns)
    }

    @Test(
        "A text loses its outer blanks, and blank cells are nothing",
        arguments: [(" a b ", "a b"), ("\u{A0}x\t", "x"), ("  ", nil), ("", nil)]
    )
    func text(_ cell: String, _ value: String?) throws {
        var fields = try fields(cell)
        #expect(fields.text("x") == value)
        #expect(fields.text("absent") == nil)
        #expect(fields.findings.isEmpty)
        #expect(fields.has("x") && !fields.has("absent"))
    }

    @Test("A blank cell where a value is needed is an error", arguments: ["", "  ", "\u{A0}"])
    func required(_ cell: String) throws {
        var fields = try fields(cell)
        #expect(fields.required("x") == nil)
        #expect(fields.filled("x") { $0.day("x") } == nil)
        #expect(fields.findings.map(\.code) == ["required", "required"])
        #expect(fields.findings.allSatisfy { $0.field == "x" })
    }

    @Test("Damaged text is refused", arguments: ["a\u{0}b", "a\u{FFFD}", "\u{1B}[31m", "\u{7F}x"])
    func damaged(_ cell: String) throws {
        var fields = try fields(cell)
        #expect(fields.text("x") == nil)
        #expect(fields.findings.map(\.code) == ["unreadable_characters"])
    }

    @Test("A text that is too long is refused, one that just fits is not")
    func long() throws {
        var fitting = try fields(String(repeating: "è", count: 200))
        #expect(fitting.text("x")?.count == 200)
        var long = try fields(String(repeating: "è", count: 201))
        #expect(long.text("x") == nil)
        #expect(long.findings.map(\.code) == ["too_long"])
    }

    @Test(
        "Days are read as people and spreadsheets write them",
        arguments: [
            ("2026-12-31", "2026-12-31"), ("31/12/2026", "2026-12-31"), ("1.2.2026", "2026-02-01"),
            ("2026-12-31T00:00:00", "2026-12-31"), ("2026-12-31 00:00:00", "2026-12-31"),
            ("2026-12-31T00:00:00Z", "2026-12-31"), ("31/12/2026 00:00", "2026-12-31"),
        ] as [(String, Day)]
    )
    func day(_ cell: String, _ day: Day) throws {
        var fields = try fields(cell)
        #expect(fields.day("x") == day)
    }

    @Test(
        "What is no day is refused with how to write one",
        arguments: ["31/02/2026", "2026-12-31 09:30", "soon", "45000", "12/31/2026"]
    )
    func notADay(_ cell: String) throws {
        var fields = try fields(cell)
        #expect(fields.day("x") == nil)
        #expect(fields.findings.map(\.code) == ["not_a_date"])
        #expect(fields.findings.first?.suggestion?.it == "Usare AAAA-MM-GG oppure GG/MM/AAAA")
    }

    @Test(
        "Numbers are read with Italian and English signs",
        arguments: [
            ("1500", 150_000), ("1500.5", 150_050), ("1500,50", 150_050), ("1.500,50", 150_050), ("1,500.50", 150_050),
            ("€ 1.500", 150_000), ("1.500.000", 150_000_000), ("1'500", 150_000), ("1 500,00", 150_000), ("0", 0),
            ("1,5", 150), ("12,500", 1250), ("+7", 700), ("0.01", 1), ("1500.0", 150_000),
        ] as [(String, Int64)]
    )
    func hundredths(_ cell: String, _ value: Int64) throws {
        var fields = try fields(cell)
        #expect(fields.hundredths("x") == value)
        #expect(fields.findings.isEmpty)
    }

    @Test(
        "What is no number, or has more decimals than cents, is refused",
        arguments: [
            "abc", "1,234,5", "1.2.3", "12,345", "1..5", ",", "-", "1e3", "١٢", "1500 EUR", "12.34.567,8", "1500.000",
        ]
    )
    func notADecimal(_ cell: String) throws {
        var fields = try fields(cell)
        #expect(fields.hundredths("x") == nil)
        #expect(fields.findings.map(\.code) == ["not_a_decimal"])
    }

    @Test("Numbers outside their range are refused with the range")
    func range() throws {
        var low = try fields("-1")
        #expect(low.hundredths("x") == nil)
        var high = try fields("61")
        #expect(high.integer("x", in: 0...60) == nil)
        #expect((low.findings + high.findings).map(\.code) == ["out_of_range", "out_of_range"])
        #expect(high.findings.first?.message.it == "Il valore deve essere compreso tra 0 e 60")
        var broken = try fields("1,5")
        #expect(broken.integer("x") == nil)
        #expect(broken.findings.map(\.code) == ["not_an_integer"])
        var whole = try fields("3.0")
        #expect(whole.integer("x") == 3)
    }

    @Test(
        "Yes and no in the words in use",
        arguments: [
            ("S", true), ("sì", true), ("SI", true), ("si'", true), ("true", true), ("1", true), ("VERO", true),
            ("N", false), ("no", false), ("false", false), ("0", false), ("FALSO", false),
        ]
    )
    func boolean(_ cell: String, _ value: Bool) throws {
        var fields = try fields(cell)
        #expect(fields.boolean("x") == value)
    }

    @Test("Neither yes nor no is refused", arguments: ["forse", "2", "sn"])
    func notABoolean(_ cell: String) throws {
        var fields = try fields(cell)
        #expect(fields.boolean("x") == nil)
        #expect(fields.findings.map(\.code) == ["not_a_boolean"])
    }

    @Test("Codes match without case, accents and dashes, and by the further words given")
    func codes() throws {
        for (cell, colour) in [
            ("red", Colour.red), ("RED", .red), ("dark_blue", .darkBlue), ("Dark blue", .darkBlue), ("rosso", .red),
        ] {
            var fields = try fields(cell)
            #expect(fields.code("x", as: Colour.self, words: ["Rosso": .red]) == colour)
        }
        var unknown = try fields("green")
        #expect(unknown.code("x", as: Colour.self) == nil)
        #expect(unknown.findings.map(\.code) == ["unknown_code"])
        #expect(unknown.findings.first?.suggestion?.it == "Valori ammessi: red, dark_blue")
    }

    @Test("Lists drop blank parts")
    func lists() throws {
        var fields = try fields(" A | B||C ")
        #expect(fields.list("x") == ["A", "B", "C"])
        var blank = try self.fields("")
        #expect(blank.list("x") == [])
    }

    @Test("Tax codes are read, and a zero that a spreadsheet ate comes back")
    func taxCodes() throws {
        var person = try fields("rssmra80a01h501u")
        #expect(person.personTaxCode("x")?.text == "RSSMRA80A01H501U")
        var organisation = try fields("1234567897")
        #expect(organisation.organisationTaxCode("x")?.text == "01234567897")
        var wrong = try fields("1234567898")
        #expect(wrong.organisationTaxCode("x") == nil)
        #expect(wrong.findings.map(\.code) == ["tax_code_wrong_length"])
        var typo = try fields("RSSMRA80A01H501X")
        #expect(typo.personTaxCode("x") == nil)
        #expect(typo.findings.map(\.code) == ["tax_code_wrong_check_character"])
    }

    @Test(
        "E-mail addresses",
        arguments: [
            ("a@b.it", "a@b.it"), ("Mario.Rossi+x@Esempio.IT", "Mario.Rossi+x@esempio.it"), ("a@b@c.it", nil),
            ("a@b", nil), ("a b@c.it", nil), ("@c.it", nil), ("a@.it", nil), ("a@b..it", nil), ("<a@b.it>", nil),
            (".a@b.it", nil), ("a\u{00A0}b@c.it", nil), ("a@\(String(repeating: "b", count: 64)).it", nil),
        ]
    )
    func email(_ cell: String, _ value: String?) throws {
        var fields = try fields(cell)
        #expect(fields.email("x") == value)
        #expect(fields.findings.map(\.code) == (value == nil ? ["not_an_email"] : []))
    }

    @Test("A row with text beyond the headings is an error, blank surplus is not")
    func surplus() throws {
        let columns = try ColumnMap(["x"], columns: [ImportColumn("x")])
        #expect(
            RowFields(.init(number: 2, cells: ["a", "b"]), columns: columns).findings.map(\.code) == ["too_many_cells"]
        )
        #expect(RowFields(.init(number: 2, cells: ["a", " "]), columns: columns).findings.isEmpty)
    }
}
