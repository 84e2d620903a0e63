/// Reads one sheet of an .xlsx workbook row by row.
///
/// `@unchecked Sendable`: it cannot be copied and nobody else holds its archive, so only its one owner reaches libzip.
struct SpreadsheetReader: ~Copyable, @unchecked Sendable {
    let sheetName: String
    private let workbook: Workbook
    private let limits: TableLimits
    private var scanner: XMLScanner
    private var row = 0
    private var isAtEnd = false

    init(_ content: FileContent, sheet name: String?, limits: TableLimits) throws(CannotReadTable) {
        let archive = try ZipArchive(content, limits: limits)
        let workbook = try Workbook(archive, limits: limits)
        let sheet = try workbook.sheet(named: name)
        let entry = try archive.open(sheet.part)
        let scanner = try Self.rows(of: XMLScanner(entry, limit: limits.rowBytes), part: sheet.part)
        self.workbook = workbook
        self.limits = limits
        self.scanner = scanner
        sheetName = sheet.name
    }

    /// The next row with text, nil after the last.
    mutating func next() throws(CannotReadTable) -> TableRow? {
        while !isAtEnd {
            switch try scanner.next() {
            case .start where scanner.name == "row":
                row = scanner.attribute("r").flatMap(Self.row) ?? row + 1
                let found = TableRow(number: row, line: row, cells: try readCells())
                if !found.isBlank { return found }
            case .end where scanner.name == "sheetData", .finish:
                try scanner.drain()
                isAtEnd = true
            case .start, .end, .text: continue
            }
        }
        return nil
    }

    /// The scanner, moved to where the rows begin.
    private static func rows(of sheet: XMLScanner, part: String) throws(CannotReadTable) -> XMLScanner {
        var scanner = sheet
        while true {
            switch try scanner.next() {
            case .start where scanner.name == "sheetData": return scanner
            case .finish: throw .damaged(part: part)
            case .start, .end, .text: continue
            }
        }
    }

    private mutating func readCells() throws(CannotReadTable) -> [String] {
        var cells: [String] = []
        var column = -1
        while true {
            switch try scanner.next() {
            case .start where scanner.name == "c":
                column = scanner.attribute("r").flatMap(Self.column) ?? column + 1
                let text = try readCell()
                if text.isEmpty { continue }
                guard column < limits.columns else { throw .tooManyColumns(row: row, limit: limits.columns) }
                while cells.count <= column { cells.append("") }
                cells[column] = text
            case .end where scanner.name == "row", .finish: return cells
            case .start, .end, .text: continue
            }
        }
    }

    private mutating func readCell() throws(CannotReadTable) -> String {
        let type = scanner.attribute("t") ?? "n"
        let style = scanner.attribute("s").flatMap { Int($0) } ?? 0
        var value: [UInt8] = []
        var isValue = false
        loop: while true {
            switch try scanner.next() {
            case .start where scanner.name == "v": isValue = true
            case .end where scanner.name == "v": isValue = false
            case .start where scanner.name == "is": value = try scanner.richText(until: "is")
            case .text: if isValue { value += scanner.text }
            case .end where scanner.name == "c", .finish: break loop
            case .start, .end: continue
            }
            guard value.count <= limits.rowBytes else { throw .rowTooLong(line: row, limit: limits.rowBytes) }
        }
        return value.isEmpty ? "" : try text(value, type: type, style: style)
    }

    private func text(_ value: [UInt8], type: String, style: Int) throws(CannotReadTable) -> String {
        let raw = String(decoding: value, as: UTF8.self)
        switch type {
        case "s":
            guard let index = Int(raw), workbook.sharedTexts.indices.contains(index) else {
                throw .damaged(part: "sharedStrings")
            }
            return workbook.sharedTexts[index]
        case "str", "inlineStr": return XMLScanner.unescaped(value)
        case "b": return raw == "1" || raw == "true" ? "true" : "false"
        case "e", "d": return raw
        default:
            let format = workbook.formats.indices.contains(style) ? workbook.formats[style] : .number
            return workbook.numbers.text(raw, format)
        }
    }

    /// The number of a row; nil for one that no workbook has, from which nothing could be counted on.
    private static func row(_ text: String) -> Int? {
        Int(text).flatMap { 1...1_048_576 ~= $0 ? $0 : nil }
    }

    /// The column of a reference such as `AB12`, from 0; nil when it is none.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            let letter = (byte & 0xDF) &- UInt8(ascii: "A")
            guard letter < 26 else { break }
            column = column * 26 + Int(letter) + 1
            guard column <= 16_384 else { return nil }
        }
        return column > 0 ? column - 1 : nil
    }
}
