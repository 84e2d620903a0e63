public import Persistence

/// What a person asked of the text index: words, `"phrases"`, `-exclusions`, and a last word that may still be growing.
public struct SearchTerms: Hashable, Sendable {
    public enum Term: Hashable, Sendable {
        /// A token, in its whole.
        case word(String)
        /// A token that is still being typed: one that begins with these letters, or the word that they are already.
        case growing(String, token: String)
        /// Tokens that follow each other.
        case phrase([String])
    }

    public private(set) var all: [Term] = []
    public private(set) var none: [Term] = []

    /// The most terms that one search takes, and the most characters: what comes after them is left out.
    static let most = 12
    static let longest = 400

    public init(all: [Term] = [], none: [Term] = []) {
        self.all = all
        self.none = none
    }

    /// Whether nothing is left to look for, as in a search of stop words only.
    public var isEmpty: Bool { all.isEmpty && none.isEmpty }

    /// The search within documents that hold at least one scope of each group.
    public func query(scopes: [[String]] = []) -> TextQuery {
        TextQuery(all: all.map(\.textTerm), none: none.map(\.textTerm), scopes: scopes)
    }
}

/// A word of a search as it was typed.
struct PlainWord: Hashable, Sendable {
    /// Lower case, without accents.
    let text: String
    let term: SearchTerms.Term
    let range: Range<String.Index>
}

extension SearchTerms.Term {
    var textTerm: TextTerm {
        switch self {
        case .word(let token): .word(token)
        case .growing(let letters, let token): .either([.prefix(letters), .word(token)])
        case .phrase(let tokens): .phrase(tokens)
        }
    }

    /// Whether tokens hold the term, by the index's own rule: for what is not indexed, and for tests.
    public func matches(_ tokens: [String]) -> Bool {
        switch self {
        case .word(let word): tokens.contains(word)
        case .growing(let letters, let word): tokens.contains { $0 == word || $0.hasPrefix(letters) }
        case .phrase(let words):
            tokens.indices.contains { tokens[$0...].starts(with: words) }
        }
    }
}

extension SearchTerms {
    /// Whether tokens hold every term asked for, and none of those excluded.
    public func match(_ tokens: [String]) -> Bool {
        all.allSatisfy { $0.matches(tokens) } && !none.contains { $0.matches(tokens) }
    }
}

extension ItalianAnalyser {
    /// Reads what a person typed: `saldatore "patente c" -apprendista magaz`.
    ///
    /// Words are all wanted. The last one counts as a beginning while nothing follows it, because the list answers while
    /// people type.
    public static func terms(query text: String) -> SearchTerms { read(text).terms }

    /// What of a search would fall away: whoever looks for words must not be shown everybody instead.
    ///
    /// - Parameter field: Where it was typed.
    public static func unheeded(in text: String, at field: String) -> Finding? {
        if text.count > SearchTerms.longest { return .keywordsTooLong(field) }
        let (terms, isCut) = read(text)
        if isCut { return .tooManyKeywords(field) }
        return terms.isEmpty ? .keywordsTooCommon(field, text) : nil
    }

    private static func read(_ text: String) -> (terms: SearchTerms, isCut: Bool) {
        var terms = SearchTerms()
        for piece in pieces(of: text) {
            guard let term = term(of: piece) else { continue }
            if !terms.add(term, isExcluded: piece.isExcluded) { return (terms, true) }
        }
        return (terms, false)
    }

    /// What a piece asks for; nil where nothing is left of it.
    private static func term(of piece: Piece) -> SearchTerms.Term? {
        let tokens = tokens(piece.text)
        guard let first = tokens.first else { return nil }
        if tokens.count > 1 { return .phrase(tokens) }
        return piece.isGrowing ? beginning(of: piece.text, token: first) : .word(first)
    }

    /// The words of a search that may be mistyped, in their order: no phrase, no exclusion, no code, nothing short.
    ///
    /// A word in quotes says how it is spelled.
    static func plainWords(query text: String) -> [PlainWord] {
        pieces(of: text).compactMap { piece in
            guard !piece.isExcluded, !piece.isQuoted, let term = term(of: piece) else { return nil }
            if case .phrase = term { return nil }
            var words: [[UInt8]] = []
            _ = tokens(piece.text) { words.append($0) }
            guard let word = words.first, words.count == 1, Vocabulary.isWord(word) else { return nil }
            return PlainWord(text: String(decoding: word, as: UTF8.self), term: term, range: piece.range)
        }
    }

