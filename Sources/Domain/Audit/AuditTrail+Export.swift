public import Persistence

/// A trace with its place in the chain; without one while it waits for its seal.
public struct SealedTrace: Hashable, Sendable, FromRow {
    public let record: AuditRecord
    public let position: Int64?
    public let previous: String?
    public let link: String?

    public init(from row: inout Row) throws {
        record = try AuditRecord(from: &row)
        position = try row.next()
        previous = try row.next()
        link = try row.next()
    }
}

/// The traces of some days on their way out, from one snapshot.
public struct AuditExport: Sendable {
    public let from: Day
    /// The last day, included.
    public let to: Day
    let actor: Actor
    let reason: String?
    let id: ID<AuditExport>
    let rows: RowStream<SealedTrace>

    /// Hands the traces over in portions, oldest first, while they are read; the reading waits for `body`.
    public func forEach(_ body: ([SealedTrace]) async throws -> Void) async throws {
        for try await portion in rows { try await body(portion) }
    }

    fileprivate func trace(rows: Int?, _ result: AuditResult) -> AuditEntry {
        AuditEntry(
            actor,
            "audit.exported",
            on: AuditSubject("export", id),
            because: reason,
            details: ["from": .text(from.description), "to": .text(to.description)],
            rows: rows,
            result: result
        )
    }
}

extension AuditTrail {
    /// Begins to take the traces of some days away; the trace of that is there before the first of them leaves.
    ///
    /// Whoever consumes it calls ``finish(_:rows:result:)`` at the end, whatever the end was.
    public func export(
        from first: Day,
        to last: Day,
        as actor: Actor,
        because reason: String? = nil
    ) async throws -> AuditExport {
        let export = AuditExport(
            from: first,
            to: last,
            actor: actor,
            reason: reason,
            id: store.ids.next(),
            rows: stream(from: first.start, to: last.adding(days: 1).start)
        )
        try await record(read: export.trace(rows: nil, .started))
        return export
    }

    /// Notes how an export ended, and how many traces left; also when whoever asked for it has broken it off.
    public func finish(_ export: AuditExport, rows: Int, result: AuditResult = .succeeded) async throws {
        let trail = self
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try trail.record(export.trace(rows: rows, result), in: transaction)
        }
    }

    /// The traces between two instants, oldest first.
    ///
    /// There is no index on the instant, but an id is never older than its entry: where clocks were set back it is younger,
    /// so there is no such bound at the other end.
    func stream(from start: Instant, to end: Instant) -> RowStream<SealedTrace> {
        let least = IDGenerator.least(at: start.adding(seconds: -86_400), AuditRecord.self)
        return store.database.stream(
            """
            SELECT \(AuditRecord.columns), s.position, s.previous, s.link
            FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id
            WHERE e.id >= \(least) AND e.at >= \(start) AND e.at < \(end) ORDER BY e.id
            """
        )
    }
}
