import Domain
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import OpenIDConnect
import Persistence
import TestSupport
import Testing

@testable import API

@Suite("What every answer of the API has")
struct APIEdgeTests {
    private func expectHeaders(_ answer: Answer, _ comment: Comment) {
        for name in ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"] {
            #expect(answer.header(name).flatMap(Int.init) != nil, comment)
        }
        #expect(answer.header("Cache-Control") == "no-store", comment)
        #expect(answer.header("Request-Id")?.isEmpty == false, comment)
    }

    @Test("Limit, cache and id stand on what is found, refused and missing alike", arguments: Engine.available)
    func headers(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let expected: [(HTTPRequest.Method, String, Int)] = [
                (.get, "/rest/v1/status", 200), (.get, "/rest/v1/vacancies", 200), (.head, "/rest/v1/vacancies", 200),
                (.get, "/rest/v1/nothing", 404), (.get, "/rest/v1", 404), (.get, "/rest/v1/vacancies/x", 404),
                (.delete, "/rest/v1/vacancies", 405), (.post, "/rest/v1/vacancies", 415), (.get, "/oauth/token", 405),
                (.get, "/oauth/nothing", 404), (.get, "/.well-known/jwks.json", 200),
                (.get, "/rest/v1/vacancies?limit=0", 400),
            ]
            for (method, path, status) in expected {
                let answer = try await api.send(method, path, token: token)
                #expect(answer.status == status, "\(method) \(path)")
                expectHeaders(answer, "\(method) \(path)")
                guard status >= 400 else { continue }
                #expect(answer.header("Content-Type") == "application/problem+json", "\(method) \(path)")
                for member in ["type", "title", "status", "instance"] {
                    #expect(answer.json[member] != nil, "\(method) \(path): \(answer.text)")
                }
            }
            #expect(
                try await api.send(.delete, "/rest/v1/vacancies/x", token: token).header("Allow") == "GET, HEAD, PATCH"
            )
            let page = try await api.get("/pagina")
            #expect(page.text == "una pagina" && page.header("X-RateLimit-Limit") == nil)
        }
    }

    @Test("A token that is not believed stops no request that needs none")
    func oldToken() async throws {
        try await withAPI(on: .sqlite) { api in
            let client = try await api.client()
            let token = try await api.token(for: client)
            api.world.time.advance(seconds: 601)
            #expect(try await api.get("/rest/v1/vacancies", token: token).status == 401)
            #expect(try await api.get("/rest/v1/status", token: token).status == 200)
            #expect(try await api.get("/rest/v1/status", token: "no token").status == 200)
            #expect(try await api.get("/.well-known/jwks.json", token: token).status == 200)
        }
    }

    @Test("A text that no store keeps is told at its field", arguments: Engine.available)
    func nul(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let answer = try await api.send(
                .post,
                "/rest/v1/vacancies",
                token: token,
                headers: [.contentType: "application/json"],
                body: Array(#"{"branch_code": "\u0000", "external_reference": "a\u0000"}"#.utf8)
            )
            #expect(answer.status == 422, "\(answer.text)")
            #expect(answer.text.contains("control_character"), "\(answer.text)")
        }
    }

    @Test("The status is a problem document that says all is well")
    func status() async throws {
        try await withAPI(on: .sqlite) { api in
            let answer = try await api.get("/rest/v1/status")
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(answer.json["status"] == 200 && answer.json["title"] == "OK")
        }
    }

    @Test("A store that does not answer is a 503 that says when to come back", arguments: Engine.available)
    func unreachable(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            await api.world.database.close()
            for path in ["/rest/v1/status", "/rest/v1/vacancies"] {
                let answer = try await api.get(path, token: path.hasSuffix("status") ? nil : token)
                #expect(answer.status == 503 && answer.problem == "unavailable", "\(path): \(answer.text)")
                #expect(answer.header("Retry-After") == "5")
                expectHeaders(answer, "\(path)")
            }
        }
    }

    @Test("Titles and details are Italian, unless English is wanted more")
    func language() async throws {
        try await withAPI(on: .sqlite) { api in
            for (wanted, title) in [
                (nil, "Non trovato"), ("en", "Not found"), ("en-GB,it;q=0.5", "Not found"), ("de", "Non trovato"),
                ("it,en;q=0.9", "Non trovato"), ("en;q=0", "Non trovato"), ("fr,en;q=0.3", "Not found"),
            ] as [(String?, String)] {
                var headers: HTTPFields = [:]
                headers[.acceptLanguage] = wanted
                let answer = try await api.get("/rest/v1/nothing", headers: headers)
                #expect(answer.json["title"]?.string == title, "\(wanted ?? "-")")
            }
        }
    }

    @Test("A body that is too large is refused before it is read to its end")
    func tooLarge() async throws {
        try await withAPI(on: .sqlite) { api in
            let token = try await api.token(for: try await api.client())
            let body = [UInt8](repeating: UInt8(ascii: " "), count: SentBody.largest + 1)
            let answer = try await api.send(
                .post,
                "/rest/v1/vacancies",
                token: token,
                headers: [.contentType: "application/json"],
                body: body
            )
            #expect(answer.status == 413 && answer.problem == "content_too_large")
        }
    }

    @Test("After its limit a client waits, and nobody else does", arguments: Engine.available)
    func limit(on engine: Engine) async throws {
        try await withAPI(on: engine, limits: RateLimits(perClient: 3, perAddress: 50)) { api in
            let one = try await api.token(for: try await api.client())
            let other = try await api.token(for: try await api.client("BETA"))
            for left in [2, 1, 0] {
                let answer = try await api.get("/rest/v1/vacancies", token: one)
                #expect(answer.status == 200)
                #expect(answer.header("X-RateLimit-Limit") == "3")
                #expect(answer.header("X-RateLimit-Remaining") == "\(left)")
            }
            let refused = try await api.get("/rest/v1/vacancies", token: one)
            #expect(refused.status == 429 && refused.problem == "too_many_requests")
            let wait = try #require(refused.header("Retry-After").flatMap(Int.init))
            #expect((1...60).contains(wait) && refused.header("X-RateLimit-Remaining") == "0")
            expectHeaders(refused, "429")
            #expect(try await api.get("/rest/v1/vacancies", token: other).status == 200)
            #expect(try await api.get("/rest/v1/status").status == 200)
            // Another process has the same store, and a memory of its own.
            let process = TestAPI(over: api.world, limits: RateLimits(perClient: 3, perAddress: 50))
            #expect(try await process.get("/rest/v1/vacancies", token: one).status == 429)
            api.world.time.advance(seconds: wait)
            #expect(try await api.get("/rest/v1/vacancies", token: one).status == 200)
        }
    }

    @Test("Whoever tries tokens that are not good is counted by address")
    func strangers() async throws {
        try await withAPI(on: .sqlite, limits: RateLimits(perClient: 100, perAddress: 2)) { api in
            for status in [401, 401, 429] {
                #expect(try await api.get("/rest/v1/vacancies", token: "a.b.c").status == status)
            }
            let elsewhere = try await api.get("/rest/v1/vacancies", headers: [.referer: "192.0.2.9"])
            #expect(elsewhere.status == 401)
        }
    }
}
