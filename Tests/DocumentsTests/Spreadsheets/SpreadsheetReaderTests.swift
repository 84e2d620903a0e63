import Testing

@testable import Documents

@Suite("Reading a workbook")
struct SpreadsheetReaderTests {
    private let styles = """
        <styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\/mm\\/yyyy"/>
        <numFmt numFmtId="171" formatCode="[$-410]d mmmm yyyy\\ hh:mm;@"/><numFmt numFmtId="172" formatCode="00000"/>
        <numFmt numFmtId="173" formatCode="[Red]#,##0.00&quot; giorni di mesi&quot;"/><numFmt numFmtId="174" formatCode="[h]:mm"/>
        </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>
        <xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="20"/><xf numFmtId="22"/>
        <xf numFmtId="174"/></cellXfs></styleSheet>
        """

    @Test("Shared, rich and inline strings, numbers, truth values, errors and formulas become text")
    func types() throws {
        var book = HandmadeWorkbook(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>in</t><r><t xml:space="preserve"> linea </t></r></is></c>
                <c r="B2"><v>42</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c>
                <c r="E2"><f>SUM(B2:B2)</f><v>42.5</v></c><c r="F2" t="str"><f>A1&amp;"x"</f><v>a&lt;b_x0041_</v></c>
                <c r="G2"><f>B2</f></c><c r="H2" t="d"><v>2024-02-10</v></c><c r="I2" t="s"><v>2</v></c>
                <c r="J2" t="n"><v>1.1000000000000001</v></c><c r="K2" t="str"><v><![CDATA[<c>&amp;]]></v></c></row>
                """
        )
        book.sharedStrings = """
            <?xml version="1.0" encoding="UTF-8"?><x:sst xmlns:x="m"><x:si><x:t> Nome </x:t></x:si>
            <x:si><x:r><x:rPr><x:b/></x:rPr><x:t>No</x:t></x:r><x:r><x:t>te</x:t></x:r><x:rPh><x:t>furi</x:t></x:rPh></x:si>
            <x:si><x:t>_x005F_x0042_&#xE8;&#10;_x000D_</x:t></x:si></x:sst>
            """
        let read = try book.read()
        #expect(read.header == ["Nome", "Note"])
        #expect(
            read.rows.map(\.cells) == [
                [
                    "in linea ", "42", "true", "#N/A", "42.5", "a<bA", "", "2024-02-10", "_x0042_è\n\r", "1.1",
                    "<c>&amp;",
                ]
            ]
        )
    }

    @Test(
        "A number is what its format makes of it",
        arguments: [
            ("1", "45332", "2024-02-10"), ("2", "45332.0", "2024-02-10"),
            ("3", "45332.395833333336", "2024-02-10T09:30:00"),
            ("7", "45332.99999", "2024-02-10T23:59:59"), ("1", "45332.999999", "2024-02-11"), ("6", "0.5", "12:00:00"),
            ("1", "1", "1900-01-01"), ("1", "59", "1900-02-28"), ("1", "60", "1900-02-29"), ("1", "61", "1900-03-01"),
            ("1", "-3", "-3"), ("1", "2958466", "2958466"), ("4", "121", "00121"), ("4", "123456", "123456"),
            ("5", "1234.5", "1234.5"), ("0", "45332", "45332"), ("0", "1.0", "1"), ("0", "1.5E3", "1500"),
            ("0", "1E-3", "0.001"), ("0", "0.30000000000000004", "0.3"),
            ("0", "123456789012345678", "123456789012345678"),
            ("0", "-0", "0"), ("0", "9.9999999999999996E-1", "1"), ("99", "7", "7"), ("0", "abc", "abc"),
            ("8", "1.5", "1900-01-01T12:00:00"), ("0", "1E-9223372036854775808", "1E-9223372036854775808"),
            ("1", "1E9223372036854775807", "1E9223372036854775807"),
            ("1", "1E300", "1" + String(repeating: "0", count: 300)),
        ]
    )
    func numbers(_ style: String, _ raw: String, _ expected: String) throws {
        var book = HandmadeWorkbook(
            rows: #"<row><c t="str"><v>A</v></c></row><row><c s="\#(style)"><v>\#(raw)</v></c></row>"#
        )
        book.styles = styles
        #expect(try book.read().rows.first?.cells == [expected])
    }

    @Test("A workbook that counts from 1904 gives the same days")
    func since1904() throws {
        var book = HandmadeWorkbook(rows: #"<row><c t="str"><v>A</v></c></row><row><c s="1"><v>43870</v></c></row>"#)
        book.styles = styles
        book.properties = #"<workbookPr date1904="1"/>"#
        #expect(try book.read().rows.first?.cells == ["2024-02-10"])
    }

    @Test("Cells may come in any order and without references, rows with gaps")
    func places() throws {
        let book = HandmadeWorkbook(
            rows: """
                <row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c><c><v>2</v></c></row>
                <row><c><v>4</v></c><c/><c><v>6</v></c></row><row r="6"/><row r="7"><c r="A7" s="1"/><c r="Z7" t="str"><v>  </v></c></row>
                <row r="9"><c r="B9"><v>8</v></c></row>
                """
        )
        var reader = try TableSource.bytes(book.bytes()).open()
        #expect(reader.header == ["1", "2", "3"])
        #expect(reader.headerRow == 3)
        let rows = try reader.all()
        #expect(
            rows == [
                TableRow(number: 4, line: 4, cells: ["4", "", "6"]),
                TableRow(number: 9, line: 9, cells: ["", "8", ""]),
            ]
        )
    }

    @Test("A row with a number that no workbook has is counted on from the one before")
    func strangeRows() throws {
        let book = HandmadeWorkbook(
            rows: """
                <row r="1"><c><v>1</v></c></row><row r="9223372036854775807"><c><v>2</v></c></row><row><c><v>3</v></c></row>
                <row r="-9223372036854775808"><c><v>4</v></c></row>
                """
        )
        #expect(try book.read().rows.map(\.number) == [2, 3, 4])
    }

    @Test("The first visible sheet is read, or the one of a name")
    func choice() throws {
        var book = HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        book.sheets = [
            ("Nascosto", "hidden", "<row><c><v>1</v></c></row>"),
            ("Segreto", "veryHidden", "<row><c><v>2</v></c></row>"),
            ("Offerte &amp; altro", "visible", "<row><c><v>3</v></c></row>"),
        ]
        #expect(try book.read().header == ["3"])
        #expect(try book.read(sheet: "segreto").header == ["2"])
        #expect(try book.read(sheet: "offerte & altro").header == ["3"])
        #expect(throws: CannotReadTable.noSheet(named: "Manca")) { _ = try book.read(sheet: "Manca") }
        book.sheets.removeLast()
        #expect(throws: CannotReadTable.noSheet(named: nil)) { _ = try book.read() }
    }

    @Test("A sheet without text has no heading")
    func empty() {
        let book = HandmadeWorkbook(rows: #"<row r="1"><c r="A1" s="1"/></row>"#)
        #expect(throws: CannotReadTable.empty) { _ = try book.read() }
    }

    @Test("More columns or rows than allowed are refused, blank ones are not counted")
    func limits() throws {
        var limits = TableLimits()
        limits.columns = 2
        limits.rows = 2
        let head = "<row><c><v>1</v></c></row>"
        let blank = #"<row><c><v>1</v></c><c/><c/><c r="XFD2" s="3"/></row>"#
        #expect(
            try HandmadeWorkbook(rows: head + blank + "<row/>" + blank + "<row/>").read(limits: limits).rows.count == 2
        )
        #expect(throws: CannotReadTable.tooManyRows(limit: 2)) {
            _ = try HandmadeWorkbook(rows: head + blank + blank + blank).read(limits: limits)
        }
        #expect(throws: CannotReadTable.tooManyColumns(row: 2, limit: 2)) {
            _ = try HandmadeWorkbook(rows: head + #"<row><c r="C2"><v>1</v></c></row>"#).read(limits: limits)
        }
    }

    @Test("A shared string that is not there means damage")
    func missingText() {
        let book = HandmadeWorkbook(rows: #"<row><c t="s"><v>7</v></c></row>"#)
        #expect(throws: CannotReadTable.damaged(part: "sharedStrings")) { _ = try book.read() }
    }
}
