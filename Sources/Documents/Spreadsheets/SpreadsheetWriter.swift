/// Writes an .xlsx workbook while its rows arrive, in constant memory.
///
/// The sheets hold strings in place rather than in a shared list, since such a list is complete only at the end. When a
/// sheet is full, the rows go on in another one with the same heading.
///
/// `@unchecked Sendable`: it cannot be copied and lets none of its pointers out, so only its one owner reaches them.
public struct SpreadsheetWriter: ~Copyable, TableWriter, @unchecked Sendable {
    /// What a workbook is called and how it is cut into sheets.
    public struct Options: Sendable {
        public var sheetName: String
        public var title: String
        public var creator: String
        /// BCP 47.
        public var language: String
        /// When the document was made, in epoch milliseconds.
        public var created: Int64?
        /// A sheet has 1,048,576 rows, and the heading takes one.
        public var rowsPerSheet: Int
        /// The XML of one sheet stays below four gigabytes, which is what all readers accept.
        var bytesPerSheet: UInt64 = 4_000_000_000
        var codec = Deflater.Codec.fastest

        public init(
            sheetName: String,
            title: String = "",
            creator: String = "",
            language: String = "it-IT",
            created: Int64? = nil,
            rowsPerSheet: Int = SpreadsheetWriter.mostRowsPerSheet
        ) {
            self.sheetName = sheetName
            self.title = title
            self.creator = creator
            self.language = language
            self.created = created
            self.rowsPerSheet = min(max(rowsPerSheet, 1), SpreadsheetWriter.mostRowsPerSheet)
        }
    }

    public static let mostRowsPerSheet = 1_048_575
    public static let mostColumns = 16_384
    /// XML is compressed in pieces of this size: isa-l copies 32 KiB of history with each.
    private static let piece = 131_072

    private let options: Options
    private let titles: [String]
    private let widths: [Double]
    private var zip: ZipStream
    private var row: SpreadsheetRow
    private var sheets: [String] = []
    private var rowsInSheet = 0
    private var isFinished = false
    public private(set) var rowCount = 0

    /// Begins the workbook; the first bytes are ready at once.
    public init(columns: [Column], options: Options) throws(CannotWriteTable) {
        guard !columns.isEmpty else { throw .noColumns }
        guard columns.count <= Self.mostColumns else { throw .tooManyColumns(limit: Self.mostColumns) }
        let styles = SpreadsheetStyles(columns: columns)
        var zip = try ZipStream(codec: options.codec)
        // The order lets programs that look at the first bytes only (file, mail filters) see a workbook.
        try zip.add("_rels/.rels", XMLPart.packageRelationships)
        try zip.add(
            "docProps/core.xml",
            XMLPart.core(
                title: options.title,
                creator: options.creator,
                language: options.language,
                created: options.created
            )
        )
        try zip.add("xl/styles.xml", styles.part)
        self.options = options
        self.zip = zip
        titles = SheetNames.titles(columns.map(\.title))
        widths = columns.map(\.width)
        row = SpreadsheetRow(columns: columns, styles: styles)
        openSheet()
    }

    public var readyBytes: Int { zip.ready.count }

    /// How many texts were longer than the 32,767 characters of a cell, and so end in `…`.
    public var cutTexts: Int { row.cutTexts }

    public mutating func take() -> [UInt8] { zip.take() }

    /// Appends the row that `fill` writes.
    ///
    /// A row that has too many or too few cells, or whose filling fails, is left out entirely.
    public mutating func append(_ fill: (inout SpreadsheetRow) throws -> Void) throws {
        try beginRow()
        do {
            try fill(&row)
        } catch {
            row.cancel()
            throw error
        }
        try endRow()
    }

    public mutating func append(_ cells: [Cell]) throws(CannotWriteTable) {
        try beginRow()
        for cell in cells { row.cell(cell) }
        try endRow()
    }

    public mutating func flush() throws(CannotWriteTable) {
        guard !isFinished else { throw .alreadyFinished }
        try compress(.flush)
    }

    public mutating func finish(_ information: TableInformation? = nil) throws(CannotWriteTable) {
        guard !isFinished else { throw .alreadyFinished }
        isFinished = true
        try closeSheet()
        let tables = sheets.count
        if let information { try add(information) }
        try zip.add("xl/workbook.xml", XMLPart.workbook(sheets: sheets))
        try zip.add("xl/_rels/workbook.xml.rels", XMLPart.workbookRelationships(sheets: sheets.count))
        try zip.add("[Content_Types].xml", XMLPart.contentTypes(sheets: sheets.count, tables: tables))
        zip.finish()
    }

    private mutating func beginRow() throws(CannotWriteTable) {
        guard !isFinished else { throw .alreadyFinished }
        if rowsInSheet == options.rowsPerSheet || zip.entrySize > options.bytesPerSheet {
            try closeSheet()
            openSheet()
        }
        row.begin(rowsInSheet + 2)
    }

    private mutating func endRow() throws(CannotWriteTable) {
        guard row.cellCount == row.columnCount else {
            let found = row.cellCount
            row.cancel()
            throw .wrongCellCount(row: rowCount + 1, expected: row.columnCount, found: found)
        }
        row.end()
        rowsInSheet += 1
        rowCount += 1
        if row.pending.count >= Self.piece { try compress(.more) }
    }

    private mutating func compress(_ mode: Deflater.Mode) throws(CannotWriteTable) {
        try zip.write(row.pending, mode)
        row.clearPending()
    }

    private mutating func openSheet() {
        sheets.append(SheetNames.name(options.sheetName, taken: sheets))
        rowsInSheet = 0
        zip.open("xl/worksheets/sheet\(sheets.count).xml")
        row.raw(XMLPart.sheetOpening(widths: widths, isFirst: sheets.count == 1, hasHeading: true))
        row.begin(1)
        for title in titles { row.text(title, style: SpreadsheetStyles.heading) }
        row.end()
    }

    private mutating func closeSheet() throws(CannotWriteTable) {
        // A table without any row is refused; it gets an empty one.
        if rowsInSheet == 0 {
            row.begin(2)
            row.end()
        }
        row.raw(#"</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>"#)
        try compress(.more)
        try zip.close()
        let number = sheets.count
        try zip.add("xl/worksheets/_rels/sheet\(number).xml.rels", XMLPart.sheetRelationships(table: number))
        try zip.add(
            "xl/tables/table\(number).xml",
            XMLPart.table(number, titles: titles, lastRow: max(rowsInSheet, 1) + 1)
        )
    }

    private mutating func add(_ information: TableInformation) throws(CannotWriteTable) {
        sheets.append(SheetNames.name(information.sheetName, taken: sheets))
        let columns = [Column("", .text, width: 30), Column("", .text, width: 80)]
        var lines = SpreadsheetRow(columns: columns, styles: SpreadsheetStyles(columns: columns))
        lines.raw(XMLPart.sheetOpening(widths: columns.map(\.width), isFirst: false, hasHeading: false))
        for (index, line) in information.lines.enumerated() {
            lines.begin(index + 1)
            lines.text(line.label, style: SpreadsheetStyles.heading)
            if case .text(let text) = line.value, !Self.looksLikeFormula(text) {
                lines.text(text, style: SpreadsheetStyles.wrapped)
            } else {
                lines.cell(line.value)
            }
            lines.end()
        }
        lines.raw("</sheetData></worksheet>")
        zip.open("xl/worksheets/sheet\(sheets.count).xml")
        try zip.write(lines.pending)
        try zip.close()
    }

    private static func looksLikeFormula(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { Formula.begins($0) }
    }
}
