/// Why a table that someone brings cannot be read.
///
/// Each case says enough for a sentence that tells the person what to do; lines count from 1.
public enum CannotReadTable: Error, Hashable, Sendable {
    /// There is no heading, or nothing at all.
    case empty
    /// The file is not there or cannot be read.
    case unreadable

    // MARK: Limits
    case tooManyBytes(limit: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(row: Int, limit: Int)
    case rowTooLong(line: Int, limit: Int)

    // MARK: CSV
    /// The quotation mark that opens on this line is never closed.
    case unclosedQuote(line: Int)
    /// There is text between a closing quotation mark and the next separator.
    case textAfterQuote(line: Int)
    /// There is a NUL on this line: the file is no text.
    case notText(line: Int)
    /// The file is text in an encoding that is not read here, such as UTF-16.
    case unsupportedEncoding(String)

    // MARK: Other kinds of file
    /// The format of Excel 97–2003 (.xls).
    case oldExcelFormat
    case passwordProtected
    /// Excel's binary workbook (.xlsb).
    case binaryWorkbook
    /// An OpenDocument file (.ods, .odt).
    case openDocument
    /// A ZIP archive that holds no workbook.
    case notASpreadsheet
    case pdf
    case richText
    /// A web page or XML, which some programs save under the name of a spreadsheet.
    case markup

    // MARK: Workbooks
    /// A part of the workbook is broken, cut off or missing.
    case damaged(part: String)
    /// The archive is built to exhaust who opens it.
    case hostile(HostileArchive)
    /// There is no visible sheet, or none of the asked name.
    case noSheet(named: String?)
}

/// What is wrong with an archive that should not be opened.
public enum HostileArchive: Hashable, Sendable {
    case tooManyEntries(limit: Int)
    case entryTooLarge(limit: Int)
    case contentTooLarge(limit: Int)
    /// It unpacks to more than so many times its size.
    case compressionRatio(limit: Int)
    /// Its XML declares a document type, through which entities grow without bound or read files (CWE-776, CWE-611).
    case documentType
}

/// How much of a file is read before it is refused.
public struct TableLimits: Hashable, Sendable {
    /// Of the file as it comes.
    public var bytes = 64 * 1024 * 1024
    /// Rows with content, without the heading.
    public var rows = 1_048_576
    public var columns = 512
    /// Of one row, or of one cell of a workbook.
    public var rowBytes = 1024 * 1024
    /// Entries of a workbook's archive.
    public var entries = 4096
    /// Of one entry of the archive, unpacked.
    public var entryBytes = 256 * 1024 * 1024
    /// Of all entries of the archive, unpacked.
    public var contentBytes = 384 * 1024 * 1024
    /// Of the strings that a workbook's sheets share, which stay in memory.
    public var sharedTextBytes = 64 * 1024 * 1024
    /// How many times its size an entry may unpack to.
    public var ratio = 250

    public init() {}
}
