import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Leases of background jobs")
struct JobLeaseTests {
    @Test("One holds it and may hold on; another gets it after its end or its release", arguments: Engine.available)
    func held(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let first = JobLease(world.store, name: "report", owner: "a")
            let second = JobLease(world.store, name: "report", owner: "b")
            let other = JobLease(world.store, name: "expiry", owner: "b")
            #expect(try await first.hold(forSeconds: 30))
            #expect(try await second.hold(forSeconds: 30) == false)
            #expect(try await other.hold(forSeconds: 30))
            world.time.advance(seconds: 29)
            #expect(try await first.hold(forSeconds: 30))
            world.time.advance(seconds: 29)
            #expect(try await second.hold(forSeconds: 30) == false)
            world.time.advance(seconds: 1)
            #expect(try await second.hold(forSeconds: 30))
            #expect(try await first.hold(forSeconds: 30) == false)
            try await first.release()
            #expect(try await first.hold(forSeconds: 30) == false, "only the holder releases")
            try await second.release()
            #expect(try await first.hold(forSeconds: 30))
        }
    }

    @Test("Of sixteen that reach for it at once, one gets it", arguments: Engine.available)
    func race(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let holders = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        try await JobLease(world.store, name: "report", owner: "p\(number)").hold(forSeconds: 30)
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(holders == 1)
        }
    }
}
