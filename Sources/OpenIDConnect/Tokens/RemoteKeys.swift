public import Foundation

/// The keys that another party publishes at one address (JWK Set), kept for a while.
///
/// They are fetched again when a token names one that is not there, which is how a party changes its keys without telling
/// anybody; at most once in so many seconds, because everybody can invent a name.
public actor RemoteKeys {
    /// The keys cannot be had, so nobody can say whether a token is good.
    public struct Unavailable: Error, Hashable, Sendable {
        public let reason: String
    }

    private let url: String
    private let http: HTTPExchange
    private let memory: TimeInterval
    private let pause: TimeInterval
    private var kept: (keys: KeySet, since: Date)?
    private var lastAttempt: Date?
    private var isAsking = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - memory: How many seconds the keys are believed.
    ///   - pause: How many seconds lie between two attempts to get them.
    public init(url: String, http: @escaping HTTPExchange, memory: TimeInterval = 3600, pause: TimeInterval = 10) {
        self.url = url
        self.http = http
        self.memory = memory
        self.pause = pause
    }

    /// Verifies a token's signature.
    ///
    /// - Throws: ``CannotTrustToken``, or ``Unavailable``.
    public func verify(_ token: JSONWebToken, at now: Date) async throws {
        try token.verify(with: try await keys(for: token, at: now))
    }

    private func keys(for token: JSONWebToken, at now: Date) async throws -> KeySet {
        while isAsking {
            await withCheckedContinuation { waiting.append($0) }
        }
        let fresh = kept.flatMap { now.timeIntervalSince($0.since) < memory ? $0.keys : nil }
        if let fresh, fresh.key(for: token) != nil { return fresh }
        if let lastAttempt, now.timeIntervalSince(lastAttempt) < pause {
            guard let fresh else { throw Unavailable(reason: "asked a moment ago") }
            return fresh
        }
        lastAttempt = now
        isAsking = true
        defer {
            isAsking = false
            let woken = waiting
            waiting = []
            for continuation in woken { continuation.resume() }
        }
        do {
            let found = try await fetched()
            kept = (found, now)
            return found
        } catch {
            // What is known is worth more than nothing: the token then names a key that nobody here knows.
            guard let fresh else { throw error }
            return fresh
        }
    }

    private func fetched() async throws -> KeySet {
        let answer: HTTPResponseValue
        do {
            let accept = HTTPHeader("Accept", "application/json")
            answer = try await http(HTTPRequestValue(method: .get, url: url, headers: [accept]))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Unavailable(reason: String("\(error)".prefix(200)))
        }
        guard answer.status == 200 else { throw Unavailable(reason: "status \(answer.status)") }
        guard let found = await KeySet(json: answer.body) else { throw Unavailable(reason: "not a set of keys") }
        return found
    }
}
