/// By what a list is sorted, and which way; the order is total, whatever the key.
public struct ListSort<Key: ListSortKey>: Hashable, Sendable {
    public var key: Key
    public var isDescending: Bool

    public init(_ key: Key, descending: Bool = false) {
        self.key = key
        isDescending = descending
    }

    public static var all: [ListSort] {
        Key.allCases.flatMap { [ListSort($0), ListSort($0, descending: true)] }
    }

    /// As in an address: `surname`, `-age`.
    public var word: String { (isDescending ? "-" : "") + key.rawValue }

    public init?(word: String) {
        let isDescending = word.hasPrefix("-")
        guard let key = Key(rawValue: String(word.dropFirst(isDescending ? 1 : 0))) else { return nil }
        self.init(key, descending: isDescending)
    }

    public var title: Localized {
        let name = key.title
        return isDescending
            ? Localized(it: "\(name.it), decrescente", en: "\(name.en), descending")
            : Localized(it: "\(name.it), crescente", en: "\(name.en), ascending")
    }
}

/// What a list can be sorted by: each of them is answered by an index.
public protocol ListSortKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    var title: Localized { get }
}
