/// A table that is written row by row, and whose bytes are taken away while it grows.
///
/// The caller appends rows, and whenever ``readyBytes`` is worth a write (64 KiB, say) takes them and hands them to the
/// socket or file. Nothing else is kept, so memory stays flat however long the table is. What was taken before
/// ``finish(_:)`` is never a whole document: a stream that breaks off cannot pass for a short list.
public protocol TableWriter: ~Copyable, Sendable {
    /// How many bytes ``take()`` would give now.
    var readyBytes: Int { get }
    /// How many rows were appended, without the heading.
    var rowCount: Int { get }
    /// Appends one row; it must have as many cells as there are columns.
    mutating func append(_ cells: [Cell]) throws(CannotWriteTable)
    /// Hands out what is ready and forgets it.
    mutating func take() -> [UInt8]
    /// Pushes all rows appended so far into what ``take()`` gives, at some cost in size.
    mutating func flush() throws(CannotWriteTable)
    /// Ends the document; ``take()`` gives the rest.
    mutating func finish(_ information: TableInformation?) throws(CannotWriteTable)
}

/// What stands beside a table: who made it, when, out of which filters.
///
/// Given at the end, because the number of rows is known only then. CSV has no place for it and leaves it out.
public struct TableInformation: Hashable, Sendable {
    /// A line with its label.
    public struct Line: Hashable, Sendable {
        public var label: String
        public var value: Cell

        public init(_ label: String, _ value: Cell) {
            self.label = label
            self.value = value
        }
    }

    public var sheetName: String
    public var lines: [Line]

    public init(sheetName: String, lines: [Line]) {
        self.sheetName = sheetName
        self.lines = lines
    }
}

/// Why a table cannot be written.
public enum CannotWriteTable: Error, Hashable, Sendable {
    case noColumns
    case tooManyColumns(limit: Int)
    /// A row has more or fewer cells than the table has columns; it is left out, and the table is still sound.
    case wrongCellCount(row: Int, expected: Int, found: Int)
    /// The document would not fit in the four gigabytes that every reader of a spreadsheet accepts.
    case tooLarge
    case alreadyFinished
    case noMemory
}
