internal import Foundation
internal import Persistence

extension SavedSearches {
    /// Keeps a list under a name, in place of one's own of the same name.
    ///
    /// - Throws: ``Invalid`` with all that is wrong with the name and the filters.
    @discardableResult
    public func save(_ draft: SavedSearchDraft, as person: OperatorIdentity) async throws -> SavedSearch {
        let (store, reference) = (store, try await reference())
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.holdSavedSearches(of: person)
            let (name, query) = try checked(draft, reference, person, in: transaction)
            let earlier: SavedSearch? = try transaction.first(
                """
                SELECT \(SavedSearch.columns) FROM \(SavedSearch.tables(for: person))
                WHERE s.agency_id = \(person.agency) AND s.operator_id = \(person.id) AND s.list = \(draft.list)
                AND s.name = \(name)
                """
            )
            try room(for: draft, inPlaceOf: earlier, person, in: transaction)
            let id = earlier?.id ?? store.ids.next()
            try transaction.run(
                """
                INSERT INTO saved_search (
                    id, agency_id, operator_id, list, name, sort_key, query, is_shared, created_at, updated_at
                ) VALUES (
                    \(id), \(person.agency), \(person.id), \(draft.list), \(name), \(Fold.key(name)), \(query.text),
                    \(draft.isShared), \(store.now), \(store.now)
                )
                ON CONFLICT (id) DO UPDATE SET
                    query = excluded.query, is_shared = excluded.is_shared, updated_at = excluded.updated_at
                """
            )
            if !draft.isShared { try transaction.endWatches(of: id, but: person) }
            // What is on the screen has been seen.
            try draft.isWatched
                ? transaction.watch(id, person, seenAt: store.now) : transaction.unwatch(id, person)
            let saved = try transaction.savedSearch(id, visibleTo: person)
            let more: [String: AuditValue] = [
                "shared": .flag(draft.isShared), "watched": .flag(draft.isWatched), "new": .flag(earlier == nil),
            ]
            try store.audit.record(trace(.savedSearchSaved, saved, by: person, more), in: transaction)
            return saved
        }
    }

    /// Gives one's own search another name.
    ///
    /// - Throws: ``Invalid``; ``NotFound`` for one of somebody else.
    public func rename(_ id: ID<SavedSearch>, to name: String, as person: OperatorIdentity) async throws {
        let (name, findings) = SavedSearches.readable(name)
        if !findings.isEmpty { throw Invalid(findings) }
        try await store.write { (transaction: borrowing Transaction) in
            let search = try transaction.savedSearch(id, ownedBy: person)
            let other: ID<SavedSearch>? = try transaction.first(
                """
                SELECT s.id FROM saved_search s WHERE s.operator_id = \(person.id) AND s.list = \(search.list)
                AND s.name = \(name) AND s.id <> \(id)
                """
            )
            if other != nil { throw Invalid([.nameTaken]) }
            try transaction.run(
                """
                UPDATE saved_search SET name = \(name), sort_key = \(Fold.key(name)), updated_at = \(store.now)
                WHERE id = \(id)
                """
            )
            let entry = trace(.savedSearchRenamed, search, by: person, ["new_name": .text(name)])
            try store.audit.record(entry, in: transaction)
        }
    }

    /// What is to be kept of a draft.
    private func checked(
        _ draft: SavedSearchDraft,
        _ reference: ReferenceSnapshot,
        _ person: OperatorIdentity,
        in transaction: borrowing Transaction
    ) throws -> (name: String, query: ListAddress) {
        var (name, findings) = SavedSearches.readable(draft.name)
        var query = ListAddress(text: "")
        do {
            let open = try transaction.openBranches(to: person, on: store.today, with: draft.list.right)
            query = try draft.list.canonical(draft.query, reference: reference, open: open)
            if query.text.utf8.count > ListAddress.longest { findings.append(.queryTooLong) }
        } catch let invalid as Invalid {
            findings += invalid.findings
        }
        if !findings.isEmpty { throw Invalid(findings) }
        return (name, query)
    }

    /// Whether there is room for one more; all that there is too much of is told at once.
    private func room(
        for draft: SavedSearchDraft,
        inPlaceOf earlier: SavedSearch?,
        _ person: OperatorIdentity,
        in transaction: borrowing Transaction
    ) throws {
        var findings: [Finding] = []
        if earlier == nil {
            let own: Int? = try transaction.first(
                "SELECT count(*) FROM saved_search s WHERE s.operator_id = \(person.id) AND s.list = \(draft.list)"
            )
            if own ?? 0 >= SavedSearches.most { findings.append(.tooManySearches) }
        }
        if draft.isShared, earlier?.isShared != true, try !transaction.hasRoom(forSharedOf: draft.list, person) {
            findings.append(.tooManyShared)
        }
        if draft.isWatched, earlier?.isWatched != true, try !transaction.hasRoom(forWatchesOf: person) {
            findings.append(.tooManyWatched)
        }
        if !findings.isEmpty { throw Invalid(findings) }
    }

    /// A name without blanks around it, with what is wrong with it.
    private static func readable(_ text: String) -> (name: String, findings: [Finding]) {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        if name.isEmpty { return (name, [.nameMissing]) }
        var findings: [Finding] = []
        if name.unicodeScalars.count > longestName { findings.append(.nameTooLong) }
        if name.hasControlCharacter(isMultiline: false) { findings.append(.nameUnreadable) }
        return (name, findings)
    }
}

extension Finding {
    fileprivate static var nameMissing: Finding {
        Finding("name", "required", it: "Dai un nome alla ricerca", en: "Give the search a name")
    }

    fileprivate static var nameTooLong: Finding {
        let most = SavedSearches.longestName
        return Finding(
            "name",
            "too_long",
            it: "Il nome ha più di \(most) caratteri: accorcialo",
            en: "The name has more than \(most) characters: shorten it"
        )
    }

    fileprivate static var nameUnreadable: Finding {
        Finding(
            "name",
            "unreadable",
            it: "Il nome contiene caratteri di controllo: riscrivilo",
            en: "The name holds control characters: type it again"
        )
    }

    fileprivate static var nameTaken: Finding {
        Finding(
            "name",
            "name_taken",
            it: "Hai già una ricerca con questo nome: scegline un altro",
            en: "You have a search of this name: choose another one"
        )
    }

    fileprivate static var queryTooLong: Finding {
        Finding(
            "query",
            "too_long",
            it: "La ricerca ha troppi filtri per essere salvata: togline qualcuno",
            en: "The search has too many filters to be saved: take some out"
        )
    }

    fileprivate static var tooManySearches: Finding {
        let most = SavedSearches.most
        return Finding(
            "name",
            "too_many_searches",
            it: "Hai già \(most) ricerche di questo elenco: eliminane una, o salva al posto di una che c'è",
            en: "You have \(most) searches of this list: delete one, or save in place of one that is there"
        )
    }
}
