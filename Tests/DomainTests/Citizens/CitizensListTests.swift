import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The list of citizens")
struct CitizensListTests {
    @Test(
        "A page costs five statements with the two of its trace, and three to see that its citizens know of it",
        arguments: Engine.available
    )
    func statements(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for name in ["Rossi", "Bianchi", "Verdi"] {
                try await world.citizen(.sample(name), choosing: ["ALFA-MI1", "ALFA-TO1", "BETA-MI1", "GAMMA-TO1"])
            }
            var list = CitizenList(columns: CitizenColumn.allCases)
            list.filter.keywords = "cameriera"
            // The first page of a day, scope and kind of filters writes whom it showed; see ``SightingsTests``.
            _ = try await world.citizens.list(list, as: world.anna, reference: .shared)
            let (statements, page) = try await StatementLog.recording {
                try await world.citizens.list(list, as: world.anna, reference: .shared)
            }
            #expect(statements.count == 8)
            #expect(page.rows.count == 3)
            #expect(page.rows.allSatisfy { $0.branches.count == 2 && $0.interests == 0 })
            #expect(page.count == CappedCount(value: 3))
        }
    }

    @Test("Across branches a citizen stands once, with the branches named", arguments: Engine.available)
    func once(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let branches = ["ALFA-TO1", "ALFA-MI1", "BETA-MI1", "GAMMA-TO1"]
            try await world.citizen(.sample(), choosing: branches)
            let page = try await world.citizens.list(CitizenList(), as: world.anna, reference: .shared)
            let row = try #require(page.rows.first)
            let context = ListContext(
                today: world.today,
                reference: .shared,
                branches: page.branches,
                language: .it
            )
            #expect(page.rows.count == 1)
            #expect(CitizenColumn.branches.value(row, context) == .text("Milano Centro, Torino"))
            #expect(CitizenColumn.age.value(row, context) == .integer(40))
            #expect(CitizenColumn.languages.value(row, context) == .text("Inglese B1"))
            #expect(CitizenColumn.padDay.value(row, context) == .day("2026-03-10"))
            #expect(CitizenColumn.experience.value(row, context) == .integer(5))
        }
    }

    @Test(
        "A job that lasts goes on counting, and a profession of one's own words is shown",
        arguments: Engine.available
    )
    func lasting(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var curriculum = Curriculum.sample()
            curriculum.experiences.append(.init(title: "Cuoca", start: "2024-03-10"))
            curriculum.desiredProfessions = [.init(code: nil, description: "qualcosa all'aperto")]
            try await world.citizen(.sample(), curriculum)
            func values() async throws -> [ListValue] {
                let page = try await world.citizens.list(CitizenList(), as: world.anna, reference: .shared)
                let row = try #require(page.rows.first)
                let context = ListContext(
                    today: world.today,
                    reference: .shared,
                    branches: page.branches,
                    language: .it
                )
                return [CitizenColumn.experience, .profession].map { $0.value(row, context) }
            }
            #expect(try await values() == [.integer(7), .text("qualcosa all'aperto")])
            world.time.advance(days: 800)
            #expect(try await values() == [.integer(9), .text("qualcosa all'aperto")])
        }
    }

    @Test("Somebody with some of the agency's branches sees those of the others nowhere", arguments: Engine.available)
    func someBranches(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample("Torinese"), choosing: ["ALFA-TO1", "BETA-MI1", "GAMMA-TO1"])
            try await world.citizen(.sample("Milanese"), choosing: ["ALFA-MI2", "BETA-RM1", "GAMMA-TO1"])
            #expect(try await world.names(for: world.anna) == ["Milanese", "Torinese"])
            #expect(try await world.names(for: world.bruno) == ["Milanese"])
            #expect(try await world.names(for: world.carla) == ["Torinese"])
            #expect(try await world.names(for: world.dario) == ["Milanese", "Torinese"])
            #expect(try await world.names(for: world.elena) == ["Torinese"])

            // A branch of others' asked for by its id opens nothing.
            var list = CitizenList()
            list.filter.branches = [world.branch("ALFA-TO1").id]
            #expect(try await world.names(list, for: world.bruno) == [])
            #expect(try await world.names(list, for: world.dario) == [])
            #expect(try await world.names(list, for: world.anna) == ["Torinese"])
        }
    }

    @Test("A grant that is withdrawn, or an account that is suspended, cuts at once", arguments: Engine.available)
    func withdrawn(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let citizen = try await world.citizen(.sample(), choosing: ["ALFA-TO1", "BETA-MI1", "GAMMA-TO1"])
            #expect(try await world.names(for: world.carla) == ["Rossi"])
            let carla = world.carla
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(carla.id)")
            }
            #expect(try await world.names(for: carla) == [])
            #expect(try await world.citizens.count(CitizenList(), as: carla, reference: .shared) == 0)
            await #expect(throws: NotFound()) { try await world.citizens.detail(citizen.id, as: carla) }
        }
    }

    @Test(
        "An agency without the right to read CVs sees nobody, even where a pact names it",
        arguments: Engine.available
    )
    func withoutRight(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.register(.sample())
            let entry = ServicePactEntry(
                taxCode: ApplicationEntry.sample().taxCode,
                jobCentreCode: "CPI-MI",
                state: .signed,
                signedOn: "2026-03-01",
                branchCodes: ["DELTA-NA1", "ALFA-MI1"]
            )
            _ = try await world.pacts.load(servicePacts: [LoadRow(row: 2, key: entry.key, entry: entry)])
            let filippo = world.identity("DELTA/filippo", in: "DELTA-NA1")
            #expect(try await world.names(for: filippo) == [])
            #expect(try await world.names(for: world.anna) == ["Rossi"])
            // From 1 April 2026 all agencies of article 4 may look for candidates (DL 159/2025, article 14).
            world.time.advance(days: 22)
            #expect(try await world.names(for: filippo) == ["Rossi"])
        }
    }

    @Test("Ages are right on the birthday, also of those born on 29 February", arguments: Engine.available)
    func birthdays(on engine: Engine) async throws {
        for (today, ages) in [("2026-02-28", [25, 26]), ("2026-03-01", [26, 26]), ("2028-02-29", [28, 28])] {
            try await withWorld(on: engine, today: try #require(Day(today))) { world in
                try await world.citizen(.sample("Bisestile", birth: "2000-02-29", submittedOn: "2026-01-01"))
                try await world.citizen(.sample("Normale", birth: "2000-02-28", submittedOn: "2026-01-01"))
                for (name, age) in zip(["Bisestile", "Normale"], ages) {
                    for (low, high, isIn) in [(age, age, true), (age + 1, 99, false), (0, age - 1, false)] {
                        let list = CitizenList(filter: CitizenFilter(ageMin: low, ageMax: high))
                        #expect(try await world.names(list, for: world.anna).contains(name) == isIn, "\(today) \(name)")
                    }
                }
            }
        }
    }

    @Test(
        "Every read leaves its filters and the number of rows, in the scope in which it happened",
        arguments: Engine.available
    )
    func audited(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let citizen = try await world.citizen(.sample())
            let list = CitizenList(filter: CitizenFilter(ageMin: 30, keywords: "cameriera", provinces: ["MI", "RM"]))
            _ = try await world.citizens.list(list, as: world.anna, reference: .shared)
            _ = try await world.citizens.detail(citizen.id, as: world.identity("ALFA/bruno", in: "ALFA-MI1"))
            let export = try await world.citizens.export(list, as: world.anna, reference: .shared)
            var rows = 0
            try await export.forEach { rows += $0.count }
            try await export.finish(rows: rows)

            let traces = try await world.store.latestTraces(of: world.agency("ALFA").id, atMost: 4)
            #expect(
                traces.map { "\($0.action.rawValue) \($0.result) \($0.rows ?? -1) \($0.scope ?? "")" } == [
                    "citizens.exported succeeded 1 cross_branch", "citizens.exported started -1 cross_branch",
                    "citizen.read succeeded -1 branch", "citizens.listed succeeded 1 cross_branch",
                ]
            )
            let listed = try #require(traces.last?.details)
            for part in ["\"age_min\":\"30\"", "\"q\":\"cameriera\"", "\"province\":[\"MI\",\"RM\"]", "\"count\":1"] {
                #expect(listed.contains(part), "\(listed)")
            }
            let sightings = try await world.sightings.list(of: citizen).items
            #expect(sightings.map(\.branch) == [nil, "Milano Centro", nil])
            #expect(sightings.map(\.act).contains(.readDetail))
        }
    }

    @Test("A cursor of another order, or a forged one, is refused", arguments: Engine.available)
    func cursors(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for cursor in [
                Cursor(keys: [], id: 1, order: "surname"), Cursor(keys: [.integer(1)], id: 1, order: "-pact"),
                Cursor(keys: [.text("x")], id: 1, order: "age"),
            ] {
                await #expect(throws: Invalid.self) {
                    try await world.citizens.list(CitizenList(), as: world.anna, reference: .shared, at: cursor)
                }
            }
        }
    }

    @Test("A filter by an unknown education level or licence is refused", arguments: Engine.available)
    func unknownCodes(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for filter in [CitizenFilter(educationMin: "XXX"), CitizenFilter(licence: "Q")] {
                await #expect(throws: Invalid.self) {
                    try await world.citizens.count(CitizenList(filter: filter), as: world.anna, reference: .shared)
                }
            }
        }
    }

    @Test("The count stops at a thousand, unless it is asked for exactly", arguments: Engine.available)
    func capped(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let citizen = try await world.citizen(.sample())
            try await world.copy(citizen, times: 1_200)
            let page = try await world.citizens.list(CitizenList(), as: world.anna, reference: .shared)
            #expect(page.count == CappedCount(value: 1000, isCapped: true))
            #expect(page.rows.count == 50)
            #expect(try await world.citizens.count(CitizenList(), as: world.anna, reference: .shared) == 1201)
            let export = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            var ids: Set<ID<Citizen>> = []
            try await export.forEach { ids.formUnion($0.map(\.id)) }
            #expect(ids.count == 1201)
        }
    }
}

