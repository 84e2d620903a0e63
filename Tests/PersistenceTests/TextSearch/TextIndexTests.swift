import Persistence
import TestSupport
import Testing

let searchIndex = TextIndex("citizen_index")
let searchSchema = [Migration("search", searchIndex.creation)]

extension Database {
    func put(_ document: Int64, _ tokens: String, scopes: [String] = ["b1"]) async throws {
        try await write { (transaction: borrowing Transaction) in
            try searchIndex.put(document, tokens: tokens, scopes: scopes, in: transaction)
        }
    }

    func search(_ query: TextQuery) async throws -> [Int64] {
        try await read { (transaction: borrowing Transaction) in
            try transaction.all(
                "SELECT document FROM (\(searchIndex.matching(query))) AS hit ORDER BY document DESC",
                as: Int64.self
            )
        }
    }

    func search(_ terms: TextTerm..., none: [TextTerm] = [], scopes: [[String]] = []) async throws -> [Int64] {
        try await search(TextQuery(all: terms, none: none, scopes: scopes))
    }
}

@Suite("The text index")
struct TextIndexTests {
    private func withDocuments(on engine: Engine, _ body: (Database) async throws -> Void) async throws {
        try await withDatabase(on: engine, migrations: searchSchema) { database in
            try await database.put(1, "cuoco pizza forno legna", scopes: ["b1", "a1", "pMI"])
            try await database.put(2, "pizza cuoco cucina c++", scopes: ["b2", "a1", "pRM"])
            try await database.put(3, "cuoca cucina c# pizzaiolo", scopes: ["b3", "a2", "pMI"])
            try await database.put(4, "magazzin mulett patent", scopes: ["b1", "a1", "pTO"])
            try await body(database)
        }
    }

