internal import Documents
public import Domain

/// The list of citizens as a workbook: the very list of the page, however long, streamed while it is read.
///
/// A second sheet tells who took it away, when, out of which scope and filters, and how many rows there are. It is
/// written at the end, so that a stream that breaks off is no workbook at all.
public struct CitizensSheet: Sendable {
    private let export: CitizenExport
    private let citizens: Citizens
    private let rowsPerSheet: Int

    /// As much as is worth a write to a socket.
    private static let portion = 65_536

    public init(_ export: CitizenExport, of citizens: Citizens) {
        self.init(export, of: citizens, rowsPerSheet: SpreadsheetWriter.mostRowsPerSheet)
    }

    init(_ export: CitizenExport, of citizens: Citizens, rowsPerSheet: Int) {
        self.export = export
        self.citizens = citizens
        self.rowsPerSheet = rowsPerSheet
    }

    public static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// `cittadini-2026-11-23.xlsx`: no name, no filter, nothing that tells of a person.
    public var fileName: String {
        "\(Localized(it: "cittadini", en: "citizens")[language])-\(Day(of: export.startedAt)).xlsx"
    }

    private var language: Language { export.context.language }

    /// Hands the workbook to `send` piece by piece, and notes in the audit trail how it ended: the rows that have left by
    /// then count, even if the workbook that they are in cannot be opened.
    public func write(_ send: ([UInt8]) async throws -> Void) async throws {
        var sent = 0
        do {
            try await write(&sent, send)
        } catch {
            let isCancelled = error is CancellationError || Task.isCancelled
            try? await citizens.finish(export, rows: sent, result: isCancelled ? .cancelled : .failed)
            throw error
        }
        try await citizens.finish(export, rows: sent)
    }

    private func write(_ sent: inout Int, _ send: ([UInt8]) async throws -> Void) async throws {
        let (columns, context) = (export.list.columns, export.context)
        let title = Localized(it: "Cittadini", en: "Citizens")[language]
        var writer = try SpreadsheetWriter(
            columns: columns.map { Column($0.title[language], $0.sheetKind) },
            options: SpreadsheetWriter.Options(
                sheetName: title,
                title: title,
                creator: "Incontro",
                language: language == .it ? "it-IT" : "en-GB",
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
            if isFirst || writer.readyBytes >= CitizensSheet.portion {
                sent = count
                try await send(writer.take())
            }
        }
        try writer.finish(information(rows: count))
        sent = count
        try await send(writer.take())
    }
}

// MARK: - What goes with it

extension CitizensSheet {
    private func information(rows: Int) -> TableInformation {
        let person = export.person
        func line(_ it: String, _ en: String, _ value: Cell) -> TableInformation.Line {
            TableInformation.Line(Localized(it: it, en: en)[language], value)
        }
        var lines = [
            line("Esportato da", "Exported by", .text("\(person.givenName) \(person.familyName)")),
            line("Ruolo", "Role", .text(person.role.title[language])),
            line("Agenzia", "Agency", .text(export.agencyName)),
            line("Ambito", "Scope", .text(scope)),
            line("Quando", "When", export.startedAt.cell),
            line("Righe", "Rows", .integer(Int64(rows))),
            line("Ordine", "Order", .text(export.list.sort.title[language])),
        ]
        let words = export.list.filter.words(export.context.reference, branches: export.context.branches)
        if words.isEmpty {
            lines.append(line("Filtri", "Filters", .text(Localized(it: "nessuno", en: "none")[language])))
        }
        lines += words.map {
            TableInformation.Line(
                "\(Localized(it: "Filtro", en: "Filter")[language]): \($0.name[language])",
                .text($0.value[language])
            )
        }
        let titles = export.list.columns.map { $0.title[language] }.joined(separator: ", ")
        lines.append(line("Colonne", "Columns", .text(titles)))
        lines.append(line("Avvertenza", "Notice", .text(notice)))
        return TableInformation(sheetName: Localized(it: "Informazioni", en: "Information")[language], lines: lines)
    }

    private var scope: String {
        switch export.person.scope {
        case .branch(let id): export.context.branches[id] ?? id.text
        case .crossBranch:
            Localized(it: "Cross-filiale: ", en: "Cross-branch: ")[language]
                + export.context.branches.values.sorted().joined(separator: ", ")
        }
    }

    private var notice: String {
        Localized(
            it: """
                Chi esporta l'elenco ne diventa titolare autonomo del trattamento (artt. 4 e 24 GDPR): usarlo solo per \
                l'intermediazione, conservarlo al sicuro e cancellarlo quando non serve più. L'esportazione è registrata.
                """,
            en: """
                Whoever exports the list becomes a controller of it (GDPR, articles 4 and 24): use it for brokering only, \
                keep it safe and delete it when it is no longer needed. The export is on record.
                """
        )[language]
    }
}

extension CitizenColumn {
    fileprivate var sheetKind: Column.Kind {
        switch kind {
        case .text: .text
        case .code: .code
        case .integer: .integer
        case .day: .day
        case .instant: .instant
        case .boolean: .boolean
        }
    }
}

extension Instant {
    fileprivate var cell: Cell { .instant(milliseconds: milliseconds, offset: romeOffsetMinutes * 60) }
}

extension SpreadsheetRow {
    fileprivate mutating func append(_ value: ListValue) {
        switch value {
        case .empty: empty()
        case .text(let text): self.text(text)
        case .integer(let number): integer(Int64(number))
        case .day(let day): self.day(day.description)
        case .instant(let instant): cell(instant.cell)
        case .boolean(let flag): boolean(flag)
        }
    }
}
