import Persistence
import TestSupport
import Testing

/// A small generator with a seed, so that a failure can be repeated.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// What the index must find, by looking at every document.
private struct Document {
    var words: [String]
    var scopes: Set<String>

    func matches(_ query: TextQuery) -> Bool {
        query.all.allSatisfy(holds) && !query.none.contains(where: holds)
            && query.scopes.allSatisfy { !scopes.isDisjoint(with: $0) }
    }

    private func holds(_ term: TextTerm) -> Bool {
        switch term {
        case .word(let word): words.contains(word)
        case .prefix(let start): words.contains { $0.hasPrefix(start) }
        case .any(let any): any.contains(where: words.contains)
        case .either(let terms): terms.contains(where: holds)
        case .phrase(let phrase):
            words.indices.contains { words[$0...].starts(with: phrase) }
        }
    }
}

@Suite("The text index beside a plain look at every document")
struct TextIndexComparisonTests {
    private static let vocabulary = [
        "cuoc", "cuoch", "cucin", "camerier", "barist", "magazzin", "mulett", "c++", "c#", "java", "javascript", "pizz",
        "pizzaiol", "inferm", "infermier", "opera", "oper", "22", "2024", "a",
    ]
    private static let scopes = ["b1", "b2", "b3", "b12", "a1", "a2", "pMI", "pRM", "zz", "B1"]

    private func document(_ generator: inout Seeded) -> Document {
        let words = (0..<Int.random(in: 0...12, using: &generator)).map { _ in word(&generator) }
        let scopes = TextIndexComparisonTests.scopes.filter { _ in Bool.random(using: &generator) }
        return Document(words: words, scopes: Set(scopes))
    }

    private func word(_ generator: inout Seeded) -> String {
        TextIndexComparisonTests.vocabulary.randomElement(using: &generator) ?? "a"
    }

    private func term(_ generator: inout Seeded) -> TextTerm {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: .prefix(String(word(&generator).prefix(Int.random(in: 1...5, using: &generator))))
        case 1: .phrase([word(&generator), word(&generator)])
        case 3: .either([.prefix(String(word(&generator).prefix(3))), term(&generator)])
        case 2: .any((0..<Int.random(in: 1...3, using: &generator)).map { _ in word(&generator) })
        default: .word(word(&generator))
        }
    }

    private func query(_ generator: inout Seeded) -> TextQuery {
        let scopes = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            TextIndexComparisonTests.scopes.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
        }
        return TextQuery(
            all: (0..<Int.random(in: 0...3, using: &generator)).map { _ in term(&generator) },
            none: (0..<Int.random(in: 0...2, using: &generator)).map { _ in term(&generator) },
            scopes: scopes.map(Array.init)
        )
    }

    @Test("Both engines find what the plain look finds", arguments: Engine.available, [UInt64(1), 2, 3])
    func same(on engine: Engine, seed: UInt64) async throws {
        var generator = Seeded(state: seed)
        var documents: [Int64: Document] = [:]
        for id in 1...Int64(150) { documents[id] = document(&generator) }
        try await withDatabase(on: engine, migrations: searchSchema) { (database: Database) async throws in
            let first = documents
            try await database.write { (transaction: borrowing Transaction) in
                for (id, document) in first {
                    try searchIndex.put(
                        id,
                        tokens: document.words.joined(separator: " "),
                        scopes: Array(document.scopes),
                        in: transaction
                    )
                }
            }
            for id in (1...Int64(150)).shuffled(using: &generator).prefix(60) {
                if Bool.random(using: &generator) {
                    documents[id] = nil
                    try await database.write { (transaction: borrowing Transaction) in
                        try searchIndex.remove(id, in: transaction)
                    }
                } else {
                    let document = document(&generator)
                    documents[id] = document
                    try await database.put(
                        id,
                        document.words.joined(separator: " "),
                        scopes: Array(document.scopes)
                    )
                }
            }
            for _ in 0..<250 {
                let query = query(&generator)
                let expected = documents.filter { $0.value.matches(query) }.keys.sorted(by: >)
                #expect(try await database.search(query) == expected, "\(query)")
            }
        }
    }
}
