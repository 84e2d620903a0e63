import TestSupport
import Testing

@testable import Domain
@testable import Persistence

@Suite("The sealing of the audit trail")
struct AuditSealerTests {
    @Test("Entries are linked in their order, and what waited is gone", arguments: Engine.available)
    func order(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(5)
            let count = try await world.seal()
            let seals = try await world.seals
            #expect(seals.count == count)
            #expect(seals.map(\.position) == (1...Int64(count)).map { $0 })
            #expect(seals.map(\.entry) == seals.map(\.entry).sorted())
            #expect(seals.first?.previous == AuditSeal.genesis)
            #expect(zip(seals, seals.dropFirst()).allSatisfy { $0.link == $1.previous })
            #expect(seals.allSatisfy { $0.link == $0.relinked(after: $0.previous).link })
            #expect(try await world.waiting() == 0)
            #expect(try await world.seal() == 0)
        }
    }

    @Test("An entry of a transaction that ends late is sealed when it is there", arguments: Engine.available)
    func late(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.seal()
            // Two entries are made; the older one is committed after the newer one was sealed.
            let entry = AuditEntry(.system("test"), "test.late")
            let late = AuditRecord(entry, id: world.store.ids.next(), at: world.time.now, requestID: nil)
            try await world.leaveTraces(1)
            #expect(try await world.seal() == 1)
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.upsert(into: AuditRecord.table, rows: [late.values])
                try transaction.run(
                    "INSERT INTO audit_queue (entry_id, entry_hash) VALUES (\(late.id), \(late.hash))"
                )
            }
            #expect(try await world.seal() == 1)
            let seals = try await world.seals
            #expect(seals.last?.entry == late.id.rawValue)
            #expect(seals[seals.count - 2].entry > late.id.rawValue)
            #expect(try await world.store.audit.verify().isWhole)
        }
    }

    @Test(
        "Two connections: what is not committed yet waits, and nobody waits for it",
        arguments: Engine.availableServers
    )
    func uncommitted(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.seal()
            let store = world.store
            let gate = Gate()
            let slow = Task {
                try await store.write { (transaction: borrowing Transaction) in
                    try store.audit.record(AuditEntry(.system("test"), "test.slow"), in: transaction)
                    gate.signalAndWait()
                }
            }
            await gate.reached()
            try await world.leaveTraces(3)
            #expect(try await world.seal() == 3)
            gate.open()
            try await slow.value
            #expect(try await world.seal() == 1)
            #expect(try await world.store.audit.verify().isWhole)
        }
    }

    @Test("One process seals at a time; another takes over when it is gone", arguments: Engine.available)
    func lease(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (first, second) = (AuditSealer(world.store, owner: "a"), AuditSealer(world.store, owner: "b"))
            try await world.leaveTraces(1)
            #expect(try await first.seal() > 0)
            try await world.leaveTraces(1)
            #expect(try await second.seal() == 0)
            world.time.advance(seconds: AuditSealer.leaseSeconds)
            #expect(try await second.seal() == 1)
            try await world.leaveTraces(1)
            #expect(try await first.seal() == 0)
            try await second.release()
            #expect(try await first.seal() == 1)
        }
    }

    @Test("A lease that ends later than any that is taken keeps nobody from sealing", arguments: Engine.available)
    func endlessLease(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(1)
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "INSERT INTO job_lease (name, owner, until) VALUES ('audit-seal', 'nobody', 4102444800000)"
                )
            }
            #expect(try await AuditSealer(world.store, owner: "a").oldestWaiting() != nil)
            #expect(try await world.seal() > 0)
            #expect(try await AuditSealer(world.store, owner: "a").oldestWaiting() == nil)
        }
    }

    @Test("Without any lease, two that seal at once make one chain", arguments: Engine.available)
    func noFork(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(20)
            let (store, refused) = (world.store, Counter())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        var empty = false
                        while !empty {
                            do {
                                empty =
                                    try await store.write { (transaction: borrowing Transaction) in
                                        try AuditSealer.link(atMost: 3, in: transaction)
                                    } == 0
                            } catch is ConstraintViolation {
                                refused.increment()
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let found = try await store.audit.verify()
            #expect(found.isWhole && found.waiting == 0)
            if engine == .sqlite { #expect(refused.value == 0) }
        }
    }

    @Test("Eight writers and two sealers: every entry is sealed once, in one chain", arguments: Engine.available)
    func load(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let store = world.store
            let written = Counter()
            let sealers = (0..<2).map { number in
                Task {
                    let sealer = AuditSealer(store, owner: "sealer \(number)")
                    var sealed = 0
                    while true {
                        let wasDone = written.value == 8
                        let count = try await sealer.seal(atMost: 17)
                        sealed += count
                        try await sealer.release()
                        if wasDone, count == 0, try await world.waiting() == 0 { return sealed }
                        await Task.yield()
                    }
                }
            }
            let before = try await world.store.audit.verify().rows
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for number in 0..<40 {
                            let entry = AuditEntry(.system("writer \(writer)"), "test.written", rows: number)
                            try await store.audit.record(read: entry)
                        }
                        written.increment()
                    }
                }
                try await group.waitForAll()
            }
            var sealed = 0
            for sealer in sealers { sealed += try await sealer.value }
            let found = try await store.audit.verify()
            #expect(found.isWhole)
            #expect(found.sealed == before + 320 && found.waiting == 0)
            #expect(sealed == found.sealed)
        }
    }

    @Test(
        "The engine refuses to change a seal or a checkpoint, and a seal that continues nothing",
        arguments: Engine.available
    )
    func appendOnly(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.leaveTraces(3)
            try await world.seal()
            _ = try await AuditCheckpoints(world.store, key: nil).make()
            let seals = try await world.seals
            let last = try #require(seals.last)
            var fork = last
            fork.position += 1
            fork.entry = 1
            var replaced = last
            replaced.hash = AuditSeal.genesis
            var statements: [SQL] = [
                "UPDATE audit_seal SET link = link", "DELETE FROM audit_seal", "UPDATE audit_checkpoint SET at = 0",
                "DELETE FROM audit_checkpoint", fork.insertion, fork.relinked(after: AuditSeal.genesis).insertion,
                replaced.insertion,
            ]
            switch engine {
            case .sqlite:
                statements += [
                    "INSERT OR REPLACE INTO audit_seal SELECT * FROM audit_seal",
                    "INSERT OR REPLACE INTO audit_checkpoint SELECT * FROM audit_checkpoint",
                ]
            case .postgresql:
                statements += ["TRUNCATE audit_seal", "TRUNCATE audit_checkpoint"]
            }
            for statement in statements {
                await #expect(throws: (any Error).self) {
                    try await world.store.write { (transaction: borrowing Transaction) in
                        _ = try transaction.run(statement)
                    }
                }
            }
            #expect(try await world.seals == seals)
            #expect(try await world.store.audit.verify().isWhole)
        }
    }

    @Test("Entries from before there was a chain are sealed like the others", arguments: Engine.available)
    func upgrade(on engine: Engine) async throws {
        let old = Schema.migrations.filter { !["audit 2", "audit 3"].contains($0.name) }
        try await withDatabase(on: engine, migrations: old) { database in
            let time = TestTime("2026-03-10")
            let store = Store(database: database, clock: time.clock)
            let records = (0..<5).map { number in
                AuditRecord(
                    AuditEntry(.system("test"), "test.done", rows: number),
                    id: store.ids.next(),
                    at: store.now,
                    requestID: nil
                )
            }
            try await store.write { (transaction: borrowing Transaction) in
                try transaction.upsert(into: AuditRecord.table, rows: records.map(\.values))
            }
            #expect(try await database.migrate(Schema.migrations) == ["audit 2", "audit 3"])
            #expect(try await store.audit.verify().waiting == 5)
            #expect(try await AuditSealer(store, owner: "test").seal() == 5)
            #expect(try await store.audit.verify().isWhole)
        }
    }

    @Test("A trace costs two statements, however many there are", arguments: Engine.available)
    func cost(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (one, _) = try await StatementLog.recording {
                try await world.store.audit.record(read: AuditEntry(.system("test"), "test.done"))
            }
            #expect(one.count == 2)
            let (many, _) = try await StatementLog.recording {
                try await world.store.write { (transaction: borrowing Transaction) in
                    let entries = (0..<100).map { AuditEntry(.system("test"), "test.done", rows: $0) }
                    try world.store.audit.record(entries, in: transaction)
                }
            }
            #expect(many.count == 2)
            #expect(try await world.seal() > 100)
            #expect(try await world.store.audit.verify().isWhole)
        }
    }
}

extension World {
    func waiting() async throws -> Int {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT count(*) FROM audit_queue") ?? 0
        }
    }
}
