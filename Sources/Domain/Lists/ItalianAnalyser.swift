/// What the words of a CV, of a vacancy and of a search become before they meet in the text index.
///
/// One analyser for both engines: PostgreSQL's Italian stemmer parts *cameriere* from *camerieri* and drops `c++`, and
/// SQLite has none. Lower case, accents folded, elided articles and stop words dropped, and a light stem that unites the
/// genders and numbers of nouns and adjectives, nothing more: a search for *magazziniere* is not one for *magazzino*.
public enum ItalianAnalyser {
    /// Grows whenever the tokens of some text change, or what is learnt of it: what was indexed under another version is
    /// indexed again.
    public static let version = 2

    /// The longest token, in bytes: what is longer is no word, and is cut.
    static let longestToken = 40

    /// The tokens of a text in their order, each of `a–z`, `0–9`, `+` and `#` only.
    public static func tokens(_ text: String) -> [String] { tokens(text) { _ in } }

    /// - Parameter note: Is given each word that the tokens are made of, as it was before it became one.
    static func tokens(_ text: String, noting note: ([UInt8]) -> Void) -> [String] {
        var tokens: [String] = []
        var wantsLetter = false
        ItalianWords.forEach(in: text) { word, isElided in
            let keepsLetter = wantsLetter && word.count == 1
            wantsLetter = ItalianLexicon.takesLetter(word)
            if isElided, ItalianLexicon.isElision(word) { return }
            if !keepsLetter, ItalianLexicon.isStopWord(word) { return }
            note(word)
            if let parts = ItalianLexicon.parts(of: word) {
                tokens += parts
            } else {
                ItalianStem.apply(to: &word)
                tokens.append(String(decoding: word, as: UTF8.self))
            }
        }
        return tokens
    }

    /// The tokens of several texts, parted so that no phrase runs from one into the next.
    public static func document(_ texts: some Sequence<String>) -> String { indexed(texts).tokens }

    /// What a document becomes: its tokens as ``document(_:)`` puts them, and the words for the index's ``Vocabulary``.
    static func indexed(_ texts: some Sequence<String>) -> IndexedText {
        var words = WordSet()
        let parts = texts.map { text in
            tokens(text) { word in
                if Vocabulary.isWord(word) { words.insert(word) }
            }
        }
        let joined = parts.lazy.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
        return IndexedText(tokens: joined.joined(separator: " \(boundary) "), words: words)
    }

    /// A token that no typed text becomes, between the fields of a document.
    static let boundary = "#"
}

/// What a text is found by, and the words that it was made of.
struct IndexedText: Hashable, Sendable {
    let tokens: String
    let words: WordSet
}

/// The cutting of a text into lower-case words, over its bytes.
enum ItalianWords {
    private struct Cutter {
        var word: [UInt8] = []
        let body: (inout [UInt8], Bool) -> Void

        init(_ body: @escaping (inout [UInt8], Bool) -> Void) {
            self.body = body
            word.reserveCapacity(ItalianAnalyser.longestToken)
        }

        mutating func append(_ byte: UInt8) {
            if word.count < ItalianAnalyser.longestToken { word.append(byte) }
        }

        mutating func finish(elided: Bool = false) {
            if word.isEmpty { return }
            body(&word, elided)
            word.removeAll(keepingCapacity: true)
        }

        var isCode: Bool {
            word.dropFirst(ItalianWords.isLetter(word.first ?? 0) ? 1 : 0).allSatisfy(ItalianWords.isDigit)
        }
    }

    /// Calls `body` with each word and whether an apostrophe follows it.
    static func forEach(in text: String, _ body: (inout [UInt8], Bool) -> Void) {
        var text = text
        withoutActuallyEscaping(body) { body in
            text.withUTF8 { cut($0, into: Cutter(body)) }
        }
    }

    private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, into cutter: consuming Cutter) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x61...0x7A, 0x30...0x39: cutter.append(byte)
            case 0x41...0x5A: cutter.append(byte | 0x20)
            case 0x80...: index += foreign(bytes, at: index, into: &cutter) - 1
            default: index += mark(bytes, at: index, into: &cutter)
            }
            index += 1
        }
        cutter.finish()
    }

    /// What is neither letter nor digit, and the bytes that it takes beyond its own.
    private static func mark(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        into cutter: inout Cutter
    ) -> Int {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        let joins = isLetter(next) || isDigit(next)
        switch bytes[index] {
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
            cutter.finish(elided: true)
        case UInt8(ascii: ".") where isDigit(next) && !cutter.word.isEmpty && cutter.isCode:
            break  // 5.2.2.1.0, A.02.00 and 1.500 are one token each
        case UInt8(ascii: "-") where cutter.word == [0x65] && isLetter(next):
            break  // e-mail is also written email
        case UInt8(ascii: "+") where next == UInt8(ascii: "+") && cutter.word.allSatisfy(isLetter):
            if !cutter.word.isEmpty { [0x2B, 0x2B].forEach { cutter.append($0) } }
            cutter.finish()
            return 1
        case UInt8(ascii: "#") where cutter.word.count == 1 && !joins:
            cutter.append(0x23)
            cutter.finish()
        default:
            cutter.finish()
        }
        return 0
    }

    /// A character beyond ASCII, or a run of them, and the bytes that it takes.
    private static func foreign(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at index: Int,
        into cutter: inout Cutter
    ) -> Int {
        let (lead, next) = (bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0)
        switch lead {
        case 0xC3:
            let plain = latin[Int(next & 0x3F)]
            if plain.isEmpty { cutter.finish() } else { plain.utf8.forEach { cutter.append($0) } }
            return 2
        case 0xC2:
            cutter.finish(elided: next == 0xB4)
            return 2
        case 0xE2:
            let isQuote = next == 0x80 && index + 2 < bytes.count && (0x98...0x99).contains(bytes[index + 2])
            cutter.finish(elided: isQuote)
            return 3
        default:
            var end = index
            while end < bytes.count, bytes[end] >= 0x80, ![0xC2, 0xC3, 0xE2].contains(bytes[end]) || end == index {
                end += width(of: bytes[end])
            }
            end = min(end, bytes.count)
            fold(String(decoding: bytes[index..<end], as: UTF8.self), into: &cutter)
            return end - index
        }
    }

    /// Letters of other alphabets are no token; a mark that sits on the letter before it does not part the word.
    private static func fold(_ run: String, into cutter: inout Cutter) {
        let folded = Fold.key(run)
        let isMark = run.unicodeScalars.allSatisfy { (0x300...0x36F).contains($0.value) }
        if folded.isEmpty, !isMark { cutter.finish() }
        for byte in folded.utf8 {
            if isLetter(byte) || isDigit(byte) {
                cutter.append(byte)
            } else if byte == 0x20 {
                cutter.finish()
            }
        }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func width(of lead: UInt8) -> Int {
        lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    }

    /// The plain letters of U+00C0 to U+00FF; the two signs among them part words.
    private static let latin: [String] =
        [
            "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
            "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
            "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
            "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
        ]
}
