import TestSupport
import Testing

@testable import Domain
@testable import Persistence

@Suite("The verification of the audit trail")
struct AuditVerificationTests {
    private func kinds(_ verification: AuditVerification) -> Set<AuditDefect.Kind> {
        Set(verification.defects.map(\.kind))
    }

    @Test("A trail that nobody touched is whole, sealed or not", arguments: Engine.available)
    func whole(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let before = try await world.store.audit.verify()
            #expect(before.isWhole && before.sealed == 0 && before.waiting > 0 && before.head == .genesis)
            let made = try await world.seal()
            #expect(made == before.waiting)
            try await world.leaveTraces(5)

            let after = try await world.store.audit.verify()
            #expect(after.defects == [])
            #expect(after.isWhole && after.firstBrokenLink == nil)
            #expect(after.sealed == made && after.waiting == 5)
            #expect(after.head.position == Int64(made))
            #expect(after.head.link == (try await world.seals.last?.link))
        }
    }

    @Test("One flipped byte in any column of a sealed row is found at its position", arguments: Engine.available)
    func flippedEntry(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces()
            try await world.seal()
            let seals = try await world.seals
            for (index, column) in TamperedColumn.entry.enumerated() {
                // Another row, and another byte of it, for each column.
                let seal = seals[seals.count - 1 - index % 12]
                let id = column.name
                let row: SQL = "id = \(seal.entry)"
                let value = try await world.stored(column, in: "audit_entry", where: row)
                let flipped = column.flipped(value, at: 3 * index)
                try await world.tamper("UPDATE audit_entry SET \(id) = \(flipped) WHERE \(row)")

                let found = try await world.store.audit.verify()
                #expect(!found.isWhole, "\(column.testDescription)")
                #expect(found.firstBrokenLink == seal.position, "\(column.testDescription)")
                if column.testDescription == "id" {
                    #expect(kinds(found) == [.rowMissing, .rowInserted])
                    try await world.tamper("UPDATE audit_entry SET id = \(seal.entry) WHERE id = \(seal.entry ^ 1)")
                } else {
                    #expect(found.defects.map(\.kind) == [.rowChanged], "\(column.testDescription)")
                    #expect(found.defects.first?.position == seal.position)
                    #expect(found.defects.first?.entry == seal.entry)
                    try await world.tamper("UPDATE audit_entry SET \(id) = \(value.value) WHERE \(row)")
                }
                #expect(try await world.store.audit.verify().isWhole, "\(column.testDescription) put back")
            }
        }
    }

    @Test("One flipped byte in any column of a seal is found at its position", arguments: Engine.available)
    func flippedSeal(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces()
            try await world.seal()
            let seals = try await world.seals
            for (index, column) in TamperedColumn.seal.enumerated() {
                let seal = seals[seals.count - 2 - index]
                let row: SQL = "entry_hash = \(seal.hash)"
                let other: SQL = "previous = \(seal.previous)"
                let place = column.testDescription == "entry_hash" ? other : row
                let value = try await world.stored(column, in: "audit_seal", where: place)
                let flipped: SQLValue =
                    column.testDescription == "position" ? .integer(900) : column.flipped(value, at: 5 * index)
                try await world.tamper("UPDATE audit_seal SET \(column.name) = \(flipped) WHERE \(place)")

                let found = try await world.store.audit.verify()
                #expect(found.firstBrokenLink == seal.position, "\(column.testDescription)")
                switch column.testDescription {
                case "position": #expect(kinds(found) == [.sealMissing, .sealChanged])
                case "entry_id": #expect(kinds(found) == [.sealChanged, .rowInserted])
                default: #expect(found.defects.map(\.kind) == [.sealChanged], "\(column.testDescription)")
                }
                try await world.tamper("UPDATE audit_seal SET \(column.name) = \(value.value) WHERE \(place)")
                #expect(try await world.store.audit.verify().isWhole, "\(column.testDescription) put back")
            }
        }
    }

    @Test("One flipped byte in any column is found before the row is sealed, too", arguments: Engine.available)
    func flippedWaiting(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.seal()
            try await world.leaveTraces(1)
            let id = try #require(try await world.store.latestTraces(atMost: 1).first).id
            for (index, column) in TamperedColumn.entry.enumerated() where column.testDescription != "id" {
                let value = try await world.stored(column, in: "audit_entry", where: "id = \(id)")
                let flipped = column.flipped(value, at: index)
                try await world.tamper("UPDATE audit_entry SET \(column.name) = \(flipped) WHERE id = \(id)")
                let found = try await world.store.audit.verify()
                #expect(found.defects.map(\.kind) == [.rowChanged], "\(column.testDescription)")
                #expect(found.defects.first?.entry == id.rawValue)
                try await world.tamper("UPDATE audit_entry SET \(column.name) = \(value.value) WHERE id = \(id)")
            }
            #expect(try await world.store.audit.verify().isWhole)
        }
    }

    @Test("A row that is changed with a right hash of its own is found all the same", arguments: Engine.available)
    func rehashed(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces()
            try await world.seal()
            let seal = try await world.seals[4]
            let record = try #require(
                try await world.store.read { (transaction: borrowing Transaction) in
                    try transaction.first(
                        "SELECT \(AuditRecord.columns) FROM audit_entry e WHERE e.id = \(seal.entry)",
                        as: AuditRecord.self
                    )
                }
            )
            let entry = AuditEntry(.system("somebody"), "nothing.done")
            let forged = AuditRecord(entry, id: record.id, at: record.at, requestID: nil)
            try await world.tamper(
                """
                UPDATE audit_entry SET actor_kind = 'system', actor_id = NULL, actor_role = 'somebody', agency_id = NULL,
                    scope = NULL, scope_branch_id = NULL, action = 'nothing.done', subject_kind = NULL,
                    subject_id = NULL, citizen_id = NULL, reason = NULL, details = \(forged.details), row_count = NULL,
                    result = \(forged.result), request_id = NULL, hash = \(forged.hash) WHERE id = \(record.id)
                """
            )
            let found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.rowChanged])
            #expect(found.firstBrokenLink == 5)
        }
    }

    @Test("A missing row is named by position and entry, sealed or not", arguments: Engine.available)
    func missing(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces()
            try await world.seal()
            try await world.leaveTraces(1)
            let sealed = try await world.seals[6]
            let waiting = try #require(try await world.store.latestTraces(atMost: 1).first)
            try await world.tamper(
                "DELETE FROM audit_entry WHERE id = \(sealed.entry)",
                "DELETE FROM audit_entry WHERE id = \(waiting.id)"
            )
            let found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.rowMissing, .rowMissing])
            #expect(found.defects.map(\.position) == [7, nil])
            #expect(found.defects.map(\.entry) == [sealed.entry, waiting.id.rawValue])
            #expect(found.defects.last?.at?.seconds(since: waiting.at) == 0, "its id says when it was")
            #expect(found.firstBrokenLink == 7)

            // Sealed without its row, it stays missing.
            try await world.seal()
            let later = try await world.store.audit.verify()
            #expect(later.defects.map(\.kind) == [.rowMissing, .rowMissing])
            #expect(later.defects.last?.position == later.head.position)
        }
    }

    @Test(
        "A row put in behind the software's back, with a right hash, is told from one that waits",
        arguments: Engine.available
    )
    func inserted(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(3)
            try await world.seal()
            try await world.leaveTraces(2)
            let entry = AuditEntry(.operator(world.bruno), "citizen.read", about: ID(7))
            let forged = AuditRecord(entry, id: world.store.ids.next(), at: world.time.now, requestID: nil)
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.upsert(into: AuditRecord.table, rows: [forged.values])
            }
            for _ in 0..<2 {
                let found = try await world.store.audit.verify()
                #expect(found.defects.map(\.kind) == [.rowInserted])
                #expect(found.defects.first?.entry == forged.id.rawValue)
                #expect(found.defects.first?.at == forged.at)
                try await world.seal()
            }
        }
    }

    @Test("A missing, an inserted and two exchanged seals are each named", arguments: Engine.available)
    func seals(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces()
            try await world.seal()
            let seals = try await world.seals
            let (third, fourth) = (seals[2], seals[3])

            try await world.tamper("DELETE FROM audit_seal WHERE position = 3")
            var found = try await world.store.audit.verify()
            #expect(kinds(found) == [.sealMissing, .rowInserted])
            #expect(found.firstBrokenLink == 3)
            try await world.tamper(third.insertion)

            // Sealed by somebody else, in its right place in the chain: only the next link tells.
            let false3 = fourth.relinked(after: seals[1].link, at: 3)
            let false4 = third.relinked(after: false3.link, at: 4)
            try await world.tamper(
                "DELETE FROM audit_seal WHERE position IN (3, 4)",
                false3.insertion,
                false4.insertion
            )
            found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.linkBroken])
            #expect(found.firstBrokenLink == 5)

            // Exchanged as they are.
            try await world.tamper(
                "DELETE FROM audit_seal WHERE position IN (3, 4)",
                exchanged(third, at: 4),
                exchanged(fourth, at: 3)
            )
            found = try await world.store.audit.verify()
            #expect(found.firstBrokenLink == 3)
            #expect(found.defects.filter { $0.kind == .sealChanged }.map(\.position) == [3, 4])
            try await world.tamper(
                "DELETE FROM audit_seal WHERE position IN (3, 4)",
                third.insertion,
                fourth.insertion
            )
            #expect(try await world.store.audit.verify().isWhole)

            var beyond = seals[0]
            beyond.position = Int64.max
            beyond.entry = -1
            try await world.tamper(beyond.insertion)
            found = try await world.store.audit.verify()
            #expect(kinds(found) == [.sealMissing, .sealChanged])
            await #expect(throws: AuditChainIsFull.self) {
                try await world.leaveTraces(1)
                try await world.seal()
            }
        }
    }

    private func exchanged(_ seal: AuditSealRow, at position: Int64) -> SQL {
        var seal = seal
        seal.position = position
        return seal.insertion
    }

    @Test("Many defects are all listed, up to a limit, and all counted", arguments: Engine.available)
    func many(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(30)
            try await world.seal()
            let positions = try await world.seals.suffix(20).map(\.position)
            let first = try #require(positions.first)
            try await world.tamper(
                """
                UPDATE audit_entry SET row_count = 999
                WHERE id IN (SELECT entry_id FROM audit_seal WHERE position >= \(first))
                """
            )
            let all = try await world.store.audit.verify()
            #expect(all.defects.map(\.position) == positions)
            let some = try await world.store.audit.verify(limit: 3)
            #expect(some.defects.map(\.position) == Array(positions.prefix(3)))
            #expect(some.defectCount == 20 && some.firstBrokenLink == first)
        }
    }

    @Test(
        "The announcement of a row that is sealed, and a trigger that is gone, are defects",
        arguments: Engine.available
    )
    func others(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(2)
            try await world.seal()
            let seal = try await world.seals[0]
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "INSERT INTO audit_queue (entry_id, entry_hash) VALUES (\(seal.entry), \(seal.hash))"
                )
            }
            try await world.leaveTraces(2)
            #expect(try await world.seal() == 2, "it is in nobody's way")
            var found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.announcementInserted])
            #expect(found.defects.first?.position == 1)

            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("DELETE FROM audit_queue")
                try transaction.run(
                    """
                    \(
                        sqlite: "DROP TRIGGER audit_entry_no_update",
                        postgresql: "ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_no_change"
                    )
                    """
                )
            }
            found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.guardMissing])
            let weaknesses = try await world.store.audit.weaknesses()
            #expect(
                weaknesses.contains(
                    .guardMissing(engine == .sqlite ? "audit_entry_no_update" : "audit_entry_no_change")
                )
            )
        }
    }

    @Test("A value of another type, or that is not UTF-8, is a changed row and does not end the walk")
    func types() async throws {
        try await withWorld(on: .sqlite) { world in
            try await world.leaveTraces()
            try await world.seal()
            let seals = try await world.seals
            let texts: [SQL] = ["reason", "details", "actor_role", "result", "hash"]
            for (index, column) in texts.enumerated() {
                try await world.tamper(
                    "UPDATE audit_entry SET \(column) = x'ff00' WHERE id = \(seals[seals.count - 1 - index].entry)"
                )
            }
            // What a repairing reader shows as U+FFFD, in place of a U+FFFD that was there.
            try await world.store.audit.record(
                read: AuditEntry(.system("test"), "test.done", because: "\u{FFFD}")
            )
            try await world.seal()
            try await world.tamper("UPDATE audit_entry SET reason = CAST(x'ff' AS TEXT) WHERE action = 'test.done'")
            try await world.tamper(
                "UPDATE audit_entry SET at = 'noon', row_count = 1.5 WHERE id = \(seals[seals.count - 6].entry)",
                "INSERT INTO audit_entry (id, at, actor_kind, action, details, result, hash) VALUES (NULL, 0, '', '', '', '', '')"
            )
            let found = try await world.store.audit.verify()
            let positions = seals.suffix(6).map(\.position) + [Int64(seals.count) + 1]
            #expect(found.defects.filter { $0.kind == .rowChanged }.map(\.position) == positions)
            #expect(found.defects.filter { $0.kind == .rowInserted }.count == 1)
            #expect(found.defectCount == 8)
        }
    }

    @Test("What waits for longer than a minute is one defect, until it is sealed", arguments: Engine.available)
    func overdue(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.seal()
            try await world.leaveTraces(3)
            let oldest = try #require(try await world.store.latestTraces(atMost: 3).last)
            world.time.advance(seconds: AuditSealer.longestWaitSeconds - 3)
            #expect(try await world.store.audit.verify().isWhole)
            world.time.advance(seconds: 60)
            let found = try await world.store.audit.verify()
            #expect(found.defects.map(\.kind) == [.sealOverdue])
            #expect(found.defects.first?.entry == oldest.id.rawValue && found.waiting == 3)
            #expect(found.defects.first?.what.hasPrefix("3 rows wait") == true)
            try await world.seal()
            #expect(try await world.store.audit.verify().isWhole)
        }
    }
}
