internal import Synchronization

/// Counts what is done by whom, over all processes together: the counts stand in the store.
///
/// Nothing there tells whom a count is about. A row is under the hash of the subject and its window, so that the same
/// subject's next row cannot be recognised, and goes when its window ends.
public struct Quotas: Sendable {
    let store: Store
    /// What this process took out of the store and has not handed on yet.
    let leases: QuotaLeases

    public init(_ store: Store) {
        self.store = store
        leases = QuotaLeases()
    }
}

/// The blocks of one process.
final class QuotaLeases: Sendable {
    struct Lease {
        /// How often more without asking the store; 0 also when the store said no.
        var left: Int
        /// What the store would still have given after this block.
        let beyond: Int
        let isExhausted: Bool
        let endsAt: Instant
    }

    /// More subjects than this are not remembered: a flood of addresses must not become one of memory.
    static let most = 50_000

    private let leases = Mutex<[String: Lease]>([:])

    /// Hands one on, when there is something to say without the store.
    func take(_ key: String, at now: Instant) -> QuotaRuling? {
        leases.withLock { leases in
            guard let lease = leases[key] else { return nil }
            let wait = QuotaLeases.wait(until: lease.endsAt, from: now)
            if lease.left > 0 {
                leases[key]?.left -= 1
                return .granted(left: lease.left - 1 + lease.beyond, resetsIn: wait)
            }
            return lease.isExhausted ? .refused(retryAfter: wait) : nil
        }
    }

    func keep(_ key: String, _ lease: Lease, at now: Instant) {
        leases.withLock { leases in
            if leases.count >= QuotaLeases.most {
                leases = leases.filter { $0.value.endsAt > now }
                if leases.count >= QuotaLeases.most { leases = [:] }
            }
            leases[key] = lease
        }
    }

    /// Whole seconds, at least one.
    static func wait(until end: Instant, from now: Instant) -> Int {
        max(1, Int((end.milliseconds - now.milliseconds + 999) / 1000))
    }
}
