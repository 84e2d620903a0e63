internal import Persistence

extension Exports {
    /// After so long an export that has not told its end will not tell it any more.
    static let longestHours = 12
    /// How far back abandoned exports are looked for.
    static let abandonedDays = 31

    /// Notes the end of exports that cannot note it themselves: their server died, or nobody took the first byte.
    ///
    /// How many rows had left by then nobody knows; the entry of the beginning tells what was asked for, and the end has
    /// its action: the audit trail is taken away as well.
    ///
    /// - Returns: How many there were.
    @discardableResult
    public func concludeAbandoned(atMost limit: Int = 100) async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let first: ID<ExportTrace> = IDGenerator.least(
                at: store.today.adding(days: -Exports.abandonedDays).start
            )
            let last: ID<ExportTrace> = IDGenerator.least(
                at: store.now.adding(seconds: -Exports.longestHours * 3600)
            )
            let abandoned: [AbandonedExport] = try transaction.all(
                """
                SELECT e.subject_id, e.action FROM audit_entry e
                WHERE e.subject_kind = 'export' AND e.subject_id BETWEEN \(first) AND \(last)
                    AND e.result = \(AuditResult.started)
                    AND NOT EXISTS (
                        SELECT 1 FROM audit_entry o
                        WHERE o.subject_kind = 'export' AND o.subject_id = e.subject_id
                            AND o.result <> \(AuditResult.started)
                    )
                ORDER BY e.subject_id LIMIT \(limit)
                """
            )
            let entries = abandoned.map { export in
                AuditEntry(
                    .system("exports"),
                    export.action,
                    on: AuditSubject("export", export.id),
                    details: ["abandoned": true],
                    result: .failed
                )
            }
            if !entries.isEmpty { try store.audit.record(entries, in: transaction) }
            return abandoned.count
        }
    }
}

private struct AbandonedExport: FromRow {
    let id: ID<ExportTrace>
    let action: AuditAction

    init(from row: inout Row) throws {
        id = try row.next()
        action = try row.next()
    }
}
