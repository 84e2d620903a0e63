internal import Persistence

/// A list of citizens on its way out: the very rows of the list, from one snapshot.
public struct CitizenExport: Sendable {
    public let list: CitizenList
    public let person: OperatorIdentity
    public let startedAt: Instant
    public let context: CitizenColumnContext
    /// Names for the information sheet.
    public let agencyName: String
    let rows: RowStream<CitizenRow>
    let id: ID<CitizenExport>
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
            rows: store.database.stream(statement.all),
            id: store.ids.next()
        )
        try await store.audit.record(read: export.trace(rows: nil, .started))
        return export
    }

    /// Notes how an export ended, and how many rows left.
    public func finish(_ export: CitizenExport, rows: Int?, result: AuditResult = .succeeded) async throws {
        try await store.audit.record(read: export.trace(rows: rows, result))
    }
}

extension CitizenExport {
    /// Hands the rows over in portions, as they are read; the reading waits for `body`, so that memory stays flat.
    public func forEach(_ body: ([CitizenRow]) async throws -> Void) async throws {
        for try await portion in rows { try await body(portion) }
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
