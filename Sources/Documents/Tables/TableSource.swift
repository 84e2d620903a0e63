public import Foundation

/// A file that someone brings: a CSV file or a workbook, told apart by what is in it.
///
/// The name and the type that a browser sends say little: lists are saved as `.xls` that are web pages, and as `.csv`
/// that are workbooks.
public enum TableSource: Sendable {
    case bytes([UInt8])
    case file(URL)

    /// Opens the table; the first row with text is its heading.
    ///
    /// - Parameters:
    ///   - sheet: the sheet of a workbook, by name; without it the first visible one.
    public func open(sheet: String? = nil, limits: TableLimits = TableLimits()) throws(CannotReadTable) -> TableReader {
        let content = try content(limits)
        let beginning = try content.beginning()
        if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try TableReader(SpreadsheetReader(content, sheet: sheet, limits: limits), limits: limits)
        }
        if let other = try Self.otherFormat(beginning, of: content) { throw other }
        return try TableReader(CSVReader(content, limits: limits), limits: limits)
    }

    private func content(_ limits: TableLimits) throws(CannotReadTable) -> FileContent {
        let content: FileContent
        switch self {
        case .bytes(let bytes): content = .bytes(bytes)
        case .file(let url): content = .file(path: url.path(percentEncoded: false))
        }
        guard try content.size() <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        return content
    }

    private static func otherFormat(
        _ beginning: [UInt8],
        of content: FileContent
    ) throws(CannotReadTable) -> CannotReadTable? {
        if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            // A workbook with a password is wrapped in the container of the old format (MS-OFFCRYPTO 2.3).
            let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { letter in [letter, 0] }
            return try content.contains(mark) ? .passwordProtected : .oldExcelFormat
        }
        if beginning.starts(with: "%PDF".utf8) { return .pdf }
        if beginning.starts(with: "{\\rtf".utf8) { return .richText }
        let text = beginning.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let words = String(decoding: text.prefix(64), as: UTF8.self).lowercased()
        let marks = ["<html", "<!doctype", "<table", "<?xml", "<head", "<meta"]
        return marks.contains { words.hasPrefix($0) } ? .markup : nil
    }
}
