/// One thing that a text must hold, in tokens that are already analysed (`a`–`z`, `0`–`9`, `+`, `#`).
public enum TextTerm: Sendable, Hashable {
    case word(String)
    /// Words that begin so: what is asked while the person types.
    case prefix(String)
    /// Words that follow one another.
    case phrase([String])
    /// At least one of the words.
    case any([String])
    /// At least one of the terms: a word that is being typed may be whole already.
    case either([TextTerm])
}

/// What a text must and must not hold, and to which scopes it must belong.
public struct TextQuery: Sendable, Hashable {
    public var all: [TextTerm]
    public var none: [TextTerm]
    /// Of each list at least one: an empty list is open to nobody and matches nothing.
    public var scopes: [[String]]

    public init(all: [TextTerm], none: [TextTerm] = [], scopes: [[String]]) {
        self.all = all
        self.none = none
        self.scopes = scopes
    }

    /// True when every document matches.
    public var isEmpty: Bool { all.isEmpty && none.isEmpty && scopes.isEmpty }
}

/// The tokens of a text as both engines keep them.
///
/// The rule is that of the `ascii` tokenizer of FTS5 with `+` and `#`: letters and digits, and whatever is not ASCII;
/// all else separates. Whatever a caller passes, nothing of it can become the syntax of a query.
enum TextTokens {
    /// PostgreSQL counts no further positions (manual, 12.11 Limitations: 16,383), and so neither engine does.
    static let most = 16_383
    /// Longer ones are cut: PostgreSQL takes lexemes under 2 KB only, and no word is that long.
    static let longest = 100

    static func split(_ text: String) -> [String] {
        var tokens: [String] = []
        forEach(in: text) { tokens.append(String(decoding: $0, as: UTF8.self)) }
        return tokens
    }

    /// The tokens one after the other, as bytes: an index of a nation's texts makes no `String` of each word.
    static func forEach(in text: String, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count + 1)
        for byte in text.utf8 { folded.append(fold(byte)) }
        folded.append(separator)
        folded.withUnsafeBufferPointer { bytes in
            var start = 0
            var count = 0
            for position in bytes.indices where bytes[position] == separator {
                if position > start {
                    body(bytes[start..<min(position, start + longest)])
                    count += 1
                    if count == most { return }
                }
                start = position + 1
            }
        }
    }

    private static let separator = UInt8(ascii: " ")

    private static func fold(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
            UInt8(ascii: "#"), 0x80...:
            byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            byte | 0x20
        default:
            separator
        }
    }

    /// A scope as a token, one to one whatever it holds: `b12` stays `b12`, `pMI` becomes `pz4dz49`.
    static func encode(scope: String) -> String {
        if scope.isEmpty { return "z" }
        var token: [UInt8] = []
        for byte in scope.utf8 {
            switch byte {
            case UInt8(ascii: "a")..<UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                token.append(byte)
            default:
                token.append(UInt8(ascii: "z"))
                if byte < 16 { token.append(UInt8(ascii: "0")) }
                token.append(contentsOf: String(byte, radix: 16).utf8)
            }
        }
        return String(decoding: token, as: UTF8.self)
    }
}

/// A term in tokens: nothing when there is nothing in it to search for, and then no text holds it.
enum SearchTerm {
    case phrase([String], isPrefix: Bool)
    case any([[String]])
    case either([SearchTerm])

    init?(_ term: TextTerm) {
        switch term {
        case .word(let word):
            self.init(phrase: TextTokens.split(word), isPrefix: false)
        case .prefix(let start):
            self.init(phrase: TextTokens.split(start), isPrefix: true)
        case .phrase(let words):
            self.init(phrase: words.flatMap(TextTokens.split), isPrefix: false)
        case .any(let words):
            let phrases = words.map(TextTokens.split).filter { !$0.isEmpty }
            if phrases.isEmpty { return nil }
            self = .any(phrases)
        case .either(let terms):
            let terms = terms.compactMap(SearchTerm.init)
            if terms.isEmpty { return nil }
            self = .either(terms)
        }
    }

    private init?(phrase: [String], isPrefix: Bool) {
        if phrase.isEmpty { return nil }
        self = .phrase(phrase, isPrefix: isPrefix)
    }
}
