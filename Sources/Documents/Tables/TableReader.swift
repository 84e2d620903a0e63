/// A row of a table that someone brings, all of it text.
public struct TableRow: Hashable, Sendable {
    /// Its place as a spreadsheet program counts, with the heading usually in row 1.
    public var number: Int
    /// The line of the file on which it begins; in a workbook the same as ``number``.
    public var line: Int
    /// As many cells as the heading has, or more when the row has text beyond it.
    public var cells: [String]

    public init(number: Int, line: Int, cells: [String]) {
        self.number = number
        self.line = line
        self.cells = cells
    }
}

/// A table that is read row by row, from a CSV file or a workbook, in the same shape.
///
/// In a workbook days become ISO text (`2024-02-10`, `2024-02-10T09:30:00`), numbers plain digits with a point, truth
/// values `true` and `false`, formulas what they last came to, errors their own words (`#N/A`).
/// Rows without any text are passed over.
public struct TableReader: ~Copyable, Sendable {
    /// What the table is read from.
    public enum Format: Hashable, Sendable {
        case csv(CSVSeparator, TextEncoding)
        case workbook(sheet: String)
    }

    public let format: Format
    /// The heading without outer blanks, up to its last cell with text.
    public let header: [String]
    /// The row that the heading stands in.
    public let headerRow: Int
    private let limits: TableLimits
    private var csv: CSVReader?
    private var sheet: SpreadsheetReader?
    private var count = 0

    init(_ reader: consuming CSVReader, limits: TableLimits) throws(CannotReadTable) {
        guard let first = try reader.next() else { throw .empty }
        format = .csv(reader.separator, reader.encoding)
        header = Self.heading(first.cells)
        headerRow = first.number
        self.limits = limits
        csv = consume reader
        sheet = nil
    }

    init(_ reader: consuming SpreadsheetReader, limits: TableLimits) throws(CannotReadTable) {
        guard let first = try reader.next() else { throw .empty }
        format = .workbook(sheet: reader.sheetName)
        header = Self.heading(first.cells)
        headerRow = first.number
        self.limits = limits
        csv = nil
        sheet = consume reader
    }

    /// The next row with text, nil after the last.
    public mutating func next() throws(CannotReadTable) -> TableRow? {
        var row = try csv?.next()
        if row == nil { row = try sheet?.next() }
        guard var row else { return nil }
        count += 1
        guard count <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
        while row.cells.count > header.count, row.cells.last?.isEmpty == true { row.cells.removeLast() }
        while row.cells.count < header.count { row.cells.append("") }
        return row
    }

    /// Up to `count` rows, fewer only at the end.
    public mutating func next(_ count: Int) throws(CannotReadTable) -> [TableRow] {
        var rows: [TableRow] = []
        while rows.count < count, let row = try next() { rows.append(row) }
        return rows
    }

    private static func heading(_ cells: [String]) -> [String] {
        var titles = cells.map { $0.trimmedOfBlanks }
        while titles.last?.isEmpty == true { titles.removeLast() }
        return titles
    }
}

extension TableRow {
    /// Whether no cell has anything but blanks.
    var isBlank: Bool { cells.allSatisfy { $0.utf8.allSatisfy { $0 <= 0x20 } || $0.allSatisfy(\.isWhitespace) } }
}

extension String {
    fileprivate var trimmedOfBlanks: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
