public import Foundation
public import Hummingbird
public import OpenIDConnect

/// An identity provider for development: whoever opens its page may be anybody it lists.
///
/// It keeps every rule of the real ones (exact redirect URI, PKCE, nonce, state, client authentication, codes that serve
/// once), so that the way in which people sign in during development is the one of production. It has no password at all,
/// and for that reason is only ever offered on the machine itself.
public struct DevelopmentProvider: Sendable {
    /// Where it stands under the public URL.
    public static let path = "/sviluppo/identita"

    /// The application that may send people here.
    public struct Client: Sendable {
        public enum Authentication: Sendable {
            /// `private_key_jwt`, with the public half of the client's key.
            case keys(KeySet)
            case secret(String)
        }

        public let id: String
        public let redirectURIs: Set<String>
        public let postLogoutRedirectURIs: Set<String>
        public let authentication: Authentication

        public init(
            id: String,
            redirectURIs: Set<String>,
            postLogoutRedirectURIs: Set<String>,
            authentication: Authentication
        ) {
            self.id = id
            self.redirectURIs = redirectURIs
            self.postLogoutRedirectURIs = postLogoutRedirectURIs
            self.authentication = authentication
        }
    }

    /// Why it is not offered.
    public enum CannotOffer: Error, Hashable, Sendable {
        case publicURLNotOfThisMachine(String)
        case listensBeyondThisMachine(String)
    }

    let issuer: String
    let client: Client
    let level: String?
    let taxCodeClaim: String
    let people: @Sendable () async throws -> [DemoPerson]
    let now: @Sendable () -> Date
    let key = SigningKey.generated()
    let grants = DevelopmentGrants()

    /// A provider whose issuer is the public URL followed by `path`.
    ///
    /// The level is what its tokens state in `acr`; they state none without.
    public init(
        publicURL: String,
        client: Client,
        level: String?,
        taxCodeClaim: String = "https://attributes.eid.gov.it/fiscal_number",
        people: @escaping @Sendable () async throws -> [DemoPerson],
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws(CannotOffer) {
        try Self.permitted(publicURL: publicURL)
        issuer = Self.issuer(publicURL: publicURL)
        self.client = client
        self.level = level
        self.taxCodeClaim = taxCodeClaim
        self.people = people
        self.now = now
    }

    /// Refuses whatever somebody else could reach: a public URL or a listening address beyond the machine.
    public static func permitted(publicURL: String, listeningOn host: String? = nil) throws(CannotOffer) {
        guard WebAddress(publicURL)?.isLoopback == true else { throw .publicURLNotOfThisMachine(publicURL) }
        if let host, !WebAddress.isLoopback(host: host.lowercased()) { throw .listensBeyondThisMachine(host) }
    }

    /// The issuer to give to the relying party.
    public static func issuer(publicURL: String) -> String {
        (publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL) + path
    }

    /// Adds its pages and endpoints.
    public func addRoutes<Context: RequestContext>(to router: some RouterMethods<Context>) {
        let group = router.group(RouterPath(Self.path))
        group.add(middleware: DirectRequestsOnly())
        group.get(".well-known/openid-configuration") { _, _ in discovery }
        group.get("jwks") { _, _ in DevelopmentAnswer.json(["keys": [key.publicJWK]]) }
        group.get("authorize") { request, _ in try await ask(request) }
        group.post("authorize") { request, _ in try await choose(request) }
        group.post("token") { request, _ in try await token(request) }
        group.get("userinfo") { request, _ in await userInfo(request) }
        group.post("userinfo") { request, _ in await userInfo(request) }
        group.get("end-session") { request, _ in try await endSession(request) }
        group.post("end-session") { request, _ in try await endSession(request) }
    }

    var tokenEndpoint: String { issuer + "/token" }

    private var discovery: Response {
        DevelopmentAnswer.json([
            "issuer": .string(issuer),
            "authorization_endpoint": .string(issuer + "/authorize"),
            "token_endpoint": .string(tokenEndpoint),
            "userinfo_endpoint": .string(issuer + "/userinfo"),
            "jwks_uri": .string(issuer + "/jwks"),
            "end_session_endpoint": .string(issuer + "/end-session"),
            "scopes_supported": ["openid", "profile"],
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": [.string(authenticationMethod)],
            "token_endpoint_auth_signing_alg_values_supported": ["ES256", "RS256"],
            "code_challenge_methods_supported": [.string(ProofKey.method)],
            "acr_values_supported": .array(level.map { [.string($0)] } ?? []),
            "claims_supported": [
                "sub", "iss", "auth_time", "acr", "given_name", "family_name", .string(taxCodeClaim),
            ],
            "claims_parameter_supported": true,
            "request_parameter_supported": false,
            "request_uri_parameter_supported": false,
            "authorization_response_iss_parameter_supported": true,
        ])
    }

    private var authenticationMethod: String {
        switch client.authentication {
        case .keys: "private_key_jwt"
        case .secret: "client_secret_basic"
        }
    }
}

/// Somebody who can be tried.
public struct DemoPerson: Sendable, Hashable {
    public let taxCode: String
    public let givenName: String
    public let familyName: String
    /// What they are here, such as "Super utente, DEMO-APL-01".
    public let note: String

    public init(taxCode: String, givenName: String, familyName: String, note: String) {
        self.taxCode = taxCode
        self.givenName = givenName
        self.familyName = familyName
        self.note = note
    }
}
