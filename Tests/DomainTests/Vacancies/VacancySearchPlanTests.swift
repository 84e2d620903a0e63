import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("How the search for vacancies is carried out")
struct VacancySearchPlanTests {
    /// What SQLite says it would do to find the rows of a page, before it reads them in full.
    private func plan(_ change: (inout VacancySearch) -> Void = { _ in }) async throws -> [String] {
        var search = VacancySearch()
        change(&search)
        let statement = try SearchStatement(search, .shared, today: "2026-12-01")
        return try await withDatabase(on: .sqlite, migrations: Schema.migrations) { database in
            try await database.read { (transaction: borrowing Transaction) in
                let steps = try transaction.all(
                    "EXPLAIN QUERY PLAN \(statement.page(after: nil, limit: 21))",
                    as: PlanStep.self
                )
                return Array(steps.map(\.text).prefix { $0 != "SCAN found" })
            }
        }
    }

    private struct PlanStep: FromRow {
        let text: String

        init(from row: inout Row) throws {
            row.skip(3)
            text = try row.next()
        }
    }

    /// The list is walked in its own order; the few branches that are not served are read once, into a table by its side.
    private func expect(_ steps: [String], of plan: [String]) {
        #expect(Array(plan.prefix(steps.count)) == steps)
        #expect(plan.dropFirst(steps.count).first?.hasPrefix("LIST SUBQUERY") == true, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(plan)")
    }

    @Test("The newest ones are read from the end of the index on the published ones, and not sorted")
    func newest() async throws {
        let steps = ["MATERIALIZE found", "SCAN vacancy USING INDEX vacancy_published"]
        expect(steps, of: try await plan())
    }

    @Test("Those of a province are read from an index of their own, and not sorted")
    func province() async throws {
        let steps = [
            "MATERIALIZE found", "SEARCH vacancy USING INDEX vacancy_published_province (province=?)",
        ]
        expect(steps, of: try await plan { $0.place = .province("MI") })
    }

    @Test("Words are looked up first, the newest from the end of the index, and each vacancy by its position")
    func words() async throws {
        let plan = try await plan { $0.text = "cameriere" }
        #expect(plan.dropFirst().first?.hasPrefix("SCAN vacancy_index VIRTUAL TABLE") == true)
        #expect(plan.dropFirst(2).first?.hasSuffix("(position=?)") == true)
        #expect(plan.dropFirst(3).first?.hasPrefix("LIST SUBQUERY") == true, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(plan)")
    }
}
