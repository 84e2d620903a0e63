public import Persistence

/// The traces of what people and software did and saw: append-only.
public struct AuditTrail: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// Leaves the trace of a change, in the change's own transaction: both are there, or neither.
    public func record(_ entry: AuditEntry, in transaction: borrowing Transaction) throws {
        try record([entry], in: transaction)
    }

    /// Leaves the traces of what was done at once.
    ///
    /// Each waits, by its hash, for ``AuditSealer`` to seal it: a row that nobody announced, or that is not the one that
    /// was announced, was not written here.
    public func record(_ entries: [AuditEntry], in transaction: borrowing Transaction) throws {
        let request = RequestTrace.current?.id
        let records = entries.map { AuditRecord($0, id: store.ids.next(), at: store.now, requestID: request) }
        try transaction.upsert(into: AuditRecord.table, rows: records.lazy.map(\.values))
        try transaction.upsert(
            into: AuditTrail.queue,
            rows: records.lazy.map { [$0.id.sqlValue, $0.hash.sqlValue] }
        )
    }

    private static let queue = BulkTable("audit_queue", columns: ["entry_id", "entry_hash"], key: [], update: [])

    /// Leaves the trace of a read; when this returns it is committed, and the answer may leave.
    public func record(read entry: AuditEntry) async throws {
        let trail = self
        try await store.write { (transaction: borrowing Transaction) in
            try trail.record(entry, in: transaction)
        }
    }
}

extension Store {
    public var audit: AuditTrail { AuditTrail(self) }
}
