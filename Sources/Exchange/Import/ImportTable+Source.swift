public import Documents
internal import Domain
internal import Synchronization

extension ImportTable {
    /// A file that somebody brings, CSV or workbook.
    ///
    /// - Throws: ``CannotImport`` when it is neither, or is broken.
    public init(_ source: TableSource, sheet: String? = nil, limits: TableLimits = TableLimits()) throws(CannotImport) {
        let reader: TableReader
        do throws(CannotReadTable) {
            reader = try source.open(sheet: sheet, limits: limits)
        } catch {
            throw error == .empty ? .empty : .unreadable(error.explanation)
        }
        let (encoding, separator) = reader.format.words
        let headings = reader.header
        let rows = ReadRows(reader)
        self.init(headings: headings, encoding: encoding, separator: separator) { count in
            do throws(CannotReadTable) {
                return try rows.next(count).map { Row(number: $0.number, cells: $0.cells) }
            } catch {
                throw CannotImport.unreadable(error.explanation)
            }
        }
    }

    private final class ReadRows: Sendable {
        private let reader: Mutex<TableReader>

        init(_ reader: consuming sending TableReader) {
            self.reader = Mutex(reader)
        }

        func next(_ count: Int) throws(CannotReadTable) -> [TableRow] {
            try reader.withLock { (reader: inout sending TableReader) throws(CannotReadTable) in try reader.next(count)
            }
        }
    }
}

extension TableReader.Format {
    fileprivate var words: (encoding: String, separator: String?) {
        switch self {
        case .csv(let separator, let encoding): (encoding.name, separator == .comma ? "," : ";")
        case .workbook(let sheet): ("XLSX, \(sheet)", nil)
        }
    }
}

extension TextEncoding {
    fileprivate var name: String {
        switch self {
        case .utf8, .utf8WithByteOrderMark: "UTF-8"
        case .windows1252: "Windows-1252"
        }
    }
}
