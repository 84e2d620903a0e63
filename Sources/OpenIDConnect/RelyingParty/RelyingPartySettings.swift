public import Foundation

/// What a public body agrees with its SPID and CIE gateway.
public struct RelyingPartySettings: Sendable {
    /// The provider, spelled as in its discovery document.
    public var issuer: String
    public var clientID: String
    public var clientAuthentication: ClientAuthentication
    /// Where the provider sends the person back, registered with it to the letter.
    public var redirectURI: String
    /// Where the provider sends the person after the sign-out, when it is registered with it.
    public var postLogoutRedirectURI: String?
    public var scopes: [String] = ["openid", "profile"]
    /// What is asked for in `acr_values`, most wanted first.
    public var levelsAsked: [String] = ["https://www.spid.gov.it/SpidL2"]
    /// The least that is accepted; `nil` accepts all, which is for tests with providers that state none.
    ///
    /// Personal data of this kind ask for level 2 at least.
    public var minimumLevel: AssuranceLevel? = .substantial
    /// What the values of `acr` are worth; a gateway may have its own.
    public var levels: [String: AssuranceLevel] = AssuranceLevel.known
    public var taxCodeClaim = "https://attributes.eid.gov.it/fiscal_number"
    /// Asks for the tax code and the name by the `claims` parameter, the only way to get attributes of SPID.
    public var asksClaims = true
    /// `ui_locales`, for providers that have pages in several languages.
    public var languages: [String] = ["it"]
    /// Whether a fresh sign-in is believed only when the token states its time.
    ///
    /// OpenID Connect Core 2 requires `auth_time` where `max_age` was asked for, and without it somebody who takes
    /// `prompt` out of the address on its way is not noticed. SPID's tokens have no such claim: a provider of that
    /// profile is trusted to have done what `prompt=login` asks.
    public var needsSignInTime = true
    /// How far the provider's clock may be from ours, in seconds.
    public var leeway: TimeInterval = 30
    /// How long a person may stay at the provider, in seconds.
    public var patience: TimeInterval = 15 * 60
    /// How long the discovery document and the keys are trusted without asking again, in seconds.
    public var memory: TimeInterval = 60 * 60
    /// The least time between two fetches of the keys for keys that are not known, in seconds.
    ///
    /// Whoever can send us tokens could otherwise make us flood the provider.
    public var keysPause: TimeInterval = 60

    public init(issuer: String, clientID: String, clientAuthentication: ClientAuthentication, redirectURI: String) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientAuthentication = clientAuthentication
        self.redirectURI = redirectURI
    }
}

/// How the relying party proves to the token endpoint who it is (OpenID Connect Core section 9).
public enum ClientAuthentication: Sendable {
    /// A signed assertion; the only way that SPID and CIE allow.
    case privateKey(SigningKey, audience: AssertionAudience = .tokenEndpoint)
    case secretBasic(String)
    case secretPost(String)

    /// What a provider wants to read in the assertion's `aud`.
    public enum AssertionAudience: String, Sendable, Hashable {
        case tokenEndpoint = "token-endpoint"
        case issuer
    }

    /// The name in `token_endpoint_auth_methods_supported`.
    var method: String {
        switch self {
        case .privateKey: "private_key_jwt"
        case .secretBasic: "client_secret_basic"
        case .secretPost: "client_secret_post"
        }
    }
}
