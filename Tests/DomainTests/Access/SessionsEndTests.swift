import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The end of sessions and of sign-ins")
struct SessionsEndTests {
    @Test("A person lists her sessions and ends one or all others; nobody else's", arguments: Engine.available)
    func revoked(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let anna = try world.signIn("ALFA/anna")
            var tokens: [SessionToken] = []
            for device in ["A", "B", "C"] {
                tokens.append(try await sessions.open(for: anna, device: device))
                world.time.advance(seconds: 1)
            }
            let foreign = try await sessions.open(for: try world.signIn("ALFA/bruno"))
            let list = try await sessions.list(of: anna.taxCode)
            #expect(list.map(\.device) == ["C", "B", "A"])
            let bruno = try #require(try await sessions.find(foreign))
            await #expect(throws: NotFound()) { try await sessions.revoke(bruno.id, of: anna.taxCode) }
            let last = try #require(list.first)
            try await sessions.revoke(last.id, of: anna.taxCode)
            #expect(try await sessions.find(tokens[2]) == nil)
            let kept = try #require(try await sessions.find(tokens[0]))
            #expect(try await sessions.revokeAll(of: anna.taxCode, except: kept.id) == 1)
            #expect(try await sessions.find(tokens[0]) != nil)
            #expect(try await sessions.find(tokens[1]) == nil)
            #expect(try await sessions.find(foreign) != nil)
            #expect(try await sessions.close(tokens[0]) == "id-token")
            #expect(try await sessions.find(tokens[0]) == nil)
            #expect(try await sessions.close(tokens[0]) == nil)
        }
    }

    @Test(
        "Of a session that is over the store knows for a day whose it was, and nothing else",
        arguments: Engine.available
    )
    func memory(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, revoked) = try await world.session(of: "ALFA/anna")
            let idle = try await sessions.open(for: try world.signIn("ALFA/bruno"), device: "Test")
            #expect(try await sessions.owner(of: revoked) == world.signIn("ALFA/anna").taxCode)
            let id = try #require(try await sessions.find(revoked)).id
            try await sessions.revoke(id, of: try world.signIn("ALFA/anna").taxCode, by: .operator(world.anna))
            let trace = try await world.store.latestTraces(atMost: 1).first
            #expect(trace?.action == "session.revoked" && trace?.actorID == world.anna.id.rawValue)
            await #expect(throws: NotFound()) {
                try await sessions.revoke(id, of: try world.signIn("ALFA/anna").taxCode)
            }
            await #expect(throws: NotFound()) { try await sessions.confirmIdentity(in: revoked, at: world.time.now) }
            world.time.advance(seconds: 1800)
            #expect(try await sessions.removeExpired() == 1)
            for (token, key) in [(revoked, "ALFA/anna"), (idle, "ALFA/bruno")] {
                #expect(try await sessions.find(token) == nil)
                #expect(try await sessions.owner(of: token) == world.signIn(key).taxCode)
            }
            let rest = try await world.store.read { (transaction: borrowing Transaction) in
                try transaction.all(
                    """
                    SELECT given_name || family_name || coalesce(device, '') || coalesce(provider_session, '')
                        || coalesce(role_kind, '')
                    FROM person_session
                    """,
                    as: String.self
                )
            }
            #expect(rest == ["", ""])
            world.time.advance(seconds: 24 * 3600)
            #expect(try await sessions.removeExpired() == 2)
            #expect(try await sessions.owner(of: revoked) == nil)
        }
    }

    @Test("A sign-in comes back once, in time, and with its own state only", arguments: Engine.available)
    func attempts(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            try await sessions.begin("state-1", "{\"nonce\":\"n\"}")
            #expect(try await sessions.resume("state-2") == nil)
            #expect(try await sessions.resume("state-1") == "{\"nonce\":\"n\"}")
            #expect(try await sessions.resume("state-1") == nil)
            try await sessions.begin("state-3", "{}")
            world.time.advance(seconds: 600)
            #expect(try await sessions.resume("state-3") == nil)
        }
    }

    @Test("Two browsers that bring one state at once: one of them signs in", arguments: Engine.available)
    func race(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            try await sessions.begin("state", "{}")
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await sessions.resume("state") != nil } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
        }
    }
}
