public import Domain

/// The cells of one row under their columns' names, read into the domain's types.
///
/// Each reading that fails leaves a finding and answers nil; a blank cell answers nil without one, unless the reading is
/// `required`. A row whose findings hold an error is refused whole.
public struct RowFields: Sendable {
    public let number: Int
    public private(set) var findings: [Finding] = []
    private let cells: [String]
    private let columns: ColumnMap
    private let defaults: [String: String]

    /// - Parameter defaults: cells for columns that the file does not have, for instance the agency chosen outside it.
    init(_ row: ImportTable.Row, columns: ColumnMap, defaults: [String: String] = [:]) {
        number = row.number
        cells = row.cells
        self.columns = columns
        self.defaults = defaults
        let surplus = row.cells.dropFirst(columns.headings.count)
        if surplus.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
            findings.append(.tooManyCells(row.cells.count, headings: columns.headings.count))
        }
    }

    public mutating func add(_ finding: Finding) {
        findings.append(finding)
    }

    public var hasErrors: Bool { findings.haveErrors }

    /// Whether the file has this column at all: an absent column leaves a stored value alone, a blank cell clears it.
    public func has(_ column: String) -> Bool {
        columns.positions[column] != nil
    }

    /// The cell as it is, without surrounding blanks; nil when blank.
    ///
    /// For keys of receipts, which need no findings.
    public func raw(_ column: String) -> String? {
        guard let position = columns.positions[column] else { return defaults[column] }
        guard position < cells.count else { return nil }
        let text = cells[position].trimmingBlanks()
        return text.isEmpty ? nil : text
    }
}

// MARK: - Texts

extension RowFields {
    /// The text of a cell, nil when blank.
    ///
    /// Control characters are refused: they come from damaged files, and PostgreSQL cannot store NUL.
    public mutating func text(_ column: String, atMost limit: Int = 200) -> String? {
        guard let text = raw(column) else { return nil }
        // U+FFFD stands where a file's encoding could not be read.
        if text.hasControlCharacter(isMultiline: true) || text.unicodeScalars.contains("\u{FFFD}") {
            findings.append(.unreadableCharacters(column))
            return nil
        }
        if text.unicodeScalars.count > limit {
            findings.append(.tooLong(column, limit: limit))
            return nil
        }
        return text
    }

    /// As `text`, and a blank cell is an error.
    public mutating func required(_ column: String, atMost limit: Int = 200) -> String? {
        filled(column) { $0.text(column, atMost: limit) }
    }

    /// Reads a cell that may not be blank: `fields.filled("birth_date") { $0.day("birth_date") }`.
    public mutating func filled<Value>(_ column: String, _ read: (inout RowFields) -> Value?) -> Value? {
        if raw(column) == nil {
            findings.append(.blank(column))
            return nil
        }
        return read(&self)
    }

    /// The parts of a cell such as `A|B|C`, without blank ones.
    public mutating func list(_ column: String, separator: Character = "|", atMost limit: Int = 4000) -> [String] {
        guard let text = text(column, atMost: limit) else { return [] }
        return text.split(separator: separator).map { String($0).trimmingBlanks() }.filter { !$0.isEmpty }
    }
}

extension StringProtocol {
    /// Without blanks at both ends; the no-break space that spreadsheets like counts as one.
    func trimmingBlanks() -> String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
