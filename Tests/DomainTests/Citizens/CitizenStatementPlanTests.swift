import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The way in which SQLite finds a page of citizens")
struct CitizenStatementPlanTests {
    private struct Step: FromRow {
        let text: String

        init(from row: inout Row) throws {
            row.skip(3)
            text = try row.next()
        }
    }

    /// What the planner does with the links and with the order, for somebody across branches or in one.
    ///
    /// The last two steps are always those of the rows of the page: each is looked up by its key, and the few are put
    /// into their order again.
    ///
    /// - Parameter count: How many rows the list holds.
    private func plan(
        _ list: CitizenList,
        of count: Int = 0,
        as person: OperatorIdentity,
        in world: World
    ) async throws -> [String] {
        let statement = try CitizenStatement(list, as: person, reference: .shared, today: world.today)
        let first = try statement.page(after: nil, limit: 50, of: count)
        let steps: [Step] = try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.all("EXPLAIN QUERY PLAN \(first)")
        }
        let told = steps.map(\.text).filter { step in
            step.contains(" r ") || step.contains("citizen_index") || step.contains("ORDER BY")
        }
        let lookup = told.dropLast().last ?? ""
        #expect(lookup.hasPrefix("SEARCH r USING") && lookup.contains("citizen_id=?"), "\(told)")
        #expect(lookup.contains("agency_id=?") || lookup.contains("branch_id=?"), "\(told)")
        #expect(told.last?.contains("ORDER BY") == true, "\(told)")
        return told.dropLast(2)
    }

    private static let filter = CitizenFilter(
        ageMin: 20,
        ageMax: 40,
        educationMin: "USG",
        provinces: ["MI"],
        measures: ["SFL"],
        padFrom: "2026-01-01",
        licence: "B",
        ownVehicle: true
    )

    @Test("Without words it walks the index of the order, whatever the filters, and sorts nothing")
    func walks() async throws {
        try await withWorld(on: .sqlite) { world in
            for sort in CitizenSort.all {
                let list = CitizenList(filter: Self.filter, sort: sort)
                let index = ["pact": "position", "surname": "name", "age": "birth", "education": "education"]
                for (person, table) in [(world.anna, "agency_citizen"), (world.carla, "branch_citizen")] {
                    let steps = try await plan(list, as: person, in: world)
                    #expect(steps.count == 1, "\(sort.word): \(steps)")
                    #expect(steps.first?.contains("\(table)_by_\(index[sort.key.rawValue] ?? "")") == true, "\(steps)")
                }
            }
        }
    }

    @Test("With words it starts from the text index, and in the default order sorts nothing")
    func matches() async throws {
        try await withWorld(on: .sqlite) { world in
            for sort in CitizenSort.all {
                var list = CitizenList(filter: Self.filter, sort: sort)
                list.filter.keywords = "cameriera di sala"
                for (person, table) in [(world.anna, "agency_citizen"), (world.carla, "branch_citizen")] {
                    let steps = try await plan(list, as: person, in: world)
                    #expect(steps.first?.contains("VIRTUAL TABLE") == true, "\(steps)")
                    #expect(
                        steps.dropFirst().first?.contains(
                            "\(table)_by_position (\(table == "agency_citizen" ? "agency" : "branch")_id=? AND position=?)"
                        ) == true,
                        "\(steps)"
                    )
                    #expect(steps.contains { $0.contains("ORDER BY") } == (sort.key != .pact), "\(sort.word): \(steps)")
                }
            }
        }
    }

    @Test("Where words find many it walks the index of the order, asks each row for them, and sorts nothing")
    func walksMatching() async throws {
        try await withWorld(on: .sqlite) { world in
            try await world.database.renewStatistics()
            for sort in CitizenSort.all where sort.key != .pact {
                var list = CitizenList(filter: Self.filter, sort: sort)
                list.filter.keywords = "cameriera"
                let index = ["surname": "name", "age": "birth", "education": "education"]
                for (person, table) in [(world.anna, "agency_citizen"), (world.carla, "branch_citizen")] {
                    let steps = try await plan(list, of: CappedCount.limit + 1, as: person, in: world)
                    #expect(
                        steps.contains { $0.contains("\(table)_by_\(index[sort.key.rawValue] ?? "")") },
                        "\(sort.word): \(steps)"
                    )
                    #expect(!steps.contains { $0.contains("ORDER BY") }, "\(sort.word): \(steps)")
                }
            }
        }
    }

    @Test(
        "Neither a page nor its count reads all links or all citizens, on either engine",
        arguments: Engine.available,
        [nil, "cameriera di sala", "camer"]
    )
    func scansNothing(on engine: Engine, keywords: String?) async throws {
        try await withWorld(on: engine) { world in
            let scan = /SCAN (?:r|c|v|l)\b|Seq Scan on (?:branch_citizen|agency_citizen|citizen|curriculum)\b/
            for sort in CitizenSort.all {
                var list = CitizenList(filter: Self.filter, sort: sort, columns: CitizenColumn.allCases)
                list.filter.keywords = keywords
                for person in [world.anna, world.bruno, world.carla] {
                    let statement = try CitizenStatement(list, as: person, reference: .shared, today: world.today)
                    let terms = [SearchTerms.Term.word("saldator"), .growing("cuo", token: "cuo")]
                    for sql in [
                        try statement.page(after: nil, limit: 50, of: 0), statement.count(limit: 1001),
                        statement.scope.statement(of: terms, limit: 200),
                    ] {
                        let plan = try await world.database.plan(of: sql)
                        #expect(!plan.isEmpty && !plan.contains { $0.contains(scan) }, "\(sort.word): \(plan)")
                    }
                }
            }
        }
    }
}
