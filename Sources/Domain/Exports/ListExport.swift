internal import Persistence

/// What an export is called in the audit trail, and in what citizens are told of it.
public enum ExportTrace {}

/// A list on its way out: the very rows of the list, from one snapshot.
///
/// Whoever consumes ``forEach(_:)`` calls ``finish(rows:result:)`` at the end, whatever the end was.
public struct ListExport<List: OperatorList>: Sendable {
    public let list: List
    public let person: OperatorIdentity
    public let startedAt: Instant
    public let context: ListContext
    /// For the information sheet.
    public let agencyName: String
    let action: AuditAction
    /// On whom it leaves a trace that she can see; nil where nobody is in the list.
    let viewing: Viewing?
    let parts: RowStream<ExportPart<List.Row>>
    let id: ID<ExportTrace>
    let store: Store

    /// Hands the rows over in portions, as they are read; the reading waits for `body`, so that memory stays flat.
    ///
    /// Before a row leaves, its citizen has a trace of it that she can see (``Sightings``): those of the first rows at
    /// once, so that nobody waits for the rest of a million, and all others before the rows after those.
    public func forEach(_ body: ([List.Row]) async throws -> Void) async throws {
        var noted = ViewedMembers()
        for try await portion in parts {
            var rows: [List.Row] = []
            rows.reserveCapacity(portion.count)
            for part in portion {
                switch part {
                case .content(let content):
                    noted = try await Sightings(store).record(viewing, as: id, of: content, after: noted)
                case .row(let row): rows.append(row)
                }
            }
            if !rows.isEmpty { try await body(rows) }
        }
    }

    /// Notes how the export ended, and how many rows left; also when whoever asked for it is gone, and the task with them.
    public func finish(rows: Int, result: AuditResult = .succeeded) async throws {
        let (trail, trace) = (store.audit, trace(rows: rows, result))
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try trail.record(trace, in: transaction)
        }
    }

    func trace(rows: Int?, _ result: AuditResult) -> AuditEntry {
        var details = list.trace
        details["columns"] = .list(list.columns.map { .text($0.rawValue) })
        return AuditEntry(
            .operator(person),
            action,
            on: AuditSubject("export", id),
            details: details,
            rows: rows,
            result: result
        )
    }
}

/// What is read of a list, from one snapshot: whom it holds, and the rows.
enum ExportPart<Row: Sendable>: Sendable {
    case content(ExportContent)
    case row(Row)
}

/// The beginning of exports, the same for all lists.
struct ListExports: Sendable {
    let store: Store

    /// Begins to take a list away; its trace is there before the first row is.
    ///
    /// - Throws: ``CannotExport/notAllowed`` for somebody whose right to export was withdrawn.
    /// - Parameters:
    ///   - statement: The list as SQL.
    ///   - content: A query of the citizens in it, with the numbers under which they are known to have been seen; of so
    ///     many, or of all, in the list's order.
    ///   - branches: A query of the branches open to the person.
    func begin<Statement: ListStatement>(
        _ statement: Statement,
        as person: OperatorIdentity,
        action: AuditAction,
        viewing: Viewing? = nil,
        content: (@Sendable (Statement, Int?) -> SQL)? = nil,
        branches: SQL,
        reference: ReferenceSnapshot,
        in language: Language
    ) async throws -> ListExport<Statement.List> where Statement.List.Column.Row: FromRow {
        let (names, agency) = try await store.read { (transaction: borrowing Transaction) in
            guard try transaction.mayExport(person) else { throw CannotExport.notAllowed }
            return (
                try transaction.names(of: branches),
                try transaction.first("SELECT a.name FROM agency a WHERE a.id = \(person.agency)", as: String.self)
            )
        }
        let export = ListExport(
            list: statement.list,
            person: person,
            startedAt: store.now,
            context: ListContext(today: store.today, reference: reference, branches: names, language: language),
            agencyName: agency ?? "",
            action: action,
            viewing: viewing,
            parts: parts(of: statement, within: branches, of: person.agency, content: content),
            id: store.ids.next(),
            store: store
        )
        try await store.audit.record(read: export.trace(rows: nil, .started))
        return export
    }

    private func parts<Statement: ListStatement>(
        of statement: Statement,
        within branches: SQL,
        of agency: ID<Agency>,
        content: (@Sendable (Statement, Int?) -> SQL)?
    ) -> RowStream<ExportPart<Statement.List.Row>> where Statement.List.Column.Row: FromRow {
        typealias Part = ExportPart<Statement.List.Row>
        return store.stream { (transaction: borrowing Transaction, emit: (Part) throws -> Void) in
            let statement = statement.within(try transaction.open(branches, of: agency))
            if let content { try emit(.content(try transaction.content(content(statement, ListExports.head)))) }
            var rows = 0
            try transaction.forEach(statement.all, as: Statement.List.Row.self) { row in
                if rows == ListExports.head, let content {
                    try emit(.content(try transaction.content(content(statement, nil))))
                }
                rows += 1
                try emit(.row(row))
            }
        }
    }

    /// So many rows leave before it is read whom the rest of the list holds.
    static let head = 2_000

    /// Whether a list holds more than so many rows: before a large one is taken away, its taker proves again who they are.
    ///
    /// An export leaves its own trace. Where it is held back, somebody has learnt of how many the list is, and that is the
    /// trace.
    func exceeds(
        _ rows: Int,
        _ statement: some ListStatement,
        as person: OperatorIdentity,
        action: AuditAction
    ) async throws -> Bool {
        let exceeds = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: rows + 1), as: Int.self) ?? 0 > rows
        }
        if exceeds {
            var details = statement.list.trace
            details["more_than"] = .number(Int64(rows))
            let entry = AuditEntry(.operator(person), action, details: details, result: .refused)
            try await store.audit.record(read: entry)
        }
        return exceeds
    }
}

extension Transaction {
    /// Whom an export holds.
    fileprivate func content(_ query: SQL) throws -> ExportContent {
        var content = ExportContent()
        try forEach(query, as: CitizenNumber.Maybe.self) { content.insert($0) }
        return content
    }
}
