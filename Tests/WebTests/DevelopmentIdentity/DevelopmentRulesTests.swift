import Foundation
import Hummingbird
import OpenIDConnect
import Testing

@testable import Web

@Suite("What the identity provider for development refuses")
struct DevelopmentRulesTests {
    let client: ProviderClient

    init() throws {
        client = try ProviderClient()
    }

    /// A sign-in up to the code.
    private func code() async throws -> (code: String, verifier: String) {
        let begun = try await client.relyingParty().begin(returnTo: "/", at: client.clock.now)
        let code = try #require(try await client.choose("RSSMRA80A01H501U", at: begun.url)["code"])
        return (code, begun.pending.verifier)
    }

    private func token(
        _ code: String,
        verifier: String,
        redirectURI: String = ProviderClient.redirectURI,
        assertion: String? = nil
    ) async throws -> ProviderClient.Answer {
        let form = FormParameters.of([
            "grant_type": "authorization_code", "code": code, "redirect_uri": redirectURI, "code_verifier": verifier,
            "client_assertion_type": ClientAssertion.type, "client_assertion": try assertion ?? self.assertion(),
        ])
        return try await client.send(.post, ProviderClient.issuer + "/token", form: form)
    }

    private func assertion(
        key: SigningKey? = nil,
        _ change: (inout [String: JSONValue]) -> Void = { _ in }
    ) throws -> String {
        let now = Int64(client.clock.now.timeIntervalSince1970)
        var claims: [String: JSONValue] = [
            "iss": "incontro", "sub": "incontro", "aud": .string(ProviderClient.issuer + "/token"),
            "jti": .string(Secret.random()), "iat": .integer(now), "exp": .integer(now + 60),
        ]
        change(&claims)
        return try (key ?? client.clientKey).sign(claims)
    }

    private func userInfo(_ answer: ProviderClient.Answer) async throws -> ProviderClient.Answer {
        let token = answer.json?["access_token"]?.string ?? ""
        return try await client.send(
            .get,
            ProviderClient.issuer + "/userinfo",
            headers: [HTTPHeader("Authorization", "Bearer \(token)")]
        )
    }

    @Test("A wrong verifier, which also spends the code")
    func verifier() async throws {
        let (code, verifier) = try await code()
        let refused = try await token(code, verifier: Secret.random())
        #expect(refused.status == 400)
        #expect(refused.json?["error"] == "invalid_grant")
        #expect(try await token(code, verifier: verifier).json?["error"] == "invalid_grant")
    }

    @Test("A code that is used again, which also takes back what it gave")
    func reuse() async throws {
        let (code, verifier) = try await code()
        let first = try await token(code, verifier: verifier)
        #expect(first.status == 200)
        #expect(try await userInfo(first).status == 200)
        #expect(try await token(code, verifier: verifier).json?["error"] == "invalid_grant")
        let revoked = try await userInfo(first)
        #expect(revoked.status == 401)
        #expect(revoked.headers[.wwwAuthenticate] == "Bearer error=\"invalid_token\"")
    }

    @Test("A code after a minute, and an access token after five")
    func late() async throws {
        let (early, earlyVerifier) = try await code()
        let (code, verifier) = try await code()
        client.clock.pass(59)
        let answer = try await token(early, verifier: earlyVerifier)
        #expect(answer.status == 200)
        client.clock.pass(1)
        #expect(try await token(code, verifier: verifier).json?["error"] == "invalid_grant")
        client.clock.pass(298)
        #expect(try await userInfo(answer).status == 200)
        client.clock.pass(1)
        #expect(try await userInfo(answer).status == 401)
    }

    @Test("A token request that names another redirect URI, or an invented code")
    func redirectOfToken() async throws {
        let (code, verifier) = try await code()
        let other = try await token(code, verifier: verifier, redirectURI: ProviderClient.redirectURI + "/")
        #expect(other.json?["error"] == "invalid_grant")
        #expect(try await token(Secret.random(), verifier: verifier).json?["error"] == "invalid_grant")
    }

