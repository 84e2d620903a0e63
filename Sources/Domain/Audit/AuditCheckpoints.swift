internal import Persistence

/// The signed checkpoints of the chain.
public struct AuditCheckpoints: Sendable {
    let store: Store
    let key: AuditSigningKey?

    /// - Parameter key: Without one the checkpoints are not signed: they are worth as much as the place they are kept in.
    public init(_ store: Store, key: AuditSigningKey?) {
        self.store = store
        self.key = key
    }

    /// Makes a checkpoint of the chain as it is now, signs it, and keeps it.
    public func make() async throws -> AuditCheckpoint {
        do {
            return try await makeNext()
        } catch is ConstraintViolation {
            // Another process has just made the one of this number.
            return try await makeNext()
        }
    }

    private func makeNext() async throws -> AuditCheckpoint {
        let (store, key) = (store, key)
        return try await store.write { (transaction: borrowing Transaction) in
            let last = try AuditCheckpoints.latest(in: transaction)
            let head = try transaction.auditHead()
            let checkpoint = try AuditCheckpoint(
                number: (last?.number ?? 0) + 1,
                position: head.position,
                link: head.link,
                at: store.now,
                count: head.position - (last?.position ?? 0),
                keyID: nil,
                signature: nil
            ).signed(with: key)
            try transaction.run(
                """
                INSERT INTO audit_checkpoint (number, position, link, at, entry_count, key_id, signature) VALUES (
                    \(checkpoint.number), \(checkpoint.position), \(checkpoint.link), \(checkpoint.at),
                    \(checkpoint.count), \(checkpoint.keyID), \(checkpoint.signature)
                )
                """
            )
            return checkpoint
        }
    }

    /// Makes a checkpoint when one of the day's times has passed since the last.
    public func makeWhenDue(at times: DailyTimes) async throws -> AuditCheckpoint? {
        let last = try await latest()
        if let last, last.at >= times.latest(until: store.now) { return nil }
        return try await make()
    }

    public func latest() async throws -> AuditCheckpoint? {
        try await store.read { (transaction: borrowing Transaction) in
            try AuditCheckpoints.latest(in: transaction)
        }
    }

    private static func latest(in transaction: borrowing Transaction) throws -> AuditCheckpoint? {
        try transaction.first(
            "SELECT \(AuditCheckpoint.columns) FROM audit_checkpoint c ORDER BY c.number DESC LIMIT 1"
        )
    }
}
