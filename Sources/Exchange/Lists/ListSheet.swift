internal import Documents
public import Domain

/// A list as a file: the very list of the page, however long, streamed while it is read.
///
/// In a workbook a second sheet tells who took it away, when, out of which scope and filters, and how many rows there are;
/// it is written at the end, so that a stream that breaks off is no workbook at all. CSV has no place for it, nor for an
/// end: who sends it parts it into pieces whose last one says so (HTTP's own chunks), and keeps no half of one.
public struct ListSheet<List: OperatorList>: Sendable {
    private let export: ListExport<List>
    public let format: ExportFormat
    private let rowsPerSheet: Int

    public init(_ export: ListExport<List>, as format: ExportFormat = .xlsx) {
        self.init(export, as: format, rowsPerSheet: SpreadsheetWriter.mostRowsPerSheet)
    }

    init(_ export: ListExport<List>, as format: ExportFormat = .xlsx, rowsPerSheet: Int) {
        self.export = export
        self.format = format
        self.rowsPerSheet = rowsPerSheet
    }

    /// `cittadini-2026-11-23.xlsx`: no name, no filter, nothing that tells of a person.
    public var fileName: String {
        format.fileName(of: List.name, on: Day(of: export.startedAt), in: export.context.language)
    }

    /// Hands the file to `send` piece by piece, and notes in the audit trail how it ended: the rows that have left by
    /// then count, even if the workbook that they are in cannot be opened.
    ///
    /// - Parameter progress: Is told how many rows were read so far.
    public func write(
        progress: (Int) async throws -> Void = { _ in },
        _ send: ([UInt8]) async throws -> Void
    ) async throws {
        var sent = 0
        do {
            switch format {
            case .xlsx: try await writeWorkbook(&sent, progress, send)
            case .csv: try await writeCSV(&sent, progress, send)
            }
        } catch {
            let isCancelled = error is CancellationError || Task.isCancelled
            try? await export.finish(rows: sent, result: isCancelled ? .cancelled : .failed)
            throw error
        }
        try await export.finish(rows: sent)
    }

    private var columns: [Column] {
        export.list.columns.map { Column($0.title[export.context.language], $0.kind.inSheet) }
    }

    private func writeWorkbook(
        _ sent: inout Int,
        _ progress: (Int) async throws -> Void,
        _ send: ([UInt8]) async throws -> Void
    ) async throws {
        let (columns, context) = (export.list.columns, export.context)
        let title = List.name.title[context.language]
        var writer = try SpreadsheetWriter(
            columns: self.columns,
            options: SpreadsheetWriter.Options(
                sheetName: title,
                title: title,
                creator: "Incontro",
                language: context.language == .it ? "it-IT" : "en-GB",
                created: export.startedAt.milliseconds,
                rowsPerSheet: rowsPerSheet
            )
        )
        var count = 0
        try await export.forEach { portion in
            for row in portion {
                try writer.append { cells in
                    for column in columns { cells.append(column.value(row, context)) }
                }
            }
            // The first rows leave at once: whoever waits sees that it has begun.
            if count == 0 { try writer.flush() }
            let isFirst = count == 0
            count += portion.count
            try await progress(count)
            if isFirst || writer.readyBytes >= ListPortion.bytes {
                sent = count
                try await send(writer.take())
            }
        }
        try writer.finish(ExportInformation(export: export, rows: count).table)
        sent = count
        try await send(writer.take())
    }

    private func writeCSV(
        _ sent: inout Int,
        _ progress: (Int) async throws -> Void,
        _ send: ([UInt8]) async throws -> Void
    ) async throws {
        let (columns, context) = (export.list.columns, export.context)
        let words = (yes: Localized(it: "sì", en: "yes"), no: Localized(it: "no", en: "no"))
        var writer = try CSVWriter(
            columns: self.columns,
            options: CSVWriter.Options(trueWord: words.yes[context.language], falseWord: words.no[context.language])
        )
        var count = 0
        try await export.forEach { portion in
            for row in portion {
                try writer.append { cells in
                    for column in columns { cells.append(column.value(row, context)) }
                }
            }
            let isFirst = count == 0
            count += portion.count
            try await progress(count)
            if isFirst || writer.readyBytes >= ListPortion.bytes {
                sent = count
                try await send(writer.take())
            }
        }
        try writer.finish()
        sent = count
        try await send(writer.take())
    }
}

private enum ListPortion {
    /// As much as is worth a write to a socket.
    static let bytes = 65_536
}

extension ExportFormat {
    public var contentType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        }
    }

    public func fileName(of list: ListName, on day: Day, in language: Language) -> String {
        "\(list.fileName[language])-\(day).\(rawValue)"
    }
}

extension ListName {
    fileprivate var fileName: Localized {
        switch self {
        case .citizens: Localized(it: "cittadini", en: "citizens")
        case .interests: Localized(it: "manifestazioni", en: "expressions-of-interest")
        case .vacancies: Localized(it: "offerte", en: "vacancies")
        }
    }
}

extension ListValueKind {
    fileprivate var inSheet: Column.Kind {
        switch self {
        case .text: .text
        case .code: .code
        case .integer: .integer
        case .decimal: .decimal()
        case .day: .day
        case .instant: .instant
        case .boolean: .boolean
        }
    }
}

extension Instant {
    var cell: Cell { .instant(milliseconds: milliseconds, offset: romeOffsetMinutes * 60) }
}

extension RowCells where Self: ~Copyable {
    fileprivate mutating func append(_ value: ListValue) {
        switch value {
        case .empty: empty()
        case .text(let text): self.text(text)
        case .integer(let number): integer(Int64(number))
        case .decimal(let amount): self.amount(amount.text)
        case .day(let day): self.day(day.description)
        case .instant(let instant): cell(instant.cell)
        case .boolean(let flag): boolean(flag)
        }
    }
}
