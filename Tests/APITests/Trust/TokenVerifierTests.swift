import Domain
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import OpenIDConnect
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import API

@Suite("Whose tokens are believed")
struct TokenVerifierTests {
    private let list = "/rest/v1/vacancies"

    @Test("A client that is revoked is out at its next request, token or not", arguments: Engine.available)
    func revoked(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let client = try await api.client()
            let token = try await api.token(for: client)
            #expect(try await api.get(list, token: token).status == 200)
            try await api.clients.revoke(client.id, by: .system("test"))
            let answer = try await api.get(list, token: token)
            #expect(answer.status == 401 && answer.problem == "token_invalid")
            #expect(answer.header("WWW-Authenticate")?.contains("invalid_token") == true)
            #expect(try await api.ask(with: try client.assertion(at: api.now)).json["error"] == "invalid_client")
        }
    }

    @Test("So is all software of an agency that is not authorised any more", arguments: Engine.available)
    func unauthorised(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            let token = try await api.token(for: try await api.client())
            let (agency, day) = (api.world.agency("ALFA").id, api.world.today.adding(days: -1))
            try await api.world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE agency SET authorised_to = \(day) WHERE id = \(agency)")
                return ()
            }
            #expect(try await api.get(list, token: token).status == 401)
        }
    }

    @Test("Two keys of a client are good at once; a third ends the first, and its tokens", arguments: Engine.available)
    func rotation(on engine: Engine) async throws {
        try await withAPI(on: engine) { api in
            var client = try await api.client()
            let tokenOfFirst = try await api.token(for: client)
            let (first, second, third, fourth) = (
                client.key, SigningKey.generated(), SigningKey.generated(), SigningKey.generated()
            )
            _ = try await api.clients.rotate(client.id, to: second.draft, by: .system("test"))
            for key in [first, second] {
                client.key = key
                #expect(try await api.get(list, token: try await api.token(for: client)).status == 200)
            }
            _ = try await api.clients.rotate(client.id, to: third.draft, by: .system("test"))
            #expect(try await api.get(list, token: tokenOfFirst).status == 401)
            client.key = first
            #expect(try await api.ask(with: try client.assertion(at: api.now)).status == 401)
            client.key = second
            let tokenOfSecond = try await api.token(for: client)
            _ = try await api.clients.rotate(client.id, to: fourth.draft, endingOthers: true, by: .system("test"))
            #expect(try await api.get(list, token: tokenOfSecond).status == 401)
            client.key = fourth
            #expect(try await api.get(list, token: try await api.token(for: client)).status == 200)
        }
    }

    @Test("What is no token of ours opens nothing")
    func forged() async throws {
        try await withAPI(on: .sqlite) { api in
            let client = try await api.client()
            let token = try await api.token(for: client)
            let parts = token.split(separator: ".")
            let read = try JSONWebToken(reading: token)
            let stranger = SigningKey.generated()
            let tokens = [
                "", "x", "\(parts[0]).\(parts[1]).", "\(token)x",
                try client.assertion(at: api.now),
                try stranger.sign(read.claims, type: "at+jwt"), try stranger.sign(read.claims),
                try client.key.sign(read.claims, type: "at+jwt"),
            ]
            for token in tokens {
                let answer = try await api.get(list, token: token)
                #expect(
                    answer.status == 401 && answer.problem == "token_invalid",
                    "\(token.prefix(20)): \(answer.text)"
                )
            }
            #expect(try await api.get(list).problem == "token_missing")
            #expect(try await api.get(list, headers: [.authorization: "Basic YTpi"]).status == 401)
        }
    }

    /// The PDND of a test: its present key, and how often it was asked for.
    private final class Issuer: Sendable {
        let keys = Mutex([SigningKey.generated()])
        let asked = Mutex(0)
        let isDown = Mutex(false)
        static let audience = "https://incontro.example.it/pdnd"

        var foreign: ForeignIssuer {
            ForeignIssuer(
                name: "pdnd",
                issuer: "interop.example.it",
                audience: Issuer.audience,
                keys: RemoteKeys(url: "https://interop.example.it/keys") { _ in
                    self.asked.withLock { $0 += 1 }
                    if self.isDown.withLock({ $0 }) { return HTTPResponseValue(status: 500) }
                    let set: JSONValue = ["keys": .array(self.keys.withLock { $0.map(\.publicJWK) })]
                    return HTTPResponseValue(status: 200, body: set.json)
                }
            )
        }

        func voucher(
            for client: ClientID,
            at now: Int64,
            changing claims: [String: JSONValue?] = [:],
            type: String = "at+jwt"
        ) throws -> String {
            var all: [String: JSONValue] = [
                "iss": "interop.example.it", "aud": .string(Issuer.audience), "sub": .string(client.text),
                "client_id": .string(client.text), "iat": .integer(now), "nbf": .integer(now),
                "exp": .integer(now + 600), "jti": .string(UUID().uuidString), "purposeId": "p", "consumerId": "c",
            ]
            for (name, value) in claims { all[name] = value }
            return try #require(keys.withLock { $0.last }).sign(all, type: type)
        }
    }

    @Test("A voucher of PDND opens the API for the client that it names", arguments: Engine.available)
    func voucher(on engine: Engine) async throws {
        let pdnd = Issuer()
        try await withAPI(on: engine, foreign: [pdnd.foreign]) { api in
            let known = try #require(ClientID("3F1F5B0C-9D30-4A1F-8C5B-0A4C1F7C0E11"))
            _ = try await api.clients.add(
                APIClientDraft(agencyCode: "ALFA", scopes: [.vacanciesRead], key: nil, clientID: known),
                by: .system("test")
            )
            for type in ["at+jwt", "JWT"] {
                #expect(
                    try await api.get(list, token: try pdnd.voucher(for: known, at: api.now, type: type)).status == 200
                )
            }
            let wrong: [[String: JSONValue?]] = [
                ["aud": "https://altro.example.it"], ["iss": "altro.example.it"], ["exp": .integer(api.now - 31)],
                ["cnf": ["jkt": "x"]], ["client_id": "3f1f5b0c-9d30-4a1f-8c5b-0a4c1f7c0e12"],
                ["nbf": .integer(api.now + 60)],
            ]
            for claims in wrong {
                let voucher = try pdnd.voucher(for: known, at: api.now, changing: claims)
                #expect(try await api.get(list, token: voucher).status == 401, "\(claims)")
            }
            #expect(pdnd.asked.withLock { $0 } == 1)
            try await api.clients.revoke(known, by: .system("test"))
            #expect(try await api.get(list, token: try pdnd.voucher(for: known, at: api.now)).status == 401)
        }
    }

    @Test("A key that PDND has new is fetched, and what anybody invents is not asked for again and again")
    func newKey() async throws {
        let pdnd = Issuer()
        try await withAPI(on: .sqlite, foreign: [pdnd.foreign]) { api in
            let client = try await api.client()
            #expect(try await api.get(list, token: try pdnd.voucher(for: client.id, at: api.now)).status == 200)
            api.world.time.advance(seconds: 20)
            pdnd.keys.withLock { $0.append(.generated()) }
            #expect(try await api.get(list, token: try pdnd.voucher(for: client.id, at: api.now)).status == 200)
            #expect(pdnd.asked.withLock { $0 } == 2)
            pdnd.keys.withLock { $0 = [.generated()] }
            for _ in 0..<20 {
                #expect(try await api.get(list, token: try pdnd.voucher(for: client.id, at: api.now)).status == 401)
            }
            #expect(pdnd.asked.withLock { $0 } == 2)
        }
    }

    @Test("Where PDND's keys cannot be had the answer is 503, and our own tokens are good all the same")
    func keysUnavailable() async throws {
        let pdnd = Issuer()
        pdnd.isDown.withLock { $0 = true }
        try await withAPI(on: .sqlite, foreign: [pdnd.foreign]) { api in
            let client = try await api.client()
            let answer = try await api.get(list, token: try pdnd.voucher(for: client.id, at: api.now))
            #expect(answer.status == 503 && answer.header("Retry-After") != nil)
            #expect(try await api.get(list, token: try await api.token(for: client)).status == 200)
            // Without PDND in the settings a voucher is nothing.
            let bare = TestAPI(over: api.world)
            #expect(try await bare.get(list, token: try pdnd.voucher(for: client.id, at: api.now)).status == 401)
        }
    }
}
