/// Writes a table as CSV (RFC 4180) while its rows arrive.
public struct CSVWriter: ~Copyable, TableWriter {
    /// How the file is laid out.
    public struct Options: Sendable {
        public var separator: CSVSeparator
        /// Without the mark Excel reads UTF-8 as Windows-1252 and spoils every accent.
        public var hasByteOrderMark: Bool
        /// Italian spreadsheets part fields by semicolons and take the comma for decimals.
        public var hasDecimalComma: Bool
        public var trueWord: String
        public var falseWord: String

        public init(
            separator: CSVSeparator = .semicolon,
            hasByteOrderMark: Bool = true,
            hasDecimalComma: Bool? = nil,
            trueWord: String = "true",
            falseWord: String = "false"
        ) {
            self.separator = separator
            self.hasByteOrderMark = hasByteOrderMark
            self.hasDecimalComma = hasDecimalComma ?? (separator == .semicolon)
            self.trueWord = trueWord
            self.falseWord = falseWord
        }
    }

    private var row: CSVRow
    private let columnCount: Int
    private var isFinished = false
    public private(set) var rowCount = 0

    public init(columns: [Column], options: Options = Options()) throws(CannotWriteTable) {
        guard !columns.isEmpty else { throw .noColumns }
        columnCount = columns.count
        row = CSVRow(options)
        if options.hasByteOrderMark { row.bytes += [0xEF, 0xBB, 0xBF] }
        for column in columns { row.text(column.title) }
        row.end()
    }

    public var readyBytes: Int { row.bytes.count }

    public mutating func take() -> [UInt8] {
        var bytes: [UInt8] = []
        swap(&bytes, &row.bytes)
        return bytes
    }

    /// Appends the row that `fill` writes.
    ///
    /// A row that has too many or too few cells, or whose filling fails, is left out entirely.
    public mutating func append(_ fill: (inout CSVRow) throws -> Void) throws {
        guard !isFinished else { throw CannotWriteTable.alreadyFinished }
        let start = row.bytes.count
        row.begin()
        do {
            try fill(&row)
        } catch {
            row.cancel(to: start)
            throw error
        }
        try endRow(from: start)
    }

    public mutating func append(_ cells: [Cell]) throws(CannotWriteTable) {
        guard !isFinished else { throw .alreadyFinished }
        let start = row.bytes.count
        row.begin()
        for cell in cells { row.cell(cell) }
        try endRow(from: start)
    }

    public mutating func flush() throws(CannotWriteTable) {
        guard !isFinished else { throw .alreadyFinished }
    }

    public mutating func finish(_ information: TableInformation? = nil) throws(CannotWriteTable) {
        guard !isFinished else { throw .alreadyFinished }
        isFinished = true
    }

    private mutating func endRow(from start: Int) throws(CannotWriteTable) {
        guard row.cellCount == columnCount else {
            let found = row.cellCount
            row.cancel(to: start)
            throw .wrongCellCount(row: rowCount + 1, expected: columnCount, found: found)
        }
        row.end()
        rowCount += 1
    }
}

/// What parts the fields of a CSV file.
public enum CSVSeparator: Hashable, Sendable, CaseIterable {
    case comma
    case semicolon

    var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ";") }
}
