/// Where the cells of a row are read from, while the engine holds it.
@usableFromInline
enum Cells {
    case sqlite(OpaquePointer)
    case postgresql(OpaquePointer, row: Int32)
}

/// A row, read in the order of its columns.
///
/// ```swift
/// init(from row: inout Row) throws {
///     id = try row.next()
///     name = try row.next()
/// }
/// ```
public struct Row: ~Copyable {
    @usableFromInline let cells: Cells
    @usableFromInline let width: Int32
    @usableFromInline var position: Int32 = 0

    init(_ cells: Cells, width: Int32) {
        self.cells = cells
        self.width = width
    }

    /// The value of the next column.
    @inlinable
    public mutating func next<Value: ColumnDecodable>(_ type: Value.Type = Value.self) throws -> Value {
        if position >= width {
            throw CannotDecode(column: "\(position + 1)", expected: "\(type)", found: "no more columns")
        }
        let column = Column(cells, index: position)
        position += 1
        return try Value.decode(column)
    }

    /// The next cell itself, for whoever judges what is stored instead of trusting it.
    public mutating func next<Result>(_ body: (borrowing Column) throws -> Result) throws -> Result {
        if position >= width {
            throw CannotDecode(column: "\(position + 1)", expected: "a column", found: "no more columns")
        }
        let column = Column(cells, index: position)
        position += 1
        return try body(column)
    }

    /// Passes over columns that are of no use here.
    public mutating func skip(_ count: Int = 1) {
        position += Int32(count)
    }
}

/// What is made of one row.
public protocol FromRow: Sendable {
    init(from row: inout Row) throws
}

extension FromRow where Self: ColumnDecodable {
    @inlinable
    public init(from row: inout Row) throws {
        self = try row.next()
    }
}

extension Int64: FromRow {}
extension Int: FromRow {}
extension Int32: FromRow {}
extension Bool: FromRow {}
extension Double: FromRow {}
extension String: FromRow {}
extension [UInt8]: FromRow {}
extension Optional: FromRow where Wrapped: ColumnDecodable {}
