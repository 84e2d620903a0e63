internal import Persistence

/// A list of citizens on its way out: the very rows of the list, from one snapshot.
public struct CitizenExport: Sendable {
    public let list: CitizenList
    public let person: OperatorIdentity
    public let startedAt: Instant
    public let context: CitizenColumnContext
    /// Names for the information sheet.
    public let agencyName: String
    let parts: RowStream<Part>
    let id: ID<CitizenExport>
    let sightings: Sightings

    /// What is read of a list, from one snapshot: first whom it holds, then the rows.
    enum Part: Sendable {
        case content(ExportContent)
        case row(CitizenRow)
    }
}

extension Citizens {
    /// Begins to take a list away; its trace is there before the first row is.
    ///
    /// Whoever consumes ``CitizenExport/forEach(_:)`` calls ``finish(_:rows:result:)`` at the end, whatever the end was.
    public func export(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        in language: Language = .it
    ) async throws -> CitizenExport {
        let today = store.today
        let statement = try CitizenStatement(list, as: person, reference: reference, today: today)
        let (branches, agency) = try await store.read { (transaction: borrowing Transaction) in
            (
                try transaction.branchNames(openTo: person, on: today),
                try transaction.first("SELECT a.name FROM agency a WHERE a.id = \(person.agency)", as: String.self)
            )
        }
        let export = CitizenExport(
            list: list,
            person: person,
            startedAt: store.now,
            context: CitizenColumnContext(today: today, reference: reference, branches: branches, language: language),
            agencyName: agency ?? "",
            parts: parts(of: statement),
            id: store.ids.next(),
            sightings: Sightings(store)
        )
        try await store.audit.record(read: export.trace(rows: nil, .started))
        return export
    }

    private func parts(of statement: CitizenStatement) -> RowStream<CitizenExport.Part> {
        store.stream { (transaction: borrowing Transaction, emit: (CitizenExport.Part) throws -> Void) in
            var content = ExportContent()
            try transaction.forEach(statement.content, as: CitizenNumber.Maybe.self) { content.insert($0) }
            try emit(.content(content))
            try transaction.forEach(statement.all, as: CitizenRow.self) { try emit(.row($0)) }
        }
    }

    /// Whether a list holds more than so many rows: before a large one is taken away, its taker proves again who they are.
    ///
    /// An export leaves its own trace. Where it is held back, somebody has learnt of how many the list is, and that is the
    /// trace.
    public func exceeds(
        _ rows: Int,
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot
    ) async throws -> Bool {
        let statement = try CitizenStatement(list, as: person, reference: reference, today: store.today)
        let exceeds = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: rows + 1), as: Int.self) ?? 0 > rows
        }
        if exceeds {
            var details = list.trace
            details["more_than"] = .number(Int64(rows))
            let entry = AuditEntry(.operator(person), "citizens.counted", details: details, result: .refused)
            try await store.audit.record(read: entry)
        }
        return exceeds
    }

    /// Notes how an export ended, and how many rows left; also when whoever asked for it is gone, and the task with them.
    public func finish(_ export: CitizenExport, rows: Int, result: AuditResult = .succeeded) async throws {
        let trail = store.audit
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try trail.record(export.trace(rows: rows, result), in: transaction)
        }
    }
}

extension CitizenExport {
    /// Hands the rows over in portions, as they are read; the reading waits for `body`, so that memory stays flat.
    ///
    /// Before the first of them leaves, each citizen in the list has a trace of it that she can see (``Sightings``).
    public func forEach(_ body: ([CitizenRow]) async throws -> Void) async throws {
        for try await portion in parts {
            var rows: [CitizenRow] = []
            rows.reserveCapacity(portion.count)
            for part in portion {
                switch part {
                case .content(let content): try await sightings.record(viewing, as: id, of: content)
                case .row(let row): rows.append(row)
                }
            }
            if !rows.isEmpty { try await body(rows) }
        }
    }

    private var viewing: Viewing? {
        var viewing = Viewing(.export, by: .operator(person), filters: list.filter.kinds)
        viewing?.columns = list.columns
        return viewing
    }

    fileprivate func trace(rows: Int?, _ result: AuditResult) -> AuditEntry {
        var details = list.trace
        details["columns"] = .list(list.columns.map { .text($0.rawValue) })
        return AuditEntry(
            .operator(person),
            "citizens.exported",
            on: AuditSubject("export", id),
            details: details,
            rows: rows,
            result: result
        )
    }
}
