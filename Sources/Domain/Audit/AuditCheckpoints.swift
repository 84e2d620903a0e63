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
            let (number, isLastNumber) = (last?.number ?? 0).addingReportingOverflow(1)
            let (count, isBeyond) = head.position.subtractingReportingOverflow(last?.position ?? 0)
            if isLastNumber || isBeyond || count < 0 { throw CannotContinueCheckpoints() }
            let checkpoint = try AuditCheckpoint(
                number: number,
                position: head.position,
                link: head.link,
                at: store.now,
                count: count,
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
    ///
    /// One that says it is of later than now is none to wait for.
    public func makeWhenDue(at times: DailyTimes) async throws -> AuditCheckpoint? {
        let (last, now) = (try await latest(), store.now)
        if let last, last.at <= now, last.at >= times.latest(until: now) { return nil }
        return try await make()
    }

    /// All of them, in their order.
    public func all() async throws -> [AuditCheckpoint] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT \(AuditCheckpoint.columns) FROM audit_checkpoint c ORDER BY c.number")
        }
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

/// The last checkpoint holds a number or a position that none of ours can follow: it was not made here, or the chain was
/// cut behind it.
public struct CannotContinueCheckpoints: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String {
        "the last checkpoint is none that another can follow: it was not made here, or the chain was cut (audit verify)"
    }
}
