internal import Foundation

extension RelyingParty {
    /// The person of a believed ID token; their attributes come from it or, as with SPID, from UserInfo only.
    func person(
        of token: JSONWebToken,
        tokens: TokenAnswer,
        authenticatedAt: Date?,
        at metadata: ProviderMetadata,
        now: Date
    ) async throws -> SignedInPerson {
        guard let subject = token.claims["sub"]?.string else {
            throw CannotSignIn.untrustedToken(.missingClaim("sub"))
        }
        var attributes = token.claims
        if attributes[settings.taxCodeClaim] == nil, let endpoint = metadata.userInfoEndpoint {
            let told = try await userInfo(at: endpoint, accessToken: tokens.accessToken, now: now)
            guard told["sub"]?.string == subject else { throw CannotSignIn.wrongSubject }
            attributes.merge(told) { $1 }
        }
        return SignedInPerson(
            subject: subject,
            taxCode: try TaxCodeClaim.taxCode(in: attributes[settings.taxCodeClaim]),
            givenName: attributes["given_name"]?.string,
            familyName: attributes["family_name"]?.string,
            level: token.claims["acr"]?.string,
            authenticatedAt: authenticatedAt,
            idToken: tokens.idToken
        )
    }

    /// The claims of the UserInfo endpoint, plain or signed (OpenID Connect Core 5.3.2).
    private func userInfo(at endpoint: String, accessToken: String, now: Date) async throws -> [String: JSONValue] {
        let request = HTTPRequestValue(
            method: .get,
            url: endpoint,
            headers: [
                HTTPHeader("Accept", "application/json, application/jwt"),
                HTTPHeader("Authorization", "Bearer \(accessToken)"),
            ]
        )
        let answer = try await provider.answer(to: request, of: .userInfo)
        guard answer.status == 200 else {
            throw CannotSignIn.providerUnavailable(.userInfo, reason: "status \(answer.status)")
        }
        if answer.mediaType == "application/jwt" { return try await signedClaims(answer.body, at: now) }
        guard let claims = JSONValue(json: answer.body)?.object else {
            throw CannotSignIn.providerUnavailable(.userInfo, reason: "not a JSON object")
        }
        return claims
    }

    private func signedClaims(_ body: [UInt8], at now: Date) async throws -> [String: JSONValue] {
        do {
            let token = try JSONWebToken(reading: String(decoding: body, as: UTF8.self))
            try await memory.verify(token, at: now)
            guard token.claims["iss"]?.string == settings.issuer else { throw CannotTrustToken.wrongIssuer }
            guard token.claims["aud"]?.strings?.contains(settings.clientID) == true else {
                throw CannotTrustToken.wrongAudience
            }
            return token.claims
        } catch let reason as CannotTrustToken {
            throw CannotSignIn.untrustedToken(reason)
        }
    }
}

/// The tax code as SPID, CIE and their gateways write it.
enum TaxCodeClaim {
    /// The code without `TINIT-`, "tax identification number, Italy" (ETSI EN 319 412-1 section 5.1.3).
    ///
    /// The prefix of another State is no Italian tax code, however it looks after the prefix.
    static func taxCode(in claim: JSONValue?) throws(CannotSignIn) -> String {
        let text: String
        switch claim {
        case .string(let value): text = value.uppercased()
        // Some gateways hand on SAML attributes, which may have several values, as lists.
        case .array(let values) where values.count == 1: text = (values[0].string ?? "").uppercased()
        default: throw .missingTaxCode
        }
        if text.isEmpty { throw .missingTaxCode }
        let code = text.hasPrefix("TINIT-") ? String(text.dropFirst(6)) : text
        let isItalian =
            code.utf8.count == 16
            && code.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
        guard isItalian else { throw .foreignTaxCode }
        return code
    }
}
