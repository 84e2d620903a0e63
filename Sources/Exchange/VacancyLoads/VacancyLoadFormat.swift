internal import Documents
internal import Domain

/// How the body of a load is written.
public enum VacancyLoadFormat: String, Hashable, Sendable, CaseIterable {
    /// `{"items": […]}`.
    case json = "application/json"
    /// A vacancy on each line.
    case ndjson = "application/x-ndjson"
    /// The template of the pages.
    case csv = "text/csv"

    /// How the pieces of such a body are written: an array is staged as lines.
    var staged: VacancyLoadFormat { self == .csv ? .csv : .ndjson }

    /// The rows of a piece.
    func portion(of piece: VacancyLoadPiece) -> VacancyLoadPortion {
        switch self {
        case .json, .ndjson: VacancyLoadFormat.lines(of: piece)
        case .csv: VacancyLoadFormat.table(of: piece)
        }
    }

    private static func lines(of piece: VacancyLoadPiece) -> VacancyLoadPortion {
        var portion = VacancyLoadPortion()
        portion.rows.reserveCapacity(piece.rows)
        let lines = piece.content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(isBlank) {
            let row = piece.firstRow + index
            do throws(CannotReadJSON) {
                let reading = VacancyJSON.read(try JSON(reading: Array(line)))
                portion.rows.append(
                    LoadRow(
                        row: row,
                        key: reading.draft.externalReference ?? "",
                        entry: reading.draft,
                        findings: reading.findings
                    )
                )
            } catch {
                portion.unreadable.append(
                    LoadReceipt(row: row, key: "", outcome: .rejected, findings: [error.finding])
                )
            }
        }
        return portion
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }

    // MARK: Tables

    /// Reads the headings alone: a file without the obligatory ones is refused before any of its rows is kept.
    static func columns(_ header: [UInt8]) throws(CannotImport) -> ColumnMap {
        try ColumnMap(open(header).header, columns: ImportColumn.vacancies)
    }

    private static func open(_ bytes: [UInt8]) throws(CannotImport) -> TableReader {
        do throws(CannotReadTable) {
            return try TableSource.bytes(bytes).open()
        } catch {
            throw error == .empty ? .empty : .unreadable(error.explanation)
        }
    }

    /// Each piece begins with the headings, and so is a file by itself.
    private static func table(of piece: VacancyLoadPiece) -> VacancyLoadPortion {
        var portion = VacancyLoadPortion()
        do {
            var reader = try open(piece.content)
            let columns = try ColumnMap(reader.header, columns: ImportColumn.vacancies)
            let unknown = piece.number == 0 ? columns.unknown.map(Finding.unknownColumn) : []
            let offset = piece.firstRow - reader.headerRow - 1
            while let row = try reader.next() {
                if row.cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
                var fields = RowFields(
                    ImportTable.Row(number: row.number + offset, cells: row.cells),
                    columns: columns
                )
                if portion.rows.isEmpty { unknown.forEach { fields.add($0) } }
                var draft = VacancyDraft()
                for column in VacancyColumn.all { column.read(&fields, &draft) }
                portion.rows.append(
                    LoadRow(
                        row: fields.number,
                        key: draft.externalReference ?? "",
                        entry: draft,
                        findings: fields.findings
                    )
                )
            }
        } catch {
            portion.unreadable.append(unreadable(piece, after: portion.rows.last?.row, error))
        }
        return portion
    }

    private static func unreadable(_ piece: VacancyLoadPiece, after row: Int?, _ error: any Error) -> LoadReceipt {
        let reason =
            switch error {
            case let error as CannotImport: error.message
            case let error as CannotReadTable: error.explanation
            default: Localized(it: "la tabella è danneggiata", en: "the table is damaged")
            }
        return LoadReceipt(
            row: row.map { $0 + 1 } ?? piece.firstRow,
            key: "",
            outcome: .rejected,
            findings: [
                Finding(
                    "",
                    "rows_unreadable",
                    it: "Da questa riga il file non è leggibile: \(reason.it)",
                    en: "From this row on the file cannot be read: \(reason.en)"
                )
            ]
        )
    }
}
