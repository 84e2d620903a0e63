public import Foundation

/// Who has signed in.
public struct SignedInPerson: Sendable, Hashable {
    /// The provider's name for the person.
    public let subject: String
    /// The Italian tax code in capitals, without prefix; its shape and check character are not examined here.
    public let taxCode: String
    public let givenName: String?
    public let familyName: String?
    /// The value of `acr`, for the audit trail.
    public let level: String?
    /// When the provider says that the person proved who they are, which with a session of its own may be long ago; nil
    /// where it does not say.
    public let authenticatedAt: Date?
    /// To be shown to the provider at the sign-out; it opens nothing.
    public let idToken: String
}

extension RelyingParty {
    /// Turns the provider's answer, the query of the redirect URI, into a person.
    ///
    /// The pending sign-in must be the one of the browser that brings the answer: without it, somebody could make another
    /// person go on as themselves (RFC 6749 section 10.12).
    public func complete(_ answer: FormParameters, pending: PendingSignIn, at now: Date) async throws -> SignedInPerson
    {
        let metadata = try await memory.metadata(at: now)
        let code = try AuthorizationAnswer(answer).code(
            for: pending,
            from: metadata,
            patience: settings.patience,
            at: now
        )
        let tokens = try await exchange(code, pending: pending, at: metadata, now: now)
        let token = try await believed(tokens, pending: pending, at: now)
        return try await person(
            of: token,
            tokens: tokens,
            authenticatedAt: authentication(of: token, pending, at: now),
            at: metadata,
            now: now
        )
    }

    /// When the person of a believed token proved who they are: never later than now, whatever the provider's clock says.
    ///
    /// A fresh sign-in that was believed without a statement was believed to have happened just now.
    private func authentication(of token: JSONWebToken, _ pending: PendingSignIn, at now: Date) -> Date? {
        guard let stated = token.claims["auth_time"] else { return pending.isFresh ? now : nil }
        return stated.seconds.map { min(Date(timeIntervalSince1970: max($0, 0)), now) }
    }

    /// Reads the ID token and checks all that OpenID Connect Core 3.1.3.7 asks.
    private func believed(_ tokens: TokenAnswer, pending: PendingSignIn, at now: Date) async throws -> JSONWebToken {
        let rules = IDTokenRules(
            token: TokenRules(issuer: settings.issuer, audiences: [settings.clientID], leeway: settings.leeway),
            clientID: settings.clientID,
            nonce: pending.nonce,
            accessToken: tokens.accessToken,
            minimumLevel: settings.minimumLevel,
            levels: settings.levels,
            signedInSince: pending.isFresh ? pending.issuedAt : nil,
            needsSignInTime: settings.needsSignInTime
        )
        do {
            let token = try JSONWebToken(reading: tokens.idToken)
            try await memory.verify(token, at: now)
            try rules.check(token.claims, at: now)
            return token
        } catch let reason as CannotTrustToken {
            throw CannotSignIn.untrustedToken(reason)
        }
    }
}

/// What came back on the redirect URI.
struct AuthorizationAnswer {
    let parameters: FormParameters

    init(_ parameters: FormParameters) {
        self.parameters = parameters
    }

    /// The code, when the answer is to this sign-in and of this provider.
    ///
    /// `state` comes first: until it fits, nothing in the answer means anything, not even an error.
    func code(
        for pending: PendingSignIn,
        from metadata: ProviderMetadata,
        patience: TimeInterval,
        at now: Date
    ) throws(CannotSignIn) -> String {
        guard let state = parameters["state"], Secret.equal(state, pending.state) else { throw .wrongState }
        guard now.timeIntervalSince(pending.issuedAt) <= patience else { throw .tooLate }
        if parameters.pairs.contains(where: { $0.name == "iss" }) || metadata.namesItselfInAnswers {
            guard parameters["iss"] == metadata.issuer else { throw .answerFromAnotherIssuer }
        }
        if let error = parameters["error"] { throw .refused(ErrorCode.clean(error)) }
        guard let code = parameters["code"], !code.isEmpty else { throw .missingCode }
        return code
    }
}

/// A provider's error code.
enum ErrorCode {
    /// The code without what could disturb a log or a page: it comes through the browser.
    static func clean(_ text: String) -> String {
        String(decoding: text.utf8.filter { FormParameters.isUnreserved($0) }.prefix(60), as: UTF8.self)
    }
}
