import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The audit trail")
struct AuditTrailTests {
    private struct Undone: Error {}

    @Test(
        "A trace holds who, for whom, in which scope, what, why, with which filters and counts",
        arguments: Engine.available
    )
    func whole(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let turin = world.identity("ALFA/anna", in: "ALFA-TO1")
            let entry = AuditEntry(
                .operator(turin),
                "citizens.listed",
                on: AuditSubject("vacancy", ID<World>(7)),
                about: ID(9),
                because: "search",
                details: ["max_age": 30, "words": "cuoco \"chef\"\n", "b": .list(["x", true])],
                rows: 12,
                result: .started
            )
            try await RequestTrace.$current.withValue(RequestTrace(id: "req-1")) {
                try await world.store.audit.record(read: entry)
            }
            let record = try #require(try await world.store.latestTraces(of: turin.agency).first)
            #expect(record.at == world.time.now)
            #expect(
                record.actorKind == "operator" && record.actorID == turin.id.rawValue && record.actorRole == "master"
            )
            #expect(record.agency == turin.agency)
            #expect(record.scope == "branch" && record.scopeBranch == world.branch("ALFA-TO1").id)
            #expect(record.action == "citizens.listed")
            #expect(record.subjectKind == "vacancy" && record.subjectID == 7 && record.citizen == ID(9))
            #expect(record.reason == "search" && record.rows == 12 && record.result == .started)
            #expect(record.details == #"{"b":["x",true],"max_age":30,"words":"cuoco \"chef\"\u000a"}"#)
            #expect(record.requestID == "req-1")
            #expect(record.isIntact)
            #expect(record.hash.count == 64)
        }
    }

    @Test("Each kind of actor leaves its own mark", arguments: Engine.available)
    func actors(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let official = OfficialIdentity(id: ID(3), givenName: "", familyName: "", jobCentre: world.jobCentre.id)
            let actors: [Actor] = [
                .citizen(CitizenIdentity(id: ID(1), givenName: "", familyName: "")), .operator(world.bruno),
                .client(ID(2), agency: world.agency("BETA").id), .official(official),
                .official(OfficialIdentity(id: ID(4), givenName: "", familyName: "", jobCentre: nil)),
                .system("expiry"),
            ]
            for actor in actors { try await world.store.audit.record(read: AuditEntry(actor, "test.done")) }
            let records = try await world.store.latestTraces(atMost: actors.count).reversed()
            #expect(
                records.map(\.actorKind) == ["citizen", "operator", "client", "job_centre", "authority", "system"]
            )
            #expect(records.map(\.agency) == [nil, world.bruno.agency, world.agency("BETA").id, nil, nil, nil])
            #expect(records.map(\.scope) == [nil, "cross_branch", nil, nil, nil, nil])
            #expect(records.last?.actorRole == "expiry")
        }
    }

    @Test("A change that is undone leaves no trace, and a change that stays has its own", arguments: Engine.available)
    func transaction(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let store = world.store
            await #expect(throws: Undone.self) {
                try await store.write { (transaction: borrowing Transaction) in
                    try store.audit.record(AuditEntry(.system("test"), "test.undone"), in: transaction)
                    throw Undone()
                }
            }
            try await RequestTrace.$current.withValue(RequestTrace(id: "req-2")) {
                try await store.write { (transaction: borrowing Transaction) in
                    try store.audit.record(AuditEntry(.system("test"), "test.done"), in: transaction)
                }
            }
            #expect(try await world.auditTrail() == ["test.done"])
            #expect(try await store.latestTraces(atMost: 1).first?.requestID == "req-2")
        }
    }

    @Test(
        "The engine refuses to change or remove a trace, or to put another in its place",
        arguments: Engine.available,
        [
            "UPDATE audit_entry SET reason = 'x'", "UPDATE audit_entry SET hash = hash", "DELETE FROM audit_entry",
            "\(sqlite: "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry", postgresql: "TRUNCATE audit_entry")",
        ] as [SQL]
    )
    func appendOnly(on engine: Engine, _ statement: SQL) async throws {
        try await withWorld(on: engine) { world in
            let store = world.store
            try await store.audit.record(read: AuditEntry(.system("test"), "test.done"))
            let before = try await store.latestTraces()
            await #expect(throws: (any Error).self) {
                try await store.write { (transaction: borrowing Transaction) in _ = try transaction.run(statement) }
            }
            #expect(try await store.latestTraces() == before)
        }
    }

    @Test("Any changed field is told by the hash", arguments: Engine.available)
    func hash(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let entry = AuditEntry(.operator(world.anna), "citizen.read", about: ID(9), because: "search", rows: 1)
            try await world.store.audit.record(read: entry)
            let record = try #require(try await world.store.latestTraces(atMost: 1).first)
            var again = AuditRecord(entry, id: record.id, at: record.at, requestID: nil)
            #expect(again.hash == record.hash)
            let others = [
                AuditEntry(.operator(world.anna), "citizen.read", about: ID(8), because: "search", rows: 1),
                AuditEntry(.operator(world.anna), "citizen.read", about: ID(9), because: "searc", rows: 1),
                AuditEntry(.operator(world.anna), "citizen.read", about: ID(9), rows: 1),
                AuditEntry(.operator(world.anna), "citizen.read", about: ID(9), because: "", rows: 1),
                AuditEntry(.operator(world.anna), "citizen.read", about: ID(9), because: "search"),
                AuditEntry(.operator(world.bruno), "citizen.read", about: ID(9), because: "search", rows: 1),
                AuditEntry(.operator(world.anna), "citizen.reads", about: ID(9), because: "search", rows: 1),
                AuditEntry(
                    .operator(world.anna),
                    "citizen.read",
                    about: ID(9),
                    because: "search",
                    rows: 1,
                    result: .failed
                ),
                AuditEntry(
                    .operator(world.anna),
                    "citizen.read",
                    on: AuditSubject("citizen", ID<World>(9)),
                    about: ID(9),
                    because: "search",
                    rows: 1
                ),
            ]
            var hashes: Set<String> = [record.hash]
            for other in others {
                again = AuditRecord(other, id: record.id, at: record.at, requestID: nil)
                hashes.insert(again.hash)
            }
            hashes.insert(AuditRecord(entry, id: record.id, at: record.at, requestID: "").hash)
            hashes.insert(AuditRecord(entry, id: ID(1), at: record.at, requestID: nil).hash)
            hashes.insert(AuditRecord(entry, id: record.id, at: record.at.adding(milliseconds: 1), requestID: nil).hash)
            #expect(hashes.count == others.count + 4)
        }
    }

    @Test("The stream between two instants holds all traces in their order, each intact", arguments: Engine.available)
    func stream(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var actions: [String] = []
            let start = world.time.now.adding(seconds: 1)
            for number in 0..<25 {
                world.time.advance(seconds: 1)
                let action = AuditAction(rawValue: "test.\(number)")
                try await world.store.audit.record(read: AuditEntry(.system("test"), action))
            }
            for try await chunk in world.store.audit.stream(from: start, to: start.adding(seconds: 20)) {
                #expect(chunk.allSatisfy { $0.record.isIntact && $0.position == nil })
                actions += chunk.map(\.record.action.rawValue)
            }
            #expect(actions == (0..<20).map { "test.\($0)" })
        }
    }
}
