public import Domain

/// Why the body of a load is refused as a whole.
public enum CannotTakeBody: Error, Hashable, Sendable {
    case tooManyRows(limit: Int)
    case tooLarge(limit: Int)
    /// One row alone is so long that nobody can have meant it.
    case rowTooLong(row: Int, limit: Int)
    /// Not `{"items": […]}`; at which byte.
    case malformed(offset: Int)
    /// The table's headings are refused.
    case headings(CannotImport)
    case empty
}

/// Cuts the body of a load into pieces of whole rows while it comes in, and keeps no more of it than one piece.
public struct VacancyLoadBody: Sendable {
    /// How many bytes a body may have.
    public static let mostBytes = 256 * 1024 * 1024
    /// How many bytes a row may have.
    static let mostRowBytes = 256 * 1024
    /// When a piece is full: whichever comes first.
    static let pieceRows = 1000
    static let pieceBytes = 4 * 1024 * 1024

    /// How many rows there were so far.
    public private(set) var rows = 0
    private var cutter: RowCutter
    private var bytes = 0
    private var piece: [UInt8] = []
    private var pieceRow = 1
    private var rowsInPiece = 0
    private var number = 0
    /// The rows of the body with the blank ones: how people count lines.
    private var line = 0
    /// The headings of a table, which each of its pieces begins with.
    private var header: [UInt8]?
    private var separatorLine: [UInt8] = []
    private let isTable: Bool

    public init(_ format: VacancyLoadFormat) {
        cutter = RowCutter(format)
        isTable = format == .csv
    }

    /// Takes the next bytes.
    ///
    /// - Returns: The pieces that they have filled.
    public mutating func take(_ chunk: [UInt8]) throws(CannotTakeBody) -> [VacancyLoadPiece] {
        var full: [VacancyLoadPiece] = []
        for byte in chunk {
            bytes += 1
            guard let row = try cutter.take(byte) else { continue }
            if let piece = try add(row) { full.append(piece) }
        }
        if bytes > VacancyLoadBody.mostBytes { throw .tooLarge(limit: VacancyLoadBody.mostBytes) }
        return full
    }

    /// The end of the body.
    ///
    /// - Returns: What is left of it.
    public mutating func end() throws(CannotTakeBody) -> [VacancyLoadPiece] {
        var last: [VacancyLoadPiece] = []
        if let row = try cutter.end(), let piece = try add(row) { last.append(piece) }
        if isTable, header == nil { throw .empty }
        if let piece = cut() { last.append(piece) }
        return last
    }

    private mutating func add(_ row: [UInt8]) throws(CannotTakeBody) -> VacancyLoadPiece? {
        line += 1
        if isTable, header == nil {
            if row.allSatisfy(VacancyLoadFormat.isBlank) { return nil }
            // Excel's own first line, that names the separator.
            if separatorLine.isEmpty, row.count <= 8, String(decoding: row, as: UTF8.self).lowercased().contains("sep=")
            {
                separatorLine = row + [UInt8(ascii: "\n")]
                return nil
            }
            let headings = separatorLine + row
            do throws(CannotImport) { _ = try VacancyLoadFormat.columns(headings) } catch { throw .headings(error) }
            header = headings
            return nil
        }
        var full: VacancyLoadPiece?
        if rowsInPiece == VacancyLoadBody.pieceRows || piece.count >= VacancyLoadBody.pieceBytes { full = cut() }
        if piece.isEmpty {
            pieceRow = line
            if let header { piece = header + [UInt8(ascii: "\n")] }
        }
        if !row.allSatisfy(VacancyLoadFormat.isBlank) {
            rows += 1
            rowsInPiece += 1
            if rows > VacancyLoads.mostRows { throw .tooManyRows(limit: VacancyLoads.mostRows) }
        }
        piece += row
        piece.append(UInt8(ascii: "\n"))
        return full
    }

    private mutating func cut() -> VacancyLoadPiece? {
        defer { (piece, rowsInPiece) = ([], 0) }
        if rowsInPiece == 0 { return nil }
        defer { number += 1 }
        return VacancyLoadPiece(number: number, firstRow: pieceRow, rows: rowsInPiece, content: piece)
    }
}
