internal import Persistence
internal import Synchronization

extension Vocabulary {
    /// Takes in the words of documents that this transaction indexes; to be called once in a transaction, after its
    /// documents.
    ///
    /// In the order of the alphabet, and every document's words together: two transactions with words in common wait for
    /// each other in one direction only. Where all words are known nothing is asked and nothing is written.
    func learn(_ found: WordSet, known: KnownWords, in transaction: borrowing Transaction) throws {
        let unsure = known.unsure(of: found, in: self)
        if unsure.isEmpty { return }
        let table = SQL(words)
        let stored: [String] = try transaction.all("SELECT w.word FROM \(table) w WHERE w.word IN \(in: unsure)")
        known.remember(stored, in: self)
        let new = Set(unsure).subtracting(stored).sorted()
        if new.isEmpty { return }
        try transaction.upsert(
            into: BulkTable(words, columns: ["word"], key: ["word"], update: []),
            rows: new.map { [.text($0)] }
        )
        let rows = new.flatMap { word in Vocabulary.variants(of: word).map { (variant: $0, word: word) } }
        try transaction.upsert(
            into: BulkTable(variants, columns: ["variant", "word"], key: ["variant", "word"], update: []),
            rows: rows.sorted { ($0.variant, $0.word) < ($1.variant, $1.word) }
                .map { [.integer($0.variant), .text($0.word)] }
        )
    }
}

/// The words that this process knows to be stored, so that documents made of them cost nothing.
///
/// It believes only what it has read: a word that a transaction has written may still be undone with it, and is
/// remembered when the next document that has it finds it stored. Words are never taken out of a vocabulary, so that
/// what is remembered stays true.
final class KnownWords: Sendable {
    /// A nation's vocabulary has some 300,000 words; beyond the limit, the memory begins anew.
    private let limit: Int
    private let numbers = Mutex<Set<Int64>>([])

    init(limit: Int = 600_000) {
        self.limit = limit
    }

    var count: Int { numbers.withLock(\.count) }

    /// The words that are not known to be stored, in the order of the alphabet.
    func unsure(of words: WordSet, in vocabulary: Vocabulary) -> [String] {
        if words.isEmpty { return [] }
        let table = KnownWords.number(of: vocabulary)
        let unsure = numbers.withLock { known in
            words.byNumber.compactMap { known.contains($0.key ^ table) ? nil : $0.value }
        }
        return unsure.sorted()
    }

    func remember(_ words: [String], in vocabulary: Vocabulary) {
        let table = KnownWords.number(of: vocabulary)
        let new = words.map { Vocabulary.number(of: $0.utf8) ^ table }
        numbers.withLock { known in
            if known.count + new.count > limit { known.removeAll() }
            known.formUnion(new.prefix(limit))
        }
    }

    /// What parts the words of one vocabulary from those of the other.
    private static func number(of vocabulary: Vocabulary) -> Int64 {
        vocabulary.words.withUTF8Buffer { Vocabulary.number(of: $0) }
    }
}
