internal import Persistence

extension Quotas {
    /// Counts one more time of something by somebody, and says whether it may be done.
    ///
    /// - Parameter subject: Who does it: an address, a client. The store gets a hash of it, never the text.
    public func take(_ quota: Quota, for subject: String) async throws -> QuotaRuling {
        let now = store.now
        let (key, end) = window(of: quota, for: subject, at: now)
        while true {
            switch leases.turn(key, at: now) {
            case .ruled(let ruling): return ruling
            case .wait: await leases.wait(for: key)
            case .fetch:
                var lease: QuotaLeases.Lease?
                defer { leases.finish(key, lease, at: now) }
                let (ruling, fetched) = try await fetch(quota, key, until: end, at: now)
                lease = fetched
                return ruling
            }
        }
    }

    /// Whether it may be done once more, without counting it: nil when it may.
    public func refusal(_ quota: Quota, for subject: String) async throws -> QuotaRuling? {
        let now = store.now
        let (key, end) = window(of: quota, for: subject, at: now)
        let taken = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT taken FROM quota_window WHERE key = \(key)", as: Int.self) ?? 0
        }
        return taken < quota.limit ? nil : .refused(retryAfter: QuotaLeases.wait(until: end, from: now))
    }

    /// The key of the row, and when its window ends.
    private func window(of quota: Quota, for subject: String, at now: Instant) -> (key: String, end: Instant) {
        let length = Int64(quota.windowSeconds) * 1000
        let begin = now.milliseconds - now.milliseconds % length
        return (Secrets.hash("\(quota.name)\n\(begin)\n\(subject)"), Instant(milliseconds: begin + length))
    }

    /// Takes a block out of the store: the first of it for the one who asks, the rest to be handed on.
    private func fetch(
        _ quota: Quota,
        _ key: String,
        until end: Instant,
        at now: Instant
    ) async throws -> (QuotaRuling, QuotaLeases.Lease) {
        let taken = try await store.write { (transaction: borrowing Transaction) in
            try transaction.first(
                """
                INSERT INTO quota_window (key, taken, ends_at) VALUES (\(key), \(quota.block), \(end))
                ON CONFLICT (key) DO UPDATE SET taken = quota_window.taken + excluded.taken RETURNING taken
                """,
                as: Int.self
            ) ?? quota.block
        }
        let granted = max(0, min(quota.block, quota.limit - (taken - quota.block)))
        let beyond = max(0, quota.limit - taken)
        let wait = QuotaLeases.wait(until: end, from: now)
        return (
            granted == 0 ? .refused(retryAfter: wait) : .granted(left: granted - 1 + beyond, resetsIn: wait),
            .init(left: max(0, granted - 1), beyond: beyond, isExhausted: granted == 0 || beyond == 0, endsAt: end)
        )
    }

    /// Removes the counts of windows that are over.
    @discardableResult
    public func removeEnded() async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM quota_window WHERE ends_at <= \(store.now)")
        }
    }
}
