internal import Persistence

/// The lists that operators keep under a name, share with their agency, and watch for what is new.
///
/// Every way to one starts from the person: her own, and those that a colleague of the agency shares.
public struct SavedSearches: Sendable {
    /// How many one operator keeps of one list.
    public static let most = 50
    /// How many an agency shares of one list: all of them stand on one page.
    public static let mostShared = 200
    /// How many one operator watches: each is counted whenever she looks.
    public static let mostWatched = 10
    /// The longest name, in characters.
    public static let longestName = 80
    /// What is new is counted no further.
    public static let mostNew = 99

    let store: Store
    let reference: @Sendable () async throws -> ReferenceSnapshot

    public init(_ store: Store, references: References) {
        self.init(store) { try await references.snapshot() }
    }

    /// With code lists from somewhere else than the store.
    public init(_ store: Store, reference: @escaping @Sendable () async throws -> ReferenceSnapshot) {
        self.store = store
        self.reference = reference
    }
}

extension OperatorIdentity {
    /// The condition on a row `s`: saved by the person, or shared by a colleague, while her account is active.
    var reachesSavedSearch: SQL {
        """
        s.agency_id = \(agency) AND (s.operator_id = \(id) OR s.is_shared) AND EXISTS (
            SELECT 1 FROM operator me WHERE me.id = \(id) AND me.agency_id = \(agency) AND me.status = 'active'
        )
        """
    }
}

extension Transaction {
    /// Waits for its turn among the person's own changes, which are counted, and makes sure that she may make them.
    func holdSavedSearches(of person: OperatorIdentity) throws {
        let found: ID<Operator>? = try first(
            """
            SELECT o.id FROM operator o
            WHERE o.id = \(person.id) AND o.agency_id = \(person.agency) AND o.status = 'active'
            \(sqlite: "", postgresql: "FOR NO KEY UPDATE")
            """
        )
        if found == nil { throw NotFound() }
    }

    /// One that the person may open.
    func savedSearch(_ id: ID<SavedSearch>, visibleTo person: OperatorIdentity) throws -> SavedSearch {
        // One that stops being shared at this moment waits, or is not found.
        let found: SavedSearch? = try first(
            """
            SELECT \(SavedSearch.columns) FROM \(SavedSearch.tables(for: person))
            WHERE s.id = \(id) AND \(person.reachesSavedSearch) \(sqlite: "", postgresql: "FOR SHARE OF s")
            """
        )
        guard let found else { throw NotFound() }
        return found
    }

    /// One that the person may change: her own.
    func savedSearch(_ id: ID<SavedSearch>, ownedBy person: OperatorIdentity) throws -> SavedSearch {
        try holdSavedSearches(of: person)
        let found: SavedSearch? = try first(
            """
            SELECT \(SavedSearch.columns) FROM \(SavedSearch.tables(for: person))
            WHERE s.id = \(id) AND s.agency_id = \(person.agency) AND s.operator_id = \(person.id)
            \(sqlite: "", postgresql: "FOR UPDATE OF s")
            """
        )
        guard let found else { throw NotFound() }
        return found
    }
}

extension SavedSearches {
    /// The trace of what becomes of a search, with what it looks for.
    func trace(
        _ action: AuditAction,
        _ search: SavedSearch,
        by person: OperatorIdentity,
        _ more: [String: AuditValue] = [:]
    ) -> AuditEntry {
        var details = search.query.trace.merging(more) { $1 }
        details["list"] = .text(search.list.rawValue)
        details["name"] = .text(search.name)
        return AuditEntry(.operator(person), action, on: AuditSubject("saved_search", search.id), details: details)
    }
}
