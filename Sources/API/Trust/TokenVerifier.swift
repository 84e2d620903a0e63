internal import Domain
internal import Foundation
internal import Logging
internal import OpenIDConnect
internal import Synchronization

/// Decides which client a bearer token stands for: one verifier for whoever issued it.
///
/// What a token says is checked once and remembered until it expires; what its client may do is asked of the store each
/// time, so that a revocation bites at the next request.
struct TokenVerifier: Sendable {
    private let issuers: [TokenIssuer]
    private let clients: APIClients
    private let memory = VerifiedTokens()

    init(issuers: [TokenIssuer], clients: APIClients) {
        self.issuers = issuers
        self.clients = clients
    }

    /// The client of an `Authorization` header; nil without one.
    ///
    /// - Throws: ``Problem``, the same for whatever is wrong with a token: why is in the log.
    func client(of header: String?, at now: Instant, _ logger: Logger) async throws -> ClientIdentity? {
        guard let header else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Problem.tokenInvalid }
        let text = String(parts[1])
        do {
            let token = try await verified(text, at: now)
            let client = try await clients.identity(of: token.client, holding: token.clientKey)
            guard let client else { throw CannotTrustToken.wrongSubject }
            return token.scopes.map { client.narrowed(to: $0) } ?? client
        } catch let reason as CannotTrustToken {
            logger.info("token refused", metadata: ["reason": "\(reason)"])
            throw Problem.tokenInvalid
        } catch let reason as RemoteKeys.Unavailable {
            logger.warning("keys of an issuer unavailable", metadata: ["reason": "\(reason.reason)"])
            throw Problem.unavailable
        }
    }

    private func verified(_ text: String, at now: Instant) async throws -> VerifiedToken {
        if let known = memory.find(text, at: now) { return known }
        let token = try JSONWebToken(reading: text)
        guard let issuer = issuers.first(where: { $0.rules.issuer == token.claims["iss"]?.string }) else {
            throw CannotTrustToken.wrongIssuer
        }
        guard issuer.types.contains(token.header["typ"]?.string?.lowercased() ?? "jwt") else {
            throw CannotTrustToken.malformed
        }
        let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
        try issuer.rules.check(token.claims, at: date)
        try await issuer.verify(token, date)
        let verified = try VerifiedToken(token, from: issuer)
        memory.keep(verified, as: text, at: now)
        return verified
    }
}

/// What a token that is believed says.
struct VerifiedToken: Sendable {
    let client: ClientID
    let clientKey: String?
    /// Nil where it has all that the client has.
    let scopes: Set<APIScope>?
    let expiry: Instant

    init(_ token: JSONWebToken, from issuer: TokenIssuer) throws(CannotTrustToken) {
        // Bound to a key of its holder (RFC 9449), who would have to prove that it is theirs with each request.
        if token.claims["cnf"] != nil { throw .wrongSubject }
        let names = [token.claims["client_id"], token.claims["sub"]].compactMap { $0?.string }
        guard let name = names.first, names.allSatisfy({ $0 == name }), let client = ClientID(name) else {
            throw .wrongSubject
        }
        guard let expiry = token.claims["exp"]?.seconds, expiry < 1e11 else { throw .missingClaim("exp") }
        self.client = client
        self.expiry = Instant(milliseconds: Int64(expiry * 1000))
        if issuer.namesClientKey {
            guard let key = token.claims["client_kid"]?.string else { throw .missingClaim("client_kid") }
            guard let scopes = token.claims["scope"]?.string.flatMap(APIScope.read) else {
                throw .missingClaim("scope")
            }
            (clientKey, self.scopes) = (key, scopes)
        } else {
            (clientKey, scopes) = (nil, nil)
        }
    }
}

/// The tokens that this process has verified, until they expire.
final class VerifiedTokens: Sendable {
    /// More are not remembered: a token costs its text.
    private static let most = 10_000

    private let tokens = Mutex<[String: VerifiedToken]>([:])

    func find(_ text: String, at now: Instant) -> VerifiedToken? {
        tokens.withLock { tokens in
            guard let token = tokens[text] else { return nil }
            if token.expiry > now { return token }
            tokens[text] = nil
            return nil
        }
    }

    func keep(_ token: VerifiedToken, as text: String, at now: Instant) {
        guard token.expiry > now else { return }
        tokens.withLock { tokens in
            if tokens.count >= Self.most { tokens = tokens.filter { $0.value.expiry > now } }
            if tokens.count >= Self.most { tokens = [:] }
            tokens[text] = token
        }
    }
}
