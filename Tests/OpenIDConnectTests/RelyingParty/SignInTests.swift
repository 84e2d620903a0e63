import Foundation
import Testing

@testable import OpenIDConnect

@Suite("Sign-in with a gateway")
struct SignInTests {
    @Test("The person comes back with the tax code of UserInfo, without its prefix")
    func person() async throws {
        let peer = GatewayPeer()
        let person = try await RelyingParty.of(peer).signIn(with: peer)
        #expect(person.taxCode == "DMCNCL85A01H501X")
        #expect(person.givenName == "Niccolò")
        #expect(person.familyName == "D'Amico")
        #expect(person.level == "https://www.spid.gov.it/SpidL2")
    }

    @Test("The request asks for a code, with PKCE, the level and the attributes that are needed")
    func request() async throws {
        let begun = try await RelyingParty.of(GatewayPeer()).begin(returnTo: "/x", at: GatewayPeer.now)
        let parts = begun.url.split(separator: "?")
        #expect(parts[0] == "https://gateway.example/oidc/authorize")
        let query = try #require(FormParameters(decoding: parts[1]))
        #expect(query["response_type"] == "code")
        #expect(query["client_id"] == GatewayPeer.clientID)
        #expect(query["redirect_uri"] == GatewayPeer.redirectURI)
        #expect(query["scope"] == "openid profile")
        #expect(query["state"] == begun.pending.state)
        #expect(query["nonce"] == begun.pending.nonce)
        #expect(query["code_challenge"] == ProofKey.challenge(for: begun.pending.verifier))
        #expect(query["code_challenge_method"] == "S256")
        #expect(query["acr_values"] == "https://www.spid.gov.it/SpidL2")
        #expect(query["ui_locales"] == "it")
        #expect(query["prompt"] == nil)
        #expect(
            query["claims"]
                == #"{"userinfo":{"family_name":null,"given_name":null,"#
                + #""https://attributes.eid.gov.it/fiscal_number":{"essential":true}}}"#
        )
        #expect(!begun.url.contains(begun.pending.verifier))
        #expect(begun.pending.returnTo == "/x")
    }

    @Test("Two sign-ins share no secret")
    func unlike() async throws {
        let party = RelyingParty.of(GatewayPeer())
        let one = try await party.begin(returnTo: "/", at: GatewayPeer.now).pending
        let other = try await party.begin(returnTo: "/", at: GatewayPeer.now).pending
        #expect(Set([one.state, one.nonce, one.verifier, other.state, other.nonce, other.verifier]).count == 6)
    }

    @Test("A pending sign-in survives its storage")
    func storage() throws {
        let pending = PendingSignIn.begun(at: Date(timeIntervalSince1970: 1_795_411_590.5), returnTo: "/a?b=c")
        #expect(try JSONDecoder().decode(PendingSignIn.self, from: JSONEncoder().encode(pending)) == pending)
    }

    @Test("The client proves itself by a signed assertion in whole seconds, with nothing more than is asked")
    func assertion() async throws {
        for key in [SigningKey.generated(), try await SigningKey(pem: sampleRSAKey, keyID: "incontro-1")] {
            let peer = GatewayPeer(clientKeys: KeySet([key.verificationKey]))
            _ = try await RelyingParty.of(peer, .privateKey(key)).signIn(with: peer)
            let assertion = try #require(await peer.lastAssertion)
            #expect(Set(assertion.claims.keys) == ["iss", "sub", "aud", "jti", "iat", "exp"])
            #expect(assertion.claims["iss"] == .string(GatewayPeer.clientID))
            #expect(assertion.claims["aud"] == .string(GatewayPeer.issuer + "/token"))
            #expect(assertion.claims["iat"] == 1_795_411_590)
            #expect(assertion.claims["exp"] == 1_795_411_650)
            #expect(assertion.header["kid"] == .string(key.keyID))
        }
    }

    @Test("A gateway may want its issuer as the assertion's audience")
    func assertionAudience() async throws {
        let key = SigningKey.generated()
        let peer = GatewayPeer(clientKeys: KeySet([key.verificationKey]))
        _ = try await RelyingParty.of(peer, .privateKey(key, audience: .issuer)).signIn(with: peer)
        #expect(await peer.lastAssertion?.claims["aud"] == .string(GatewayPeer.issuer))
    }

    @Test("A secret goes in the form or, encoded, in the header")
    func secrets() async throws {
        let peer = GatewayPeer()
        _ = try await RelyingParty.of(peer, .secretPost("a b:c")).signIn(with: peer)
        _ = try await RelyingParty.of(peer, .secretBasic("a b:c")).signIn(with: peer)
        await #expect(throws: CannotSignIn.codeRefused("invalid_client")) {
            try await RelyingParty.of(peer, .secretBasic("a b")).signIn(with: peer)
        }
    }

    @Test("An ID token signed with RS256 is believed")
    func rsa() async throws {
        let peer = GatewayPeer(key: try await SigningKey(pem: sampleRSAKey))
        #expect(try await RelyingParty.of(peer).signIn(with: peer).subject == "peer-1")
    }

    @Test("A fresh sign-in is asked for, and believed only when it happened")
    func fresh() async throws {
        let peer = GatewayPeer()
        let party = RelyingParty.of(peer)
        let url = try await party.begin(returnTo: "/", isFresh: true, at: GatewayPeer.now).url
        #expect(url.contains("prompt=login&max_age=0"))
        _ = try await party.signIn(with: peer, isFresh: true)
        await peer.break(.init(claims: { $0["auth_time"] = 1_795_411_500 }))
        let old = try await party.signIn(with: peer)
        #expect(old.authenticatedAt == Date(timeIntervalSince1970: 1_795_411_500))
        await #expect(throws: CannotSignIn.untrustedToken(.signInTooOld)) {
            try await party.signIn(with: peer, isFresh: true)
        }
        await peer.break(.init(claims: { $0["auth_time"] = 1_999_999_999 }))
        #expect(try await party.signIn(with: peer).authenticatedAt == GatewayPeer.now)
        await peer.break(.init(claims: { $0["auth_time"] = nil }))
        #expect(try await party.signIn(with: peer).authenticatedAt == nil)
        let trusting = RelyingParty.of(peer) { $0.needsSignInTime = false }
        #expect(try await trusting.signIn(with: peer).authenticatedAt == nil)
        #expect(try await trusting.signIn(with: peer, isFresh: true).authenticatedAt == GatewayPeer.now)
        await #expect(throws: CannotSignIn.untrustedToken(.missingClaim("auth_time"))) {
            try await party.signIn(with: peer, isFresh: true)
        }
    }

    @Test("The sign-out goes to the provider with the token as a hint, and back to us")
    func signOut() async throws {
        let party = RelyingParty.of(GatewayPeer()) { $0.postLogoutRedirectURI = "https://incontro.example/" }
        #expect(
            try await party.signOutURL(idToken: "a.b.c", state: "s", at: GatewayPeer.now)
                == "https://gateway.example/oidc/logout?theme=it&client_id=https%3A%2F%2Fincontro.example"
                + "&id_token_hint=a.b.c&post_logout_redirect_uri=https%3A%2F%2Fincontro.example%2F&state=s"
        )
        let without = GatewayPeer(fault: .init(discovery: { $0["end_session_endpoint"] = nil }))
        #expect(try await RelyingParty.of(without).signOutURL(idToken: nil, at: GatewayPeer.now) == nil)
    }
}
