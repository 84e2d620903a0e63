import Domain
import Exchange
import HTTPTypes
import Hummingbird
import OpenIDConnect
import Persistence
import TestSupport
import Testing

@testable import API

@Suite("The token endpoint")
struct TokenEndpointTests {
    @Test("A client that proves who it is gets a token that opens the API", arguments: Engine.available)
    func issued(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let client = try await api.client()
            let answer = try await api.ask(
                with: try client.assertion(at: api.now),
                clientID: client.id.text,
                changing: ["purposeId": "3f1f5b0c-9d30-4a1f-8c5b-0a4c1f7c0e11"]
            )
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.json["token_type"] == "Bearer" && answer.json["expires_in"] == 600)
            let token = try #require(answer.json["access_token"]?.string)
            let read = try JSONWebToken(reading: token)
            #expect(read.header["typ"] == "at+jwt" && read.claims["client_id"]?.string == client.id.text)
            let keys = try await api.get("/.well-known/jwks.json")
            try read.verify(with: try #require(await KeySet(json: keys.bytes)))
            #expect(!keys.text.contains("\"d\""))
            #expect(try await api.get("/rest/v1/vacancies", token: token).status == 200)
            #expect(try await api.world.store.latestTraces().count { $0.action == "api_client.token_issued" } == 1)

            api.world.time.advance(seconds: 601)
            #expect(try await api.get("/rest/v1/vacancies", token: token).status == 401)
        }
    }

    @Test("A parameter that is there twice is refused, and a scope of nothing, too")
    func doubled() async throws {
        try await withAPI(on: .sqlite) { api in
            let client = try await api.client()
            #expect(
                try await api.ask(with: client.assertion(at: api.now), scope: " ").json["error"] == "invalid_scope"
            )
            var parameters = FormParameters()
            for (name, value) in [
                ("grant_type", "client_credentials"),
                ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                ("client_assertion", try client.assertion(at: api.now)), ("scope", "vacancies:read"),
                ("scope", "vacancies:read"),
            ] {
                parameters.append(name, value)
            }
            let answer = try await api.send(
                .post,
                "/oauth/token",
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: Array(parameters.encoded.utf8)
            )
            #expect(answer.status == 400 && answer.json["error"] == "invalid_request", "\(answer.text)")
        }
    }

    /// What is wrong with an assertion, by the claims that are changed.
    private static func wrong(at now: Int64) -> [(String, [String: JSONValue?])] {
        [
            ("another audience", ["aud": "https://incontro.example.it/oauth/token/"]),
            ("no audience", ["aud": .some(nil)]), ("another subject", ["sub": "3f1f5b0c-9d30-4a1f-8c5b-0a4c1f7c0e11"]),
            ("no issuer", ["iss": .some(nil)]), ("no identifier", ["jti": .some(nil)]),
            ("an empty identifier", ["jti": ""]),
            ("not before", ["nbf": .integer(now)]),
            ("an instant with a fraction", ["iat": .number(Double(now) + 0.5)]),
            ("an instant in words", ["exp": .string("\(now + 100)")]),
            ("six minutes", ["exp": .integer(now + 360)]),
            ("no time at all", ["exp": .integer(now)]),
            ("the past", ["iat": .integer(now - 200), "exp": .integer(now - 31)]),
            ("the future", ["iat": .integer(now + 40), "exp": .integer(now + 100)]),
            ("no client's id", ["iss": "alfa", "sub": "alfa"]),
            (
                "nobody's id",
                ["iss": "3f1f5b0c-9d30-4a1f-8c5b-0a4c1f7c0e11", "sub": "3f1f5b0c-9d30-4a1f-8c5b-0a4c1f7c0e11"]
            ),
        ]
    }

    @Test("A proof that is not whole is refused as RFC 6749 says, inside a problem")
    func refused() async throws {
        try await withAPI(on: .sqlite) { api in
            let client = try await api.client()
            for (what, claims) in Self.wrong(at: api.now) {
                let answer = try await api.ask(with: try client.assertion(at: api.now, changing: claims))
                #expect(answer.status == 401, "\(what)")
                #expect(answer.json["error"] == "invalid_client" && answer.problem == "invalid_client", "\(what)")
                #expect(answer.json["error_description"]?.string?.isEmpty == false, "\(what)")
                #expect(answer.json["access_token"] == nil)
            }
            let forged = try client.assertion(at: api.now, signedBy: .generated())
            #expect(try await api.ask(with: forged).json["error"] == "invalid_client")
            let other = "3f1f5b0c-9d30-4a1f-8c5b-0a4c1f7c0e11"
            let good = try client.assertion(at: api.now)
            #expect(try await api.ask(with: good, clientID: other).json["error"] == "invalid_client")
            #expect(try await api.ask(with: good).status == 200)
        }
    }

    @Test("What is no request for a token is told apart")
    func requests() async throws {
        try await withAPI(on: .sqlite) { api in
            let client = try await api.client(scopes: [.vacanciesRead])
            for (fields, error) in [
                (["grant_type": nil], "invalid_request"), (["grant_type": "password"], "unsupported_grant_type"),
                (["client_assertion": nil], "invalid_request"), (["client_assertion_type": "jwt"], "invalid_request"),
                (["scope": "vacancies:write"], "invalid_scope"), (["scope": "everything"], "invalid_scope"),
            ] as [([String: String?], String)] {
                let answer = try await api.ask(with: try client.assertion(at: api.now), changing: fields)
                #expect(answer.status == 400 && answer.json["error"]?.string == error, "\(fields): \(answer.text)")
            }
            let json = try await api.send(.post, "/oauth/token", headers: [.contentType: "application/json"])
            #expect(json.status == 415 && json.json["error"] == "invalid_request")
        }
    }

    @Test("An assertion opens one process of all, once", arguments: Engine.available)
    func replay(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let client = try await api.client()
            let assertion = try client.assertion(at: api.now)
            #expect(try await api.ask(with: assertion).status == 200)
            for process in [api, TestAPI(over: api.world)] {
                #expect(try await process.ask(with: assertion).json["error"] == "invalid_client")
            }
            // Swept or not, its age refuses it in the end.
            api.world.time.advance(seconds: 200)
            #expect(try await api.clients.removeExpiredAssertions() == 1)
            #expect(try await api.ask(with: assertion).json["error"] == "invalid_client")
        }
    }

    @Test("A token may be narrowed to some scopes, and then has no others")
    func narrowed() async throws {
        try await withAPI(on: .sqlite) { api in
            let token = try await api.token(for: try await api.client(), scope: "changes:read")
            let answer = try await api.get("/rest/v1/vacancies", token: token)
            #expect(answer.status == 403 && answer.problem == "scope_missing")
            #expect(answer.header("WWW-Authenticate")?.contains("vacancies:read") == true)
        }
    }

    @Test(
        "A new key of ours changes nothing for tokens that are good, and the old one goes",
        arguments: Engine.available
    )
    func ownKeys(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let client = try await api.client()
            let other = TestAPI(over: api.world)
            let period = AccessTokenKeys(api.world.store).period
            // Up to the last minute of the period.
            let end = (period + 1) * 30 * 86_400 - 60
            api.world.time.advance(seconds: Int(end - api.now))
            let token = try await api.token(for: client)
            #expect(try await other.get("/rest/v1/vacancies", token: token).status == 200)
            api.world.time.advance(seconds: 120)
            let next = try await other.token(for: client)
            #expect(try await api.get("/.well-known/jwks.json").json["keys"]?.array?.count == 2)
            for process in [api, other, TestAPI(over: api.world)] {
                for good in [token, next] {
                    #expect(try await process.get("/rest/v1/vacancies", token: good).status == 200)
                }
            }
            api.world.time.advance(days: 61)
            #expect(try await AccessTokenKeys(api.world.store).removeEnded() == 2)
        }
    }
}
