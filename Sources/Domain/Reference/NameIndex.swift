/// Finds names by how they begin: the whole name first, then the name's beginning, then that of any of its words.
///
/// Keys are folded (``Fold/key(_:)``); a look-up is a binary search, so that each keystroke in a field may do one.
struct NameIndex<Item: Hashable & Sendable>: Sendable {
    private struct Entry: Sendable {
        let key: String
        let item: Item
        let isPreferred: Bool
    }

    private let entries: [Entry]
    /// A word of a name, with the name's place in `entries`.
    private let words: [(word: String, entry: Int)]

    /// - Parameter names: Where an item has many names it stands here many times; the preferred come first among equals.
    init(_ names: [(key: String, item: Item, isPreferred: Bool)]) {
        let entries = names.map { Entry(key: $0.key, item: $0.item, isPreferred: $0.isPreferred) }
            .sorted { $0.key < $1.key }
        var words: [(word: String, entry: Int)] = []
        for (position, entry) in entries.enumerated() {
            for word in entry.key.split(separator: " ").dropFirst() { words.append((String(word), position)) }
        }
        self.entries = entries
        self.words = words.sorted { ($0.word, $0.entry) < ($1.word, $1.entry) }
    }

    func items(matching text: String, limit: Int) -> [Item] {
        let query = Fold.key(text)
        guard !query.isEmpty, limit > 0 else { return [] }
        var found = Found(limit: limit)
        let start = lowerBound(entries.count) { entries[$0].key < query }
        let range = entries[start...].prefix { $0.key.hasPrefix(query) }
        for entry in range where entry.key == query { found.add(entry.item) }
        for entry in range where entry.isPreferred { found.add(entry.item) }
        for entry in range { found.add(entry.item) }
        if !found.isFull { addByWords(query, to: &found) }
        return found.items
    }

    /// All words of the query begin words of the name, in any order.
    private func addByWords(_ query: String, to found: inout Found) {
        let wanted = query.split(separator: " ")
        guard let rarest = wanted.max(by: { $0.utf8.count < $1.utf8.count }) else { return }
        let prefix = String(rarest)
        var positions = Set<Int>()
        let firstWord = lowerBound(words.count) { words[$0].word < prefix }
        for word in words[firstWord...].prefix(while: { $0.word.hasPrefix(prefix) }) { positions.insert(word.entry) }
        let firstEntry = lowerBound(entries.count) { entries[$0].key < prefix }
        for position in entries[firstEntry...].indices.prefix(while: { entries[$0].key.hasPrefix(prefix) }) {
            positions.insert(position)
        }
        for position in positions.sorted() {
            let words = entries[position].key.split(separator: " ")
            if wanted.allSatisfy({ wanted in words.contains { $0.hasPrefix(wanted) } }) {
                found.add(entries[position].item)
            }
            if found.isFull { return }
        }
    }

    private func lowerBound(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private struct Found {
        let limit: Int
        private(set) var items: [Item] = []
        private var seen: Set<Item> = []

        init(limit: Int) {
            self.limit = limit
        }

        var isFull: Bool { items.count >= limit }

        mutating func add(_ item: Item) {
            if !isFull, seen.insert(item).inserted { items.append(item) }
        }
    }
}
