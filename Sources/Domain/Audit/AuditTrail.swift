public import Persistence

/// The traces of what people and software did and saw: append-only.
public struct AuditTrail: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// Leaves the trace of a change, in the change's own transaction: both are there, or neither.
    public func record(_ entry: AuditEntry, in transaction: borrowing Transaction) throws {
        let record = AuditRecord(entry, id: store.ids.next(), at: store.now, requestID: RequestTrace.current?.id)
        try transaction.run(
            """
            INSERT INTO audit_entry (
                id, at, actor_kind, actor_id, actor_role, agency_id, scope, scope_branch_id, action, subject_kind,
                subject_id, citizen_id, reason, details, row_count, result, request_id, hash
            ) VALUES (
                \(record.id), \(record.at), \(record.actorKind), \(record.actorID), \(record.actorRole),
                \(record.agency), \(record.scope), \(record.scopeBranch), \(record.action), \(record.subjectKind),
                \(record.subjectID), \(record.citizen), \(record.reason), \(record.details), \(record.rows),
                \(record.result), \(record.requestID), \(record.hash)
            )
            """
        )
    }

    /// Leaves the trace of a read; when this returns it is committed, and the answer may leave.
    public func record(read entry: AuditEntry) async throws {
        let trail = self
        try await store.write { (transaction: borrowing Transaction) in
            try trail.record(entry, in: transaction)
        }
    }

    /// The latest traces, newest first.
    ///
    /// - Parameter agency: Only those left on behalf of this agency.
    public func latest(of agency: ID<Agency>? = nil, atMost limit: Int = 100) async throws -> [AuditRecord] {
        let condition: SQL = agency.map { "WHERE e.agency_id = \($0)" } ?? ""
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                "SELECT \(AuditRecord.columns) FROM audit_entry e \(condition) ORDER BY e.id DESC LIMIT \(limit)"
            )
        }
    }

    /// All traces between two instants, oldest first, for verification and export.
    public func stream(from start: Instant? = nil, to end: Instant? = nil) -> RowStream<AuditRecord> {
        let lower: SQL = start.map { " AND e.at >= \($0)" } ?? ""
        let upper: SQL = end.map { " AND e.at < \($0)" } ?? ""
        return store.database.stream(
            "SELECT \(AuditRecord.columns) FROM audit_entry e WHERE TRUE\(lower)\(upper) ORDER BY e.id"
        )
    }
}

extension Store {
    public var audit: AuditTrail { AuditTrail(self) }
}
