internal import Domain

extension ImportDefinition {
    /// Imports a table: all good rows go in, each refused one is explained, and none is written by half.
    ///
    /// - Throws: ``CannotImport`` when the file as a whole is refused.
    public func run(_ table: ImportTable, _ options: ImportOptions = ImportOptions()) async throws -> ImportReport {
        let clock = ContinuousClock()
        let start = clock.now
        if options.isFull, !mayBeFull { throw CannotImport.neverFull(kind) }
        let map = try ColumnMap(table.headings, columns: columns(for: options))
        var report = ImportReport(
            kind: kind,
            encoding: table.encoding,
            separator: table.separator,
            isDryRun: options.isDryRun,
            warnings: map.unknown.map(Finding.unknownColumn)
        )
        var reading = Reading(definition: self, columns: map, options: options)
        repeat {
            try Task.checkCancellation()
            do {
                try await reading.take(from: table)
            } catch let reason as CannotImport where reading.hasLoaded {
                // Earlier portions are in: the report has to say so, and from where the file could not be read.
                report.interrupt(reason, afterRow: reading.lastRow)
                break
            }
            if options.isFull, reading.rowsRead == 0 { throw CannotImport.fullWithoutRows(kind) }
            let portion = reading.finishPortion()
            let loaded = portion.rows.isEmpty && !options.isFull ? [] : try await load(portion.rows, portion.request)
            let receipts = (portion.refused + loaded).sorted { $0.row < $1.row }
            report.add(receipts, keepingAll: options.keepsAllReceipts)
            options.progress(reading.rowsRead)
        } while !reading.isAtEnd
        report.duration = clock.now - start
        return report
    }

    /// The agency named outside the file stands in for the column.
    private func columns(for options: ImportOptions) -> [ImportColumn] {
        guard options.agency != nil else { return columns }
        return columns.map { column in
            column.name == "agency_code"
                ? ImportColumn(column.name, .optional, aliases: column.aliases) : column
        }
    }
}

/// The state of one run between two portions.
private struct Reading<Entry: Sendable> {
    let definition: ImportDefinition<Entry>
    let columns: ColumnMap
    let options: ImportOptions
    var rowsRead = 0
    private(set) var lastRow = 1
    private(set) var hasLoaded = false
    var isAtEnd = false
    private var firstRows: [String: Int] = [:]
    private var rows: [LoadRow<Entry>] = []
    private var refused: [LoadReceipt] = []

    init(definition: ImportDefinition<Entry>, columns: ColumnMap, options: ImportOptions) {
        self.definition = definition
        self.columns = columns
        self.options = options
    }

    mutating func take(from table: ImportTable) async throws {
        switch definition.portion {
        case .rows(let count):
            let next = try await table.next(count)
            next.forEach { add($0) }
            isAtEnd = next.isEmpty
        case .wholeFile:
            while !isAtEnd {
                let next = try await table.next(1000)
                next.forEach { add($0) }
                isAtEnd = next.isEmpty
            }
        }
    }

    private mutating func add(_ row: ImportTable.Row) {
        if row.cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return }
        rowsRead += 1
        lastRow = row.number
        let defaults = options.agency.map { ["agency_code": $0] } ?? [:]
        var fields = RowFields(row, columns: columns, defaults: defaults)
        let key = definition.key(fields)
        if let agency = options.agency, let other = fields.raw("agency_code"), other != agency {
            fields.add(.otherAgency(other, expected: agency))
        }
        if let key, let first = firstRows[key] { fields.add(.repeated(definition.keyColumn, firstRow: first)) }
        let entry = definition.read(&fields)
        if let key, firstRows[key] == nil { firstRows[key] = row.number }
        guard let entry, definition.judgesFaultyRows || !fields.hasErrors else {
            let findings = fields.hasErrors ? fields.findings : fields.findings + [.blank(definition.keyColumn)]
            refused.append(LoadReceipt(row: row.number, key: key ?? "", outcome: .rejected, findings: findings))
            return
        }
        rows.append(LoadRow(row: row.number, key: key ?? "", entry: entry, findings: fields.findings))
    }

    mutating func finishPortion() -> (rows: [LoadRow<Entry>], refused: [LoadReceipt], request: LoadRequest) {
        defer {
            rows = []
            refused = []
            hasLoaded = true
        }
        let extent = options.isFull ? LoadExtent.full(alsoHolding: Set(refused.map(\.key))) : .part
        let request = LoadRequest(
            extent: extent,
            agency: options.agency,
            isDryRun: options.isDryRun,
            actor: options.actor
        )
        return (rows, refused, request)
    }
}

extension Finding {
    fileprivate static func otherAgency(_ code: String, expected: String) -> Finding {
        Finding(
            "agency_code",
            "other_agency",
            it: "La riga riguarda l'agenzia \(code), ma il file è caricato per \(expected)",
            en: "The row is about agency \(code), but the file is loaded for \(expected)"
        )
    }
}
