import Foundation
import Testing

@testable import OpenIDConnect

@Suite("The provider's document and keys")
struct KeyRotationTests {
    @Test("A hundred people who sign in at once ask the provider once")
    func once() async throws {
        let peer = GatewayPeer()
        let party = RelyingParty.of(peer)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { _ = try await party.signIn(with: peer) } }
            try await group.waitForAll()
        }
        #expect(await peer.requests(of: "/openid-configuration") == 1)
        #expect(await peer.requests(of: "/jwks") == 1)
        #expect(await peer.requests(of: "/token") == 100)
    }

    @Test("New keys are found at the first token that names one")
    func rotation() async throws {
        let peer = GatewayPeer()
        let party = RelyingParty.of(peer)
        _ = try await party.signIn(with: peer)
        await peer.rotate()
        _ = try await party.signIn(with: peer)
        #expect(await peer.requests(of: "/jwks") == 2)
        _ = try await party.signIn(with: peer)
        #expect(await peer.requests(of: "/jwks") == 2)
    }

    @Test("A key that nobody published is looked for once a minute")
    func unknown() async throws {
        let peer = GatewayPeer()
        let party = RelyingParty.of(peer)
        _ = try await party.signIn(with: peer)
        await peer.rotate(publishing: false)
        for second in [0, 1, 59.0] {
            await #expect { try await party.signIn(with: peer, at: GatewayPeer.now + second) } throws: { error in
                if case .untrustedToken(.unknownKey) = error as? CannotSignIn { true } else { false }
            }
        }
        #expect(await peer.requests(of: "/jwks") == 2)
        await #expect(throws: CannotSignIn.self) { try await party.signIn(with: peer, at: GatewayPeer.now + 60) }
        #expect(await peer.requests(of: "/jwks") == 3)
    }

    @Test("Document and keys are asked for again after an hour")
    func memory() async throws {
        let peer = GatewayPeer()
        let party = RelyingParty.of(peer)
        _ = try await party.begin(returnTo: "/", at: GatewayPeer.now)
        _ = try await party.begin(returnTo: "/", at: GatewayPeer.now + 3599)
        #expect(await peer.requests(of: "/openid-configuration") == 1)
        _ = try await party.begin(returnTo: "/", at: GatewayPeer.now + 3600)
        #expect(await peer.requests(of: "/openid-configuration") == 2)
    }

    @Test("A document of another issuer, were it by one character, is refused")
    func issuer() async {
        for named in ["https://gateway.example/oidc/", "https://evil.example/oidc", "https://GATEWAY.example/oidc"] {
            let peer = GatewayPeer(fault: .init(discovery: { $0["issuer"] = .string(named) }))
            await #expect(throws: CannotSignIn.discoveredAnotherIssuer(named)) {
                try await RelyingParty.of(peer).begin(returnTo: "/", at: GatewayPeer.now)
            }
        }
    }

    @Test(
        "A provider that lacks what is needed is named by what it lacks",
        arguments: [
            ("token_endpoint", nil), ("jwks_uri", nil), ("authorization_endpoint", "http://gateway.example/a"),
            ("userinfo_endpoint", "ftp://gateway.example"), ("response_types_supported", ["token"]),
            ("code_challenge_methods_supported", ["plain"]),
            ("token_endpoint_auth_methods_supported", ["client_secret_jwt"]),
        ] as [(String, JSONValue?)]
    )
    func unusable(member: String, value: JSONValue?) async {
        let peer = GatewayPeer(fault: .init(discovery: { $0[member] = value }))
        await #expect(throws: CannotSignIn.unusableProvider(member)) {
            try await RelyingParty.of(peer).begin(returnTo: "/", at: GatewayPeer.now)
        }
    }

    @Test("An issuer over an open line is refused unasked")
    func openLine() async {
        let peer = GatewayPeer()
        await #expect(throws: CannotSignIn.unusableProvider("issuer")) {
            try await RelyingParty.of(peer) { $0.issuer = "http://gateway.example" }.begin(returnTo: "/", at: .now)
        }
        #expect(await peer.requests.isEmpty)
    }

    @Test("A provider that does not answer is named with the endpoint, and asked again the next time")
    func unreachable() async throws {
        struct Down: Error {}
        let peer = GatewayPeer()
        let settings = RelyingPartySettings(
            issuer: GatewayPeer.issuer,
            clientID: "x",
            clientAuthentication: .secretPost("y"),
            redirectURI: "https://a.example"
        )
        let party = RelyingParty(settings: settings) { request in
            if await peer.requests.isEmpty {
                _ = try await peer.answer(request)
                throw Down()
            }
            return try await peer.answer(request)
        }
        await #expect(throws: CannotSignIn.providerUnavailable(.discovery, reason: "Down()")) {
            try await party.begin(returnTo: "/", at: GatewayPeer.now)
        }
        _ = try await party.begin(returnTo: "/", at: GatewayPeer.now)
    }
}