    @Test("Words are found, all of them together, newest first", arguments: Engine.available)
    func words(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(try await database.search(.word("cuoco")) == [2, 1])
            #expect(try await database.search(.word("cuoco"), .word("forno")) == [1])
            #expect(try await database.search(.word("cuo")) == [])
            #expect(try await database.search(.word("c++")) == [2])
            #expect(try await database.search(.word("c#")) == [3])
            #expect(try await database.search(.word("c")) == [])
        }
    }

    @Test("Many documents at once are found as each by itself, in place of what was there", arguments: Engine.available)
    func many(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            let documents = (3...60).map { number in
                TextIndex.Document(
                    Int64(number),
                    tokens: "saldator c++ tig\(number)",
                    scopes: ["b\(number % 2)", "a1"]
                )
            }
            try await database.write { (transaction: borrowing Transaction) in
                try searchIndex.put(documents, in: transaction)
            }
            #expect(try await database.search(.word("saldator")) == (3...60).reversed())
            #expect(try await database.search(.phrase(["c++", "tig7"])) == [7])
            #expect(try await database.search(.word("saldator"), scopes: [["b1"]]).allSatisfy { $0 % 2 == 1 })
            #expect(try await database.search(.word("magazzin")) == [])
            #expect(try await database.search(.word("pizza")) == [2, 1])
        }
    }

    @Test("The beginning of a word is enough while the person types", arguments: Engine.available)
    func prefixes(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(try await database.search(.prefix("c")) == [3, 2, 1])
            #expect(try await database.search(.prefix("pi")) == [3, 2, 1])
            #expect(try await database.search(.prefix("pizza")) == [3, 2, 1])
            #expect(try await database.search(.prefix("pizzai")) == [3])
            #expect(try await database.search(.prefix("izza")) == [])
        }
    }

    @Test("A phrase is found where its words follow one another", arguments: Engine.available)
    func phrases(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(try await database.search(.phrase(["cuoco", "pizza"])) == [1])
            #expect(try await database.search(.phrase(["pizza", "cuoco"])) == [2])
            #expect(try await database.search(.phrase(["cuoco", "forno"])) == [])
            #expect(try await database.search(.phrase(["pizza", "forno", "legna"])) == [1])
            #expect(try await database.search(.phrase(["legna"])) == [1])
        }
    }

    @Test("Of several words one is enough", arguments: Engine.available)
    func any(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(try await database.search(.any(["legna", "patent"])) == [4, 1])
            #expect(try await database.search(.any(["cuoco", "cuoca"]), .word("cucina")) == [3, 2])
        }
    }

    @Test(
        "A word that is being typed is found by its beginning, or as the whole that it may be",
        arguments: Engine.available
    )
    func either(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(try await database.search(.either([.prefix("leg"), .word("patent")])) == [4, 1])
            #expect(try await database.search(.either([.phrase(["pizza", "cuoco"]), .word("nessuno")])) == [2])
            #expect(try await database.search(.either([.prefix("cuoc"), .word("cuoca")]), .word("cucina")) == [3, 2])
            #expect(try await database.search(.either([])) == [])
            #expect(try await database.search(none: [.either([.prefix("leg"), .word("mulett")])]) == [3, 2])
        }
    }

    @Test("What is excluded is not found", arguments: Engine.available)
    func none(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(try await database.search(.prefix("p"), none: [.word("forno"), .word("patent")]) == [3, 2])
            #expect(try await database.search(none: [.prefix("cuoc")]) == [4])
            #expect(try await database.search(none: [.phrase(["cuoco", "pizza"])], scopes: [["b1"]]) == [4])
            #expect(try await database.search(none: [.any(["legna", "mulett"])]) == [3, 2])
        }
    }

    @Test("A search sees only what is open to it", arguments: Engine.available)
    func scopes(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(try await database.search(scopes: [["b1"]]) == [4, 1])
            #expect(try await database.search(.word("cuoco"), scopes: [["b1", "b3"]]) == [1])
            #expect(try await database.search(scopes: [["a1"], ["pMI", "pRM"]]) == [2, 1])
            #expect(try await database.search(scopes: [["a1"], ["b1"], ["pTO"]]) == [4])
            #expect(try await database.search(scopes: [["b"]]) == [])
            #expect(try await database.search(scopes: [["pmi"]]) == [])
            #expect(try await database.search(scopes: [[]]) == [])
            #expect(try await database.search(.word("b1")) == [])
            #expect(try await database.search(scopes: [["cuoco"]]) == [])
        }
    }

    @Test("Without a condition every document is found", arguments: Engine.available)
    func empty(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            #expect(TextQuery(all: [], scopes: []).isEmpty)
            #expect(!TextQuery(all: [], scopes: [[]]).isEmpty)
            #expect(try await database.search(TextQuery(all: [], scopes: [])) == [4, 3, 2, 1])
        }
    }

    @Test("A document that is put again or removed leaves no trace", arguments: Engine.available)
    func replaced(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            try await database.put(1, "camerier sala", scopes: ["b9"])
            #expect(try await database.search(.word("forno")) == [])
            #expect(try await database.search(.prefix("fo")) == [])
            #expect(try await database.search(scopes: [["b1"]]) == [4])
            #expect(try await database.search(.word("sala"), scopes: [["b9"]]) == [1])

            try await database.write { (transaction: borrowing Transaction) in
                try searchIndex.remove(1, in: transaction)
                try searchIndex.remove(99, in: transaction)
            }
            #expect(try await database.search(.word("sala")) == [])
            #expect(try await database.search(TextQuery(all: [], scopes: [])) == [4, 3, 2])
        }
    }

    @Test("What is undone was never indexed", arguments: Engine.available)
    func undone(on engine: Engine) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            await #expect(throws: Stop()) {
                try await database.write { (transaction: borrowing Transaction) in
                    try searchIndex.put(1, tokens: "nuovo", scopes: [], in: transaction)
                    try searchIndex.remove(2, in: transaction)
                    throw Stop()
                }
            }
            #expect(try await database.search(.word("nuovo")) == [])
            #expect(try await database.search(.word("cuoco")) == [2, 1])
        }
    }

    @Test("Endless words and texts are cut at the same place by both", arguments: Engine.available)
    func long(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: searchSchema) { (database: Database) async throws in
            let word = String(repeating: "x", count: 5000)
            try await database.put(1, "\(word) fine")
            let words = (1...20_000).map { "w\($0)" }.joined(separator: " ")
            try await database.put(2, words)
            try await database.put(3, "Maiuscole,e;segni\tdi\ninterpunzione")

            #expect(try await database.search(.word(word)) == [1])
            #expect(try await database.search(.word(String(word.prefix(99)))) == [])
            #expect(try await database.search(.phrase([word, "fine"])) == [1])
            #expect(try await database.search(.word("w16383")) == [2])
            #expect(try await database.search(.word("w16384")) == [])
            #expect(try await database.search(.phrase(["maiuscole", "E", "segni", "di", "interpunzione"])) == [3])
        }
    }

    private static let hostile = [
        "\"", "'", "*", "a*", "tokens:cuoco", "scopes:b1", "NEAR(a b)", "a OR b", "cuoco) OR (scopes : b2", "NOT",
        "AND",
        "^cuoco", "{scopes}:b2", "-cuoco", "cuoco:*", "cuoco & pizza", "!cuoco", "cuoco <-> pizza", "\\", "a\0b", "''",
        "\\'", "(", ")", "\u{2028}", "cuoco:A", "$1", "?", "%", "c++\"", "\"\"\"", "città", "\u{0}", " ", "",
    ]

    @Test("What a person types is a word to look for, never a command", arguments: Engine.available, hostile)
    func hostileWord(on engine: Engine, word: String) async throws {
        try await withDocuments(on: engine) { (database: Database) async throws in
            for term in [TextTerm.word(word), .prefix(word), .phrase([word, word]), .any([word])] {
                let found = try await database.search(TextQuery(all: [term], scopes: [["b3"]]))
                #expect(Set(found).isSubset(of: [3]), "never beyond the scope")
                _ = try await database.search(TextQuery(all: [], none: [term], scopes: [["b3"]]))
            }
            #expect(try await database.search(scopes: [[word]]) == [])
            try await database.put(50, word, scopes: [word])
            #expect(try await database.search(scopes: [[word]]) == [50])
            #expect(try await database.search(.word("cuoco"), scopes: [["b1"]]) == [1])
        }
    }
}
