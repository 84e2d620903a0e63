/// Reads CSV (RFC 4180) record by record.
///
/// Takes what programs really write: commas or semicolons, any line ending, line breaks inside quotes, a `sep=` line.
struct CSVReader: Sendable {
    private enum Place {
        case fieldStart
        case plain
        case quoted
        /// After a quotation mark inside quotes: the end of the field, or the first half of a doubled mark.
        case quote
        /// After the end of a quoted field, where only blanks may stand.
        case closed
    }

    let encoding: TextEncoding
    let separator: CSVSeparator
    private let limits: TableLimits
    private var stream: ByteStream
    private var piece: [UInt8] = []
    private var index = 0
    private var isAtEnd = false

    /// The line being read.
    private var line = 1
    private var record = 0
    private var followsCarriageReturn = false

    /// The fields of the record being read, without their quotes, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var place = Place.fieldStart
    private var quoteLine = 0

    init(_ content: FileContent, limits: TableLimits) throws(CannotReadTable) {
        self.limits = limits
        encoding = try TextEncoding.detect(content)
        stream = try content.stream()
        piece = try stream.next()
        if encoding == .utf8WithByteOrderMark { index = 3 }
        let text = piece[index...]
        let hint = Self.separatorLine(text)
        separator = hint?.separator ?? Self.separator(of: text)
        if let hint {
            index += hint.length
            line = 2
            record = 1
        }
    }

    /// The next record with text, nil after the last.
    mutating func next() throws(CannotReadTable) -> TableRow? {
        while let row = try nextRecord() {
            if !row.isBlank { return row }
        }
        return nil
    }

    private mutating func nextRecord() throws(CannotReadTable) -> TableRow? {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        place = .fieldStart
        var start = line
        var hasBegun = false
        while let byte = try nextByte() {
            if followsCarriageReturn {
                followsCarriageReturn = false
                if byte == 0x0A {
                    if place == .quoted { bytes.append(byte) }
                    continue
                }
            }
            if !hasBegun {
                hasBegun = true
                start = line
            }
            if try take(byte, start: start) { return finished(start) }
            guard bytes.count <= limits.rowBytes else { throw .rowTooLong(line: start, limit: limits.rowBytes) }
        }
        if place == .quoted { throw .unclosedQuote(line: quoteLine) }
        guard hasBegun else { return nil }
        try endField(start)
        return finished(start)
    }

    /// Takes one byte; true when it ends the record.
    private mutating func take(_ byte: UInt8, start: Int) throws(CannotReadTable) -> Bool {
        guard byte != 0 else { throw .notText(line: line) }
        if byte == 0x0A || byte == 0x0D {
            line += 1
            followsCarriageReturn = byte == 0x0D
        }
        if place == .quoted {
            if byte == 0x22 { place = .quote } else { bytes.append(byte) }
            return false
        }
        if byte == 0x0A || byte == 0x0D {
            try endField(start)
            return true
        }
        if byte == separator.byte {
            try endField(start)
            return false
        }
        switch place {
        case .fieldStart where byte == 0x22:
            place = .quoted
            quoteLine = line
        case .quote where byte == 0x22:
            place = .quoted
            bytes.append(byte)
        case .quote, .closed:
            guard byte == 0x20 || byte == 0x09 else { throw .textAfterQuote(line: line) }
            place = .closed
        case .fieldStart, .plain, .quoted:
            place = .plain
            bytes.append(byte)
        }
        return false
    }

    private mutating func endField(_ start: Int) throws(CannotReadTable) {
        ends.append(bytes.count)
        place = .fieldStart
        guard ends.count <= limits.columns else { throw .tooManyColumns(row: record + 1, limit: limits.columns) }
    }

    private mutating func finished(_ start: Int) -> TableRow {
        record += 1
        var cells: [String] = []
        cells.reserveCapacity(ends.count)
        var from = 0
        for end in ends {
            cells.append(encoding.decode(bytes[from..<end]))
            from = end
        }
        return TableRow(number: record, line: start, cells: cells)
    }

    private mutating func nextByte() throws(CannotReadTable) -> UInt8? {
        if index == piece.count {
            if isAtEnd { return nil }
            piece = try stream.next()
            index = 0
            if piece.isEmpty {
                isAtEnd = true
                return nil
            }
        }
        defer { index += 1 }
        return piece[index]
    }

    /// The separator that stands more often in the first line with text, outside quotes.
    ///
    /// On a tie the semicolon, which is what Italian spreadsheets write; a comma then belongs to the words.
    private static func separator(of bytes: ArraySlice<UInt8>) -> CSVSeparator {
        var commas = 0
        var semicolons = 0
        var isQuoted = false
        var hasText = false
        for byte in bytes {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x0A where !isQuoted && hasText, 0x0D where !isQuoted && hasText:
                return semicolons > 0 && semicolons >= commas ? .semicolon : .comma
            case UInt8(ascii: ",") where !isQuoted: commas += 1
            case UInt8(ascii: ";") where !isQuoted: semicolons += 1
            default: if byte > 0x20 { hasText = true }
            }
        }
        return semicolons > 0 && semicolons >= commas ? .semicolon : .comma
    }

    /// The line `sep=;`, with which Excel is told the separator, and its length with the line ending.
    private static func separatorLine(_ bytes: ArraySlice<UInt8>) -> (separator: CSVSeparator, length: Int)? {
        let head = Array(bytes.prefix(7))
        guard head.count >= 6, String(decoding: head.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let separator = CSVSeparator.allCases.first(where: { $0.byte == head[4] })
        else { return nil }
        if head[5] == 0x0A { return (separator, 6) }
        guard head[5] == 0x0D else { return nil }
        return (separator, head.count > 6 && head[6] == 0x0A ? 7 : 6)
    }
}
