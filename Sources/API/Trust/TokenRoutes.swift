internal import Domain
internal import Foundation
internal import Hummingbird
internal import Logging
internal import OpenIDConnect

/// The token endpoint, as PDND's is, and what others need to know to use it.
struct TokenRoutes: Sendable {
    /// How long a token is good, in seconds.
    static let life = 600

    let trust: TrustAddresses
    let clock: Clock
    let clients: APIClients
    let keys: OwnKeys

    func add(to api: some RouterMethods<APIContext>) {
        api.post("oauth/token", use: token)
        api.get(".well-known/jwks.json", use: keySet)
        api.get(".well-known/oauth-authorization-server", use: metadata)
    }

    @Sendable
    private func token(_ request: Request, _ context: APIContext) async throws -> Response {
        let form = try await form(request)
        guard let grant = form["grant_type"] else { throw OAuthProblem.missing("grant_type") }
        guard grant == "client_credentials" else { throw OAuthProblem.unsupportedGrant }
        guard form["client_assertion_type"] == ClientAssertion.type else {
            throw OAuthProblem.invalidRequest(
                it: "client_assertion_type deve essere \(ClientAssertion.type).",
                en: "client_assertion_type has to be \(ClientAssertion.type)."
            )
        }
        guard let text = form["client_assertion"] else { throw OAuthProblem.missing("client_assertion") }
        let (client, key) = try await authenticated(text, form["client_id"], context)
        let scopes = try scopes(form["scope"], of: client)
        let token = try await accessToken(for: client, holding: key, scopes)
        let answer: JSONValue = [
            "access_token": .string(token), "token_type": "Bearer", "expires_in": .integer(Int64(Self.life)),
            "scope": .string(APIScope.text(scopes)),
        ]
        return .json(answer)
    }

    private func form(_ request: Request) async throws -> FormParameters {
        let bytes: [UInt8]
        do {
            bytes = try await SentBody.bytes(
                of: request,
                as: "application/x-www-form-urlencoded",
                upTo: 128 * 1024
            )
        } catch let problem as Problem {
            throw problem.with { $0.members["error"] = "invalid_request" }
        }
        guard let text = String(validating: bytes, as: UTF8.self), let form = FormParameters(decoding: text) else {
            throw OAuthProblem.invalidRequest(
                it: "Il corpo non è un modulo codificato.",
                en: "The body is no encoded form."
            )
        }
        let names = form.pairs.map(\.name)
        if Set(names).count < names.count {
            throw OAuthProblem.invalidRequest(
                it: "Un parametro compare più volte.",
                en: "A parameter is there more than once."
            )
        }
        return form
    }

    /// The client that an assertion is of, and the key that proved it.
    private func authenticated(
        _ text: String,
        _ clientID: String?,
        _ context: APIContext
    ) async throws -> (ClientIdentity, ClientKey) {
        do {
            let assertion = try ClientAssertion(
                reading: text,
                clientID: clientID,
                endpoint: trust.tokenEndpoint,
                at: context.now
            )
            guard let credentials = try await clients.credentials(of: assertion.client) else {
                throw ClientAssertion.Refused.proof
            }
            let key = try await assertion.verify(with: credentials.keys)
            let isNew = try await clients.use(
                assertion: assertion.identifier,
                of: credentials.identity,
                until: assertion.forgottenAfter
            )
            if !isNew {
                throw ClientAssertion.Refused(
                    it: "La client_assertion (jti) è già stata usata.",
                    en: "The client_assertion (jti) has been used already."
                )
            }
            return (credentials.identity, key)
        } catch let refused as ClientAssertion.Refused {
            context.logger.info("assertion refused", metadata: ["reason": "\(refused.detail.en)"])
            throw OAuthProblem.invalidClient(refused.detail)
        }
    }

    /// What the token is for: all that the client has, unless it asks for less.
    private func scopes(_ asked: String?, of client: ClientIdentity) throws -> Set<APIScope> {
        guard let asked else { return client.scopes }
        guard let scopes = APIScope.read(asked), !scopes.isEmpty, scopes.isSubset(of: client.scopes) else {
            throw OAuthProblem.invalidScope(client.scopes)
        }
        return scopes
    }

    private func accessToken(
        for client: ClientIdentity,
        holding key: ClientKey,
        _ scopes: Set<APIScope>
    ) async throws -> String {
        guard let signer = try await keys.live().first else { throw Problem.unavailable }
        let now = clock.now().milliseconds / 1000
        let id = JSONValue.string(client.clientID.text)
        return try signer.sign(
            [
                "iss": .string(trust.issuer), "aud": .string(trust.audience), "sub": id, "client_id": id,
                "iat": .integer(now), "nbf": .integer(now), "exp": .integer(now + Int64(Self.life)),
                "jti": .string(UUID().uuidString.lowercased()), "scope": .string(APIScope.text(scopes)),
                "client_kid": .string(key.keyID),
            ],
            type: "at+jwt"
        )
    }

    @Sendable
    private func keySet(_: Request, _: APIContext) async throws -> Response {
        var response = Response.json(["keys": .array(try await keys.live().map(\.publicJWK))])
        response.headers[.contentType] = "application/jwk-set+json"
        return response
    }

    /// RFC 8414.
    @Sendable
    private func metadata(_: Request, _: APIContext) async throws -> Response {
        let algorithms = SignatureAlgorithm.allCases.map { JSONValue.string($0.rawValue) }
        return .json([
            "issuer": .string(trust.issuer), "token_endpoint": .string(trust.tokenEndpoint),
            "jwks_uri": .string(trust.keys), "grant_types_supported": ["client_credentials"],
            "response_types_supported": [], "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": .array(algorithms),
            "scopes_supported": .array(APIScope.allCases.map { .string($0.rawValue) }),
        ])
    }
}

extension Response {
    /// A JSON object as an answer.
    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.json))
        )
    }
}
