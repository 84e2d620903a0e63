import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Clients of the API")
struct APIClientsTests {
    private let key = ClientKeyDraft(keyID: "k1", jwk: #"{"kid":"k1"}"#)

    private func draft(_ agency: String = "ALFA", _ branches: [String] = []) -> APIClientDraft {
        APIClientDraft(agencyCode: agency, branchCodes: branches, scopes: [.vacanciesRead, .changesRead], key: key)
    }

    @Test("A client acts for its agency, with the branches and scopes that it was granted", arguments: Engine.available)
    func granted(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let clients = APIClients(world.store)
            let whole = try await clients.add(draft(), by: .system("test"))
            let part = try await clients.add(draft("ALFA", ["ALFA-TO1", "ALFA-MI1"]), by: .system("test"))
            #expect(whole.branchCodes == nil && part.branchCodes == ["ALFA-MI1", "ALFA-TO1"])
            let identity = try #require(try await clients.identity(of: whole.clientID, holding: "k1"))
            #expect(identity.agency == world.agency("ALFA").id && identity.branches == nil)
            #expect(identity.scopes == [.vacanciesRead, .changesRead])
            #expect(identity.publisher.actor == .client(whole.id, agency: identity.agency))
            let narrow = try #require(try await clients.identity(of: part.clientID))
            #expect(narrow.branches.map(Set.init) == [world.branch("ALFA-MI1").id, world.branch("ALFA-TO1").id])
            #expect(try await clients.identity(of: whole.clientID, holding: "k2") == nil)
            #expect(try await clients.list(agencyCode: "ALFA").map(\.clientID) == [whole.clientID, part.clientID])
            #expect(try await clients.list(agencyCode: "BETA").isEmpty)
            #expect(try await world.auditTrail() == ["api_client.added", "api_client.added"])
        }
    }

    @Test("All that is wrong with a client is said, and nothing is written", arguments: Engine.available)
    func invalid(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let clients = APIClients(world.store)
            var bare = draft("ALFA", ["ALFA-MI1", "BETA-MI1", "X"])
            bare.scopes = []
            bare.key = nil
            let refused = await #expect(throws: Invalid.self) { try await clients.add(bare, by: .system("test")) }
            #expect(
                refused?.findings.map(\.code) == ["scope_missing", "key_missing", "unknown_branch", "unknown_branch"]
            )
            await #expect(throws: Invalid.self) { try await clients.add(draft("OMEGA"), by: .system("test")) }
            #expect(try await clients.list().isEmpty)

            var known = draft()
            known.clientID = ClientID("3F1F5B0C-9D30-4A1F-8C5B-0A4C1F7C0E11")
            let made = try await clients.add(known, by: .system("test"))
            #expect(made.clientID.text == "3f1f5b0c-9d30-4a1f-8c5b-0a4c1f7c0e11")
            let twice = await #expect(throws: Invalid.self) { try await clients.add(known, by: .system("test")) }
            #expect(twice?.findings.map(\.code) == ["client_id_in_use"])
            #expect(try await clients.list().count == 1)
        }
    }

    @Test("Keys come and go by two, and none comes back", arguments: Engine.available)
    func keys(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let clients = APIClients(world.store)
            let client = try await clients.add(draft(), by: .system("test")).clientID
            func rotate(_ name: String, endingOthers: Bool = false) async throws -> [String] {
                let key = ClientKeyDraft(keyID: name, jwk: "{\"kid\":\"\(name)\"}")
                let changed = try await clients.rotate(client, to: key, endingOthers: endingOthers, by: .system("test"))
                return changed.keys.filter { $0.endedAt == nil }.map(\.keyID)
            }
            #expect(try await rotate("k2") == ["k1", "k2"])
            #expect(try await rotate("k3") == ["k2", "k3"])
            #expect(try await clients.identity(of: client, holding: "k1") == nil)
            #expect(try await clients.identity(of: client, holding: "k2") != nil)
            for known in ["k1", "k3"] {
                let refused = await #expect(throws: Invalid.self) { _ = try await rotate(known) }
                #expect(refused?.findings.map(\.code) == ["key_known"])
            }
            #expect(try await rotate("k4", endingOthers: true) == ["k4"])
            #expect(try await clients.credentials(of: client)?.keys.map(\.keyID) == ["k4"])

            try await clients.revoke(client, by: .system("test"))
            #expect(try await clients.identity(of: client) == nil)
            #expect(try await clients.credentials(of: client) == nil)
            await #expect(throws: NotFound.self) { _ = try await rotate("k5") }
            await #expect(throws: NotFound.self) { try await clients.revoke(client, by: .system("test")) }
            #expect(try await clients.list().first?.revokedAt == world.time.now)
        }
    }

    @Test("An agency that is not authorised today has no client that acts", arguments: Engine.available)
    func authorisation(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let clients = APIClients(world.store)
            let client = try await clients.add(draft("ZETA"), by: .system("test")).clientID
            #expect(try await clients.identity(of: client) == nil)
        }
    }

    @Test("Of many who bring one assertion at once, one is the first", arguments: Engine.available)
    func assertions(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let clients = APIClients(world.store)
            let made = try await clients.add(draft(), by: .system("test"))
            let other = try await clients.add(draft("BETA"), by: .system("test"))
            let client = try #require(try await clients.identity(of: made.clientID))
            let until = world.time.now.adding(seconds: 60)
            let firsts = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<10 {
                    group.addTask { try await clients.use(assertion: "j", of: client, until: until) }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(firsts == 1)
            // Another client's identifiers are its own.
            let stranger = try #require(try await clients.identity(of: other.clientID))
            #expect(try await clients.use(assertion: "j", of: stranger, until: until))
            #expect(try await clients.removeExpiredAssertions() == 0)
            world.time.advance(seconds: 60)
            #expect(try await clients.removeExpiredAssertions() == 2)
        }
    }
}
