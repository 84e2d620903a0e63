import Domain
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import App

@Suite("Background jobs")
struct JobTests {
    private func lease(_ owner: String, in world: World) -> JobLease {
        JobLease(world.store, name: "report", owner: owner)
    }

    @Test("A long run is not taken over: its lease is made longer before each portion", arguments: Engine.available)
    func renewed(on engine: Engine) async throws {
        try await withWorld(on: engine) { (world: World) async throws in
            let other = lease("other", in: world)
            let portions = Mutex(0)
            let job = Job(name: "report", interval: 60) { () async throws in
                let number = portions.withLock {
                    $0 += 1
                    return $0
                }
                // A minute and more for each portion: the lease of ninety seconds alone would be over by the second one.
                world.time.advance(seconds: 80)
                #expect(try await other.hold(forSeconds: 60) == false)
                return number < 5 ? 10 : 0
            }
            #expect(try await job.run(under: lease("own", in: world)) == Job.Run(end: .complete, count: 40))
            #expect(portions.withLock { $0 } == 5)
        }
    }

    @Test("Who has lost the lease does no further portion, and the other goes on alone", arguments: Engine.available)
    func lost(on engine: Engine) async throws {
        try await withWorld(on: engine) { (world: World) async throws in
            let other = lease("other", in: world)
            let portions = Mutex(0)
            let job = Job(name: "report", interval: 60) { () async throws in
                portions.withLock { $0 += 1 }
                // As if the machine had slept in the middle of the portion.
                world.time.advance(seconds: 91)
                #expect(try await other.hold(forSeconds: 60))
                return 10
            }
            let own = lease("own", in: world)
            #expect(try await job.run(under: own) == Job.Run(end: .leaseLost, count: 10))
            #expect(try await job.run(under: own) == Job.Run(end: .heldElsewhere, count: 0))
            #expect(portions.withLock { $0 } == 1)

            try await other.release()
            let short = Job(name: "report", interval: 60) { 0 }
            #expect(try await short.run(under: own) == Job.Run(end: .complete, count: 0))
        }
    }

    @Test("A process that ends gives its leases back, though its tasks are cancelled", arguments: Engine.available)
    func released(on engine: Engine) async throws {
        try await withWorld(on: engine) { (world: World) async throws in
            let own = lease("own", in: world)
            #expect(try await own.hold(forSeconds: 3600))
            await withDiscardingTaskGroup { group in
                group.addTask {
                    withUnsafeCurrentTask { $0?.cancel() }
                    try? await own.release()
                }
            }
            #expect(try await lease("other", in: world).hold(forSeconds: 60))
        }
    }
}
