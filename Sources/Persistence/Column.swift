internal import CPostgres
internal import CSQLite

/// One cell of a row, lent while it is decoded.
public struct Column: ~Copyable {
    let cells: Cells
    let index: Int32

    @usableFromInline
    init(_ cells: Cells, index: Int32) {
        self.cells = cells
        self.index = index
    }

    /// The name that the statement gives to the column.
    public var name: String {
        let name: UnsafePointer<CChar>? =
            switch cells {
            case .sqlite(let statement): sqlite3_column_name(statement, index)
            case .postgresql(let result, _): UnsafePointer(PQfname(result, index))
            }
        return name.map { String(cString: $0) } ?? "\(index + 1)"
    }

    public var isNull: Bool {
        switch cells {
        case .sqlite(let statement): sqlite3_column_type(statement, index) == SQLITE_NULL
        case .postgresql(let result, let row): PQgetisnull(result, row, index) != 0
        }
    }

    public func integer() throws -> Int64 {
        switch cells {
        case .sqlite(let statement):
            guard sqlite3_column_type(statement, index) == SQLITE_INTEGER else { throw mismatch(.integer) }
            return sqlite3_column_int64(statement, index)
        case .postgresql(let result, let row):
            guard let number = parseInteger(try characters(result, row, as: .integer)) else { throw mismatch(.integer) }
            return number
        }
    }

    public func real() throws -> Double {
        switch cells {
        case .sqlite(let statement):
            let type = sqlite3_column_type(statement, index)
            guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { throw mismatch(.real) }
            return sqlite3_column_double(statement, index)
        case .postgresql(let result, let row):
            let text = String(decoding: try characters(result, row, as: .real), as: UTF8.self)
            guard let number = Double(text) else { throw mismatch(.real) }
            return number
        }
    }

    public func text() throws -> String {
        switch cells {
        case .sqlite(let statement):
            guard sqlite3_column_type(statement, index) == SQLITE_TEXT,
                let characters = sqlite3_column_text(statement, index)
            else { throw mismatch(.text) }
            let count = Int(sqlite3_column_bytes(statement, index))
            return String(decoding: UnsafeBufferPointer(start: characters, count: count), as: UTF8.self)
        case .postgresql(let result, let row):
            return String(decoding: try characters(result, row, as: .text), as: UTF8.self)
        }
    }

    /// The bytes of a text as they are stored: an engine that does not check them may hold what is not UTF-8.
    public func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) throws -> Result {
        switch cells {
        case .sqlite(let statement):
            guard sqlite3_column_type(statement, index) == SQLITE_TEXT,
                let characters = sqlite3_column_text(statement, index)
            else { throw mismatch(.text) }
            return try body(
                UnsafeBufferPointer(start: characters, count: Int(sqlite3_column_bytes(statement, index)))
            )
        case .postgresql(let result, let row):
            return try body(try characters(result, row, as: .text))
        }
    }

    public func blob() throws -> [UInt8] {
        switch cells {
        case .sqlite(let statement):
            guard sqlite3_column_type(statement, index) == SQLITE_BLOB else { throw mismatch(.blob) }
            guard let bytes = sqlite3_column_blob(statement, index) else { return [] }
            return [UInt8](
                UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, index)))
            )
        case .postgresql(let result, let row):
            guard let bytes = parseHexadecimal(try characters(result, row, as: .blob)) else { throw mismatch(.blob) }
            return bytes
        }
    }

    public func boolean() throws -> Bool {
        switch cells {
        case .sqlite:
            return try integer() != 0
        case .postgresql(let result, let row):
            switch try characters(result, row, as: .boolean).first {
            case UInt8(ascii: "t"), UInt8(ascii: "1"): return true
            case UInt8(ascii: "f"), UInt8(ascii: "0"): return false
            default: throw mismatch(.boolean)
            }
        }
    }

    private func characters(
        _ result: OpaquePointer,
        _ row: Int32,
        as expected: SQLType
    ) throws -> UnsafeBufferPointer<UInt8> {
        guard PQgetisnull(result, row, index) == 0, let value = PQgetvalue(result, row, index) else {
            throw mismatch(expected)
        }
        let bytes = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: bytes, count: Int(PQgetlength(result, row, index)))
    }

    /// Never tells the value itself, which may be personal data.
    private func mismatch(_ expected: SQLType) -> CannotDecode {
        CannotDecode(column: name, expected: expected.rawValue, found: isNull ? "NULL" : "another type")
    }
}

private func parseInteger(_ digits: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let first = digits.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var number: Int64 = 0
    for position in (isNegative ? 1 : 0)..<digits.count {
        let digit = digits[position] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        let (tens, firstOverflow) = number.multipliedReportingOverflow(by: 10)
        let (sum, secondOverflow) =
            isNegative
            ? tens.subtractingReportingOverflow(Int64(digit))
            : tens.addingReportingOverflow(Int64(digit))
        if firstOverflow || secondOverflow { return nil }
        number = sum
    }
    return digits.count > (isNegative ? 1 : 0) ? number : nil
}

/// The bytes of PostgreSQL's `\x` form.
private func parseHexadecimal(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count >= 2, text.count.isMultiple(of: 2), text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x")
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2 - 1)
    for position in stride(from: 2, to: text.count, by: 2) {
        guard let high = nibble(text[position]), let low = nibble(text[position + 1]) else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}

private func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
}
