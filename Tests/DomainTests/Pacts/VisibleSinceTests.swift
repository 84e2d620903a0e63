import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Since when a citizen is visible")
struct VisibleSinceTests {
    /// The minutes after the beginning since which each branch and agency sees somebody.
    private func minutes(_ citizen: CitizenIdentity, since start: Instant, _ world: World) async throws -> [String: Int]
    {
        let links: [Link] = try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT b.code, r.visible_since FROM branch_citizen r JOIN branch b ON b.id = r.branch_id
                WHERE r.citizen_id = \(citizen.id)
                UNION ALL
                SELECT a.code, r.visible_since FROM agency_citizen r JOIN agency a ON a.id = r.agency_id
                WHERE r.citizen_id = \(citizen.id)
                """
            )
        }
        let minutes = links.map { ($0.code, Int(($0.since.milliseconds - start.milliseconds) / 60_000)) }
        return Dictionary(uniqueKeysWithValues: minutes)
    }

    private struct Link: FromRow {
        let code: String
        let since: Instant

        init(from row: inout Row) throws {
            code = try row.next()
            since = try row.next()
        }
    }

    @Test("A link that stays keeps its instant; one that comes back gets a new one", arguments: Engine.available)
    func keeps(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let start = world.store.now
            let maria = try await world.citizen(.sample(), choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            let first = ["ALFA": 0, "ALFA-MI1": 0, "BETA": 0, "BETA-MI1": 0, "GAMMA": 0, "GAMMA-TO1": 0]
            #expect(try await minutes(maria, since: start, world) == first)

            world.time.advance(seconds: 60)
            try await world.save(.sample(skills: ["cassa"]), of: maria)
            #expect(try await minutes(maria, since: start, world) == first)

            world.time.advance(seconds: 60)
            try await world.sign(["ALFA-MI2", "BETA-MI1", "GAMMA-TO1"], as: maria)
            let moved = ["ALFA": 0, "ALFA-MI2": 2, "BETA": 0, "BETA-MI1": 0, "GAMMA": 0, "GAMMA-TO1": 0]
            #expect(try await minutes(maria, since: start, world) == moved)

            world.time.advance(seconds: 60)
            try await world.sign(["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"], as: maria)
            let back = ["ALFA": 0, "ALFA-MI1": 3, "BETA": 0, "BETA-MI1": 0, "GAMMA": 0, "GAMMA-TO1": 0]
            #expect(try await minutes(maria, since: start, world) == back)

            world.time.advance(seconds: 60)
            try await world.pacts.apply(.suspended, to: maria.id, because: "prova", as: .system("inps"))
            #expect(try await minutes(maria, since: start, world) == [:])
            world.time.advance(seconds: 60)
            try await world.pacts.apply(.signed, to: maria.id, because: "prova", as: .system("inps"))
            let again = ["ALFA": 5, "ALFA-MI1": 5, "BETA": 5, "BETA-MI1": 5, "GAMMA": 5, "GAMMA-TO1": 5]
            #expect(try await minutes(maria, since: start, world) == again)
        }
    }

    @Test("A pact that is taken over counts from its own day", arguments: Engine.available)
    func takenOver(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            let signed = ("2026-02-01" as Day).start
            let entry = ActivationPactEntry(
                taxCode: ApplicationEntry.sample().taxCode,
                signedAt: signed,
                branchCodes: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"]
            )
            _ = try await world.pacts.load(activationPacts: [LoadRow(row: 2, key: "1", entry: entry)])
            #expect(try await Set(minutes(maria, since: signed, world).values) == [0])
            try await world.save(.sample(), of: maria)
            #expect(try await Set(minutes(maria, since: signed, world).values) == [0])
        }
    }

    @Test("Links of before are given the day of the pact, or of the service pact's coming", arguments: Engine.available)
    func upgrade(on engine: Engine) async throws {
        let old = Schema.migrations.filter { $0.name != "pacts 2" }
        try await withDatabase(on: engine, migrations: old) { database in
            let world = try await World(on: database, today: "2026-03-10")
            let (maria, ada) = (try await world.register(.sample()), try await world.register(.sample("Neri", "Ada")))
            try await world.store.write { (transaction: borrowing Transaction) in
                let branch = world.branch("ALFA-MI1")
                try transaction.run(
                    """
                    INSERT INTO service_pact (id, citizen_id, job_centre_id, state, updated_at)
                    VALUES (1, \(ada.id), \(world.jobCentre.id), 'signed', 77)
                    """
                )
                for (citizen, day, position) in [(maria, "2026-02-01" as Day, 1), (ada, nil, 2)]
                    as [(CitizenIdentity, Day?, Int)]
                {
                    for (table, owner, id) in [
                        ("branch_citizen", "branch_id", branch.id.rawValue),
                        ("agency_citizen", "agency_id", branch.agency.rawValue),
                    ] as [(SQL, SQL, Int64)] {
                        try transaction.run(
                            """
                            INSERT INTO \(table) (
                                \(owner), citizen_id, position, sort_key, birth_date, education_rank, province, pad_day,
                                licence_bits, own_vehicle, by_pad, by_psp
                            ) VALUES (
                                \(id), \(citizen.id), \(position), 'k', '1990-01-01', 0, 'MI', \(day), 0, FALSE, TRUE,
                                FALSE
                            )
                            """
                        )
                    }
                }
            }
            #expect(try await database.migrate(Schema.migrations) == ["pacts 2"])
            let zero = Instant(milliseconds: 0)
            // 2026-02-01 at midnight UTC.
            #expect(try await minutes(maria, since: zero, world) == ["ALFA-MI1": 29_498_400, "ALFA": 29_498_400])
            let since: [Int64] = try await world.store.read { (transaction: borrowing Transaction) in
                try transaction.all("SELECT r.visible_since FROM branch_citizen r WHERE r.citizen_id = \(ada.id)")
            }
            #expect(since == [77])
        }
    }
}
