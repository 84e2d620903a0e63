internal import Synchronization

/// Counts what is done by whom, over all processes together: the counts stand in the store.
///
/// A row is under a hash of the subject and its window, and goes when its window ends, so that no list of subjects grows
/// there. The hash hides nobody from whoever reads the store meanwhile: addresses are few enough to try them all.
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

    /// What is to be done for one who asks.
    enum Turn {
        /// There is something to say without the store.
        case ruled(QuotaRuling)
        /// Nobody asks the store for this key: the one who asks here does, and has to say when it is done.
        case fetch
        /// Somebody else asks the store already.
        case wait
    }

    private struct State {
        var leases: [String: Lease] = [:]
        /// The keys for which somebody asks the store, with those who wait for the answer.
        var fetches: [String: [CheckedContinuation<Void, Never>]] = [:]

        func ruling(_ key: String, at now: Instant) -> QuotaRuling? {
            guard let lease = leases[key] else { return nil }
            let wait = QuotaLeases.wait(until: lease.endsAt, from: now)
            if lease.left > 0 { return .granted(left: lease.left - 1 + lease.beyond, resetsIn: wait) }
            return lease.isExhausted ? .refused(retryAfter: wait) : nil
        }
    }

    private let state = Mutex(State())

    /// Hands one on when there is something to hand on, and sends one at a time to the store.
    ///
    /// Many at once would each take a block out of it, and a whole limit would be gone for as many requests as a block has.
    func turn(_ key: String, at now: Instant) -> Turn {
        state.withLock { state in
            if let ruling = state.ruling(key, at: now) {
                if ruling.isGranted { state.leases[key]?.left -= 1 }
                return .ruled(ruling)
            }
            guard state.fetches[key] == nil else { return .wait }
            state.fetches[key] = []
            return .fetch
        }
    }

    /// Waits until the store has answered whoever asks it, well or not.
    func wait(for key: String) async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                guard state.fetches[key] != nil else { return true }
                state.fetches[key]?.append(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    /// Keeps what the store gave, nothing when it failed, and lets those go on who wait for it.
    func finish(_ key: String, _ lease: Lease?, at now: Instant) {
        let waiting = state.withLock { state in
            if let lease {
                if state.leases.count >= QuotaLeases.most {
                    state.leases = state.leases.filter { $0.value.endsAt > now }
                    if state.leases.count >= QuotaLeases.most { state.leases = [:] }
                }
                state.leases[key] = lease
            }
            return state.fetches.removeValue(forKey: key) ?? []
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Whole seconds, at least one.
    static func wait(until end: Instant, from now: Instant) -> Int {
        max(1, Int((end.milliseconds - now.milliseconds + 999) / 1000))
    }
}
