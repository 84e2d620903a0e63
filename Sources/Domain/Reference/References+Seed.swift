internal import Persistence

extension References {
    /// Puts the tables that come with the software into the store: those that are not there, or are of an older version
    /// of it.
    ///
    /// A list that was imported from an official table is left as it is. What an older version of a table held and the
    /// new one lacks ends today, so that data with such a code keep their label.
    ///
    /// - Parameter lists: The lists to look at.
    /// - Returns: The lists that were put in.
    @discardableResult
    public func seed(
        from tables: StarterTables? = nil,
        only lists: [ReferenceList] = ReferenceList.allCases
    ) async throws -> [ReferenceList] {
        let tables = try tables ?? StarterTables()
        let digests = try lists.map { (list: $0, source: "Incontro \(try tables.digest(of: $0))") }
        let present = try await store.read { (transaction: borrowing Transaction) in
            try transaction.seededLists()
        }
        let due = digests.filter { present[$0.list] != $0.source && present[$0.list] != SeededList.official }
        if due.isEmpty { return [] }
        let parts = try due.map { part in
            try StarterPart(
                list: part.list,
                source: part.source,
                codes: tables.codes(part.list),
                municipalities: tables.municipalities(part.list)
            )
        }
        let (now, today) = (store.now, store.today)
        return try await store.write { (transaction: borrowing Transaction) in
            let present = try transaction.seededLists()
            let due = parts.filter { present[$0.list] != $0.source && present[$0.list] != SeededList.official }
            for part in due { try transaction.seed(part, at: now, on: today) }
            return due.map(\.list)
        }
    }
}

private struct StarterPart: Sendable {
    let list: ReferenceList
    let source: String
    let codes: [ReferenceCode]
    let municipalities: [Municipality]
}

private struct SeededList: FromRow {
    /// Stands for any official source: such a list is not ours to change.
    static let official = "official"

    let list: ReferenceList
    let source: String

    init(from row: inout Row) throws {
        list = try row.next()
        let isOfficial: Bool = try row.next()
        let source: String = try row.next()
        self.source = isOfficial ? SeededList.official : source
    }
}

extension Transaction {
    fileprivate func seededLists() throws -> [ReferenceList: String] {
        let lists = try all("SELECT list, official, source FROM reference_list", as: SeededList.self)
        return Dictionary(uniqueKeysWithValues: lists.map { ($0.list, $0.source) })
    }

    fileprivate func seed(_ part: StarterPart, at now: Instant, on today: Day) throws {
        let rows = try part.codes.enumerated().map { sequence, entry in
            let place = part.list.isInOrderOfCode ? 0 : sequence
            return try StoredCode(entry, in: part.list, sequence: place).values(source: part.source)
        }
        try upsert(into: StoredCode.table, rows: rows)
        try run(
            """
            UPDATE reference_code SET valid_to = \(today)
            WHERE list = \(part.list) AND source <> \(part.source) AND valid_to IS NULL
            """
        )
        try upsert(into: StoredMunicipality.table, rows: part.municipalities.map(StoredMunicipality.values))
        let entries = part.codes.count + part.municipalities.count
        try record(part.list, isOfficial: false, source: part.source, entries: entries, at: now)
    }

    /// Notes what a list now is, which tells every reader that it has changed.
    func record(_ list: ReferenceList, isOfficial: Bool, source: String, entries: Int, at now: Instant) throws {
        try run(
            """
            INSERT INTO reference_list (list, official, source, imported_at, entries, version)
            VALUES (\(list), \(isOfficial), \(source), \(now), \(entries), 1)
            ON CONFLICT (list) DO UPDATE SET
                official = excluded.official, source = excluded.source, imported_at = excluded.imported_at,
                entries = excluded.entries, version = reference_list.version + 1
            """
        )
    }
}
