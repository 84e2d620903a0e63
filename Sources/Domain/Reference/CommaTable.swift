/// The rows of a table of ours: UTF-8, comma, quotes where needed (RFC 4180), a header.
struct CommaTable {
    let header: [String]
    let rows: [[String]]

    init(_ name: String, _ bytes: [UInt8], columns: Int? = nil) throws(CannotReadStarterTables) {
        var all: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        func endCell() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isQuoted = true
                case UInt8(ascii: ","): endCell()
                case UInt8(ascii: "\n"):
                    endCell()
                    all.append(row)
                    row.removeAll(keepingCapacity: true)
                case UInt8(ascii: "\r"): break
                default: cell.append(byte)
                }
            }
            index += 1
        }
        if !cell.isEmpty || !row.isEmpty {
            endCell()
            all.append(row)
        }
        guard let first = all.first, columns == nil || columns == first.count, !isQuoted else {
            throw .malformed(table: name, row: 1)
        }
        if let bad = all.firstIndex(where: { $0.count != first.count }) {
            throw .malformed(table: name, row: bad + 1)
        }
        header = first
        rows = Array(all.dropFirst())
    }
}
