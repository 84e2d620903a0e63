internal import Persistence

/// Links committed entries into the chain, so that no request has to wait for the chain's head.
///
/// It takes what waits in `audit_queue`, whenever that was committed: an entry of a long transaction, or one whose id is
/// lower than those already sealed, gets the next position like any other. One process at a time seals; the lease is
/// taken in the transaction that seals, so a process that has lost it seals nothing, and the chain's own key refuses a
/// second link at one position.
public struct AuditSealer: Sendable {
    let store: Store
    let lease: JobLease

    /// How long another process waits for one that died: the time that the chain may then lag behind.
    static let leaseSeconds = 5
    /// What waits for longer than that does not wait for its turn: nobody seals.
    public static let longestWaitSeconds = 60

    public init(_ store: Store, owner: String) {
        self.store = store
        lease = JobLease(store, name: "audit-seal", owner: owner)
    }

    /// Seals what waits, a portion at a time, so that other writers get in between.
    ///
    /// - Returns: How many entries were sealed: 0 when none waits, or while another process seals them.
    @discardableResult
    public func seal(atMost limit: Int = 1000) async throws -> Int {
        let isNeeded = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT 1 FROM audit_queue LIMIT 1", as: Int.self) != nil
        }
        if !isNeeded { return 0 }
        let sealer = self
        return try await store.write { (transaction: borrowing Transaction) in
            guard try sealer.lease.hold(forSeconds: AuditSealer.leaseSeconds, in: transaction) else { return 0 }
            return try AuditSealer.link(atMost: limit, in: transaction)
        }
    }

    /// When the oldest of what waits was written; nil when nothing does.
    public func oldestWaiting() async throws -> Instant? {
        let oldest: ID<AuditRecord>? = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT q.entry_id FROM audit_queue q ORDER BY q.entry_id LIMIT 1")
        }
        return oldest.map { IDGenerator.moment(of: $0) }
    }

    /// The entry that was announced last.
    public func newestWaiting() async throws -> ID<AuditRecord>? {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT q.entry_id FROM audit_queue q ORDER BY q.entry_id DESC LIMIT 1")
        }
    }

    /// How many of the entries up to one wait.
    public func waiting(upTo last: ID<AuditRecord>) async throws -> Int {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT count(*) FROM audit_queue q WHERE q.entry_id <= \(last)") ?? 0
        }
    }

    /// Lets another process seal at once.
    public func release() async throws {
        try await lease.release()
    }

    /// Links the next entries; the hash is the one that was announced when the entry was written, not the row's of now.
    static func link(atMost limit: Int, in transaction: borrowing Transaction) throws -> Int {
        // Everything here is found by a key; a plan that is made while a table is empty would read it as a whole ever after.
        if transaction.engine == .postgresql { try transaction.run("SET LOCAL enable_seqscan = off") }
        let waiting = try waiting(atMost: limit, in: transaction)
        if waiting.isEmpty { return 0 }
        var head = try transaction.auditHead()
        if head.position > Int64.max - Int64(limit) { throw AuditChainIsFull() }
        let seals = waiting.map { entry in
            let seal = AuditSeal(sealing: entry.id, hash: entry.hash, after: head)
            head = AuditHead(position: seal.position, link: seal.link)
            return seal
        }
        try transaction.upsert(into: table, rows: seals.lazy.map(\.values))
        try transaction.run("DELETE FROM audit_queue WHERE entry_id IN \(in: waiting.map(\.id))")
        return seals.count
    }

    /// The first of those that wait.
    ///
    /// What is announced and sealed already was not announced here: it is passed over, for the verification to find.
    private static func waiting(atMost limit: Int, in transaction: borrowing Transaction) throws -> [Waiting] {
        var last = Int64.min
        while true {
            // The subquery stands beside the columns and not in a condition, which a planner takes for a narrow one: it
            // would then read and sort the whole queue each time.
            let found: [Waiting] = try transaction.all(
                """
                SELECT q.entry_id, q.entry_hash,
                    (SELECT s.position FROM audit_seal s WHERE s.entry_id = q.entry_id)
                FROM audit_queue q WHERE q.entry_id > \(last) ORDER BY q.entry_id LIMIT \(limit)
                """
            )
            let unsealed = found.filter { $0.position == nil }
            guard unsealed.isEmpty, found.count == limit, let next = found.last else { return unsealed }
            last = next.id.rawValue
        }
    }

    private static let table = BulkTable(
        "audit_seal",
        columns: ["position", "entry_id", "entry_hash", "previous", "link"],
        key: [],
        update: []
    )

    private struct Waiting: FromRow {
        let id: ID<AuditRecord>
        let hash: String
        /// Where it is sealed already.
        let position: Int64?

        init(from row: inout Row) throws {
            id = try row.next()
            hash = try row.next()
            position = try row.next()
        }
    }
}

/// Somebody has put a seal at the end of all numbers: the chain cannot be continued before that one is gone.
public struct AuditChainIsFull: Error, Hashable, Sendable {}

extension AuditSeal {
    fileprivate var values: [SQLValue] {
        [position.sqlValue, entry.sqlValue, entryHash.sqlValue, previous.sqlValue, link.sqlValue]
    }
}
