public import Foundation

/// What a verified token must say to be believed.
public struct TokenRules: Sendable {
    public let issuer: String
    public let audiences: Set<String>
    /// How far the two clocks may be apart, in seconds.
    public let leeway: TimeInterval
    /// The same for the moment from which the token is good, where that is another one.
    public let leewayAtStart: TimeInterval

    public init(
        issuer: String,
        audiences: Set<String>,
        leeway: TimeInterval,
        leewayAtStart: TimeInterval? = nil
    ) {
        self.issuer = issuer
        self.audiences = audiences
        self.leeway = leeway
        self.leewayAtStart = leewayAtStart ?? leeway
    }

    /// Checks issuer, audience and times (RFC 7519 section 4.1).
    public func check(_ claims: [String: JSONValue], at now: Date) throws(CannotTrustToken) {
        guard let issuer = claims["iss"]?.string else { throw .missingClaim("iss") }
        guard issuer == self.issuer else { throw .wrongIssuer }
        guard let listed = claims["aud"]?.strings else { throw .missingClaim("aud") }
        guard !audiences.isDisjoint(with: listed) else { throw .wrongAudience }
        let seconds = now.timeIntervalSince1970
        guard let expires = claims["exp"]?.seconds else { throw .missingClaim("exp") }
        guard seconds < expires + leeway else { throw .expired }
        guard let issued = claims["iat"]?.seconds else { throw .missingClaim("iat") }
        guard issued <= seconds + leewayAtStart else { throw .notYetValid }
        if let notBefore = claims["nbf"] {
            guard let instant = notBefore.seconds else { throw .malformed }
            guard instant <= seconds + leewayAtStart else { throw .notYetValid }
        }
    }
}

/// What the ID token of one sign-in must say (OpenID Connect Core 3.1.3.7).
struct IDTokenRules: Sendable {
    let token: TokenRules
    let clientID: String
    let nonce: String
    let accessToken: String
    let minimumLevel: AssuranceLevel?
    let levels: [String: AssuranceLevel]
    /// The instant after which the person must have signed in, when a fresh sign-in was asked for.
    let signedInSince: Date?
    /// Whether the token must state when that was.
    var needsSignInTime = true

    func check(_ claims: [String: JSONValue], at now: Date) throws(CannotTrustToken) {
        try token.check(claims, at: now)
        try checkAuthorizedParty(claims)
        guard let subject = claims["sub"]?.string, !subject.isEmpty else { throw .missingClaim("sub") }
        guard let found = claims["nonce"]?.string else { throw .missingClaim("nonce") }
        guard Secret.equal(found, nonce) else { throw .wrongNonce }
        if let hash = claims["at_hash"] {
            guard let hash = hash.string, Secret.equal(hash, accessTokenHash(accessToken)) else {
                throw .wrongAccessTokenHash
            }
        }
        if let minimumLevel {
            let stated = claims["acr"]?.string
            guard let level = stated.flatMap({ levels[$0] }), level >= minimumLevel else {
                throw .levelTooLow(stated.map { String($0.prefix(100)) })
            }
        }
        if let signedInSince {
            guard let stated = claims["auth_time"] else {
                if needsSignInTime { throw .missingClaim("auth_time") }
                return
            }
            guard let instant = stated.seconds else { throw .malformed }
            guard instant + token.leeway >= signedInSince.timeIntervalSince1970 else { throw .signInTooOld }
        }
    }

    private func checkAuthorizedParty(_ claims: [String: JSONValue]) throws(CannotTrustToken) {
        if let party = claims["azp"] {
            guard party.string == clientID else { throw .wrongAuthorizedParty }
        } else if (claims["aud"]?.strings ?? []).count > 1 {
            throw .wrongAuthorizedParty
        }
    }
}
