import Foundation
import Testing

@testable import OpenIDConnect

@Suite("The provider's answers")
struct AnswerTests {
    private func complete(
        change: (String) -> String,
        peer: GatewayPeer = GatewayPeer(),
        after seconds: TimeInterval = 0
    ) async throws -> SignedInPerson {
        let party = RelyingParty.of(peer)
        let begun = try await party.begin(returnTo: "/", at: GatewayPeer.now)
        let answer = try #require(FormParameters(decoding: change(await peer.signIn(begun.url).encoded)))
        return try await party.complete(answer, pending: begun.pending, at: GatewayPeer.now + seconds)
    }

    @Test("An answer to another sign-in, or to none, is refused before anything else in it is read")
    func state() async {
        for change in [
            { $0.replacing("state=", with: "state=x") }, { $0.replacing("state=", with: "stato=") },
            { $0 + "&state=x" }, { _ in "error=access_denied" },
        ] as [@Sendable (String) -> String] {
            await #expect(throws: CannotSignIn.wrongState) { try await complete(change: change) }
        }
    }

    @Test("An answer after a quarter of an hour is refused")
    func late() async throws {
        await #expect(throws: CannotSignIn.tooLate) { try await complete(change: { $0 }, after: 901) }
    }

    @Test("An answer of another provider is refused, and one without name where the provider gives it")
    func issuer() async throws {
        let other: @Sendable (String) -> String = { $0.replacing("iss=https", with: "iss=http") }
        let silent: @Sendable (String) -> String = { $0.replacing("iss=", with: "x=") }
        let quiet = GatewayPeer(
            fault: .init(discovery: { $0["authorization_response_iss_parameter_supported"] = nil })
        )
        for peer in [GatewayPeer(), quiet] {
            await #expect(throws: CannotSignIn.answerFromAnotherIssuer) {
                try await complete(change: other, peer: peer)
            }
        }
        await #expect(throws: CannotSignIn.answerFromAnotherIssuer) { try await complete(change: silent) }
        _ = try await complete(change: silent, peer: quiet)
    }

    @Test("The provider's refusal comes through, without what could disturb a log")
    func refusal() async {
        let refused: @Sendable (String) -> String = { $0 + "&error=access_denied%0A%3Cb%3E" }
        await #expect(throws: CannotSignIn.refused("access_deniedb")) { try await complete(change: refused) }
        let empty: @Sendable (String) -> String = { $0.replacing("code=", with: "x=") }
        await #expect(throws: CannotSignIn.missingCode) { try await complete(change: empty) }
    }

    @Test("The token endpoint's refusal comes through, and its failure is the provider's")
    func tokenEndpoint() async {
        let refusal = HTTPResponseValue(status: 400, body: Array(#"{"error":"invalid_grant"}"#.utf8))
        await #expect(throws: CannotSignIn.codeRefused("invalid_grant")) {
            try await complete(change: { $0 }, peer: GatewayPeer(fault: .init(tokenAnswer: refusal)))
        }
        for answer in [
            HTTPResponseValue(status: 502, body: Array("<html>".utf8)), HTTPResponseValue(status: 302),
            HTTPResponseValue(status: 200, body: Array(#"{"access_token":"a","token_type":"Bearer"}"#.utf8)),
            HTTPResponseValue(
                status: 200,
                body: Array(#"{"access_token":"a","token_type":"DPoP","id_token":"a"}"#.utf8)
            ),
        ] {
            await #expect {
                try await complete(change: { $0 }, peer: GatewayPeer(fault: .init(tokenAnswer: answer)))
            } throws: {
                if case .providerUnavailable(.token, _) = $0 as? CannotSignIn { true } else { false }
            }
        }
    }

    @Test("A code that somebody else began the sign-in for does not fit our verifier")
    func injectedCode() async throws {
        let peer = GatewayPeer()
        let party = RelyingParty.of(peer)
        let victim = try await party.begin(returnTo: "/", at: GatewayPeer.now)
        let attacker = try await party.begin(returnTo: "/", at: GatewayPeer.now)
        let code = try #require(await peer.signIn(victim.url)["code"])
        var answer = FormParameters()
        answer.append("code", code)
        answer.append("state", attacker.pending.state)
        answer.append("iss", GatewayPeer.issuer)
        await #expect(throws: CannotSignIn.codeRefused("invalid_grant")) {
            try await party.complete(answer, pending: attacker.pending, at: GatewayPeer.now)
        }
    }
}

@Suite("The tax code of who signs in")
struct TaxCodeClaimTests {
    private static let claim = "https://attributes.eid.gov.it/fiscal_number"

    private func signIn(_ fault: GatewayPeer.Fault) async throws -> SignedInPerson {
        let peer = GatewayPeer(fault: fault)
        return try await RelyingParty.of(peer).signIn(with: peer)
    }

    @Test("In the ID token it spares the call of UserInfo")
    func idToken() async throws {
        let peer = GatewayPeer(fault: .init(claims: { $0[Self.claim] = "tinit-rssmra80a01h501u" }))
        #expect(try await RelyingParty.of(peer).signIn(with: peer).taxCode == "RSSMRA80A01H501U")
        #expect(await peer.requests(of: "/userinfo") == 0)
    }

    @Test("Under another name it is found when the settings say so")
    func otherName() async throws {
        let peer = GatewayPeer(fault: .init(userInfo: { $0 = ["sub": "peer-1", "cf": ["RSSMRA80A01H501U"]] }))
        let party = RelyingParty.of(peer) { $0.taxCodeClaim = "cf" }
        #expect(try await party.signIn(with: peer).taxCode == "RSSMRA80A01H501U")
    }

    @Test("UserInfo about somebody else is refused")
    func subject() async {
        for subject: JSONValue? in ["peer-2", nil] {
            await #expect(throws: CannotSignIn.wrongSubject) {
                try await signIn(.init(userInfo: { $0["sub"] = subject }))
            }
        }
    }

    @Test("Nobody without a tax code comes in", arguments: [nil, "", .null, 1, [], ["A", "B"]] as [JSONValue?])
    func missing(value: JSONValue?) async {
        await #expect(throws: CannotSignIn.missingTaxCode) {
            try await signIn(.init(userInfo: { $0[Self.claim] = value }))
        }
    }

    @Test(
        "Another State's identifier is no tax code",
        arguments: ["TINDE-RSSMRA80A01H501U", "TINIT-12345", "RSSMRA80A01H501Ù", "TINIT-TINIT-RSSMRA80A01H5"]
    )
    func foreign(value: String) async {
        await #expect(throws: CannotSignIn.foreignTaxCode) {
            try await signIn(.init(userInfo: { $0[Self.claim] = .string(value) }))
        }
    }

    @Test("Signed UserInfo is believed when it is the provider's and for us")
    func signed() async throws {
        #expect(try await signIn(.init(signsUserInfo: true)).taxCode == "DMCNCL85A01H501X")
        await #expect(throws: CannotSignIn.untrustedToken(.wrongAudience)) {
            try await signIn(.init(userInfo: { $0["aud"] = "x" }, signsUserInfo: true))
        }
        await #expect(throws: CannotSignIn.untrustedToken(.wrongIssuer)) {
            try await signIn(.init(userInfo: { $0["iss"] = "x" }, signsUserInfo: true))
        }
    }
}
