internal import Persistence

/// A row of an official table, on its way into a list of codes.
public struct ReferenceEntry: Hashable, Sendable {
    public let code: String
    public let label: String
    /// Many official tables are in Italian only: none leaves the English label that is there.
    public let englishLabel: String?
    public let parent: String?
    public let attributes: [String: String]
    /// None where the table does not say: since ever, or since the table that brought it.
    public let validFrom: Day?
    /// The last day of a code that the table itself gives as ended.
    public let validTo: Day?

    public init(
        code: String,
        label: String,
        englishLabel: String? = nil,
        parent: String? = nil,
        attributes: [String: String] = [:],
        validFrom: Day? = nil,
        validTo: Day? = nil
    ) {
        self.code = code
        self.label = label
        self.englishLabel = englishLabel
        self.parent = parent
        self.attributes = attributes
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

/// Why an official table is refused as a whole.
public enum CannotLoadReferenceTable: Error, Hashable, Sendable {
    /// It lacks more than half of what the list holds: it is cut off, or of something else.
    case wouldEndMost(ReferenceList, ended: Int, of: Int)

    public var message: Localized {
        switch self {
        case .wouldEndMost(let list, let ended, let all):
            Localized(
                it: "mancano \(ended) dei \(all) codici in uso (\(list.name.it)): sembra incompleto",
                en: "\(ended) of the \(all) codes in use (\(list.name.en)) are missing: it seems incomplete"
            )
        }
    }
}

extension References {
    /// Takes an official table into its list, as a whole or not at all, and answers for every row.
    ///
    /// New codes come in, changed labels are taken over, and with a full table a code that it lacks ends today: nothing
    /// is ever deleted, because data refer to it. The same table again changes nothing. English labels, ranks and other
    /// words to search by stay where the official table has none.
    public func load(
        _ list: ReferenceList,
        _ rows: [LoadRow<ReferenceEntry>],
        extent: LoadExtent,
        source: String,
        isDryRun: Bool = false
    ) async throws -> [LoadReceipt] {
        let (now, today) = (store.now, store.today)
        return try await store.write { (transaction: borrowing Transaction) in
            let wasOfficial = try transaction.isOfficial(list)
            let plan = try ReferencePlan(
                list,
                rows,
                stored: transaction.storedCodes(of: list),
                extent: extent,
                wasOfficial: wasOfficial,
                today: today
            )
            if isDryRun || (plan.changed.isEmpty && wasOfficial) { return plan.receipts }
            try transaction.upsert(into: StoredCode.table, rows: plan.changed.map { try $0.values(source: source) })
            try transaction.record(list, isOfficial: true, source: source, entries: plan.entries, at: now)
            return plan.receipts
        }
    }
}

extension Transaction {
    func isOfficial(_ list: ReferenceList) throws -> Bool {
        try first("SELECT official FROM reference_list WHERE list = \(list)", as: Bool.self) ?? false
    }
}

/// What a table does to a list: worked out first, then written.
struct ReferencePlan {
    private(set) var changed: [StoredCode] = []
    private(set) var receipts: [LoadReceipt] = []
    /// How many codes the list then has in use.
    private(set) var entries = 0

    init(
        _ list: ReferenceList,
        _ rows: [LoadRow<ReferenceEntry>],
        stored: [StoredCode],
        extent: LoadExtent,
        wasOfficial: Bool,
        today: Day
    ) throws {
        let known = Dictionary(stored.map { ($0.code, $0) }) { first, _ in first }
        var named = extent.refusedKeys
        for row in rows {
            named.insert(row.entry.code)
            let old = known[row.entry.code]
            let new = StoredCode(row.entry, in: list, over: old, newSince: wasOfficial ? today : nil)
            let outcome: LoadOutcome = old == nil ? .created : old == new ? .unchanged : .updated
            if outcome != .unchanged { changed.append(new) }
            receipts.append(row.receipt(outcome, list.isScale && new.rank == nil ? [.unranked(row.entry.code)] : []))
        }
        let missing = extent.isFull ? stored.filter { $0.validTo == nil && !named.contains($0.code) } : []
        let inUse = stored.count { $0.validTo == nil }
        if wasOfficial || list.isWhole, missing.count * 2 > inUse {
            throw CannotLoadReferenceTable.wouldEndMost(list, ended: missing.count, of: inUse)
        }
        for var code in missing {
            code.validTo = today
            changed.append(code)
            receipts.append(LoadReceipt(row: 0, key: code.code, outcome: .ended))
        }
        let after = known.merging(changed.map { ($0.code, $0) }) { $1 }
        entries = after.values.count { $0.validTo == nil }
    }
}

extension StoredCode {
    fileprivate init(_ entry: ReferenceEntry, in list: ReferenceList, over old: StoredCode?, newSince: Day?) {
        var attributes = (old?.attributes ?? [:]).merging(entry.attributes) { $1 }
        if list == .profession, let old, old.italian != entry.label {
            // Our own wording goes, the search by it stays.
            let words = [attributes["synonyms"], old.italian].compactMap(\.self)
            attributes["synonyms"] = words.joined(separator: "|")
        }
        self.init(
            ReferenceCode(
                code: entry.code,
                label: Localized(it: entry.label, en: entry.englishLabel ?? old?.english ?? entry.label),
                parent: entry.parent ?? old?.parent,
                rank: old?.rank,
                attributes: attributes,
                validFrom: entry.validFrom ?? (old == nil ? newSince : old?.validFrom),
                validTo: entry.validTo
            ),
            in: list,
            sequence: old?.sequence ?? (list.isInOrderOfCode ? 0 : 1000)
        )
    }
}

extension ReferenceList {
    /// Whether entries are compared by rank.
    fileprivate var isScale: Bool { self == .education || self == .languageLevel }
}

extension Finding {
    fileprivate static func unranked(_ code: String) -> Finding {
        Finding(
            "codice",
            "rank_missing",
            it: "Il codice «\(code)» è nuovo e non ha un grado: i filtri «almeno» non lo considerano",
            en: "The code “\(code)” is new and has no rank: filters that ask for a minimum leave it out",
            severity: .warning
        )
    }
}
