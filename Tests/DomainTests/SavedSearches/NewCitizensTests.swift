import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("What is new in a list of citizens")
struct NewCitizensTests {
    private func count(
        _ list: CitizenList = CitizenList(),
        since instant: Instant,
        limit: Int = 100,
        as person: OperatorIdentity,
        in world: World
    ) async throws -> Int? {
        let statement = try CitizenStatement(list, as: person, reference: .shared, today: world.today)
        return try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(newSince: instant, limit: limit))
        }
    }

    @Test("Who has come since is new, in each scope as far as it reaches, and once", arguments: Engine.available)
    func scopes(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            let seen = world.store.now
            let people = [world.anna, world.bruno, world.carla, world.dario]
            for person in people { #expect(try await count(since: seen, as: person, in: world) == 0) }
            world.time.advance(seconds: 60)
            _ = try await world.citizen(
                .sample("Neri", "Ada"),
                choosing: ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1", "BETA-MI1", "GAMMA-TO1"]
            )
            for person in people { #expect(try await count(since: seen, as: person, in: world) == 1) }
            #expect(try await count(since: seen.adding(seconds: -1), as: world.anna, in: world) == 2)
            #expect(try await count(since: seen.adding(seconds: -1), limit: 1, as: world.anna, in: world) == 1)

            // From Milan to Turin: new to whoever has Turin alone, not to whoever has seen her in the agency.
            world.time.advance(seconds: 60)
            let moved = world.store.now.adding(seconds: -1)
            try await world.sign(["ALFA-TO1", "BETA-MI1", "GAMMA-TO1"], as: maria)
            #expect(try await count(since: moved, as: world.carla, in: world) == 1)
            #expect(try await count(since: moved, as: world.anna, in: world) == 0)
            #expect(try await count(since: moved, as: world.bruno, in: world) == 0)

            // Bruno has the branches of Milan alone: back there she is new to him.
            world.time.advance(seconds: 60)
            let back = world.store.now.adding(seconds: -1)
            try await world.sign(["ALFA-MI2", "BETA-MI1", "GAMMA-TO1"], as: maria)
            #expect(try await count(since: back, as: world.bruno, in: world) == 1)
            #expect(try await count(since: back, as: world.anna, in: world) == 0)
            let named = CitizenFilter(branches: [world.branch("ALFA-MI1").id, world.branch("ALFA-MI2").id])
            #expect(try await count(CitizenList(filter: named), since: back, as: world.anna, in: world) == 1)
            let one = CitizenFilter(branches: [world.branch("ALFA-TO1").id])
            #expect(try await count(CitizenList(filter: one), since: back, as: world.anna, in: world) == 0)
        }
    }

    @Test("Filters and words narrow it as they narrow the list", arguments: Engine.available)
    func filters(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let seen = world.store.now.adding(seconds: -1)
            _ = try await world.citizen(.sample("Neri", "Ada"), .sample(skills: ["pizzaiola"], ownVehicle: true))
            _ = try await world.citizen(.sample("Verdi", "Bea"), .sample(skills: ["saldatrice"]))
            for (list, number) in [
                (CitizenList(filter: CitizenFilter(keywords: "pizzaiola")), 1),
                (CitizenList(filter: CitizenFilter(keywords: "cameriera")), 2),
                (CitizenList(filter: CitizenFilter(keywords: "cameriera", ownVehicle: true)), 1),
                (CitizenList(filter: CitizenFilter(ownVehicle: true)), 1),
                (CitizenList(filter: CitizenFilter(provinces: ["TO"])), 0),
            ] {
                for person in [world.anna, world.identity("ALFA/bruno", in: "ALFA-MI1")] {
                    #expect(try await count(list, since: seen, as: person, in: world) == number, "\(list.query)")
                    #expect(try await count(list, since: world.store.now, as: person, in: world) == 0)
                }
            }
        }
    }

    private struct Step: FromRow {
        let text: String

        init(from row: inout Row) throws {
            row.skip(3)
            text = try row.next()
        }
    }

    @Test("It walks what is new of each branch by its index, whatever the order, and looks the rest up")
    func planOfSQLite() async throws {
        try await withWorld(on: .sqlite) { world in
            for keywords in [nil, "cameriera"] {
                for person in [world.anna, world.carla] {
                    for sort in CitizenSort.all {
                        let list = CitizenList(filter: CitizenFilter(ageMin: 20, keywords: keywords), sort: sort)
                        let statement = try CitizenStatement(list, as: person, reference: .shared, today: world.today)
                        let steps: [Step] = try await world.store.read { (transaction: borrowing Transaction) in
                            let count = statement.count(newSince: Instant(milliseconds: 5), limit: 100)
                            return try transaction.all("EXPLAIN QUERY PLAN \(count)")
                        }
                        let plan = steps.map(\.text)
                        let index = "branch_citizen_by_visible_since (branch_id=? AND visible_since>?)"
                        #expect(plan.contains { $0.contains(index) }, "\(plan)")
                        #expect(!plan.contains { $0.hasPrefix("SCAN r") || $0.hasPrefix("SCAN l") }, "\(plan)")
                        if person == world.anna {
                            #expect(
                                plan.contains {
                                    $0.hasPrefix("SEARCH r ") && $0.contains("agency_id=? AND citizen_id=?")
                                },
                                "\(plan)"
                            )
                        }
                    }
                }
            }
        }
    }

    @Test(
        "PostgreSQL walks the same index where few of many are new",
        .enabled(if: Engine.available.contains(.postgresql))
    )
    func planOfPostgreSQL() async throws {
        try await withWorld(on: .postgresql) { world in
            let maria = try await world.citizen(.sample(), choosing: ["ALFA-TO1", "BETA-MI1", "GAMMA-TO1"])
            try await world.copy(maria, times: 3_000)
            try await world.database.renewStatistics()
            let seen = world.store.now.adding(seconds: -1)
            for person in [world.anna, world.carla] {
                #expect(try await count(since: seen, as: person, in: world) == 1)
                let statement = try CitizenStatement(CitizenList(), as: person, reference: .shared, today: world.today)
                let plan: [String] = try await world.store.read { (transaction: borrowing Transaction) in
                    try transaction.all("EXPLAIN \(statement.count(newSince: seen, limit: 100))")
                }
                #expect(plan.contains { $0.contains("branch_citizen_by_visible_since") }, "\(plan)")
                #expect(!plan.contains { $0.contains("Seq Scan on branch_citizen") }, "\(plan)")
                #expect(!plan.contains { $0.contains("Seq Scan on agency_citizen") }, "\(plan)")
            }
        }
    }
}
