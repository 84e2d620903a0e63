/// Words of documents on their way into a ``Vocabulary``, each once.
///
/// They are told apart by their numbers, which the look-up of known words needs anyway: a nation's CVs have hundreds of
/// words each, nearly all of them known. Among 300,000 words two share a number of 64 bits about once in a hundred million
/// vocabularies, and then one of them is not suggested.
struct WordSet: Hashable, Sendable {
    private(set) var byNumber: [Int64: String] = [:]

    init() {}

    init(_ words: some Sequence<String>) {
        for word in words { insert(Array(word.utf8)) }
    }

    var words: [String] { byNumber.values.sorted() }
    var isEmpty: Bool { byNumber.isEmpty }

    mutating func insert(_ word: [UInt8]) {
        let number = Vocabulary.number(of: word)
        if byNumber[number] == nil { byNumber[number] = String(decoding: word, as: UTF8.self) }
    }

    mutating func formUnion(_ other: WordSet) {
        if isEmpty { byNumber = other.byNumber } else { byNumber.merge(other.byNumber) { first, _ in first } }
    }

    static func union(of sets: some Sequence<WordSet>) -> WordSet {
        sets.reduce(into: WordSet()) { $0.formUnion($1) }
    }
}
