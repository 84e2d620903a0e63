internal import Domain
internal import Hummingbird

/// How often the API may be called in a minute.
public struct RateLimits: Hashable, Sendable {
    /// By one client.
    public var perClient: Int
    /// From one address without a token that is good.
    public var perAddress: Int

    public init(perClient: Int = 6000, perAddress: Int = 600) {
        self.perClient = perClient
        self.perAddress = perAddress
    }

    /// Taken out of the store in blocks, so that it is not asked at every request and the limit holds over all processes.
    var client: Quota { Quota("api-client", limit: perClient, windowSeconds: 60, block: max(1, perClient / 100)) }
    var address: Quota { Quota("api-address", limit: perAddress, windowSeconds: 60, block: max(1, perAddress / 60)) }
}

/// What an answer says of the caller's limit (AgID, RAC_ROBUSTEZZA_001).
struct RateState: Sendable {
    let limit: Int
    let left: Int
    /// In how many seconds the count begins anew.
    let resetsIn: Int

    init(_ quota: Quota, _ ruling: QuotaRuling) {
        limit = quota.limit
        switch ruling {
        case .granted(let left, let seconds): (self.left, resetsIn) = (left, seconds)
        case .refused(let seconds): (self.left, resetsIn) = (0, seconds)
        }
    }

    /// Before it is known, as when the store does not answer.
    init(_ quota: Quota) {
        (limit, left, resetsIn) = (quota.limit, 0, quota.windowSeconds)
    }

    func add(to headers: inout HTTPFields) {
        headers.set("X-RateLimit-Limit", String(limit))
        headers.set("X-RateLimit-Remaining", String(left))
        headers.set("X-RateLimit-Reset", String(resetsIn))
    }
}
