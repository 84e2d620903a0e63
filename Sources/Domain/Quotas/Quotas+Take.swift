internal import Persistence

extension Quotas {
    /// Counts one more time of something by somebody, and says whether it may be done.
    ///
    /// - Parameter subject: Who does it: an address, a client. It leaves this method only as a hash.
    public func take(_ quota: Quota, for subject: String) async throws -> QuotaRuling {
        let (store, now) = (store, store.now)
        let window = Int64(quota.windowSeconds) * 1000
        let begin = now.milliseconds - now.milliseconds % window
        let end = Instant(milliseconds: begin + window)
        let key = Secrets.hash("\(quota.name)\n\(begin)\n\(subject)")
        if let ruling = leases.take(key, at: now) { return ruling }

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
        leases.keep(
            key,
            .init(left: max(0, granted - 1), beyond: beyond, isExhausted: granted == 0 || beyond == 0, endsAt: end),
            at: now
        )
        let wait = QuotaLeases.wait(until: end, from: now)
        return granted == 0
            ? .refused(retryAfter: wait) : .granted(left: granted - 1 + beyond, resetsIn: wait)
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
