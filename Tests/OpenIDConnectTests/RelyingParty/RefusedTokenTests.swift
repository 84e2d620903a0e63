import Crypto
import Foundation
import Testing

@testable import OpenIDConnect

@Suite("Tokens that are not believed")
struct RefusedTokenTests {
    /// One thing wrong with an otherwise good ID token.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let reason: CannotTrustToken
        let change: @Sendable (inout [String: JSONValue]) -> Void

        init(
            _ name: String,
            _ reason: CannotTrustToken,
            _ change: @escaping @Sendable (inout [String: JSONValue]) -> Void
        ) {
            testDescription = name
            self.reason = reason
            self.change = change
        }

        static let all: [Case] = [
            Case("another nonce", .wrongNonce) { $0["nonce"] = "x" },
            Case("no nonce", .missingClaim("nonce")) { $0["nonce"] = nil },
            Case("another audience", .wrongAudience) { $0["aud"] = "https://other.example" },
            Case("our audience among others, no azp", .wrongAuthorizedParty) {
                $0["aud"] = ["https://other.example", .string(GatewayPeer.clientID)]
            },
            Case("another azp", .wrongAuthorizedParty) { $0["azp"] = "https://other.example" },
            Case("another issuer", .wrongIssuer) { $0["iss"] = "https://gateway.example" },
            Case("expired", .expired) { $0["exp"] = 1_795_411_560 },
            Case("issued tomorrow", .notYetValid) { $0["iat"] = 1_795_500_000 },
            Case("valid from tomorrow", .notYetValid) { $0["nbf"] = 1_795_500_000 },
            Case("no subject", .missingClaim("sub")) { $0["sub"] = nil },
            Case("empty subject", .missingClaim("sub")) { $0["sub"] = "" },
            Case("another access token", .wrongAccessTokenHash) { $0["at_hash"] = .string(accessTokenHash("x")) },
            Case("a hash that is no text", .wrongAccessTokenHash) { $0["at_hash"] = 1 },
            Case("level 1", .levelTooLow("https://www.spid.gov.it/SpidL1")) {
                $0["acr"] = "https://www.spid.gov.it/SpidL1"
            },
            Case("an unknown level", .levelTooLow("SpidL2")) { $0["acr"] = "SpidL2" },
            Case("no level", .levelTooLow(nil)) { $0["acr"] = nil },
        ]
    }

    @Test("An ID token with one thing wrong", arguments: Case.all)
    func refused(_ wrong: Case) async throws {
        let peer = GatewayPeer(fault: .init(claims: wrong.change))
        await #expect(throws: CannotSignIn.untrustedToken(wrong.reason)) {
            try await RelyingParty.of(peer).signIn(with: peer)
        }
        #expect(await peer.requests(of: "/userinfo") == 0)
    }

    @Test("An audience among others is good when the token was issued to us")
    func authorizedParty() async throws {
        let peer = GatewayPeer(
            fault: .init(claims: {
                $0["aud"] = ["https://other.example", .string(GatewayPeer.clientID)]
                $0["azp"] = .string(GatewayPeer.clientID)
            })
        )
        _ = try await RelyingParty.of(peer).signIn(with: peer)
    }

    @Test("A higher level is good, and so is a gateway's own name for one")
    func levels() async throws {
        let high = GatewayPeer(fault: .init(claims: { $0["acr"] = "https://www.spid.gov.it/SpidL3" }))
        _ = try await RelyingParty.of(high).signIn(with: high)
        let own = GatewayPeer(fault: .init(claims: { $0["acr"] = "urn:regione:forte" }))
        _ = try await RelyingParty.of(own) { $0.levels["urn:regione:forte"] = .substantial }.signIn(with: own)
    }

    @Test("An unsigned token is refused")
    func unsigned() async {
        let peer = GatewayPeer(
            fault: .init(token: { claims, _ in
                "\(Base64URL.encode(Array(#"{"alg":"none"}"#.utf8))).\(Base64URL.encode(JSONValue.object(claims).json))."
            })
        )
        await #expect(throws: CannotSignIn.untrustedToken(.algorithmNotAllowed("none"))) {
            try await RelyingParty.of(peer).signIn(with: peer)
        }
    }

    @Test("A token signed with the public key as if it were a shared secret is refused")
    func confusion() async {
        let peer = GatewayPeer(
            fault: .init(token: { claims, key in
                let header: JSONValue = ["alg": "HS256", "kid": key["kid"] ?? .null]
                let signed = "\(Base64URL.encode(header.json)).\(Base64URL.encode(JSONValue.object(claims).json))"
                let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: SymmetricKey(data: key.json))
                return "\(signed).\(Base64URL.encode(Data(code)))"
            })
        )
        await #expect(throws: CannotSignIn.untrustedToken(.algorithmNotAllowed("HS256"))) {
            try await RelyingParty.of(peer).signIn(with: peer)
        }
    }

    @Test("A token of somebody else's key under the provider's name for its own is refused")
    func forged() async {
        let stranger = SigningKey.generated()
        let peer = GatewayPeer(
            fault: .init(token: { claims, key in
                let header: JSONValue = ["alg": "ES256", "kid": key["kid"] ?? .null]
                let parts = ((try? stranger.sign(claims)) ?? "").split(separator: ".")
                return "\(Base64URL.encode(header.json)).\(parts[1]).\(parts[2])"
            })
        )
        await #expect(throws: CannotSignIn.untrustedToken(.wrongSignature)) {
            try await RelyingParty.of(peer).signIn(with: peer)
        }
    }
}
