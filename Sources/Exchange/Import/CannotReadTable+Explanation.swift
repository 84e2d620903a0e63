internal import Documents
internal import Domain

extension CannotReadTable {
    /// What is wrong with the file, and what to do about it.
    var explanation: Localized {
        switch self {
        case .empty: Localized(it: "è vuoto", en: "it is empty")
        case .unreadable:
            Localized(it: "il file non esiste o non è accessibile", en: "it does not exist or is not open to us")
        case .tooManyBytes(let limit):
            Localized(it: "supera \(limit / 1_048_576) MB", en: "it is larger than \(limit / 1_048_576) MB")
        case .tooManyRows(let limit): Localized(it: "supera \(limit) righe", en: "it has more than \(limit) rows")
        case .tooManyColumns(let row, let limit):
            Localized(it: "la riga \(row) supera \(limit) colonne", en: "row \(row) has more than \(limit) columns")
        case .rowTooLong(let line, let limit):
            Localized(
                it: "la riga di testo \(line) supera \(limit / 1024) kB: forse mancano delle virgolette",
                en: "line \(line) is longer than \(limit / 1024) kB: perhaps quotation marks are missing"
            )
        case .unclosedQuote(let line):
            Localized(
                it: "le virgolette aperte alla riga di testo \(line) non vengono chiuse",
                en: "the quotation mark opened on line \(line) is never closed"
            )
        case .textAfterQuote(let line):
            Localized(
                it: "alla riga di testo \(line) c'è del testo dopo le virgolette di chiusura",
                en: "on line \(line) there is text after a closing quotation mark"
            )
        case .notText(let line):
            Localized(it: "la riga di testo \(line) non contiene testo", en: "line \(line) is not text")
        case .unsupportedEncoding(let name):
            Localized(
                it: "la codifica \(name) non è ammessa: salvare come UTF-8 o Windows-1252",
                en: "the encoding \(name) is not read: save it as UTF-8 or Windows-1252"
            )
        case .oldExcelFormat, .binaryWorkbook, .openDocument, .notASpreadsheet, .pdf, .richText, .markup: format
        case .passwordProtected:
            Localized(it: "è protetto da password", en: "it is protected with a password")
        case .damaged(let part): Localized(it: "è danneggiato (\(part))", en: "it is damaged (\(part))")
        case .hostile:
            Localized(it: "l'archivio è costruito in modo anomalo", en: "the archive is built in an abnormal way")
        case .noSheet(let name):
            name.map { Localized(it: "manca il foglio «\($0)»", en: "there is no sheet “\($0)”") }
                ?? Localized(it: "non ha fogli visibili", en: "it has no visible sheet")
        }
    }

    private var format: Localized {
        let name =
            switch self {
            case .oldExcelFormat: "Excel 97–2003 (.xls)"
            case .binaryWorkbook: "Excel .xlsb"
            case .openDocument: "OpenDocument (.ods)"
            case .pdf: "PDF"
            case .richText: "RTF"
            case .markup: "HTML/XML"
            default: "ZIP"
            }
        return Localized(
            it: "è un file \(name): salvare come CSV o XLSX",
            en: "it is a file of type \(name): save it as CSV or XLSX"
        )
    }
}
