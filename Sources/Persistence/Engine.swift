/// The database that holds the data.
///
/// SQLite is embedded and needs nothing beside a file; PostgreSQL carries a nation. One SQL text serves both.
public enum Engine: String, Sendable, CaseIterable {
    case sqlite
    case postgresql
}

/// The kind of a value as both engines know it.
public enum SQLType: String, Sendable {
    case integer
    case real
    case text
    case blob
    case boolean
}
