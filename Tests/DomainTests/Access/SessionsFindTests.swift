import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("What a session is worth at a request")
struct SessionsFindTests {
    @Test(
        "A withdrawn grant takes the scope away at the next request, a suspension the hat",
        arguments: Engine.available
    )
    func cut(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await world.session(of: "ALFA/anna")
            try await sessions.choose(.branch(world.branch("ALFA-TO1").id), in: token)
            let (id, turin, yesterday) = (world.anna.id, world.branch("ALFA-TO1").id, world.today.adding(days: -1))
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "UPDATE branch_grant SET valid_to = \(yesterday) WHERE operator_id = \(id) AND branch_id = \(turin)"
                )
            }
            guard case .withoutScope = try await sessions.find(token)?.standing else {
                Issue.record("the scope outlived its grant")
                return
            }
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(id)")
            }
            #expect(try await sessions.find(token)?.standing == .withoutRole)
        }
    }

    @Test(
        "Half an hour without a request ends a session, and so do twelve hours with them",
        arguments: Engine.available
    )
    func limits(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sessions = Sessions(world.store)
            let idle = try await sessions.open(for: try world.signIn("ALFA/anna"))
            let busy = try await sessions.open(for: try world.signIn("ALFA/bruno"))
            for minutes in stride(from: 20, through: 700, by: 20) {
                world.time.advance(seconds: 20 * 60)
                #expect(try await sessions.find(busy) != nil, "after \(minutes) minutes")
            }
            #expect(try await sessions.find(idle) == nil)
            world.time.advance(seconds: 20 * 60)
            #expect(try await sessions.find(busy) == nil)
            #expect(try await sessions.removeExpired() == 2)
            #expect(try await sessions.removeExpired() == 0)
        }
    }

    @Test("Requests close together write once a minute only", arguments: Engine.available)
    func touches(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, token) = try await world.session(of: "BETA/elena")
            func writes() async throws -> Int {
                let (statements, _) = try await StatementLog.recording { _ = try await sessions.find(token) }
                return statements.count { $0.hasPrefix("UPDATE") }
            }
            #expect(try await writes() == 0)
            world.time.advance(seconds: 59)
            #expect(try await writes() == 0)
            world.time.advance(seconds: 1)
            #expect(try await writes() == 1)
            #expect(try await writes() == 0)
        }
    }
}