    @Test("A client that is not who it says, and an assertion that is used again")
    func clients() async throws {
        let (code, verifier) = try await code()
        let used = try assertion()
        _ = try await token("x", verifier: verifier, assertion: used)
        let parts = try assertion().split(separator: ".")
        let none = Base64URL.encode(Array(#"{"alg":"none"}"#.utf8))
        for wrong in [
            used, try assertion(key: .generated()), "\(none).\(parts[1]).", "", try assertion { $0["sub"] = "other" },
            try assertion { $0["iss"] = "other" }, try assertion { $0["aud"] = "https://other.example/token" },
            try assertion { $0["jti"] = nil }, try assertion { $0["exp"] = .integer(1_795_411_500) },
            try assertion { $0["exp"] = .integer(1_895_411_500) },
            try assertion { $0["iat"] = .integer(1_895_411_500) },
        ] {
            let answer = try await token(code, verifier: verifier, assertion: wrong)
            #expect(answer.status == 401)
            #expect(answer.json?["error"] == "invalid_client")
        }
        let onlyName = FormParameters.of(["grant_type": "authorization_code", "client_id": "incontro", "code": code])
        #expect(try await client.send(.post, ProviderClient.issuer + "/token", form: onlyName).status == 401)
        #expect(try await token(code, verifier: verifier).status == 200, "a stranger's attempts do not spend a code")
    }

    @Test("Another grant type, a body that is no form")
    func otherGrants() async throws {
        let form = FormParameters.of([
            "grant_type": "password", "client_assertion_type": ClientAssertion.type,
            "client_assertion": try assertion(),
        ])
        let answer = try await client.send(.post, ProviderClient.issuer + "/token", form: form)
        #expect(answer.json?["error"] == "unsupported_grant_type")
        #expect(try await client.send(.post, ProviderClient.issuer + "/token").json?["error"] == "invalid_request")
    }

    @Test(
        "A foreign client or redirect URI is told to the person and leads nowhere",
        arguments: [
            ("client_id", "other"), ("redirect_uri", "https://evil.example/accedi/ritorno"),
            ("redirect_uri", ProviderClient.redirectURI + "?x=1"), ("redirect_uri", ProviderClient.redirectURI + "/"),
            ("redirect_uri", "http://localhost:8080/accedi/ritorno"), ("redirect_uri", nil),
        ] as [(String, String?)]
    )
    func foreign(name: String, value: String?) async throws {
        let answer = try await ask(name, value)
        #expect(answer.status == 400)
        #expect(answer.headers[.location] == nil)
    }

    @Test(
        "A request that lacks something is told to the client",
        arguments: [
            ("response_type", "token", "unsupported_response_type"),
            ("response_type", nil, "unsupported_response_type"),
            ("scope", "profile", "invalid_scope"), ("state", nil, "invalid_request"),
            ("state", "short", "invalid_request"),
            ("nonce", nil, "invalid_request"), ("nonce", "short", "invalid_request"),
            ("code_challenge", nil, "invalid_request"), ("code_challenge", "abc", "invalid_request"),
            ("code_challenge_method", "plain", "invalid_request"), ("code_challenge_method", nil, "invalid_request"),
            ("response_mode", "fragment", "invalid_request"), ("prompt", "none", "login_required"),
            ("request", "a.b.c", "request_not_supported"), ("request_uri", "urn:x", "request_uri_not_supported"),
        ] as [(String, String?, String)]
    )
    func lacking(name: String, value: String?, error: String) async throws {
        let answer = try await ask(name, value)
        #expect(answer.status == 303)
        #expect(answer.location.hasPrefix(ProviderClient.redirectURI + "?error="))
        #expect(answer.parameters["error"] == error)
        #expect(answer.parameters["iss"] == ProviderClient.issuer)
        if name != "state" { #expect(answer.parameters["state"]?.count == 43) }
        #expect(answer.parameters["code"] == nil)
    }

    /// A good request with one parameter changed or, with `nil`, taken away.
    private func ask(_ name: String, _ value: String?) async throws -> ProviderClient.Answer {
        let url = try await client.relyingParty().begin(returnTo: "/", at: client.clock.now).url
        let parts = url.split(separator: "?", maxSplits: 1)
        var changed = FormParameters()
        for pair in try #require(FormParameters(decoding: parts[1])).pairs where pair.name != name {
            changed.append(pair.name, pair.value)
        }
        changed.append(name, value)
        return try await client.send(.get, changed.appended(to: String(parts[0])))
    }
}
