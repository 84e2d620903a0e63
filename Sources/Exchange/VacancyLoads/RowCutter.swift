/// Finds where the rows of a body end, byte by byte, without reading what they say.
struct RowCutter: Sendable {
    private let format: VacancyLoadFormat
    private var row: [UInt8] = []
    private var count = 0
    private var isQuoted = false
    // Of a table only.
    private var isCellStart = true
    /// Whether the byte before closed a quotation, or was the first half of a doubled mark.
    private var hasClosed = false
    private var isReturn = false
    // Of an array of items only.
    private var place = Place.start
    private var isEscaped = false
    private var depth = 0
    private var offset = 0

    /// Where in `{"items": […]}` the next byte is.
    private enum Place: Hashable {
        case start
        /// So many bytes of the name have been seen.
        case name(Int)
        case colon
        case opening
        case firstItem
        case item
        case nextItem
        case afterItem
        case closing
        case end
    }

    private static let name = Array("\"items\"".utf8)

    init(_ format: VacancyLoadFormat) {
        self.format = format
    }

    /// Takes one byte.
    ///
    /// - Returns: The row that it ends.
    mutating func take(_ byte: UInt8) throws(CannotTakeBody) -> [UInt8]? {
        switch format {
        case .ndjson:
            return byte == UInt8(ascii: "\n") ? finish() : try keep(byte)
        case .csv:
            return try takeCell(byte)
        case .json:
            defer { offset += 1 }
            return try takeItem(byte)
        }
    }

    /// The row that the end of the body ends.
    mutating func end() throws(CannotTakeBody) -> [UInt8]? {
        if format == .json {
            if place != .end { throw .malformed(offset: offset) }
            return nil
        }
        return row.isEmpty ? nil : finish()
    }

    private mutating func finish() -> [UInt8] {
        count += 1
        defer { row.removeAll(keepingCapacity: true) }
        return row
    }

    private mutating func keep(_ byte: UInt8) throws(CannotTakeBody) -> [UInt8]? {
        if row.count == VacancyLoadBody.mostRowBytes {
            throw .rowTooLong(row: count + 1, limit: VacancyLoadBody.mostRowBytes)
        }
        row.append(byte)
        return nil
    }

    // MARK: Rows of a table

    /// Quotation marks count at the beginning of a cell alone, as for whoever reads the table then.
    private mutating func takeCell(_ byte: UInt8) throws(CannotTakeBody) -> [UInt8]? {
        let mark = UInt8(ascii: "\"")
        if isQuoted {
            if byte == mark { (isQuoted, hasClosed) = (false, true) }
            return try keep(byte)
        }
        let (mayOpen, wasReturn) = (isCellStart || hasClosed, isReturn)
        (isCellStart, hasClosed, isReturn) = (false, false, false)
        switch byte {
        case mark: isQuoted = mayOpen
        case UInt8(ascii: "\n"):
            isCellStart = true
            return wasReturn ? nil : finish()
        case UInt8(ascii: "\r"):
            (isCellStart, isReturn) = (true, true)
            return finish()
        case UInt8(ascii: ","), UInt8(ascii: ";"): isCellStart = true
        // A byte order mark stands before the first cell.
        case 0xEF, 0xBB, 0xBF: isCellStart = count == 0 && row.count < 3
        default: break
        }
        return try keep(byte)
    }

    // MARK: Items of an array

    private mutating func takeItem(_ byte: UInt8) throws(CannotTakeBody) -> [UInt8]? {
        if place == .item { return try goOn(byte) }
        if VacancyLoadFormat.isBlank(byte), !isInName { return nil }
        switch (place, byte) {
        case (.start, UInt8(ascii: "{")): place = .name(0)
        case (.name(let seen), _) where byte == RowCutter.name[seen]:
            place = seen + 1 == RowCutter.name.count ? .colon : .name(seen + 1)
        case (.colon, UInt8(ascii: ":")): place = .opening
        case (.opening, UInt8(ascii: "[")): place = .firstItem
        case (.firstItem, UInt8(ascii: "]")), (.afterItem, UInt8(ascii: "]")): place = .closing
        case (.afterItem, UInt8(ascii: ",")): place = .nextItem
        case (.closing, UInt8(ascii: "}")): place = .end
        case (.firstItem, UInt8(ascii: "{")), (.nextItem, UInt8(ascii: "{")):
            (place, depth, isQuoted, isEscaped) = (.item, 1, false, false)
            return try keep(byte)
        default: throw .malformed(offset: offset)
        }
        return nil
    }

    private var isInName: Bool {
        if case .name(let seen) = place { return seen > 0 }
        return false
    }

    /// A byte of an item: it ends where the brackets that it began with do.
    private mutating func goOn(_ byte: UInt8) throws(CannotTakeBody) -> [UInt8]? {
        // An item becomes a line. In a text no end of line may stand, and a byte that may not either keeps it so.
        let isEndOfLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        _ = try keep(isEndOfLine ? (isQuoted ? 1 : UInt8(ascii: " ")) : byte)
        if isQuoted {
            if isEscaped {
                isEscaped = false
            } else {
                isEscaped = byte == UInt8(ascii: "\\")
                if byte == UInt8(ascii: "\"") { isQuoted = false }
            }
            return nil
        }
        switch byte {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        if depth > 0 { return nil }
        place = .afterItem
        return finish()
    }
}
