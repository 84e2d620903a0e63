public import Persistence

/// A list of operators as somebody keeps it under a name: filters, order and columns, and never its rows.
///
/// A search that is shared opens for each colleague what she may see herself: rights are the list's.
public struct SavedSearch: Hashable, Sendable {
    public let id: ID<SavedSearch>
    public let list: ListName
    public let name: String
    public let query: ListAddress
    /// Whether the agency's other operators find it, too.
    public let isShared: Bool
    public let owner: ID<Operator>
    public let ownerName: String
    public let createdAt: Instant
    public let updatedAt: Instant
    /// When the person who asks has last opened it, where she wants to know what is new; nil where she does not.
    public let seenAt: Instant?

    public var isWatched: Bool { seenAt != nil }
}

/// What somebody asks to have kept.
public struct SavedSearchDraft: Hashable, Sendable {
    public var list: ListName
    public var name: String
    /// As in the list's address; parameters of other things, such as a cursor, are passed over.
    public var query: ListAddress
    public var isShared: Bool
    public var isWatched: Bool

    public init(list: ListName, name: String, query: ListAddress, isShared: Bool = false, isWatched: Bool = false) {
        self.list = list
        self.name = name
        self.query = query
        self.isShared = isShared
        self.isWatched = isWatched
    }
}

/// What is new in a watched search since it was last opened.
public enum NewRows: Hashable, Sendable {
    /// Up to 99, and then "more than".
    case counted(CappedCount)
    /// Its filters cannot be read any more, for instance because a code has gone: the list's page explains which.
    case unreadable
}

extension SavedSearch: FromRow {
    static let columns: SQL = """
        s.id, s.list, s.name, s.query, s.is_shared, s.operator_id, o.given_name || ' ' || o.family_name, s.created_at,
        s.updated_at, w.seen_at
        """

    /// With the watch `w` of the person who asks.
    static func tables(for person: OperatorIdentity) -> SQL {
        """
        saved_search s JOIN operator o ON o.id = s.operator_id
        LEFT JOIN saved_search_watch w ON w.saved_search_id = s.id AND w.operator_id = \(person.id)
        """
    }

    public init(from row: inout Row) throws {
        id = try row.next()
        list = try row.next()
        name = try row.next()
        query = ListAddress(text: try row.next())
        isShared = try row.next()
        owner = try row.next()
        ownerName = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        seenAt = try row.next()
    }
}

extension AuditAction {
    static let savedSearchSaved: AuditAction = "saved_search.saved"
    static let savedSearchRenamed: AuditAction = "saved_search.renamed"
    static let savedSearchShared: AuditAction = "saved_search.shared"
    static let savedSearchUnshared: AuditAction = "saved_search.unshared"
    static let savedSearchWatched: AuditAction = "saved_search.watched"
    static let savedSearchUnwatched: AuditAction = "saved_search.unwatched"
    static let savedSearchOpened: AuditAction = "saved_search.opened"
    static let savedSearchDeleted: AuditAction = "saved_search.deleted"
    /// How much is new in those that somebody watches.
    static let savedSearchesCounted: AuditAction = "saved_searches.counted"
}
