internal import Domain

/// How often sign-ins may be tried, by the settings.
public struct SignInLimits: Hashable, Sendable {
    /// From one address within ten minutes; offices of many people have one address.
    public var perAddress: Int
    /// From everywhere within ten minutes, so that the identity provider is not drowned by us.
    public var overall: Int

    static let window = 600

    public init(perAddress: Int = 60, overall: Int = 6000) {
        self.perAddress = perAddress
        self.overall = overall
    }

    var ofAddress: Quota { Quota("sign-in-address", limit: perAddress, windowSeconds: SignInLimits.window) }
    /// Answers that are none: guessing is what it is for, and it never touches what others may do.
    var ofFailures: Quota {
        Quota("sign-in-failed-address", limit: perAddress, windowSeconds: SignInLimits.window)
    }
    var ofAll: Quota {
        // In portions: one row that every sign-in of the nation waits for would be a limit of its own.
        Quota("sign-in", limit: overall, windowSeconds: SignInLimits.window, block: max(1, overall / 100))
    }
}

/// Why a sign-in may not be tried now.
enum TooManySignIns: Error, Hashable {
    case fromAddress(retryAfter: Int)
    case overall(retryAfter: Int)

    var retryAfter: Int {
        switch self {
        case .fromAddress(let seconds), .overall(let seconds): seconds
        }
    }
}

extension Quotas {
    /// Counts one attempt to sign in.
    ///
    /// The address comes first: whoever is over their own limit takes nothing from everybody's.
    func takeSignIn(from client: String, _ limits: SignInLimits) async throws {
        if case .refused(let seconds) = try await take(limits.ofAddress, for: client) {
            throw TooManySignIns.fromAddress(retryAfter: seconds)
        }
        if case .refused(let seconds) = try await take(limits.ofAll, for: "all") {
            throw TooManySignIns.overall(retryAfter: seconds)
        }
    }

    /// Stops whoever has brought too many answers that were none.
    func checkFailures(from client: String, _ limits: SignInLimits) async throws {
        if case .refused(let seconds)? = try await refusal(limits.ofFailures, for: client) {
            throw TooManySignIns.fromAddress(retryAfter: seconds)
        }
    }

    /// Counts an answer that was none, under the address alone: anybody can send them without having begun anything.
    func takeFailure(from client: String, _ limits: SignInLimits) async throws {
        if case .refused(let seconds) = try await take(limits.ofFailures, for: client) {
            throw TooManySignIns.fromAddress(retryAfter: seconds)
        }
    }
}
