import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Quotas")
struct QuotasTests {
    @Test("After the limit comes a no that tells when it ends, for that subject alone", arguments: Engine.available)
    func limit(on engine: Engine) async throws {
        try await withWorld(on: engine) { (world) async throws in
            let quotas = Quotas(world.store)
            let quota = Quota("test", limit: 3, windowSeconds: 600)
            for left in [2, 1, 0] {
                #expect(try await quotas.take(quota, for: "192.0.2.1") == .granted(left: left, resetsIn: 600))
            }
            world.time.advance(seconds: 100)
            #expect(try await quotas.take(quota, for: "192.0.2.1") == .refused(retryAfter: 500))
            #expect(try await quotas.take(quota, for: "192.0.2.2").isGranted)
            #expect(try await quotas.take(Quota("other", limit: 1, windowSeconds: 600), for: "192.0.2.1").isGranted)
            world.time.advance(seconds: 500)
            #expect(try await quotas.take(quota, for: "192.0.2.1") == .granted(left: 2, resetsIn: 600))
        }
    }

    @Test("Several processes at once never grant more than the limit", arguments: Engine.available, [1, 7])
    func instances(on engine: Engine, block: Int) async throws {
        try await withWorld(on: engine) { world in
            let quota = Quota("shared", limit: 40, windowSeconds: 600, block: block)
            let granted = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    // Each has a memory of its own, as a process has.
                    let quotas = Quotas(world.store)
                    group.addTask {
                        var count = 0
                        for _ in 0..<20 where try await quotas.take(quota, for: "all").isGranted { count += 1 }
                        return count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(granted <= 40)
            // A process may end with a rest of its block in hand, the others not.
            #expect(granted > 40 - 4 * block)
        }
    }

    @Test("A block is handed on without the store, and so is a no", arguments: Engine.available)
    func blocks(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let quotas = Quotas(world.store)
            let quota = Quota("leased", limit: 20, windowSeconds: 600, block: 10)
            let (statements, _) = try await StatementLog.recording {
                for _ in 0..<30 { _ = try await quotas.take(quota, for: "client") }
            }
            #expect(statements.count { $0.contains("quota_window") } == 2)
            #expect(try await quotas.take(quota, for: "client").isGranted == false)
        }
    }

    @Test("Many at once share one block after the other, and nothing of one is lost", arguments: Engine.available)
    func burst(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let quotas = Quotas(world.store)
            for (limit, block) in [(6000, 60), (100, 30)] {
                let quota = Quota("burst-\(limit)", limit: limit, windowSeconds: 600, block: block)
                let granted = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<100 { group.addTask { try await quotas.take(quota, for: "all").isGranted } }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(granted == 100)
                let next = try await quotas.take(quota, for: "all")
                #expect(next == (limit == 100 ? .refused(retryAfter: 600) : .granted(left: 5899, resetsIn: 600)))
            }
        }
    }

    @Test("To look takes nothing", arguments: Engine.available)
    func looking(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (quotas, quota) = (Quotas(world.store), Quota("test", limit: 2, windowSeconds: 600))
            for _ in 0..<5 { #expect(try await quotas.refusal(quota, for: "192.0.2.1") == nil) }
            for _ in 0..<2 { _ = try await quotas.take(quota, for: "192.0.2.1") }
            #expect(try await quotas.refusal(quota, for: "192.0.2.1") == .refused(retryAfter: 600))
            #expect(try await quotas.refusal(quota, for: "192.0.2.2") == nil)
        }
    }

    @Test("The store has no subject's name, and forgets when the window ends", arguments: Engine.available)
    func anonymous(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let quotas = Quotas(world.store)
            let quota = Quota("test", limit: 3, windowSeconds: 600)
            var keys: Set<String> = []
            for _ in 0..<2 {
                _ = try await quotas.take(quota, for: "192.0.2.1")
                keys.formUnion(
                    try await world.store.read { (transaction: borrowing Transaction) in
                        try transaction.all("SELECT key FROM quota_window", as: String.self)
                    }
                )
                world.time.advance(seconds: 600)
            }
            #expect(keys.count == 2)
            #expect(keys.allSatisfy { !$0.contains("192") && $0.utf8.count == 64 })
            #expect(try await quotas.removeEnded() == 2)
            #expect(try await quotas.removeEnded() == 0)
        }
    }
}
