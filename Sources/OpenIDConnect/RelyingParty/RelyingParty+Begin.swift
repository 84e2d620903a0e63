public import Foundation

/// Where to send the person, and what to keep for when they come back.
public struct BegunSignIn: Sendable, Hashable {
    public let url: String
    public let pending: PendingSignIn
}

extension RelyingParty {
    /// Begins a sign-in.
    ///
    /// A fresh one asks the provider to identify the person again although it still knows them, and believes it only
    /// when the token says that it did.
    public func begin(returnTo: String, isFresh: Bool = false, at now: Date) async throws -> BegunSignIn {
        let metadata = try await memory.metadata(at: now)
        let pending = PendingSignIn.begun(at: now, returnTo: returnTo, isFresh: isFresh)
        let request = AuthorizationRequest(settings: settings, pending: pending)
        return BegunSignIn(url: request.parameters.appended(to: metadata.authorizationEndpoint), pending: pending)
    }
}

/// What the authorization endpoint is asked (OpenID Connect Core 3.1.2.1, RFC 7636 section 4.3).
struct AuthorizationRequest {
    let settings: RelyingPartySettings
    let pending: PendingSignIn

    var parameters: FormParameters {
        var parameters = FormParameters()
        parameters.append("response_type", "code")
        parameters.append("client_id", settings.clientID)
        parameters.append("redirect_uri", settings.redirectURI)
        parameters.append("scope", settings.scopes.joined(separator: " "))
        parameters.append("state", pending.state)
        parameters.append("nonce", pending.nonce)
        parameters.append("code_challenge", ProofKey.challenge(for: pending.verifier))
        parameters.append("code_challenge_method", ProofKey.method)
        if !settings.levelsAsked.isEmpty {
            parameters.append("acr_values", settings.levelsAsked.joined(separator: " "))
        }
        if pending.isFresh {
            parameters.append("prompt", "login")
            parameters.append("max_age", "0")
        }
        if !settings.languages.isEmpty {
            parameters.append("ui_locales", settings.languages.joined(separator: " "))
        }
        if settings.asksClaims {
            parameters.append("claims", String(decoding: claims.json, as: UTF8.self))
        }
        return parameters
    }

    /// The attributes that are needed, and no other (GDPR, article 5(1)(c)).
    private var claims: JSONValue {
        [
            "userinfo": .object([
                settings.taxCodeClaim: ["essential": true],
                "given_name": .null,
                "family_name": .null,
            ])
        ]
    }
}