    private struct Piece {
        var text: String
        var isExcluded: Bool
        var isGrowing = false
        var isQuoted = false
        /// Where it was typed, without what excludes and quotes it.
        var range: Range<String.Index>
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text.prefix(SearchTerms.longest)[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let isExcluded = rest.first == "-" && rest.dropFirst().first.map { !$0.isWhitespace } == true
            if isExcluded { rest = rest.dropFirst() }
            if let quote = rest.first, quotes.contains(quote) {
                rest = rest.dropFirst()
                let end = rest.firstIndex(where: quotes.contains) ?? rest.endIndex
                let (part, range) = (String(rest[..<end]), rest.startIndex..<end)
                pieces.append(Piece(text: part, isExcluded: isExcluded, isQuoted: true, range: range))
                rest = rest[end...].dropFirst()
            } else {
                let end = rest.firstIndex { $0.isWhitespace || quotes.contains($0) } ?? rest.endIndex
                let isLast = end == rest.endIndex
                let (part, range) = (String(rest[..<end]), rest.startIndex..<end)
                pieces.append(Piece(text: part, isExcluded: isExcluded, isGrowing: isLast, range: range))
                rest = rest[end...]
            }
        }
        return joiningLetters(pieces)
    }

    private static let quotes: Set<Character> = ["\"", "“", "”", "«", "»"]

    /// *patente c* is one thing to look for, also without quotation marks.
    private static func joiningLetters(_ pieces: [Piece]) -> [Piece] {
        var joined: [Piece] = []
        for piece in pieces {
            if let last = joined.last, !piece.isExcluded, !last.isExcluded, piece.text.utf8.count == 1,
                ItalianLexicon.takesLetter(Array(Fold.key(last.text).utf8))
            {
                joined[joined.count - 1].text += " " + piece.text
            } else {
                joined.append(piece)
            }
        }
        return joined
    }

    /// A word of which perhaps more is to come.
    ///
    /// The index holds stems, so that the letters typed are not always the beginning of what they are going to be:
    /// *cuochi* is on its way when *cuoch* is typed, and *saldatrice* when *saldatri* is.
    private static func beginning(of text: String, token: String) -> SearchTerms.Term {
        var typed = token
        ItalianWords.forEach(in: text) { word, _ in typed = String(decoding: word, as: UTF8.self) }
        guard typed.utf8.count >= 3 else { return .word(token) }
        if typed.utf8.contains(where: ItalianWords.isDigit) { return .growing(token, token: token) }
        for unfinished in ["tr", "tri", "tric"] where typed.utf8.count >= 6 && typed.hasSuffix(unfinished) {
            return .growing(typed, token: typed.dropLast(unfinished.count - 1) + "or")
        }
        for hard in ["ch", "gh"] where typed.utf8.count >= 5 && typed.hasSuffix(hard) { typed.removeLast() }
        return .growing(typed, token: token)
    }
}

extension SearchTerms {
    /// - Returns: False when there is no more place.
    fileprivate mutating func add(_ term: Term, isExcluded: Bool) -> Bool {
        if (isExcluded ? none : all).contains(term) { return true }
        if all.count + none.count == SearchTerms.most { return false }
        if isExcluded { none.append(term) } else { all.append(term) }
        return true
    }
}

extension Finding {
    fileprivate static func keywordsTooLong(_ field: String) -> Finding {
        let most = SearchTerms.longest
        return Finding(
            field,
            "keywords_too_long",
            it: "Al massimo \(most) caratteri: il resto non sarebbe cercato",
            en: "\(most) characters at most: the rest would not be looked for"
        )
    }

    fileprivate static func tooManyKeywords(_ field: String) -> Finding {
        let most = SearchTerms.most
        return Finding(
            field,
            "too_many_keywords",
            it: "Al massimo \(most) parole: le altre non sarebbero cercate, togline qualcuna",
            en: "\(most) words at most: the others would not be looked for, take some out"
        )
    }

    fileprivate static func keywordsTooCommon(_ field: String, _ text: String) -> Finding {
        Finding(
            field,
            "keywords_too_common",
            it: "«\(text)» non basta per cercare: scrivi una parola che non sia in ogni testo",
            en: "“\(text)” is not enough to look for: write a word that does not stand in every text"
        )
    }
}
