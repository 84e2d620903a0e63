internal import Persistence

/// The words of a text index as people write them, so that a search with one typing error can be understood.
///
/// The index holds stems, which nobody wants to read in a suggestion and which an error turns into others. Here stands
/// every word (``isWord(_:)``) that a document had when it was indexed, and each of them once more under what is left of
/// it when one letter goes (symmetric deletion, as in SymSpell): two words that are one error apart have one of these
/// variants in common, so that candidates are found by a handful of look-ups in a key, whatever the number of words. The
/// variant is kept as a number of 64 bits; whether it is the same by chance, the words themselves tell (``OneError``).
///
/// The token of a word is not kept: it is what ``ItalianAnalyser`` makes of the word today.
///
/// A word is known without the documents that had it, and stays when they go: of an erased CV nothing remains here but
/// words, which name nobody and lead to nobody. They are never shown either, because only what somebody finds within
/// their own scope today is suggested to them. To take them out would be to ask the index for each word of the nation.
struct Vocabulary: Sendable {
    let words: StaticString
    let variants: StaticString

    static let ofCitizens = Vocabulary(words: "citizen_word", variants: "citizen_word_variant")
    static let ofVacancies = Vocabulary(words: "vacancy_word", variants: "vacancy_word_variant")
}

extension Vocabulary {
    /// The letters of a word that is worth correcting, or to be corrected to: among shorter ones everything is one error
    /// from everything.
    static let lengths = 4...ItalianAnalyser.longestToken

    /// Whether a word, as the analyser notes it, belongs into a vocabulary: stop words are gone by then.
    ///
    /// One with a digit is a code: the code beside it is another one, and not what was meant.
    static func isWord(_ word: [UInt8]) -> Bool {
        lengths.contains(word.count) && word.allSatisfy(ItalianWords.isLetter)
    }

    /// The numbers under which a word is looked up and found: its own, and that of each way to leave one letter out.
    static func variants(of word: String) -> Set<Int64> {
        let bytes = Array(word.utf8)
        var variants: Set<Int64> = [number(of: bytes)]
        for index in bytes.indices {
            var shorter = bytes
            shorter.remove(at: index)
            variants.insert(number(of: shorter))
        }
        return variants
    }

    /// FNV-1a: the same in every process, because it is stored.
    static func number(of bytes: some Sequence<UInt8>) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}

/// What one slip of the fingers does to a word: a letter too many, one missing, another one, or two in the wrong order.
enum OneError {
    /// Whether the words are one error apart (Damerau-Levenshtein); a word is not one error from itself.
    static func parts(_ first: String, _ second: String) -> Bool {
        let (one, other) = (Array(first.utf8), Array(second.utf8))
        if one.count > other.count { return parts(second, first) }
        guard other.count - one.count <= 1 else { return false }
        guard let start = other.indices.first(where: { $0 == one.count || one[$0] != other[$0] }) else { return false }
        if one.count < other.count { return one[start...] == other[(start + 1)...] }
        if one[(start + 1)...] == other[(start + 1)...] { return true }
        let next = start + 1
        return next < one.count && one[start] == other[next] && one[next] == other[start]
            && one[(next + 1)...] == other[(next + 1)...]
    }
}
