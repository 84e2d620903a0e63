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
