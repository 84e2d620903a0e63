internal import Persistence

extension SavedSearches {
    /// Lets the agency's other operators find one's own search, or no longer.
    ///
    /// Who of them watched it no longer does: it may open something else when it comes back.
    ///
    /// - Throws: ``Invalid`` when the agency shares too many; ``NotFound`` for one of somebody else.
    public func share(_ id: ID<SavedSearch>, _ isShared: Bool = true, as person: OperatorIdentity) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            let search = try transaction.savedSearch(id, ownedBy: person)
            if search.isShared == isShared { return }
            if isShared, try !transaction.hasRoom(forSharedOf: search.list, person) { throw Invalid([.tooManyShared]) }
            try transaction.run(
                "UPDATE saved_search SET is_shared = \(isShared), updated_at = \(store.now) WHERE id = \(id)"
            )
            if !isShared { try transaction.endWatches(of: id, but: person) }
            let action: AuditAction = isShared ? .savedSearchShared : .savedSearchUnshared
            try store.audit.record(trace(action, search, by: person), in: transaction)
        }
    }

    /// Deletes one's own search, also for those with whom it was shared.
    ///
    /// - Throws: ``NotFound`` for one of somebody else: that can only be left unwatched.
    public func delete(_ id: ID<SavedSearch>, as person: OperatorIdentity) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            let search = try transaction.savedSearch(id, ownedBy: person)
            try transaction.run("DELETE FROM saved_search_watch WHERE saved_search_id = \(id)")
            try transaction.run("DELETE FROM saved_search WHERE id = \(id)")
            try store.audit.record(trace(.savedSearchDeleted, search, by: person), in: transaction)
        }
    }

    /// Counts from now on what is new in a search, one's own or a shared one; or no longer.
    ///
    /// - Throws: ``Invalid`` when the person watches too many; ``NotFound`` for one that she may not open.
    public func watch(_ id: ID<SavedSearch>, _ isWatched: Bool = true, as person: OperatorIdentity) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.holdSavedSearches(of: person)
            let search = try transaction.savedSearch(id, visibleTo: person)
            if search.isWatched == isWatched { return }
            if isWatched, try !transaction.hasRoom(forWatchesOf: person) { throw Invalid([.tooManyWatched]) }
            try isWatched ? transaction.watch(id, person, seenAt: store.now) : transaction.unwatch(id, person)
            let action: AuditAction = isWatched ? .savedSearchWatched : .savedSearchUnwatched
            try store.audit.record(trace(action, search, by: person), in: transaction)
        }
    }

    /// A search to be opened: what it holds counts as seen from now on.
    ///
    /// - Throws: ``NotFound`` for one that the person may not open.
    public func open(_ id: ID<SavedSearch>, as person: OperatorIdentity) async throws -> SavedSearch {
        try await store.write { (transaction: borrowing Transaction) in
            let search = try transaction.savedSearch(id, visibleTo: person)
            if search.isWatched { try transaction.watch(id, person, seenAt: store.now) }
            try store.audit.record(trace(.savedSearchOpened, search, by: person), in: transaction)
            return search
        }
    }
}

extension Transaction {
    /// Whether the agency may share one more of a list.
    func hasRoom(forSharedOf list: ListName, _ person: OperatorIdentity) throws -> Bool {
        let shared: Int? = try first(
            "SELECT count(*) FROM saved_search s WHERE s.agency_id = \(person.agency) AND s.list = \(list) AND s.is_shared"
        )
        return shared ?? 0 < SavedSearches.mostShared
    }

    /// Whether the person may watch one more.
    func hasRoom(forWatchesOf person: OperatorIdentity) throws -> Bool {
        let watched: Int? = try first(
            "SELECT count(*) FROM saved_search_watch w WHERE w.operator_id = \(person.id)"
        )
        return watched ?? 0 < SavedSearches.mostWatched
    }

    func watch(_ id: ID<SavedSearch>, _ person: OperatorIdentity, seenAt: Instant) throws {
        try run(
            """
            INSERT INTO saved_search_watch (operator_id, saved_search_id, seen_at)
            VALUES (\(person.id), \(id), \(seenAt))
            ON CONFLICT (operator_id, saved_search_id) DO UPDATE SET seen_at = excluded.seen_at
            """
        )
    }

    func unwatch(_ id: ID<SavedSearch>, _ person: OperatorIdentity) throws {
        try run(
            "DELETE FROM saved_search_watch WHERE saved_search_id = \(id) AND operator_id = \(person.id)"
        )
    }

    /// Nobody but its owner watches a search that is not shared.
    func endWatches(of id: ID<SavedSearch>, but owner: OperatorIdentity) throws {
        try run(
            "DELETE FROM saved_search_watch WHERE saved_search_id = \(id) AND operator_id <> \(owner.id)"
        )
    }
}

extension Finding {
    static var tooManyShared: Finding {
        let most = SavedSearches.mostShared
        return Finding(
            "is_shared",
            "too_many_shared",
            it: "L'agenzia condivide già \(most) ricerche di questo elenco: smetti di condividerne una",
            en: "The agency shares \(most) searches of this list already: stop sharing one"
        )
    }

    static var tooManyWatched: Finding {
        let most = SavedSearches.mostWatched
        return Finding(
            "is_watched",
            "too_many_watched",
            it: "Segui già \(most) ricerche: smetti di seguirne una",
            en: "You follow \(most) searches already: stop following one"
        )
    }
}
