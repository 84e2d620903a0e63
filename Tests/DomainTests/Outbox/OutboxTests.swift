import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The outbox")
struct OutboxTests {
    private struct Undone: Error {}

    private func enqueue(_ bodies: [String], in world: World, _ topic: OutboxTopic = "mail") async throws {
        let store = world.store
        try await store.write { (transaction: borrowing Transaction) in
            for body in bodies { try store.outbox.enqueue(topic, body, in: transaction) }
        }
    }

    private func done(_ message: OutboxMessage, _ owner: String, in world: World) async throws -> Bool {
        let store = world.store
        return try await store.write { (transaction: borrowing Transaction) in
            try store.outbox.done(message.id, owner: owner, in: transaction)
        }
    }

    private func failed(_ message: OutboxMessage, _ policy: RetryPolicy, in world: World) async throws -> Outbox.Failure
    {
        let store = world.store
        return try await store.write { (transaction: borrowing Transaction) in
            try store.outbox.failed(message, because: "550 no", owner: "a", policy: policy, in: transaction)
        }
    }

    @Test("A message is claimed in its order, by one, and is gone when done", arguments: Engine.available)
    func claimed(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let outbox = world.store.outbox
            try await enqueue(["1", "2", "3"], in: world)
            try await enqueue(["other"], in: world, "refusal")
            let first = try await outbox.claim("mail", atMost: 2, owner: "a")
            #expect(first.map(\.body) == ["1", "2"])
            #expect(first.allSatisfy { $0.attempts == 1 && $0.topic == "mail" })
            #expect(try await outbox.claim("mail", atMost: 5, owner: "b").map(\.body) == ["3"])
            #expect(try await done(first[0], "a", in: world))
            #expect(try await done(first[0], "a", in: world) == false)
            world.time.advance(seconds: 60)
            #expect(try await outbox.claim("mail", atMost: 5, owner: "c").map(\.body) == ["2", "3"])
        }
    }

    @Test(
        "A message of an undone change does not exist, and one with a known key is passed over",
        arguments: Engine.available
    )
    func enqueued(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let store = world.store
            await #expect(throws: Undone.self) {
                try await store.write { (transaction: borrowing Transaction) in
                    try store.outbox.enqueue("mail", "undone", in: transaction)
                    throw Undone()
                }
            }
            for body in ["first", "second"] {
                try await store.write { (transaction: borrowing Transaction) in
                    try store.outbox.enqueue("mail", body, key: "report-2026-03-10", in: transaction)
                }
            }
            #expect(try await store.outbox.claim("mail", atMost: 9, owner: "a").map(\.body) == ["first"])
        }
    }

    @Test("What is given back can be claimed at once, as if it had not been", arguments: Engine.available)
    func givenBack(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let outbox = world.store.outbox
            try await enqueue(["1", "2", "3"], in: world)
            let claimed = try await outbox.claim("mail", atMost: 2, owner: "a")
            #expect(try await done(claimed[0], "a", in: world))
            try await outbox.giveBack(claimed, owner: "b")
            #expect(try await outbox.claim("mail", atMost: 3, owner: "b").map(\.body) == ["3"])
            try await outbox.giveBack(claimed, owner: "a")
            let again = try await outbox.claim("mail", atMost: 3, owner: "b")
            #expect(again.map(\.body) == ["2"] && again.map(\.attempts) == [1])
        }
    }

    @Test("Whoever lost the lease can no longer end the message", arguments: Engine.available)
    func lostLease(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await enqueue(["1"], in: world)
            let late = try #require(try await world.store.outbox.claim("mail", atMost: 1, owner: "a").first)
            world.time.advance(seconds: 60)
            let again = try #require(try await world.store.outbox.claim("mail", atMost: 1, owner: "b").first)
            #expect(again.attempts == 2)
            #expect(try await done(late, "a", in: world) == false)
            #expect(try await failed(late, RetryPolicy(), in: world) == .leaseLost)
            #expect(try await done(again, "b", in: world))
        }
    }

    @Test(
        "Failed messages wait longer each time, then are set aside until somebody puts them back",
        arguments: Engine.available
    )
    func backoff(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let store = world.store
            try await enqueue(["1"], in: world)
            let policy = RetryPolicy(firstDelaySeconds: 10, longestDelaySeconds: 30, attempts: 4)
            for delay in [10, 20, 30] {
                let message = try #require(try await store.outbox.claim("mail", atMost: 1, owner: "a").first)
                #expect(
                    try await failed(message, policy, in: world) == .dueAgain(world.time.now.adding(seconds: delay))
                )
                world.time.advance(seconds: delay - 1)
                #expect(try await store.outbox.claim("mail", atMost: 1, owner: "a").isEmpty)
                world.time.advance(seconds: 1)
            }
            let last = try #require(try await store.outbox.claim("mail", atMost: 1, owner: "a").first)
            #expect(last.attempts == 4)
            #expect(try await failed(last, policy, in: world) == .setAside)
            world.time.advance(days: 30)
            #expect(try await store.outbox.claim("mail", atMost: 1, owner: "a").isEmpty)
            let aside = try await store.outbox.undelivered()
            #expect(aside.map(\.id) == [last.id] && aside.map(\.nextAttempt) == [nil])
            #expect(aside.map(\.lastError) == ["550 no"])
            await #expect(throws: NotFound()) {
                try await store.outbox.retry([last.id, ID(7)], as: .system("test"))
            }
            #expect(try await store.outbox.claim("mail", atMost: 1, owner: "a").isEmpty)
            #expect(try await store.outbox.retry([last.id], as: .system("test")) == 1)
            let trace = try #require(await store.latestTraces(atMost: 1).first)
            #expect(trace.action == "outbox.retried" && trace.subjectID == last.id.rawValue)
            #expect(try await store.outbox.claim("mail", atMost: 1, owner: "a").map(\.attempts) == [1])
            await #expect(throws: NotFound()) { try await store.outbox.retry([last.id], as: .system("test")) }
            #expect(try await store.outbox.retry(nil, as: .system("test")) == 0)
        }
    }

    @Test("Eight workers share two hundred messages without taking one twice", arguments: Engine.available)
    func workers(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await enqueue((0..<200).map(String.init), in: world)
            let bodies = try await withThrowingTaskGroup(of: [String].self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var bodies: [String] = []
                        while true {
                            let owner = "worker-\(worker)"
                            let messages = try await world.store.outbox.claim("mail", atMost: 7, owner: owner)
                            if messages.isEmpty { return bodies }
                            for message in messages {
                                #expect(try await done(message, owner, in: world))
                                bodies.append(message.body)
                            }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(bodies.count == 200)
            #expect(Set(bodies).count == 200)
        }
    }

    @Test("The wait doubles up to the longest, whatever the attempt")
    func delays() {
        let policy = RetryPolicy()
        #expect((1...4).map { policy.delaySeconds(after: $0) } == [30, 60, 120, 240])
        #expect(policy.delaySeconds(after: 1_000_000) == 6 * 3600)
        #expect(policy.delaySeconds(after: 0) == 30)
    }
}
