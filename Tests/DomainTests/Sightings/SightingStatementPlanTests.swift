import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The way in which who saw a citizen is found")
struct SightingStatementPlanTests {
    private struct Step: FromRow {
        let text: String

        init(from row: inout Row) throws {
            row.skip(3)
            text = try row.next()
        }
    }

    private let statement = SightingStatement(of: ID(7), since: "2024-03-10")

    /// What the engine would do; on PostgreSQL as if the tables were large.
    private func plan(_ sql: SQL, on engine: Engine) async throws -> [String] {
        try await withDatabase(on: engine, migrations: Schema.migrations) { database in
            try await database.write { (transaction: borrowing Transaction) in
                if engine == .sqlite {
                    return try transaction.all("EXPLAIN QUERY PLAN \(sql)", as: Step.self).map(\.text)
                }
                try transaction.run("SET LOCAL enable_seqscan = off")
                try transaction.run("SET LOCAL enable_bitmapscan = off")
                return try transaction.all("EXPLAIN \(sql)", as: String.self)
            }
        }
    }

    @Test(
        "A page walks the citizen's entries from the end of their index, and sorts nothing",
        arguments: Engine.available,
        [nil, SightingPosition(at: Instant(milliseconds: 1_800_000_000_000), id: 99)]
    )
    func entries(on engine: Engine, before position: SightingPosition?) async throws {
        let plan = try await plan(statement.entries(before: position, limit: 51), on: engine)
        #expect(plan.contains { $0.contains("audit_entry_by_citizen_and_time") }, "\(plan)")
        #expect(!plan.contains { $0.contains("Sort") || $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test(
        "Lists and exports are found by the citizen's block, newest first, and sorted neither",
        arguments: Engine.available,
        [nil, SightingPosition(at: Instant(milliseconds: 1_800_000_000_000), id: 99)]
    )
    func viewings(on engine: Engine, before position: SightingPosition?) async throws {
        let plan = try await plan(statement.viewings(of: 4271, before: position, limit: 51), on: engine)
        let index = engine == .sqlite ? "SEARCH m USING PRIMARY KEY (block=?" : "viewing_member_pkey"
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
        #expect(!plan.contains { $0.contains("Sort") || $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test("The summary reads the same two indexes", arguments: Engine.available)
    func summary(on engine: Engine) async throws {
        let entries = try await plan(statement.entryCounts, on: engine)
        #expect(entries.contains { $0.contains("audit_entry_by_citizen_and_time") }, "\(entries)")
        let viewings = try await plan(statement.viewingCounts(of: 4271), on: engine)
        #expect(viewings.contains { $0.contains(engine == .sqlite ? "m USING PRIMARY KEY" : "viewing_member_pkey") })
    }
}
