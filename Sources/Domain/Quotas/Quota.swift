/// How often something may be done within a window of time: signing in, calling the API.
///
/// Windows are fixed and begin at multiples of their length, so around a change of window up to twice the limit may
/// pass; in return a count is one row, and one statement.
public struct Quota: Hashable, Sendable {
    public let name: String
    public let limit: Int
    public let windowSeconds: Int
    /// How many a process takes out of the store at once, to hand them on by itself.
    ///
    /// With 1 the limit is exact. With more, a process may hold a rest that another one lacks: never more than the limit
    /// is granted, but somebody may be refused a little early.
    public let block: Int

    public init(_ name: String, limit: Int, windowSeconds: Int, block: Int = 1) {
        self.name = name
        self.limit = max(limit, 1)
        self.windowSeconds = max(windowSeconds, 1)
        self.block = min(max(block, 1), self.limit)
    }
}

/// What a quota says to one more time.
public enum QuotaRuling: Hashable, Sendable {
    /// It may be done; how often more, and in how many seconds the count begins anew.
    case granted(left: Int, resetsIn: Int)
    /// It may not; in how many seconds it may again.
    case refused(retryAfter: Int)

    public var isGranted: Bool {
        switch self {
        case .granted: true
        case .refused: false
        }
    }
}
