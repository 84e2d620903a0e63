internal import Persistence

/// A row of a table of comuni: one of today, or with a last day a period that is over.
public struct MunicipalityEntry: Hashable, Sendable {
    public let code: String
    public let name: String
    public let province: String
    /// None to take the province's.
    public let region: String?
    /// None to leave the position that is there.
    public let position: Position?
    public let isPrecise: Bool
    /// None when the table does not say: the period that is there goes on.
    public let validFrom: Day?
    public let validTo: Day?

    public init(
        code: String,
        name: String,
        province: String,
        region: String? = nil,
        position: Position? = nil,
        isPrecise: Bool = true,
        validFrom: Day? = nil,
        validTo: Day? = nil
    ) {
        self.code = code
        self.name = name
        self.province = province
        self.region = region
        self.position = position
        self.isPrecise = isPrecise
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

extension References {
    /// Takes an official table of comuni, as a whole or not at all, and answers for every row.
    ///
    /// A later beginning of a comune ends its present period the day before. With a full table a comune of today that it
    /// lacks ends today. A table of past periods only adds to the past.
    public func load(
        municipalities rows: [LoadRow<MunicipalityEntry>],
        extent: LoadExtent,
        source: String,
        isDryRun: Bool = false
    ) async throws -> [LoadReceipt] {
        let (now, today) = (store.now, store.today)
        return try await store.write { (transaction: borrowing Transaction) in
            let plan = try MunicipalityPlan(
                rows,
                stored: transaction.storedMunicipalities(),
                regions: transaction.regionsByProvince(),
                extent: extent,
                today: today
            )
            let lists = try plan.lists.filter { list in
                let wasOfficial = try transaction.isOfficial(list)
                return !wasOfficial || plan.changedLists.contains(list)
            }
            if isDryRun || (plan.changed.isEmpty && lists.isEmpty) { return plan.receipts }
            try transaction.upsert(into: StoredMunicipality.table, rows: plan.changed.map(StoredMunicipality.values))
            for list in lists {
                try transaction.record(
                    list,
                    isOfficial: true,
                    source: source,
                    entries: transaction.count(of: list),
                    at: now
                )
            }
            return plan.receipts
        }
    }
}

extension Transaction {
    fileprivate func storedMunicipalities() throws -> [Municipality] {
        try all(
            """
            SELECT code, name, province, region, latitude, longitude, precise, valid_from, valid_to, name_fold
            FROM municipality
            """,
            as: StoredMunicipality.self
        ).map(\.municipality)
    }

    fileprivate func regionsByProvince() throws -> [String: String] {
        let provinces = try storedCodes(of: .province)
        return Dictionary(provinces.compactMap { code in code.parent.map { (code.code, $0) } }) { first, _ in first }
    }

    fileprivate func count(of list: ReferenceList) throws -> Int {
        let isPast: SQL = list == .formerMunicipality ? "NOT NULL" : "NULL"
        return try first("SELECT COUNT(*) FROM municipality WHERE valid_to IS \(isPast)", as: Int.self) ?? 0
    }
}

/// What a table of comuni does to the store: worked out first, then written.
struct MunicipalityPlan {
    private(set) var changed: [Municipality] = []
    private(set) var receipts: [LoadReceipt] = []
    private(set) var changedLists: Set<ReferenceList> = []
    /// The lists that the table speaks of.
    private(set) var lists: [ReferenceList] = []
    private let periods: [String: [Municipality]]
    private let regions: [String: String]
    private let today: Day

    init(
        _ rows: [LoadRow<MunicipalityEntry>],
        stored: [Municipality],
        regions: [String: String],
        extent: LoadExtent,
        today: Day
    ) throws {
        periods = Dictionary(grouping: stored) { $0.code }
        self.regions = regions
        self.today = today
        // A row's key begins with the code; the refused ones still say that their comune is there.
        var named = Set(extent.refusedKeys.map { String($0.prefix(4)) })
        for row in rows {
            if row.entry.validTo == nil {
                named.insert(row.entry.code)
                takePresent(row)
            } else {
                takePast(row)
            }
        }
        if rows.contains(where: { $0.entry.validTo == nil }) {
            lists.append(.municipality)
            if extent.isFull { try end(allBut: named, of: stored) }
        }
        if rows.contains(where: { $0.entry.validTo != nil }) { lists.append(.formerMunicipality) }
    }

    private mutating func takePresent(_ row: LoadRow<MunicipalityEntry>) {
        let entry = row.entry
        let old = periods[entry.code]?.first { $0.validTo == nil }
        let from = max(entry.validFrom ?? old?.validFrom ?? today, old?.validFrom ?? entry.validFrom ?? today)
        let new = merged(entry, over: old, from: from)
        if let old, old.validFrom < from { changed.append(old.ended(on: from.adding(days: -1))) }
        take(row, old, new, .municipality)
    }

    private mutating func takePast(_ row: LoadRow<MunicipalityEntry>) {
        guard let from = row.entry.validFrom else {
            receipts.append(row.receipt(.rejected, [.withoutBeginning]))
            return
        }
        let old = periods[row.entry.code]?.first { $0.validFrom == from }
        take(row, old, merged(row.entry, over: old, from: from), .formerMunicipality)
    }

    private mutating func take(
        _ row: LoadRow<MunicipalityEntry>,
        _ old: Municipality?,
        _ new: Municipality,
        _ list: ReferenceList
    ) {
        let outcome: LoadOutcome = old == nil ? .created : old == new ? .unchanged : .updated
        if outcome != .unchanged {
            changed.append(new)
            changedLists.insert(list)
        }
        let isKnown = regions[new.province] != nil || list == .formerMunicipality
        receipts.append(row.receipt(outcome, code: new.code, isKnown ? [] : [.unknownProvince(new.province)]))
    }

    private func merged(_ entry: MunicipalityEntry, over old: Municipality?, from: Day) -> Municipality {
        Municipality(
            code: entry.code,
            name: spelling(of: entry.name, over: old?.name),
            province: entry.province,
            region: entry.region ?? regions[entry.province] ?? old?.region,
            position: entry.position ?? old?.position,
            isPrecise: entry.position == nil ? old?.isPrecise ?? false : entry.isPrecise,
            validFrom: from,
            validTo: entry.validTo
        )
    }

    /// Registers write names in capitals: the same letters do not take the place of a name that is spelt as people do.
    private func spelling(of name: String, over old: String?) -> String {
        if let old, old.lowercased() == name.lowercased() { return old }
        return name
    }

    private mutating func end(allBut named: Set<String>, of stored: [Municipality]) throws {
        let present = stored.filter { $0.validTo == nil }
        let missing = present.filter { !named.contains($0.code) }
        if missing.count * 2 > present.count {
            throw CannotLoadReferenceTable.wouldEndMost(.municipality, ended: missing.count, of: present.count)
        }
        for comune in missing {
            changed.append(comune.ended(on: today))
            changedLists.insert(.municipality)
            receipts.append(LoadReceipt(row: 0, key: comune.code, outcome: .ended, code: comune.code))
        }
    }
}

extension Municipality {
    fileprivate func ended(on day: Day) -> Municipality {
        Municipality(
            code: code,
            name: name,
            province: province,
            region: region,
            position: position,
            isPrecise: isPrecise,
            validFrom: validFrom,
            validTo: day
        )
    }
}

extension Finding {
    fileprivate static let withoutBeginning = Finding(
        "istituito_il",
        "required",
        it: "Un periodo concluso deve avere la data di inizio",
        en: "A period that is over needs its first day"
    )

    fileprivate static func unknownProvince(_ code: String) -> Finding {
        Finding(
            "sigla_provincia",
            "code_not_verified",
            it: "La provincia «\(code)» non è nell'elenco in uso",
            en: "The province “\(code)” is not in the list in use",
            severity: .warning
        )
    }
}
