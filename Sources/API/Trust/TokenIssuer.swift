internal import Foundation
public import OpenIDConnect

/// Somebody else whose tokens are believed: the PDND, or another authorization server.
public struct ForeignIssuer: Sendable {
    let name: String
    let rules: TokenRules
    let keys: RemoteKeys

    /// - Parameters:
    ///   - name: For the log.
    ///   - issuer: What its tokens have as `iss`.
    ///   - audience: What its tokens for this service have in `aud`.
    ///   - keys: Where its keys are published.
    public init(name: String, issuer: String, audience: String, keys: RemoteKeys) {
        self.name = name
        rules = TokenRules(issuer: issuer, audiences: [audience], leeway: 30)
        self.keys = keys
    }
}

/// Whose tokens are believed, and by what: one more is one more value.
struct TokenIssuer: Sendable {
    let name: String
    let rules: TokenRules
    /// The `typ` of its access tokens, in lower case.
    let types: Set<String>
    /// Whether its tokens name the client's key, which then has to be good still.
    let namesClientKey: Bool
    let verify: @Sendable (JSONWebToken, Date) async throws -> Void

    /// Ourselves.
    static func own(_ trust: TrustAddresses, _ keys: OwnKeys) -> TokenIssuer {
        TokenIssuer(
            name: "own",
            // Another instance of ours may be a moment behind the one that issued it; none lets it live longer.
            rules: TokenRules(issuer: trust.issuer, audiences: [trust.audience], leeway: 0, leewayAtStart: 30),
            types: ["at+jwt"],
            namesClientKey: true,
            verify: { try await keys.verify($0, at: $1) }
        )
    }

    private init(
        name: String,
        rules: TokenRules,
        types: Set<String>,
        namesClientKey: Bool,
        verify: @escaping @Sendable (JSONWebToken, Date) async throws -> Void
    ) {
        self.name = name
        self.rules = rules
        self.types = types
        self.namesClientKey = namesClientKey
        self.verify = verify
    }

    init(_ foreign: ForeignIssuer) {
        self.init(
            name: foreign.name,
            rules: foreign.rules,
            types: ["at+jwt", "jwt"],
            namesClientKey: false,
            verify: { try await foreign.keys.verify($0, at: $1) }
        )
    }
}

/// The addresses that tokens name.
struct TrustAddresses: Sendable {
    let issuer: String
    /// What our access tokens are for.
    let audience: String
    /// What client assertions are for.
    let tokenEndpoint: String
    let keys: String

    init(publicURL: String) {
        issuer = publicURL
        audience = publicURL + "/rest/v1"
        tokenEndpoint = publicURL + "/oauth/token"
        keys = publicURL + "/.well-known/jwks.json"
    }
}
