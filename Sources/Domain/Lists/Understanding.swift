/// What a search for words was taken for, because as it was typed it finds nothing.
public struct Understanding: Hashable, Sendable {
    public struct Word: Hashable, Sendable {
        public let typed: String
        public let understood: String
    }

    /// The search as it was typed.
    public let typed: String
    /// The same with other words in the place of those that nobody has.
    public let understood: String
    /// The search for exactly what was typed: with those words in quotes, which nobody corrects.
    public let literal: String
    /// What might have been meant as well, as whole searches, the likeliest first.
    public let others: [String]
    /// The words that were taken for others.
    public let words: [Word]
}

extension Understanding {
    /// The most words of one search that are taken for others, and the most that each could be.
    static let mostWords = 3
    static let mostCandidates = 8
    /// The most other searches that are named.
    static let mostOthers = 3

    /// - Parameter choices: The words to be replaced, each with what it could be, the likeliest first.
    /// - Returns: Nil where the search would become longer than searches are.
    init?(_ text: String, _ choices: [(word: PlainWord, candidates: [String])]) {
        let best = choices.compactMap(\.candidates.first)
        guard best.count == choices.count, !best.isEmpty else { return nil }
        let places = choices.map(\.word.range)
        typed = text
        understood = Understanding.replace(places, of: text, by: best)
        literal = Understanding.replace(places, of: text, by: places.map { "\"\(text[$0])\"" })
        words = zip(places, best).map { Word(typed: String(text[$0]), understood: $1) }
        others = choices.enumerated().flatMap { place, choice in
            choice.candidates.dropFirst().map { other in
                var words = best
                words[place] = other
                return Understanding.replace(places, of: text, by: words)
            }
        }.filter { $0.count <= SearchTerms.longest }.prefix(Understanding.mostOthers).map { $0 }
        if max(understood.count, literal.count) > SearchTerms.longest { return nil }
    }

    private static func replace(_ places: [Range<String.Index>], of text: String, by words: [String]) -> String {
        var result = ""
        var start = text.startIndex
        for (place, word) in zip(places, words) {
            result += text[start..<place.lowerBound] + word
            start = place.upperBound
        }
        return result + text[start...]
    }
}
