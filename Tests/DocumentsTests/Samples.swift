import Testing

@testable import Documents

/// Random numbers that are the same in every run, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    /// Text out of what breaks writers: markup, quotes, controls, escapes, noncharacters, wide and combining letters.
    mutating func text(longest: Int = 40) -> String {
        let pieces = [
            "a", "Z", "0", " ", "  ", "&", "<", ">", "\"", "'", ";", ",", "_", "_x0041_", "_x005F_", "_x", "x0041_",
            "\t",
            "\n", "\r", "\r\n", "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1F}", "\u{7F}", "\u{85}", "\u{FFFE}",
            "\u{FFFF}", "\u{FFFD}", "\u{FEFF}", "à", "é", "ß", "Шевченко", "Nguyễn", "e\u{301}", "👩‍💻", "𝒳", "￥", "=",
            "+",
            "-", "@", "＝", "=1+1", "]]>", "<!--", "Reggio nell'Emilia", "magazziniere",
        ]
        let count = Int.random(in: 0...longest, using: &self)
        return (0..<count).reduce(into: "") { text, _ in
            text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
        }
    }
}

extension TableReader {
    /// All rows to the end.
    mutating func all() throws -> [TableRow] {
        var rows: [TableRow] = []
        while let row = try next() { rows.append(row) }
        return rows
    }
}

extension SpreadsheetWriter {
    /// A whole workbook of these rows.
    static func bytes(
        _ columns: [Column],
        _ rows: [[Cell]],
        options: Options = Options(sheetName: "Dati"),
        information: TableInformation? = nil
    ) throws -> [UInt8] {
        var writer = try SpreadsheetWriter(columns: columns, options: options)
        var bytes: [UInt8] = []
        for row in rows {
            try writer.append(row)
            if writer.readyBytes > 1000 { bytes += writer.take() }
        }
        try writer.finish(information)
        return bytes + writer.take()
    }
}

extension CSVWriter {
    /// A whole file of these rows.
    static func bytes(_ columns: [Column], _ rows: [[Cell]], options: Options = Options()) throws -> [UInt8] {
        var writer = try CSVWriter(columns: columns, options: options)
        for row in rows { try writer.append(row) }
        try writer.finish(nil)
        return writer.take()
    }
}

/// A workbook put together by hand, for what our writer never writes.
struct HandmadeWorkbook {
    var sheets: [(name: String, state: String, rows: String)]
    var sharedStrings: String?
    var styles: String?
    var properties = ""
    var sheetPrologue = ""
    var extra: [(name: String, content: [UInt8])] = []
    var main = "xl/workbook.xml"

    init(rows: String) { sheets = [("Foglio1", "visible", rows)] }

    func bytes() throws -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var zip = try ZipStream(codec: .zlib)
        try zip.add(
            "_rels/.rels",
            Array(
                #"<Relationships><Relationship Id="a" Type="\#(office)/officeDocument" Target="\#(main)"/></Relationships>"#
                    .utf8
            )
        )
        var list = ""
        var links = #"<Relationship Id="styles" Type="\#(office)/styles" Target="styles.xml"/>"#
        if sharedStrings != nil {
            links += #"<Relationship Id="texts" Type="\#(office)/sharedStrings" Target="/xl/sharedStrings.xml"/>"#
        }
        for (index, sheet) in sheets.enumerated() {
            list += #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" state="\#(sheet.state)" r:id="s\#(index)"/>"#
            links +=
                #"<Relationship Id="s\#(index)" Type="\#(office)/worksheet" Target="./worksheets/s\#(index).xml"/>"#
            let content = "\(sheetPrologue)<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
            try zip.add("xl/worksheets/s\(index).xml", Array(content.utf8))
        }
        try zip.add("xl/workbook.xml", Array("<workbook>\(properties)<sheets>\(list)</sheets></workbook>".utf8))
        try zip.add("xl/_rels/workbook.xml.rels", Array("<Relationships>\(links)</Relationships>".utf8))
        try zip.add("xl/styles.xml", Array((styles ?? "<styleSheet/>").utf8))
        if let sharedStrings { try zip.add("xl/sharedStrings.xml", Array(sharedStrings.utf8)) }
        for part in extra { try zip.add(part.name, part.content) }
        zip.finish()
        return zip.take()
    }

    /// The heading and the rows of the sheet that is read.
    func read(sheet: String? = nil, limits: TableLimits = TableLimits()) throws -> (header: [String], rows: [TableRow])
    {
        var reader = try TableSource.bytes(bytes()).open(sheet: sheet, limits: limits)
        return (reader.header, try reader.all())
    }
}
