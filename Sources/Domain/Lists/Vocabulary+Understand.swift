internal import Persistence

/// The rows that somebody's words are looked for in: as their list asks for them, with their rights of today.
///
/// A suggestion tells that a word is there. So whether it is there is asked like any search of that person's, and never
/// of the whole index.
struct SearchScope: Sendable {
    /// One column for each row that holds the terms.
    let rows: @Sendable (SearchTerms) -> SQL
    /// A statement made of such rows, with what they refer to.
    let whole: @Sendable (SQL) -> SQL

    init(rows: @escaping @Sendable (SearchTerms) -> SQL, whole: @escaping @Sendable (SQL) -> SQL = { $0 }) {
        self.rows = rows
        self.whole = whole
    }

    /// How many rows hold each of the terms, counted no further than `limit`; in one statement.
    func counts(
        of terms: [SearchTerms.Term],
        limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [Int] {
        if terms.isEmpty { return [] }
        let found: [Held] = try transaction.all(statement(of: terms, limit: limit))
        var counts = [Int](repeating: 0, count: terms.count)
        for held in found where counts.indices.contains(held.place) { counts[held.place] = held.count }
        return counts
    }

    func statement(of terms: [SearchTerms.Term], limit: Int) -> SQL {
        let counts = terms.enumerated().map { place, term -> SQL in
            let rows = rows(SearchTerms(all: [term]))
            return "SELECT CAST(\(place) AS BIGINT), (SELECT count(*) FROM (\(rows) LIMIT \(limit)) AS held)"
        }
        return whole(counts.joined(by: " UNION ALL "))
    }

    private struct Held: FromRow {
        let place: Int
        let count: Int

        init(from row: inout Row) throws {
            place = try row.next()
            count = try row.next()
        }
    }
}

extension Vocabulary {
    /// From here on it makes no difference how many more documents have a word.
    static let manyDocuments = 200

    /// Takes words that nobody in scope has for words that somebody has, and that are one error away.
    ///
    /// Exact goes before the beginning of a word, and that before an error: a word that finds anything as it stands is
    /// never replaced. Of what it could be, the word that most documents have comes first. Three statements at most.
    ///
    /// - Parameters:
    ///   - text: A search that found nothing.
    ///   - scope: All that is open to the person: a word that stands anywhere in it is spelled as it should be.
    ///   - list: The part of it that the list is about, where a suggestion has to find something.
    /// - Returns: Nil when the search stays as it was typed.
    func understand(
        _ text: String,
        within scope: SearchScope,
        for list: SearchScope,
        in transaction: borrowing Transaction
    ) throws -> Understanding? {
        let words = ItalianAnalyser.plainWords(query: text)
        let found = try scope.counts(of: words.map(\.term), limit: 1, in: transaction)
        let lost = zip(words, found).filter { $1 == 0 }.map(\.0)
        guard (1...Understanding.mostWords).contains(lost.count) else { return nil }
        let near = try neighbours(of: lost.map(\.text), in: transaction)
        let candidates = lost.map { Candidate.chosen(near[$0.text] ?? [], for: $0.text) }
        if candidates.contains(where: \.isEmpty) { return nil }
        let counts = try list.counts(
            of: candidates.joined().map(\.term),
            limit: Vocabulary.manyDocuments,
            in: transaction
        )
        var rest = counts[...]
        let choices = zip(lost, candidates).map { word, candidates -> (word: PlainWord, candidates: [String]) in
            let counted = zip(candidates, rest.prefix(candidates.count)).filter { $1 > 0 }
            rest = rest.dropFirst(candidates.count)
            return (word, counted.sorted { ($1.1, $0.0.word) < ($0.1, $1.0.word) }.map(\.0.word))
        }
        return Understanding(text, choices)
    }

    /// The words that are one error away from each of some others.
    private func neighbours(of words: [String], in transaction: borrowing Transaction) throws -> [String: [String]] {
        let found: [String] = try transaction.all(lookup(words))
        let candidates = Set(found)
        return Dictionary(words.map { word in (word, candidates.filter { OneError.parts($0, word) }) }) { $1 }
    }

    /// Words that have a variant in common with others, as many times as they have; read from the key alone.
    func lookup(_ words: [String]) -> SQL {
        let numbers = words.reduce(into: Set<Int64>()) { $0.formUnion(Vocabulary.variants(of: $1)) }
        return "SELECT v.word FROM \(SQL(variants)) v WHERE v.variant IN \(in: numbers.sorted())"
    }
}

/// What a word could have been meant to be.
private struct Candidate {
    let word: String
    let term: SearchTerms.Term

    /// The few that are worth asking for, in an order that is always the same.
    ///
    /// Words of one stem find the same documents: one of them is enough. Where there are too many, those that begin like
    /// the word come first, because few slip on the first letter.
    static func chosen(_ words: [String], for typed: String) -> [Candidate] {
        var terms: Set<SearchTerms.Term> = []
        let candidates = words.sorted().compactMap { word -> Candidate? in
            let tokens = ItalianAnalyser.tokens(word)
            guard let first = tokens.first else { return nil }
            let term: SearchTerms.Term = tokens.count == 1 ? .word(first) : .phrase(tokens)
            return terms.insert(term).inserted ? Candidate(word: word, term: term) : nil
        }
        let alike = candidates.filter { $0.word.first == typed.first }
        let others = candidates.filter { $0.word.first != typed.first }
        return Array((alike + others).prefix(Understanding.mostCandidates))
    }
}