extension World {
    /// So many more citizens with the links of one, without the way that leads there.
    func copy(_ citizen: CitizenIdentity, times: Int) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            for number in 1...Int64(times) {
                try transaction.run(
                    """
                    INSERT INTO citizen (
                        id, tax_code, given_name, family_name, sort_key, sex, birth_date, birth_place_code,
                        municipality_code, province, region, created_at, updated_at
                    )
                    SELECT \(number), \("COPY\(number)"), given_name, family_name, sort_key, sex, birth_date,
                        birth_place_code, municipality_code, province, region, created_at, updated_at
                    FROM citizen WHERE id = \(citizen.id)
                    """
                )
                for (table, owner) in [("agency_citizen", "agency_id"), ("branch_citizen", "branch_id")] as [(SQL, SQL)]
                {
                    try transaction.run(
                        """
                        INSERT INTO \(table) (
                            \(owner), citizen_id, position, sort_key, birth_date, education_rank, province, measure,
                            pad_day, psp_state, licence_bits, own_vehicle, curriculum_at, by_pad, by_psp
                        )
                        SELECT \(owner), \(number), position + \(number), sort_key, birth_date, education_rank, province,
                            measure, pad_day, psp_state, licence_bits, own_vehicle, curriculum_at, by_pad, by_psp
                        FROM \(table) WHERE citizen_id = \(citizen.id)
                        """
                    )
                }
            }
        }
    }
}
