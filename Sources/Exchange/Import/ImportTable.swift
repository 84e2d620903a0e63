internal import Synchronization

/// A table on its way in: its headings, and its rows as they are asked for.
///
/// Cells are text. A spreadsheet's dates arrive as `YYYY-MM-DD` and its numbers with a decimal point, so that a column
/// reads the same from every format.
public struct ImportTable: Sendable {
    public struct Row: Hashable, Sendable {
        /// As a spreadsheet shows it: the headings are row 1.
        public let number: Int
        public let cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    public let headings: [String]
    /// How the bytes were read, for the report: `UTF-8`, `Windows-1252`, `XLSX`.
    public let encoding: String
    /// What stood between the cells, where something did.
    public let separator: String?
    /// Up to so many further rows; none at the end.
    public let next: @Sendable (_ atMost: Int) async throws -> [Row]

    public init(
        headings: [String],
        encoding: String,
        separator: String? = nil,
        next: @escaping @Sendable (_ atMost: Int) async throws -> [Row]
    ) {
        self.headings = headings
        self.encoding = encoding
        self.separator = separator
        self.next = next
    }

    /// A table that is in memory already, for instance a form's rows.
    public init(headings: [String], rows: [[String]]) {
        let taken = TakenRows()
        self.init(headings: headings, encoding: "UTF-8") { atMost in
            let range = taken.take(atMost, of: rows.count)
            return range.map { Row(number: $0 + 2, cells: rows[$0]) }
        }
    }

    private final class TakenRows: Sendable {
        let position = Mutex(0)

        func take(_ atMost: Int, of count: Int) -> Range<Int> {
            position.withLock { position in
                let end = min(count, position + max(atMost, 0))
                defer { position = end }
                return position..<end
            }
        }
    }
}
