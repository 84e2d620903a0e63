internal import Persistence

extension Exports {
    /// From so many rows on a list becomes a file in the background.
    public static let backgroundRows = 20_000
    /// How many one person may have under way.
    public static let mostUnderWay = 3
    /// How long a file waits for its taker, in seconds.
    public static let patience = 86_400
    /// How long it is known that an export was asked for, in seconds.
    static let memory = 31 * 86_400

    /// Asks for a list as a file in the background.
    ///
    /// - Throws: ``CannotExport``.
    public func request<List: OperatorList>(
        _ list: List,
        as format: ExportFormat,
        in language: Language,
        by person: OperatorIdentity
    ) async throws -> ID<PreparedExport> {
        let (store, query) = (store, ListAddress(list))
        return try await store.write { (transaction: borrowing Transaction) in
            guard try transaction.mayExport(person) else { throw CannotExport.notAllowed }
            let underWay: Int? = try transaction.first(
                """
                SELECT count(*) FROM prepared_export x
                WHERE x.operator_id = \(person.id) AND x.state IN ('waiting', 'running')
                """
            )
            guard underWay ?? 0 < Exports.mostUnderWay else { throw CannotExport.tooMany(limit: Exports.mostUnderWay) }
            let id = store.ids.next(PreparedExport.self)
            try transaction.run(
                """
                INSERT INTO prepared_export (
                    id, operator_id, agency_id, branch_id, list, query, format, language, state, branches, rows, size,
                    attempt, requested_at
                ) VALUES (
                    \(id), \(person.id), \(person.agency), \(person.scope.branch), \(List.name), \(query.text), \(format),
                    \(language), \(PreparedExport.State.waiting), '', 0, 0, 0, \(store.now)
                )
                """
            )
            var details = list.trace
            details["list"] = .text(List.name.rawValue)
            details["format"] = .text(format.rawValue)
            let subject = AuditSubject("prepared_export", id)
            try store.audit.record(
                AuditEntry(.operator(person), "export.requested", on: subject, details: details),
                in: transaction
            )
            return id
        }
    }

    /// The person's own exports, the latest first: as many as anybody looks at.
    public func list(of person: OperatorIdentity) async throws -> [PreparedExport] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT \(PreparedExport.columns) FROM prepared_export x
                WHERE x.operator_id = \(person.id) AND x.agency_id = \(person.agency)
                ORDER BY x.id DESC LIMIT 50
                """
            )
        }
    }

    /// One of the person's own exports.
    ///
    /// - Throws: ``NotFound`` for somebody else's, as for one that does not exist.
    public func find(_ id: ID<PreparedExport>, of person: OperatorIdentity) async throws -> PreparedExport {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.export(id, of: person)
        }
    }

    /// Gives an export up; what was written of it goes.
    ///
    /// - Throws: ``NotFound``; ``CannotExport/notReady`` for one that has come to its end.
    public func cancel(_ id: ID<PreparedExport>, by person: OperatorIdentity) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            let export = try transaction.export(id, of: person)
            let end: PreparedExport.State = export.state == .ready ? .expired : .cancelled
            let sources = PreparedExport.transitions.filter { $0.to == end && $0.by.contains(.taker) }.map(\.from)
            let changed = try transaction.run(
                "UPDATE prepared_export SET state = \(end) WHERE id = \(id) AND state IN \(in: sources)"
            )
            guard changed == 1 else { throw CannotExport.notReady }
            try transaction.run("DELETE FROM prepared_export_piece WHERE export_id = \(id)")
            let subject = AuditSubject("prepared_export", id)
            try store.audit.record(AuditEntry(.operator(person), "export.cancelled", on: subject), in: transaction)
        }
    }

    /// A file that is ready, piece by piece; that it is taken is in the audit trail before the first of them leaves.
    ///
    /// The right is asked anew: whoever has lost a branch since does not get its people.
    ///
    /// - Throws: ``NotFound``; ``CannotExport``.
    public func open(
        _ id: ID<PreparedExport>,
        of person: OperatorIdentity
    ) async throws -> ExportFile {
        let store = store
        let export = try await store.write { (transaction: borrowing Transaction) in
            let export = try transaction.export(id, of: person)
            guard try transaction.mayExport(person) else { throw CannotExport.notAllowed }
            guard export.state == .ready, let end = export.expiresAt, end > store.now else {
                throw CannotExport.notReady
            }
            guard try transaction.isScopeOpen(of: id, to: person, on: store.today) else {
                throw CannotExport.scopeChanged
            }
            let subject = AuditSubject("prepared_export", id)
            try store.audit.record(
                AuditEntry(.operator(person), "export.taken", on: subject, rows: export.rows),
                in: transaction
            )
            return export
        }
        let pieces: RowStream<[UInt8]> = store.database.stream(rows: 1) { (transaction: borrowing Transaction, emit) in
            try transaction.forEach(
                "SELECT p.content FROM prepared_export_piece p WHERE p.export_id = \(id) ORDER BY p.number",
                as: Piece.self
            ) { try emit($0.content) }
        }
        return ExportFile(export: export, pieces: pieces)
    }
}

/// A file on its way to its taker.
public struct ExportFile: Sendable {
    public let export: PreparedExport
    let pieces: RowStream<[UInt8]>

    /// Hands the pieces over one after the other, from one snapshot.
    public func write(_ send: ([UInt8]) async throws -> Void) async throws {
        for try await portion in pieces {
            for piece in portion { try await send(piece) }
        }
    }
}

private struct Piece: FromRow {
    let content: [UInt8]

    init(from row: inout Row) throws {
        content = try row.next()
    }
}

extension Transaction {
    fileprivate func export(_ id: ID<PreparedExport>, of person: OperatorIdentity) throws -> PreparedExport {
        let found: PreparedExport? = try first(
            """
            SELECT \(PreparedExport.columns) FROM prepared_export x
            WHERE x.id = \(id) AND x.operator_id = \(person.id) AND x.agency_id = \(person.agency)
            """
        )
        guard let found else { throw NotFound() }
        return found
    }

    /// Whether all branches whose people are in the file are still open to the one who asked for it.
    fileprivate func isScopeOpen(
        of id: ID<PreparedExport>,
        to person: OperatorIdentity,
        on day: Day
    ) throws -> Bool {
        struct Scope: FromRow {
            let branch: ID<Branch>?
            let branches: String

            init(from row: inout Row) throws {
                branch = try row.next()
                branches = try row.next()
            }
        }
        let scope: Scope? = try first("SELECT x.branch_id, x.branches FROM prepared_export x WHERE x.id = \(id)")
        guard let scope else { return false }
        let asked = person.working(in: scope.branch.map(OperatingScope.branch) ?? .crossBranch)
        let open = Set(try openBranches(to: asked, on: day))
        let held = scope.branches.split(separator: " ").compactMap { Int64($0).map { ID<Branch>($0) } }
        return held.allSatisfy(open.contains)
    }
}
