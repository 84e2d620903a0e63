import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Keys that sign access tokens")
struct AccessTokenKeysTests {
    @Test("All processes have one key, also when they ask at once", arguments: Engine.available)
    func shared(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let keys = AccessTokenKeys(world.store)
            let seen = try await withThrowingTaskGroup(of: [AccessTokenKeys.Key].self) { group in
                for _ in 0..<8 { group.addTask { try await keys.live() } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(seen.count == 1 && seen.first?.count == 1)
            #expect(try await world.auditTrail() == ["access_token_key.made"])
        }
    }

    @Test("The one before stays for a period beside the one that signs, and then goes", arguments: Engine.available)
    func rotation(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let keys = AccessTokenKeys(world.store)
            let first = try #require(try await keys.live().first)
            world.time.advance(days: AccessTokenKeys.periodDays)
            let second = try await keys.live()
            #expect(second.count == 2 && second.last == first && second.first != first)
            #expect(try await keys.removeEnded() == 0)
            world.time.advance(days: AccessTokenKeys.periodDays)
            let third = try await keys.live()
            #expect(third.count == 2 && third.last == second.first)
            #expect(try await keys.removeEnded() == 1)
        }
    }
}
