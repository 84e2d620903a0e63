import Foundation
import Testing

@testable import Documents

@Suite("Writing a spreadsheet")
struct SpreadsheetWriterTests {
    private let two = [Column("Nome"), Column("Note")]

    @Test("Every type of cell comes back as what it was")
    func types() throws {
        let columns = [
            Column("Testo"), Column("CAP", .code), Column("Intero", .integer), Column("Decimale", .decimal(places: 3)),
            Column("Importo", .decimal()), Column("Giorno", .day), Column("Istante", .instant), Column("Ora", .instant),
            Column("Sì o no", .boolean),
        ]
        let bytes = try SpreadsheetWriter.bytes(
            columns,
            [
                [
                    .text("Niccolò D'Alessandro & figli"), .text("00100"), .integer(-42), .decimal(0.125),
                    .amount("1500.00"),
                    .day("2024-02-29"), .instant(milliseconds: 1_707_555_015_999, offset: 3600),
                    .localTime("2024-02-10T09:30"), .boolean(true),
                ],
                [.empty, .empty, .empty, .empty, .empty, .empty, .empty, .empty, .boolean(false)],
                [
                    .text("1"), .text("1"), .integer(1_234_567_890_123_456), .decimal(1e21), .amount("n.d."),
                    .day("1899-12-31"), .instant(milliseconds: .max, offset: 0), .localTime("domani"), .empty,
                ],
                [
                    .text("-"), .empty, .integer(999_999_999_999_999), .decimal(.infinity), .amount("-0.5"),
                    .day("1900-02-28"), .instant(milliseconds: -2_300_000_000_000, offset: 0),
                    .localTime("1900-03-01 00:00:01"),
                    .empty,
                ],
            ]
        )
        var reader = try TableSource.bytes(bytes).open()
        #expect(reader.header == columns.map(\.title))
        #expect(reader.format == .workbook(sheet: "Dati"))
        let rows = try reader.all().map(\.cells)
        #expect(
            rows == [
                [
                    "Niccolò D'Alessandro & figli", "00100", "-42", "0.125", "1500", "2024-02-29",
                    "2024-02-10T09:50:15",
                    "2024-02-10T09:30:00", "true",
                ],
                ["", "", "", "", "", "", "", "", "false"],
                [
                    "1", "1", "1234567890123456", "1000000000000000000000", "n.d.", "1899-12-31", "9223372036854775807",
                    "domani", "",
                ],
                [
                    "-", "", "999999999999999", "", "-0.5", "1900-02-28", "1897-02-11 15:06:40", "1900-03-01T00:00:01",
                    "",
                ],
            ]
        )
    }

    @Test("Whatever a person wrote comes back, but for what a cell cannot hold", arguments: Deflater.Codec.allCases)
    func randomTexts(_ codec: Deflater.Codec) throws {
        guard codec.isAvailable else { return }
        var generator = SeededGenerator(2023)
        var options = SpreadsheetWriter.Options(sheetName: "Dati")
        options.codec = codec
        let texts = (0..<4000).map { _ in generator.text() } + [String(repeating: "lungo testo & ", count: 2000)]
        let rows = texts.enumerated().map { [Cell.integer(Int64($0.offset)), .text($0.element)] }
        let bytes = try SpreadsheetWriter.bytes([Column("N", .integer), Column("Testo")], rows, options: options)
        var reader = try TableSource.bytes(bytes).open()
        for (index, row) in try reader.all().enumerated() {
            #expect(
                row.cells == [String(index), Self.held(texts[index])],
                "text \(index): \(texts[index].debugDescription)"
            )
        }
    }

    @Test(
        "Text that could be a formula is text by type and stays so when it is edited",
        arguments: ["=1+1", "+39", "-", "@a"]
    )
    func formulas(_ text: String) throws {
        let sheet = try Self.sheet(of: SpreadsheetWriter.bytes(two, [[.text(text), .text("a\(text)")]]))
        #expect(sheet.contains(#"<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">\#(text)</t>"#))
        #expect(sheet.contains(#"<c r="B2" t="inlineStr"><is><t>a\#(text)</t>"#))
        #expect(!sheet.contains("<f>"))
        let styles = try Self.part("xl/styles.xml", of: SpreadsheetWriter.bytes(two, []))
        let formats = styles.split(separator: "<cellXfs")[1].split(separator: "<xf ")
        #expect(formats[3].contains(#"quotePrefix="1""#))
    }

    @Test(
        "What looks like an escape is escaped, and nothing else",
        arguments: [
            ("_x0041_", "_x005F_x0041_"), ("_x0_", "_x005F_x0_"), ("_\u{1}x\u{FFFE}00\u{2}41_", "_x005F_x0041_"),
            ("a_b_", "a_b_"), ("_x_", "_x_"), ("_x004", "_x004"), ("_X0041_", "_X0041_"), ("_x00g1_", "_x00g1_"),
            ("_x005F_", "_x005F_x005F_"), ("__x0041__", "__x005F_x0041__"), ("\u{B}\r\n\r", "\n\n\n"),
        ]
    )
    func escapes(_ text: String, _ expected: String) {
        #expect(String(decoding: XMLText.escaped(text), as: UTF8.self) == expected)
    }

    @Test("A text of nothing but control characters is an empty cell")
    func onlyControls() throws {
        let sheet = try Self.sheet(of: SpreadsheetWriter.bytes(two, [[.text("\u{1}\u{2}"), .text("\u{FFFF}")]]))
        #expect(sheet.contains(#"<row r="2"></row>"#))
    }

    @Test("A text of 40,000 characters is cut to what a cell holds, marked and counted", arguments: ["x", "à", "𝒳"])
    func longTexts(_ letter: String) throws {
        var writer = try SpreadsheetWriter(columns: two, options: .init(sheetName: "Dati"))
        let units = letter.utf16.count
        let fitting = String(repeating: letter, count: 32_767 / units)
        try writer.append([.text(String(repeating: letter, count: 40_000)), .text(fitting)])
        #expect(writer.cutTexts == 1)
        try writer.finish()
        var reader = try TableSource.bytes(writer.take()).open()
        let cells = try #require(try reader.next()).cells
        #expect(cells[0] == String(repeating: letter, count: 32_766 / units) + "…")
        #expect(cells[0].utf16.count <= 32_767)
        #expect(cells[1] == fitting)
    }

    @Test("Rows beyond the limit go on in further sheets with the same heading")
    func severalSheets() throws {
        let options = SpreadsheetWriter.Options(sheetName: "Cittadini", rowsPerSheet: 1000)
        let rows = (0..<2500).map { [Cell.text("n\($0)"), .text("x")] }
        let information = TableInformation(sheetName: "Cittadini", lines: [.init("Righe", .integer(2500))])
        let bytes = try SpreadsheetWriter.bytes(two, rows, options: options, information: information)
        var found: [String] = []
        for (name, count) in [("Cittadini", 1000), ("Cittadini 2", 1000), ("Cittadini 3", 500)] {
            var reader = try TableSource.bytes(bytes).open(sheet: name)
            #expect(reader.header == ["Nome", "Note"])
            let part = try reader.all()
            #expect(part.count == count)
            #expect(part.first?.number == 2)
            found += part.map { $0.cells[0] }
        }
        #expect(found == (0..<2500).map { "n\($0)" })
        let last = try TableSource.bytes(bytes).open(sheet: "Cittadini 4")
        #expect(last.header == ["Righe", "2500"])
        #expect(try Self.part("xl/tables/table3.xml", of: bytes).contains(#"ref="A1:B501""#))
    }

    @Test("A sheet whose XML grows too large goes on in another one")
    func largeSheets() throws {
        var options = SpreadsheetWriter.Options(sheetName: "Dati")
        options.bytesPerSheet = 200_000
        let rows = (0..<6000).map { [Cell.text("n\($0)"), .text(String(repeating: "y", count: 50))] }
        let bytes = try SpreadsheetWriter.bytes(two, rows, options: options)
        var total = 0
        for number in 1...4 {
            var reader = try TableSource.bytes(bytes).open(sheet: number == 1 ? "Dati" : "Dati \(number)")
            total += try reader.all().count
        }
        #expect(total == 6000)
    }

    @Test("A list without rows is a heading over one empty row, as a table wants it")
    func noRows() throws {
        let bytes = try SpreadsheetWriter.bytes(two, [])
        var reader = try TableSource.bytes(bytes).open()
        #expect(reader.header == ["Nome", "Note"])
        #expect(try reader.next() == nil)
        #expect(try Self.part("xl/tables/table1.xml", of: bytes).contains(#"ref="A1:B2""#))
        #expect(try Self.sheet(of: bytes).contains(#"<row r="2"></row>"#))
    }

    @Test("The information sheet tells who, when and out of what")
    func information() throws {
        let information = TableInformation(
            sheetName: "Informazioni: [filtri]",
            lines: [
                .init("Operatore", .text("Anna Bianchi")), .init("Filtri", .text("età ≤ 30\nparole: cuoco")),
                .init("Nome cercato", .text("=1+1")), .init("Righe", .integer(1)), .init("Giorno", .day("2026-11-23")),
            ]
        )
        let bytes = try SpreadsheetWriter.bytes(two, [[.text("a"), .text("b")]], information: information)
        var reader = try TableSource.bytes(bytes).open(sheet: "Informazioni filtri")
        #expect(reader.header == ["Operatore", "Anna Bianchi"])
        let rest = try reader.all().map(\.cells)
        #expect(
            rest == [
                ["Filtri", "età ≤ 30\nparole: cuoco"], ["Nome cercato", "=1+1"], ["Righe", "1"],
                ["Giorno", "2026-11-23"],
            ]
        )
    }

    @Test("Headings are made fit for a table: not empty, on one line, each unlike the others")
    func headings() throws {
        let titles = ["Nome", "nome", "", "Due\nrighe", "=1+1", "_x0041_ \"<&>\"", String(repeating: "l", count: 300)]
        let bytes = try SpreadsheetWriter.bytes(titles.map { Column($0) }, [])
        let reader = try TableSource.bytes(bytes).open()
        #expect(
            reader.header == [
                "Nome", "nome 2", "Column 3", "Due righe", "=1+1", "_x0041_ \"<&>\"",
                String(repeating: "l", count: 255),
            ]
        )
        #expect(
            try Self.part("xl/tables/table1.xml", of: bytes).contains(
                #"name="_x005F_x0041_ &quot;&lt;&amp;&gt;&quot;""#
            )
        )
    }

    @Test("A row with a wrong number of cells, or that fails half-way, is left out and harms nothing")
    func wrongRows() throws {
        var writer = try SpreadsheetWriter(columns: two, options: .init(sheetName: "Dati"))
        try writer.append([.text("a"), .text("b")])
        #expect(throws: CannotWriteTable.wrongCellCount(row: 2, expected: 2, found: 1)) {
            try writer.append([.text("x")])
        }
        #expect(throws: CannotWriteTable.wrongCellCount(row: 2, expected: 2, found: 3)) {
            try writer.append([.text("x"), .integer(1), .day("2024-01-01")])
        }
        #expect(throws: CancellationError.self) {
            try writer.append { row in
                row.text("half")
                throw CancellationError()
            }
        }
        try writer.append { row in
            row.text("c")
            row.empty()
        }
        #expect(writer.rowCount == 2)
        try writer.finish()
        #expect(throws: CannotWriteTable.alreadyFinished) { try writer.append([.empty, .empty]) }
        #expect(throws: CannotWriteTable.alreadyFinished) { try writer.finish() }
        var reader = try TableSource.bytes(writer.take()).open()
        let rows = try reader.all().map(\.cells)
        #expect(rows == [["a", "b"], ["c", ""]])
    }

    @Test("A table has columns, and not more than a sheet")
    func columnCount() {
        #expect(throws: CannotWriteTable.noColumns) { _ = try SpreadsheetWriter.bytes([], []) }
        #expect(throws: CannotWriteTable.tooManyColumns(limit: 16_384)) {
            _ = try SpreadsheetWriter.bytes((0...16_384).map { Column("c\($0)") }, [])
        }
    }

    @Test("The last column of a sheet is XFD")
    func letters() {
        #expect(
            [0, 25, 26, 51, 701, 702, 16_383].map(SpreadsheetRow.letters) == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]
        )
    }

    @Test("A stream that breaks off anywhere is no spreadsheet")
    func brokenStreams() throws {
        var writer = try SpreadsheetWriter(columns: two, options: .init(sheetName: "Dati"))
        var bytes = writer.take()
        for number in 0..<5000 {
            try writer.append([.integer(Int64(number)), .text("n\(number &* 2_654_435_761 % 100_003)")])
            if number % 500 == 0 {
                bytes += writer.take()
                #expect(throws: CannotReadTable.damaged(part: "ZIP")) { _ = try TableSource.bytes(bytes).open() }
            }
        }
        try writer.finish()
        bytes += writer.take()
        for cut in stride(from: 4, to: bytes.count, by: max(bytes.count / 200, 1)) {
            #expect(throws: CannotReadTable.self) {
                var reader = try TableSource.bytes(Array(bytes[..<cut])).open()
                _ = try reader.all()
            }
        }
        var whole = try TableSource.bytes(bytes).open()
        #expect(try whole.all().count == 5000)
    }

    @Test("Flushing hands out the rows so far at once", arguments: Deflater.Codec.allCases)
    func flushing(_ codec: Deflater.Codec) throws {
        guard codec.isAvailable else { return }
        var options = SpreadsheetWriter.Options(sheetName: "Dati")
        options.codec = codec
        var writer = try SpreadsheetWriter(columns: two, options: options)
        var bytes = writer.take()
        #expect(!bytes.isEmpty)
        try writer.append([.text("a"), .text("b")])
        #expect(writer.readyBytes == 0)
        try writer.flush()
        #expect(writer.readyBytes > 0)
        bytes += writer.take()
        try writer.append([.text("c"), .text("d")])
        try writer.finish()
        bytes += writer.take()
        var reader = try TableSource.bytes(bytes).open()
        #expect(try reader.all().map(\.cells) == [["a", "b"], ["c", "d"]])
    }

    @Test("The same list gives the same bytes, however it is taken away")
    func deterministic() throws {
        let rows = (0..<3000).map { [Cell.integer(Int64($0)), .text("riga \($0)")] }
        var writer = try SpreadsheetWriter(columns: two, options: .init(sheetName: "Dati"))
        for row in rows { try writer.append(row) }
        try writer.finish()
        #expect(try writer.take() == SpreadsheetWriter.bytes(two, rows))
    }

    /// What a cell keeps of a text, by the rules and not by the code.
    static func held(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars {
            switch scalar.value {
            case 0x0B, 0x0C, 0x0D: kept.append("\n")
            case 0..<0x09, 0x0E..<0x20, 0xFFFE, 0xFFFF: break
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    private static func sheet(of bytes: [UInt8]) throws -> String { try part("xl/worksheets/sheet1.xml", of: bytes) }

    private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let entry = try ZipArchive(.bytes(bytes), limits: TableLimits()).open(name)
        var content: [UInt8] = []
        while try entry.read(into: &content) {}
        return String(decoding: content, as: UTF8.self)
    }
}
