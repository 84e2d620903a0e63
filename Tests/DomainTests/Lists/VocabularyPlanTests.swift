import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The way in which a vocabulary is asked")
struct VocabularyPlanTests {
    @Test("Candidates are looked up in the key, and no word is read beside them", arguments: Engine.available)
    func lookup(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: Schema.migrations) { database in
            for (vocabulary, table) in [
                (Vocabulary.ofCitizens, "citizen_word_variant"), (.ofVacancies, "vacancy_word_variant"),
            ] {
                let plan = try await database.plan(of: vocabulary.lookup(["saldatroe", "magazziniree"]))
                switch engine {
                case .sqlite:
                    #expect(plan.first == "SEARCH v USING PRIMARY KEY (variant=?)", "\(plan)")
                case .postgresql:
                    #expect(plan.contains { $0.contains("Index Only Scan using \(table)_pkey") }, "\(plan)")
                    #expect(plan.contains { $0.contains("Index Cond: (variant = ") }, "\(plan)")
                }
                #expect(!plan.contains { $0.contains("SCAN v") || $0.contains("Seq Scan") }, "\(plan)")
            }
        }
    }

    @Test("Whether words are stored is asked by their key", arguments: Engine.available)
    func stored(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: Schema.migrations) { database in
            let plan = try await database.plan(
                of: "SELECT w.word FROM citizen_word w WHERE w.word IN \(in: ["saldatore", "cuoco"])"
            )
            #expect(!plan.contains { $0.contains("SCAN w") || $0.contains("Seq Scan") }, "\(plan)")
        }
    }
}

extension Database {
    /// How the engine would carry a statement out, step by step; on PostgreSQL as if the tables were large.
    func plan(of sql: SQL) async throws -> [String] {
        struct Step: FromRow {
            let text: String

            init(from row: inout Row) throws {
                row.skip(3)
                text = try row.next()
            }
        }
        return try await write { (transaction: borrowing Transaction) in
            if transaction.engine == .sqlite {
                return try transaction.all("EXPLAIN QUERY PLAN \(sql)", as: Step.self).map(\.text)
            }
            try transaction.run("SET LOCAL enable_seqscan = off")
            try transaction.run("SET LOCAL enable_bitmapscan = off")
            return try transaction.all("EXPLAIN \(sql)", as: String.self)
        }
    }
}
