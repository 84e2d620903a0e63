internal import Crypto
public import Persistence

/// The keys that sign our own access tokens: made here, shared by all processes, and changed by themselves.
///
/// Each period of thirty days has a key of its own; the one before stays good for as long, so that no token dies of the
/// change. An old copy of the store signs nothing after that.
public struct AccessTokenKeys: Sendable {
    static let periodDays = 30

    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// A private key on P-256, in PEM.
    public struct Key: Hashable, Sendable {
        public let period: Int64
        public let pem: String
    }

    /// The period that is now; another one means that there is another key.
    public var period: Int64 { store.now.milliseconds / (Int64(Self.periodDays) * 86_400_000) }

    /// The keys whose tokens are good: the one that signs now, then the one before.
    public func live() async throws -> [Key] {
        let period = period
        let found = try await store.read { (transaction: borrowing Transaction) in
            try transaction.keys(since: period - 1)
        }
        if found.first?.period == period { return found }
        let store = store
        let pem = P256.Signing.PrivateKey().pemRepresentation
        return try await store.write { (transaction: borrowing Transaction) in
            let made = try transaction.run(
                """
                INSERT INTO access_token_key (period, pem, created_at) VALUES (\(period), \(pem), \(store.now))
                ON CONFLICT (period) DO NOTHING
                """
            )
            if made > 0 {
                let entry = AuditEntry(.system("api"), "access_token_key.made", details: ["period": .number(period)])
                try store.audit.record(entry, in: transaction)
            }
            return try transaction.keys(since: period - 1)
        }
    }

    /// Removes the keys that sign nothing and prove nothing any more.
    @discardableResult
    public func removeEnded() async throws -> Int {
        let least = period - 1
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM access_token_key WHERE period < \(least)")
        }
    }
}

extension Transaction {
    fileprivate func keys(since period: Int64) throws -> [AccessTokenKeys.Key] {
        try all("SELECT period, pem FROM access_token_key WHERE period >= \(period) ORDER BY period DESC")
    }
}

extension AccessTokenKeys.Key: FromRow {
    public init(from row: inout Row) throws {
        period = try row.next()
        pem = try row.next()
    }
}
