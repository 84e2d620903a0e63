import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Operating scope")
struct OperatingScopeTests {
    @Test("Across branches a master and a super see what they were granted, and no more", arguments: Engine.available)
    func crossBranch(on engine: Engine) async throws {
        try await withWorld(on: engine) { world async throws in
            #expect(try await world.openBranches(to: world.anna) == ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1"])
            #expect(try await world.openBranches(to: world.bruno) == ["ALFA-MI1", "ALFA-MI2"])
            #expect(try await world.openBranches(to: world.dario) == ["BETA-MI1", "BETA-RM1"])
        }
    }

    @Test("In one branch there is that branch, when it was granted", arguments: Engine.available)
    func oneBranch(on engine: Engine) async throws {
        try await withWorld(on: engine) { world async throws in
            #expect(try await world.openBranches(to: world.identity("ALFA/bruno", in: "ALFA-MI2")) == ["ALFA-MI2"])
            #expect(try await world.openBranches(to: world.identity("ALFA/bruno", in: "ALFA-TO1")) == [])
            #expect(try await world.openBranches(to: world.identity("ALFA/bruno", in: "BETA-MI1")) == [])
        }
    }

    @Test("A branch operator never works across branches", arguments: Engine.available)
    func branchOperator(on engine: Engine) async throws {
        try await withWorld(on: engine) { world async throws in
            #expect(try await world.openBranches(to: world.carla) == ["ALFA-TO1"])
            #expect(try await world.openBranches(to: world.identity("ALFA/carla")) == [])
        }
    }

    @Test("An agency whose authorisation is over has nothing open", arguments: Engine.available)
    func authorisation(on engine: Engine) async throws {
        try await withWorld(on: engine) { world async throws in
            #expect(try await world.openBranches(to: world.identity("ZETA/gina")) == [])
        }
        try await withWorld(on: engine, today: "2024-12-31") { world async throws in
            #expect(try await world.openBranches(to: world.identity("ZETA/gina")) == ["ZETA-MI1"])
        }
    }

    @Test(
        "A right that the sections do not give leaves nothing open, until the law gives it",
        arguments: Engine.available
    )
    func right(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-03-31") { world async throws in
            let filippo = world.identity("DELTA/filippo")
            #expect(try await world.openBranches(to: filippo) == ["DELTA-NA1"])
            #expect(try await world.openBranches(to: filippo, with: .readCurricula) == [])
            #expect(try await world.openBranches(to: world.dario, with: .readCurricula) == ["BETA-MI1", "BETA-RM1"])
            world.time.advance(days: 1)
            #expect(try await world.openBranches(to: filippo, with: .readCurricula) == ["DELTA-NA1"])
        }
    }

    @Test("A suspended account, a withdrawn grant and a closed branch are felt at once", arguments: Engine.available)
    func withdrawn(on engine: Engine) async throws {
        try await withWorld(on: engine) { world async throws in
            let bruno = world.bruno
            let (milan, yesterday) = (world.branch("ALFA-MI1").id, world.today.adding(days: -1))
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE branch SET valid_to = \(yesterday) WHERE id = \(milan)")
            }
            #expect(try await world.openBranches(to: bruno) == ["ALFA-MI2"])
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE branch_grant SET valid_to = \(yesterday) WHERE operator_id = \(bruno.id)")
            }
            #expect(try await world.openBranches(to: bruno) == [])
            let anna = world.anna
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(anna.id)")
            }
            #expect(try await world.openBranches(to: anna) == [])
        }
    }

    @Test("An identity of another agency's operator opens nothing", arguments: Engine.available)
    func forged(on engine: Engine) async throws {
        try await withWorld(on: engine) { world async throws in
            let forged = OperatorIdentity(
                id: world.anna.id,
                agency: world.agency("BETA").id,
                role: .master,
                givenName: "Anna",
                familyName: "Bianchi",
                scope: .crossBranch
            )
            #expect(try await world.openBranches(to: forged) == [])
        }
    }
}
