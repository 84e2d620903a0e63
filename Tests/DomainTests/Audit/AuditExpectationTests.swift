import TestSupport
import Testing

@testable import Domain
@testable import Persistence

@Suite("What whoever verifies the audit trail expects of it")
struct AuditExpectationTests {
    private func kinds(_ world: World, _ expectation: AuditExpectation) async throws -> [AuditDefect.Kind] {
        try await world.store.audit.verify(against: expectation).defects.map(\.kind)
    }

    @Test(
        "With a key, a checkpoint that is not signed is a defect, but for those of before it",
        arguments: Engine.available
    )
    func signaturesTakenOff(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let key = try AuditSigningKey(pem: SampleAuditKey.ed25519.pem)
            for maker in [nil, key, key] {
                try await world.leaveTraces(2)
                try await world.seal()
                _ = try await AuditCheckpoints(world.store, key: maker).make()
            }
            let ours = [key.verifyingKey]
            #expect(try await kinds(world, AuditExpectation(keys: ours)) == [.checkpointUnsigned])
            #expect(try await kinds(world, AuditExpectation(keys: ours, signedFrom: 2)) == [])
            #expect(try await kinds(world, AuditExpectation()) == [])

            try await world.tamper("UPDATE audit_checkpoint SET signature = NULL, key_id = NULL")
            let expected = AuditExpectation(keys: ours, signedFrom: 2)
            #expect(try await kinds(world, expected) == [.checkpointUnsigned, .checkpointUnsigned])
        }
    }

    @Test(
        "Checkpoints that are gone, and an end that is, are found by their least numbers",
        arguments: Engine.available
    )
    func leastNumbers(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let checkpoints = AuditCheckpoints(world.store, key: nil)
            for _ in 0..<2 {
                try await world.leaveTraces(3)
                try await world.seal()
                _ = try await checkpoints.make()
            }
            let head = try await world.store.audit.verify().head.position
            #expect(try await kinds(world, AuditExpectation(leastCheckpoint: 2, leastPosition: head)) == [])
            #expect(try await kinds(world, AuditExpectation(leastCheckpoint: 3)) == [.checkpointMissing])
            #expect(try await kinds(world, AuditExpectation(leastPosition: .max)) == [.chainCut])

            try await world.tamper(
                "DELETE FROM audit_checkpoint",
                "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE position > \(head - 2))",
                "DELETE FROM audit_seal WHERE position > \(head - 2)"
            )
            #expect(try await kinds(world, AuditExpectation()) == [], "nothing in the store tells any more")
            let found = try await world.store.audit.verify(
                against: AuditExpectation(leastCheckpoint: 2, leastPosition: head)
            )
            #expect(Set(found.defects.map(\.kind)) == [.checkpointMissing, .chainCut])
            #expect(found.firstBrokenLink == head - 1)
        }
    }

    @Test("A checkpoint of the far future keeps none from being made", arguments: Engine.available)
    func future(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.seal()
            let checkpoints = AuditCheckpoints(world.store, key: nil)
            let times = try #require(DailyTimes("03:00"))
            #expect(try await checkpoints.makeWhenDue(at: times) != nil)
            try await world.tamper("UPDATE audit_checkpoint SET at = 4102444800000")
            #expect(try await checkpoints.makeWhenDue(at: times)?.number == 2)
            #expect(try await checkpoints.makeWhenDue(at: times) == nil)
        }
    }

    @Test(
        "One that none can follow is an error with a name, and ends neither program nor verification",
        arguments: Engine.available,
        ["number = 9223372036854775807", "position = -9223372036854775807 - 1", "position = 9223372036854775807"]
            as [SQL]
    )
    func extremes(on engine: Engine, change: SQL) async throws {
        try await withWorld(on: engine) { world in
            try await world.seal()
            let checkpoints = AuditCheckpoints(world.store, key: nil)
            _ = try await checkpoints.make()
            try await world.tamper(
                "UPDATE audit_checkpoint SET \(change)",
                "UPDATE audit_checkpoint SET at = -9223372036854775807 - 1, entry_count = 9223372036854775807"
            )
            await #expect(throws: CannotContinueCheckpoints.self) { try await checkpoints.make() }
            let key = try AuditSigningKey(pem: SampleAuditKey.ed25519.pem).verifyingKey
            #expect(try await !kinds(world, AuditExpectation(keys: [key])).isEmpty)
        }
    }

    @Test("The engine refuses a checkpoint that does not continue the last", arguments: Engine.available)
    func inOrder(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let sealed = Int64(try await world.seal())
            let last = try await AuditCheckpoints(world.store, key: nil).make()
            let wrong: [(number: Int64, position: Int64)] = [
                (1, sealed), (3, sealed), (.max, sealed), (2, sealed + 1), (2, sealed - 1), (2, .min), (2, .max),
            ]
            for (number, position) in wrong {
                await #expect(throws: (any Error).self, "\(number) at \(position)") {
                    try await world.store.write { (transaction: borrowing Transaction) in
                        try transaction.run(
                            """
                            INSERT INTO audit_checkpoint (number, position, link, at, entry_count)
                            VALUES (\(number), \(position), \(last.link), 0, 0)
                            """
                        )
                    }
                }
            }
            #expect(try await AuditCheckpoints(world.store, key: nil).make().number == 2)
        }
    }
}
