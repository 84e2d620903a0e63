import Persistence
import TestSupport
import Testing

@Suite("Plans of searches")
struct TextIndexPlanTests {
    private struct Step: FromRow {
        let detail: String

        init(from row: inout Row) throws {
            row.skip(3)
            detail = try row.next()
        }
    }

    @Test("The newest documents are found by walking SQLite's index from its end, without a sort")
    func sqlite() async throws {
        try await withDatabase(on: .sqlite, migrations: searchSchema + accounts) { (database: Database) async throws in
            let query = TextQuery(all: [.word("cuoco")], none: [.word("pizza")], scopes: [["b1", "b2"], ["pMI"]])
            let steps = try await database.read { (transaction: borrowing Transaction) in
                try transaction.all(
                    """
                    EXPLAIN QUERY PLAN
                    SELECT account.id, account.balance FROM (\(searchIndex.matching(query))) AS hit
                    CROSS JOIN account ON account.id = hit.document
                    WHERE hit.document < \(1_000_000) ORDER BY hit.document DESC LIMIT 50
                    """,
                    as: Step.self
                ).map(\.detail)
            }
            #expect(steps.first?.contains("citizen_index VIRTUAL TABLE INDEX") == true)
            #expect(steps.first?.contains("M2") == true || steps.first?.contains("M") == true)
            #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
        }
    }

    @Test(
        "A search reads PostgreSQL's index of scopes and words",
        .enabled(if: !Engine.availableServers.isEmpty, "needs PostgreSQL")
    )
    func postgresql() async throws {
        try await withDatabase(on: .postgresql, migrations: searchSchema) { (database: Database) async throws in
            let query = TextQuery(all: [.word("cuoco")], scopes: [["b1"], ["pMI", "pRM"]])
            let steps = try await database.write { (transaction: borrowing Transaction) in
                try transaction.run("SET LOCAL enable_seqscan = off")
                return try transaction.all("EXPLAIN \(searchIndex.matching(query))", as: String.self)
            }
            #expect(steps.contains { $0.contains("Bitmap Index Scan on citizen_index_search") }, "\(steps)")
        }
    }
}
