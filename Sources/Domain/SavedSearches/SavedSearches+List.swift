internal import Persistence

extension SavedSearches {
    /// The person's own searches and those that colleagues share, by list and name.
    public func list(_ list: ListName? = nil, as person: OperatorIdentity) async throws -> [SavedSearch] {
        let chosen: SQL = list.map { " AND s.list = \($0)" } ?? ""
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT \(SavedSearch.columns) FROM \(SavedSearch.tables(for: person))
                WHERE \(person.reachesSavedSearch)\(chosen) ORDER BY s.list, s.sort_key, s.id
                """
            )
        }
    }

    /// How much is new in the watched ones among these, each counted to 99, and no other.
    ///
    /// One statement for each, all in one snapshot: an operator watches a few. That she was told is in the audit trail
    /// first.
    public func newRows(
        in searches: [SavedSearch],
        as person: OperatorIdentity
    ) async throws -> [ID<SavedSearch>: NewRows] {
        let watched = searches.filter(\.isWatched).prefix(SavedSearches.mostWatched)
        if watched.isEmpty { return [:] }
        let (reference, today) = (try await reference(), store.today)
        var statements: [(id: ID<SavedSearch>, sql: SQL)] = []
        var found: [ID<SavedSearch>: NewRows] = [:]
        for search in watched {
            guard let seenAt = search.seenAt else { continue }
            do {
                let statement = try search.list.newRows(
                    of: search.query,
                    since: seenAt,
                    limit: SavedSearches.mostNew + 1,
                    as: person,
                    reference: reference,
                    today: today
                )
                statements.append((search.id, statement))
            } catch is Invalid {
                found[search.id] = .unreadable
            }
        }
        let counts = try await store.read { [statements] (transaction: borrowing Transaction) in
            var counts: [ID<SavedSearch>: Int] = [:]
            for (id, sql) in statements { counts[id] = try transaction.first(sql) }
            return counts
        }
        for (id, count) in counts {
            let isCapped = count > SavedSearches.mostNew
            found[id] = .counted(CappedCount(value: min(count, SavedSearches.mostNew), isCapped: isCapped))
        }
        let told = counts.sorted { $0.key < $1.key }.map { AuditValue.text("\($0.key.text) \($0.value)") }
        let entry = AuditEntry(.operator(person), .savedSearchesCounted, details: ["searches": .list(told)])
        try await store.audit.record(read: entry)
        return found
    }
}
