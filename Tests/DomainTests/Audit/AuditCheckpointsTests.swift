import Foundation
import TestSupport
import Testing

@testable import Domain
@testable import Persistence

@Suite("The checkpoints of the audit trail")
struct AuditCheckpointsTests {
    @Test("Each says how far the chain has come, and counts from the one before", arguments: Engine.available)
    func made(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let key = try AuditSigningKey(pem: SampleAuditKey.ed25519.pem)
            let checkpoints = AuditCheckpoints(world.store, key: key)
            let empty = try await checkpoints.make()
            #expect(empty.number == 1 && empty.position == 0 && empty.link == AuditSeal.genesis && empty.count == 0)
            let sealed = Int64(try await world.seal())
            let first = try await checkpoints.make()
            #expect(first.number == 2 && first.position == sealed && first.count == sealed)
            #expect(first.link == (try await world.seals.last?.link))
            #expect(first.at == world.time.now)
            try await world.leaveTraces(3)
            try await world.seal()
            let second = try await checkpoints.make()
            #expect(second.number == 3 && second.position == sealed + 3 && second.count == 3)
            #expect(second.keyID == key.verifyingKey.id)
            #expect(try await checkpoints.latest() == second)

            let found = try await world.store.audit.verify(
                against: AuditExpectation(keys: [key.verifyingKey], kept: [empty, first, second])
            )
            #expect(found.isWhole && found.checkpoints == 3 && found.uncheckedCheckpoints == 0)
        }
    }

    @Test("Of several makers at once, each makes one of its own number", arguments: Engine.available)
    func race(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let checkpoints = AuditCheckpoints(world.store, key: nil)
            let numbers = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<2 { group.addTask { try await checkpoints.make().number } }
                return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
            }
            #expect(numbers == [1, 2])
            let found = try await world.store.audit.verify()
            #expect(found.isWhole && found.uncheckedCheckpoints == 2)
        }
    }

    @Test("A chain that was cut at its end is found with a checkpoint that was kept", arguments: Engine.available)
    func cut(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(10)
            try await world.seal()
            let kept = try await AuditCheckpoints(world.store, key: nil).make()
            let last = kept.position - 3
            try await world.tamper(
                "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE position > \(last))",
                "DELETE FROM audit_seal WHERE position > \(last)"
            )
            var found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.chainCut], "the stored checkpoint tells as long as it is there")
            #expect(found.firstBrokenLink == last + 1)

            try await world.tamper("DELETE FROM audit_checkpoint")
            found = try await world.store.audit.verify()
            #expect(found.isWhole, "nothing in the store tells any more")
            found = try await world.store.audit.verify(against: AuditExpectation(kept: [kept]))
            #expect(Set(found.defects.map(\.kind)) == [.chainCut, .checkpointMissing])
            #expect(found.firstBrokenLink == last + 1)
        }
    }

    @Test("A chain that was made anew, right in itself, is found with a checkpoint", arguments: Engine.available)
    func rewritten(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(10)
            try await world.seal()
            let kept = try await AuditCheckpoints(world.store, key: nil).make()
            let seals = try await world.seals
            // The fifth entry from the end goes, with everything made anew behind it.
            let gone = seals[seals.count - 5]
            try await world.tamper(
                "DELETE FROM audit_entry WHERE id = \(gone.entry)",
                "DELETE FROM audit_seal WHERE position >= \(gone.position)"
            )
            var head = gone.previous
            for seal in seals.suffix(4) {
                let anew = seal.relinked(after: head, at: seal.position - 1)
                head = anew.link
                try await world.tamper(anew.insertion)
            }
            try await world.leaveTraces(1)
            try await world.seal()

            var found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.chainRewritten])
            #expect(found.defects.first?.position == kept.position)
            try await world.tamper("DELETE FROM audit_checkpoint")
            #expect(try await world.store.audit.verify().isWhole)
            found = try await world.store.audit.verify(against: AuditExpectation(kept: [kept]))
            #expect(found.defects.map(\.kind).contains(.chainRewritten))
        }
    }

    @Test(
        "A checkpoint that was changed, removed or signed by another is found",
        arguments: Engine.available,
        SampleAuditKey.allCases
    )
    func changed(on engine: Engine, _ sample: SampleAuditKey) async throws {
        try await withWorld(on: engine) { world in
            let key = try AuditSigningKey(pem: sample.pem)
            let checkpoints = AuditCheckpoints(world.store, key: key)
            var kept: [AuditCheckpoint] = []
            for _ in 0..<3 {
                try await world.leaveTraces(2)
                try await world.seal()
                kept.append(try await checkpoints.make())
                world.time.advance(days: 1)
            }
            func kinds(_ keys: [AuditVerifyingKey], kept: [AuditCheckpoint] = []) async throws -> [AuditDefect.Kind] {
                try await world.store.audit.verify(against: AuditExpectation(keys: keys, kept: kept)).defects.map(
                    \.kind
                )
            }
            let ours = [key.verifyingKey]
            #expect(try await kinds(ours, kept: kept) == [])
            let other = try AuditSigningKey(pem: SampleAuditKey.other).verifyingKey
            #expect(try await kinds([other]) == Array(repeating: .checkpointOfUnknownKey, count: 3))
            #expect(try await world.store.audit.verify().uncheckedCheckpoints == 3)

            for column in ["at", "entry_count"] as [SQL] {
                try await world.tamper("UPDATE audit_checkpoint SET \(column) = \(column) + 1 WHERE number = 2")
                #expect(try await kinds(ours).allSatisfy { $0 == .checkpointChanged })
                #expect(try await kinds(ours).isEmpty == false)
                try await world.tamper("UPDATE audit_checkpoint SET \(column) = \(column) - 1 WHERE number = 2")
            }
            let link = kept[1].link
            try await world.tamper("UPDATE audit_checkpoint SET link = \(AuditSeal.genesis) WHERE number = 2")
            #expect(try await kinds(ours) == [.checkpointChanged])
            #expect(try await kinds([]) == [.chainRewritten], "without a key the chain itself contradicts it")
            try await world.tamper(
                "UPDATE audit_checkpoint SET link = \(link), signature = NULL, key_id = NULL WHERE number = 2"
            )
            #expect(try await kinds(ours) == [.checkpointUnsigned])
            try await world.tamper("DELETE FROM audit_checkpoint WHERE number = 2")
            #expect(try await kinds(ours) == [.checkpointMissing])
            #expect(try await kinds(ours, kept: kept) == [.checkpointMissing, .checkpointMissing])

            var forged = kept[2]
            forged = AuditCheckpoint(
                number: 3,
                position: forged.position - 1,
                link: forged.link,
                at: forged.at,
                count: forged.count,
                keyID: forged.keyID,
                signature: forged.signature
            )
            let found = try await world.store.audit.verify(
                against: AuditExpectation(keys: ours, kept: [forged])
            )
            #expect(found.defects.filter { $0.kind == .checkpointChanged }.count == 2, "forged, and not the stored one")
        }
    }

    @Test("openssl, which knows nothing of us, accepts each signature", arguments: SampleAuditKey.allCases)
    func openssl(_ sample: SampleAuditKey) throws {
        let key = try AuditSigningKey(pem: sample.pem)
        let unsigned = AuditCheckpoint(
            number: 1,
            position: 7,
            link: AuditSeal.genesis,
            at: Instant(milliseconds: 1_773_133_200_123),
            count: 7,
            keyID: nil,
            signature: nil
        )
        let checkpoint = try unsigned.signed(with: key)
        #expect(
            checkpoint.signedText
                == "incontro-audit-checkpoint-1 1 7 \(AuditSeal.genesis) 2026-03-10T09:00:00.123Z 7"
        )
        let folder = FileManager.default.temporaryDirectory.appending(path: "incontro-key-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String) -> String { folder.appending(path: name).path }
        try sample.pem.write(toFile: file("key.pem"), atomically: true, encoding: .utf8)
        try checkpoint.signedText.write(toFile: file("text"), atomically: true, encoding: .utf8)
        let encoded = try #require(checkpoint.signature)
        let signature = try #require(Data(base64Encoded: encoded))
        try signature.write(to: folder.appending(path: "signature"))
        try Self.run(["pkey", "-in", file("key.pem"), "-pubout", "-out", file("public.pem")])
        var check = ["pkeyutl", "-verify", "-pubin", "-inkey", file("public.pem"), "-rawin", "-in", file("text")]
        if sample == .p256 { check += ["-digest", "sha256"] }
        try Self.run(check + ["-sigfile", file("signature")])
        #expect(throws: OpenSSLFailed.self) {
            try "\(checkpoint.signedText)1".write(toFile: file("text"), atomically: true, encoding: .utf8)
            try Self.run(check + ["-sigfile", file("signature")])
        }
        let publicKey = try AuditVerifyingKey(pem: String(contentsOfFile: file("public.pem"), encoding: .utf8))
        #expect(publicKey.id == key.verifyingKey.id)
        #expect(checkpoint.authenticity([publicKey]) == .genuine)
    }

    private struct OpenSSLFailed: Error {}

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw OpenSSLFailed() }
    }

    @Test("What is no key, or is behind a passphrase, is refused")
    func noKeys() {
        for text in ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", SampleAuditKey.publicOnly] {
            #expect(throws: (any Error).self) { try AuditSigningKey(pem: text) }
        }
        #expect(throws: Never.self) { try AuditVerifyingKey(pem: SampleAuditKey.publicOnly) }
    }

    @Test("One is due when an hour of the day has passed, and only once", arguments: Engine.available)
    func due(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let checkpoints = AuditCheckpoints(world.store, key: nil)
            let times = try #require(DailyTimes("03:00 12:30"))
            #expect(try await checkpoints.makeWhenDue(at: times) != nil, "the first is always due")
            #expect(try await checkpoints.makeWhenDue(at: times) == nil)
            world.time.advance(seconds: 2 * 3600)
            #expect(try await checkpoints.makeWhenDue(at: times) == nil)
            world.time.advance(seconds: 1800)
            #expect(try await checkpoints.makeWhenDue(at: times) != nil)
            #expect(try await checkpoints.makeWhenDue(at: times) == nil)
            world.time.advance(days: 3)
            #expect(try await checkpoints.makeWhenDue(at: times) != nil, "those that were missed are one")
            #expect(try await checkpoints.makeWhenDue(at: times) == nil)
        }
    }

    @Test("Hours are those of the wall clock in Rome, on the days when it changes too")
    func hours() throws {
        let times = try #require(DailyTimes("03:00"))
        let (summer, winter): (Day, Day) = ("2026-03-29", "2026-10-25")
        #expect(times.latest(until: summer.start.adding(seconds: 12 * 3600)).rfc3339 == "2026-03-29T01:00:00Z")
        #expect(times.latest(until: winter.start.adding(seconds: 12 * 3600)).rfc3339 == "2026-10-25T02:00:00Z")
        #expect(times.latest(until: summer.start).rfc3339 == "2026-03-28T02:00:00Z")
        for text in ["", "3:00", "24:00", "03:60", "03:00,04:00", "noon"] { #expect(DailyTimes(text) == nil) }
    }
}
