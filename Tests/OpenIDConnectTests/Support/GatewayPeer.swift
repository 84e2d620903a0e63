import Foundation
import OpenIDConnect

/// A provider in memory, which keeps the rules or breaks the one that a test names.
actor GatewayPeer {
    /// What the peer does otherwise than it should.
    struct Fault: Sendable {
        var discovery: @Sendable (inout [String: JSONValue]) -> Void = { _ in }
        var claims: @Sendable (inout [String: JSONValue]) -> Void = { _ in }
        /// Makes the ID token in place of the peer's key.
        var token: (@Sendable ([String: JSONValue], _ publicKey: JSONValue) -> String)?
        var userInfo: @Sendable (inout [String: JSONValue]) -> Void = { _ in }
        /// Signs UserInfo, as gateways may.
        var signsUserInfo = false
        var tokenAnswer: HTTPResponseValue?
    }

    static let issuer = "https://gateway.example/oidc"
    static let clientID = "https://incontro.example"
    static let redirectURI = "https://incontro.example/accesso/ritorno"
    static let now = Date(timeIntervalSince1970: 1_795_411_590.84)

    private var key: SigningKey
    private var publishedKeys: [SigningKey]
    private let clientKeys: KeySet
    private var fault: Fault
    private var grants: [String: FormParameters] = [:]
    private(set) var requests: [HTTPRequestValue] = []
    /// The assertion of the last call of the token endpoint.
    private(set) var lastAssertion: JSONWebToken?

    init(key: SigningKey = .generated(), clientKeys: KeySet = KeySet([]), fault: Fault = Fault()) {
        self.key = key
        publishedKeys = [key]
        self.clientKeys = clientKeys
        self.fault = fault
    }

    func `break`(_ fault: Fault) { self.fault = fault }

    /// Signs with another key, which it publishes or not.
    func rotate(publishing: Bool = true) {
        key = .generated()
        if publishing { publishedKeys.append(key) }
    }

    func requests(of suffix: String) -> Int { requests.count { $0.url.hasSuffix(suffix) } }

    /// The person signs in: the query of the redirect that the browser gets.
    func signIn(_ url: String) -> FormParameters {
        let query = FormParameters(decoding: url.split(separator: "?", maxSplits: 1)[1]) ?? FormParameters()
        let code = Secret.random()
        grants[code] = query
        var answer = FormParameters()
        answer.append("code", code)
        answer.append("state", query["state"])
        answer.append("iss", Self.issuer)
        return answer
    }

    func answer(_ request: HTTPRequestValue) async throws -> HTTPResponseValue {
        requests.append(request)
        switch request.url.dropFirst(Self.issuer.count) {
        case "/.well-known/openid-configuration": return Self.json(discovery)
        case "/jwks": return Self.json(["keys": .array(publishedKeys.map(\.publicJWK))])
        case "/token": return try token(request)
        case "/userinfo": return try userInfo(request)
        default: return HTTPResponseValue(status: 404)
        }
    }

    private var discovery: [String: JSONValue] {
        var document: [String: JSONValue] = [
            "issuer": .string(Self.issuer),
            "authorization_endpoint": .string(Self.issuer + "/authorize"),
            "token_endpoint": .string(Self.issuer + "/token"),
            "jwks_uri": .string(Self.issuer + "/jwks"),
            "userinfo_endpoint": .string(Self.issuer + "/userinfo"),
            "end_session_endpoint": .string(Self.issuer + "/logout?theme=it"),
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": [
                "private_key_jwt", "client_secret_basic", "client_secret_post",
            ],
            "authorization_response_iss_parameter_supported": true,
        ]
        fault.discovery(&document)
        return document
    }

    private func token(_ request: HTTPRequestValue) throws -> HTTPResponseValue {
        if let answer = fault.tokenAnswer { return answer }
        let form = FormParameters(decoding: String(decoding: request.body ?? [], as: UTF8.self))
        guard let form, try isClient(form, request) else { return Self.error("invalid_client", status: 401) }
        guard let code = form["code"], let asked = grants.removeValue(forKey: code),
            form["grant_type"] == "authorization_code", form["redirect_uri"] == asked["redirect_uri"],
            let verifier = form["code_verifier"], ProofKey.challenge(for: verifier) == asked["code_challenge"]
        else { return Self.error("invalid_grant") }
        let accessToken = Secret.random()
        let issued = Int64(Self.now.timeIntervalSince1970)
        var claims: [String: JSONValue] = [
            "iss": .string(Self.issuer), "sub": "peer-1", "aud": .string(Self.clientID), "iat": .integer(issued),
            "exp": .integer(issued + 300), "nonce": asked["nonce"].map(JSONValue.string) ?? .null,
            "at_hash": .string(accessTokenHash(accessToken)), "acr": "https://www.spid.gov.it/SpidL2",
            "auth_time": .integer(issued),
        ]
        fault.claims(&claims)
        let idToken = try fault.token?(claims, key.publicJWK) ?? key.sign(claims)
        return Self.json([
            "access_token": .string(accessToken), "token_type": "Bearer", "expires_in": 300,
            "id_token": .string(idToken),
        ])
    }

    private func isClient(_ form: FormParameters, _ request: HTTPRequestValue) throws -> Bool {
        if let basic = request.headers.first(where: { $0.name == "Authorization" }) {
            let pair = "https%3A%2F%2Fincontro.example:a%20b%3Ac"
            return basic.value == "Basic " + Data(pair.utf8).base64EncodedString()
        }
        if let secret = form["client_secret"] { return secret == "a b:c" && form["client_id"] == Self.clientID }
        guard let assertion = form["client_assertion"],
            form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        else { return false }
        let token = try JSONWebToken(reading: assertion)
        try token.verify(with: clientKeys)
        lastAssertion = token
        return token.claims["sub"]?.string == Self.clientID
    }

    private func userInfo(_ request: HTTPRequestValue) throws -> HTTPResponseValue {
        guard request.headers.contains(where: { $0.name == "Authorization" && $0.value.hasPrefix("Bearer ") }) else {
            return HTTPResponseValue(status: 401)
        }
        var claims: [String: JSONValue] = [
            "sub": "peer-1", "given_name": "Niccolò", "family_name": "D'Amico",
            "https://attributes.eid.gov.it/fiscal_number": "TINIT-DMCNCL85A01H501X",
        ]
        if fault.signsUserInfo {
            claims["iss"] = .string(Self.issuer)
            claims["aud"] = .string(Self.clientID)
        }
        fault.userInfo(&claims)
        guard fault.signsUserInfo else { return Self.json(claims) }
        return HTTPResponseValue(
            status: 200,
            headers: [HTTPHeader("Content-Type", "application/jwt; charset=utf-8")],
            body: Array(try key.sign(claims).utf8)
        )
    }

    private static func json(_ members: [String: JSONValue], status: Int = 200) -> HTTPResponseValue {
        HTTPResponseValue(
            status: status,
            headers: [HTTPHeader("content-type", "application/json")],
            body: JSONValue.object(members).json
        )
    }

    private static func error(_ code: String, status: Int = 400) -> HTTPResponseValue {
        json(["error": .string(code)], status: status)
    }
}

extension RelyingParty {
    /// A relying party of the peer, which authenticates with a secret unless a test says otherwise.
    static func of(
        _ peer: GatewayPeer,
        _ authentication: ClientAuthentication = .secretPost("a b:c"),
        change: (inout RelyingPartySettings) -> Void = { _ in }
    ) -> RelyingParty {
        var settings = RelyingPartySettings(
            issuer: GatewayPeer.issuer,
            clientID: GatewayPeer.clientID,
            clientAuthentication: authentication,
            redirectURI: GatewayPeer.redirectURI
        )
        change(&settings)
        return RelyingParty(settings: settings) { try await peer.answer($0) }
    }

    /// The whole way, from the button to the person.
    func signIn(
        with peer: GatewayPeer,
        isFresh: Bool = false,
        at now: Date = GatewayPeer.now
    ) async throws -> SignedInPerson {
        let begun = try await begin(returnTo: "/cittadini", isFresh: isFresh, at: now)
        let answer = await peer.signIn(begun.url)
        return try await complete(answer, pending: begun.pending, at: now)
    }
}
