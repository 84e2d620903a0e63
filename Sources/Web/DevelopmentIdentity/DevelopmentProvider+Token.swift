internal import Foundation
internal import Hummingbird
internal import OpenIDConnect

extension DevelopmentProvider {
    /// `POST token`: a code for an ID token and an access token.
    func token(_ request: Request) async throws -> Response {
        guard let form = try await DevelopmentAnswer.form(of: request) else {
            return DevelopmentAnswer.refusal("invalid_request")
        }
        guard try await isClient(form, authorization: request.headers[.authorization]) else {
            return DevelopmentAnswer.refusal("invalid_client", status: .unauthorized)
        }
        guard form["grant_type"] == "authorization_code" else {
            return DevelopmentAnswer.refusal("unsupported_grant_type")
        }
        guard let code = form["code"], let redirectURI = form["redirect_uri"], let verifier = form["code_verifier"]
        else {
            return DevelopmentAnswer.refusal("invalid_request")
        }
        let instant = now()
        guard
            let redeemed = await grants.redeem(
                code,
                clientID: client.id,
                redirectURI: redirectURI,
                verifier: verifier,
                at: instant
            )
        else { return DevelopmentAnswer.refusal("invalid_grant") }
        return DevelopmentAnswer.json([
            "access_token": .string(redeemed.accessToken),
            "token_type": "Bearer",
            "expires_in": .integer(Int64(DevelopmentGrants.tokenLifetime)),
            "id_token": .string(try idToken(redeemed, at: instant)),
        ])
    }

    /// `GET userinfo` and `POST userinfo`: who it is.
    func userInfo(_ request: Request) async -> Response {
        let words = (request.headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer",
            let choice = await grants.choice(of: String(words[1]), at: now())
        else {
            var response = DevelopmentAnswer.refusal("invalid_token", status: .unauthorized)
            response.headers[.wwwAuthenticate] = "Bearer error=\"invalid_token\""
            return response
        }
        var claims: [String: JSONValue] = [
            "sub": .string(subject(of: choice.person)),
            taxCodeClaim: .string("TINIT-\(choice.person.taxCode)"),
        ]
        if !choice.person.givenName.isEmpty { claims["given_name"] = .string(choice.person.givenName) }
        if !choice.person.familyName.isEmpty { claims["family_name"] = .string(choice.person.familyName) }
        return DevelopmentAnswer.json(claims)
    }

    /// The same for a person at each sign-in, and not their tax code.
    func subject(of person: DemoPerson) -> String {
        ProofKey.challenge(for: "\(issuer) \(person.taxCode)")
    }

    private func idToken(_ redeemed: DevelopmentGrants.Redeemed, at instant: Date) throws -> String {
        let issued = Int64(instant.timeIntervalSince1970.rounded(.down))
        var claims: [String: JSONValue] = [
            "iss": .string(issuer),
            "sub": .string(subject(of: redeemed.choice.person)),
            "aud": .string(client.id),
            "iat": .integer(issued),
            "exp": .integer(issued + Int64(DevelopmentGrants.tokenLifetime)),
            "auth_time": .integer(Int64(redeemed.choice.instant.timeIntervalSince1970.rounded(.down))),
            "nonce": .string(redeemed.choice.question.nonce),
            "at_hash": .string(accessTokenHash(redeemed.accessToken)),
            "jti": .string(Secret.random()),
            // Whoever finds this token elsewhere shall know at once what it is worth.
            "ambiente": "sviluppo",
        ]
        if let level { claims["acr"] = .string(level) }
        return try key.sign(claims)
    }

    /// Whether the caller is the client, by the one way that was agreed with it.
    private func isClient(_ form: FormParameters, authorization: String?) async throws -> Bool {
        switch client.authentication {
        case .secret(let secret):
            if let authorization { return isBasic(authorization, secret: secret) }
            guard let id = form["client_id"], let given = form["client_secret"] else { return false }
            return Secret.equal(id, client.id) && Secret.equal(given, secret)
        case .keys(let keys):
            guard form["client_assertion_type"] == ClientAssertion.type, let text = form["client_assertion"],
                form["client_id"] ?? client.id == client.id
            else { return false }
            do throws(CannotTrustToken) {
                try await check(text, keys: keys)
                return true
            } catch {
                return false
            }
        }
    }

    private func isBasic(_ header: String, secret: String) -> Bool {
        let words = header.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "basic", let bytes = Data(base64Encoded: String(words[1]))
        else {
            return false
        }
        let pair = "\(FormParameters.encode(client.id)):\(FormParameters.encode(secret))"
        return Secret.equal(String(decoding: bytes, as: UTF8.self), pair)
    }

    /// Checks a client's assertion (RFC 7523 section 3), which serves once.
    private func check(_ text: String, keys: KeySet) async throws(CannotTrustToken) {
        let token = try JSONWebToken(reading: text)
        try token.verify(with: keys)
        let instant = now()
        try TokenRules(issuer: client.id, audiences: [tokenEndpoint, issuer], leeway: 10).check(
            token.claims,
            at: instant
        )
        guard token.claims["sub"]?.string == client.id else { throw .wrongSubject }
        guard let id = token.claims["jti"]?.string, !id.isEmpty else { throw .missingClaim("jti") }
        guard let expires = token.claims["exp"]?.seconds, expires <= instant.timeIntervalSince1970 + 300 else {
            throw .notYetValid
        }
        let end = Date(timeIntervalSince1970: expires + 10)
        guard await grants.isNew(assertion: id, until: end, at: instant) else { throw .reused }
    }
}
