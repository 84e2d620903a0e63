internal import Domain
internal import OpenIDConnect

/// The proof with which a client asks for a token (RFC 7523), by the rules of PDND's token endpoint.
struct ClientAssertion: Sendable {
    static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    /// The longest time between `iat` and `exp`, in seconds.
    static let longestLife: Int64 = 300
    /// How far the two clocks may be apart, in seconds.
    static let leeway: Int64 = 30

    /// Why an assertion is refused, for whoever wrote the software that makes it.
    struct Refused: Error, Hashable, Sendable {
        let detail: Localized
        /// Whether it is the proof that fails: then nothing is said that helps to try on.
        var isProof = false

        init(it: String, en: String) {
            detail = Localized(it: it, en: en)
        }

        static let proof: Refused = {
            var refused = Refused(
                it: "Il client non esiste, non può ottenere token, o la firma non è di una sua chiave valida.",
                en: "The client does not exist, may not have tokens, or the signature is of none of its good keys."
            )
            refused.isProof = true
            return refused
        }()
    }

    let token: JSONWebToken
    let client: ClientID
    let identifier: String
    /// Until when it must not be used again.
    let forgottenAfter: Instant

    /// Reads an assertion, checks what it says, and believes nothing yet.
    init(reading text: String, clientID: String?, endpoint: String, at now: Instant) throws {
        let token: JSONWebToken
        do {
            token = try JSONWebToken(reading: text)
        } catch {
            throw Refused(
                it: "La client_assertion non è un JWS RS256 o ES256 in forma compatta.",
                en: "The client_assertion is no JWS in compact form, RS256 or ES256."
            )
        }
        let claims = token.claims
        guard let issuer = claims["iss"]?.string, issuer == claims["sub"]?.string, issuer == clientID ?? issuer,
            let client = ClientID(issuer)
        else {
            throw Refused(
                it: "iss, sub e client_id devono essere lo stesso UUID.",
                en: "iss, sub and client_id have to be the same UUID."
            )
        }
        guard claims["aud"]?.strings?.contains(endpoint) == true else {
            throw Refused(it: "aud deve essere \(endpoint).", en: "aud has to be \(endpoint).")
        }
        guard claims["nbf"] == nil else {
            throw Refused(it: "nbf non è ammesso, come su PDND.", en: "nbf is not allowed, as at PDND.")
        }
        guard let identifier = claims["jti"]?.string, (1...255).contains(identifier.utf8.count) else {
            throw Refused(
                it: "jti manca, o ha più di 255 caratteri.",
                en: "jti is missing, or has more than 255 characters."
            )
        }
        self.token = token
        self.client = client
        self.identifier = identifier
        forgottenAfter = try Self.checkTimes(claims, at: now)
    }

    /// - Returns: When the assertion is refused by its age alone.
    private static func checkTimes(_ claims: [String: JSONValue], at now: Instant) throws -> Instant {
        guard case .integer(let issued)? = claims["iat"], case .integer(let expires)? = claims["exp"],
            (0..<100_000_000_000).contains(issued), (0..<100_000_000_000).contains(expires)
        else {
            throw Refused(
                it: "iat ed exp devono essere secondi interi dal 1970.",
                en: "iat and exp have to be whole seconds since 1970."
            )
        }
        guard expires > issued, expires - issued <= longestLife else {
            throw Refused(
                it: "exp deve seguire iat di al più \(longestLife) secondi.",
                en: "exp has to be at most \(longestLife) seconds after iat."
            )
        }
        let seconds = now.milliseconds / 1000
        guard issued <= seconds + leeway else {
            throw Refused(
                it: "iat è nel futuro: controlla l'orologio.",
                en: "iat is in the future: check your clock."
            )
        }
        guard seconds < expires + leeway else {
            throw Refused(it: "La client_assertion è scaduta.", en: "The client_assertion has expired.")
        }
        return Instant(milliseconds: (expires + leeway) * 1000)
    }

    /// Checks the signature with the keys of the client, and tells which one it was.
    func verify(with keys: [ClientKey]) async throws -> ClientKey {
        for key in keys {
            guard let verification = await VerificationKey(jwk: key.jwk) else { continue }
            if (try? token.verify(withAnyOf: [verification])) != nil { return key }
        }
        throw Refused.proof
    }
}
