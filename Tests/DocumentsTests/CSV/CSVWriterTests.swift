import Testing

@testable import Documents

@Suite("Writing a CSV file")
struct CSVWriterTests {
    @Test("The Italian form: semicolons, decimal comma, byte order mark, CRLF")
    func italian() throws {
        let columns = [
            Column("Nome"), Column("Paga", .decimal()), Column("Dal", .day), Column("Alle", .instant),
            Column("Sì", .boolean),
        ]
        let bytes = try CSVWriter.bytes(
            columns,
            [
                [
                    .text("D'Angelo; \"Gigi\""), .amount("1500.50"), .day("2024-02-10"),
                    .instant(milliseconds: 0, offset: 3600), .boolean(true),
                ],
                [.text(" x"), .decimal(-1e-5), .day("ieri"), .localTime("2024-02-10T09:30"), .empty],
            ],
            options: .init(trueWord: "sì", falseWord: "no")
        )
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let expected =
            "Nome;Paga;Dal;Alle;Sì\r\n\"D'Angelo; \"\"Gigi\"\"\";1500,50;2024-02-10;1970-01-01 01:00:00;sì\r\n"
            + "\" x\";-0,00001;ieri;2024-02-10 09:30:00;\r\n"
        #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == expected)
    }

    @Test("The form for programs: commas, decimal point, no mark")
    func plain() throws {
        let options = CSVWriter.Options(separator: .comma, hasByteOrderMark: false)
        let bytes = try CSVWriter.bytes(
            [Column("a,b"), Column("n", .decimal())],
            [[.text("x;y"), .decimal(0.5)]],
            options: options
        )
        #expect(String(decoding: bytes, as: UTF8.self) == "\"a,b\",n\r\nx;y,0.5\r\n")
    }

    @Test(
        "Text that could be a formula gets an apostrophe; numbers do not",
        arguments: ["=1+1", "+39 333", "-", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=\"x\";1"]
    )
    func formulas(_ text: String) throws {
        let bytes = try CSVWriter.bytes([Column("t"), Column("n", .integer)], [[.text(text), .integer(-5)]])
        var reader = try TableSource.bytes(bytes).open()
        #expect(try reader.next()?.cells == ["'" + text, "-5"])
    }

    @Test(
        "Whatever a person wrote comes back, but for NUL and the apostrophe before formulas",
        arguments: CSVSeparator.allCases
    )
    func randomTexts(_ separator: CSVSeparator) throws {
        var generator = SeededGenerator(41)
        let texts = (0..<4000).map { _ in generator.text() }
        let rows = texts.enumerated().map { [Cell.integer(Int64($0.offset)), .text($0.element), .text("x")] }
        let bytes = try CSVWriter.bytes(
            [Column("n"), Column("t"), Column("x")],
            rows,
            options: .init(separator: separator)
        )
        var reader = try TableSource.bytes(bytes).open()
        let read = try reader.all()
        #expect(read.count == texts.count)
        for (row, text) in zip(read, texts) {
            let starters: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D]
            let isFormula = text.utf8.first.map { starters.contains($0) } ?? false || text.unicodeScalars.first == "＝"
            let expected =
                (isFormula ? "'" : "") + String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0 }))
            #expect(Array(row.cells[1].utf8) == Array(expected.utf8), "\(text.debugDescription)")
        }
    }

    @Test("A row with a wrong number of cells is left out and harms nothing")
    func wrongRows() throws {
        var writer = try CSVWriter(columns: [Column("a"), Column("b")], options: .init(hasByteOrderMark: false))
        #expect(throws: CannotWriteTable.wrongCellCount(row: 1, expected: 2, found: 1)) {
            try writer.append([.text("x")])
        }
        #expect(throws: CancellationError.self) {
            try writer.append { row in
                row.text("half")
                throw CancellationError()
            }
        }
        try writer.append { row in
            row.integer(1)
            row.text(nil)
        }
        try writer.finish()
        #expect(throws: CannotWriteTable.alreadyFinished) { try writer.append([.empty, .empty]) }
        #expect(String(decoding: writer.take(), as: UTF8.self) == "a;b\r\n1;\r\n")
    }

    @Test("A lone empty cell is no empty line")
    func loneCell() throws {
        let bytes = try CSVWriter.bytes(
            [Column("a")],
            [[.empty], [.text("")]],
            options: .init(hasByteOrderMark: false)
        )
        #expect(String(decoding: bytes, as: UTF8.self) == "a\r\n\"\"\r\n\"\"\r\n")
    }
}
