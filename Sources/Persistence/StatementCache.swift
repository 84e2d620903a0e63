/// The prepared statements of one connection by their text, as many as are worth keeping.
struct StatementCache<Handle> {
    final class Entry {
        let handle: Handle
        var isInUse = true
        fileprivate var lastUse: UInt64

        init(_ handle: Handle, lastUse: UInt64) {
            self.handle = handle
            self.lastUse = lastUse
        }
    }

    let capacity: Int
    private var entries: [String: Entry] = [:]
    private var clock: UInt64 = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    mutating func find(_ text: String) -> Entry? {
        guard let entry = entries[text] else { return nil }
        clock += 1
        entry.lastUse = clock
        return entry
    }

    /// Keeps a handle, and gives back those that make room for it.
    mutating func insert(_ handle: Handle, for text: String) -> (entry: Entry, evicted: [Handle]) {
        clock += 1
        let evicted = entries.count >= capacity ? evict() : []
        let entry = Entry(handle, lastUse: clock)
        entries[text] = entry
        return (entry, evicted)
    }

    /// A quarter goes at once, so that the search for the oldest is rare.
    private mutating func evict() -> [Handle] {
        let oldest = entries.filter { !$0.value.isInUse }.sorted { $0.value.lastUse < $1.value.lastUse }
            .prefix(max(1, capacity / 4))
        for (text, _) in oldest { entries[text] = nil }
        return oldest.map(\.value.handle)
    }

    mutating func removeAll() -> [Handle] {
        defer { entries = [:] }
        return entries.values.map(\.handle)
    }
}
