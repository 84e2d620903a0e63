/// A rule of the schema said no.
///
/// Where the engines tell different things, what one does not tell is absent: SQLite names no foreign key, and names
/// a unique key by its columns.
public struct ConstraintViolation: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case unique
        case foreignKey
        case check
        case notNull
    }

    public let kind: Kind
    /// The name of the constraint; on SQLite of a `CHECK` only.
    public let constraint: String?
    public let table: String?
    /// The columns of the key, or the column that must not be NULL.
    public let columns: [String]

    public var description: String {
        let place = [table, columns.isEmpty ? nil : columns.joined(separator: ", "), constraint]
        return "\(kind.rawValue) constraint violated: \(place.compactMap(\.self).joined(separator: " "))"
    }
}

/// A statement that the engine could not carry out.
///
/// The message never holds a bound value: values are personal data, and errors go to the log.
public struct StatementFailure: Error, Sendable, CustomStringConvertible {
    public let engine: Engine
    /// SQLSTATE on PostgreSQL, the extended result code on SQLite.
    public let code: String
    public let message: String
    public let statement: String

    public var description: String { "\(engine.rawValue) \(code): \(message) in: \(statement)" }
}

/// A value that one of the two engines could not give back as it was.
public enum UnstorableValue: Error, Hashable, Sendable {
    case textWithNUL
    case notANumber
    case infiniteInList
    case blobInList
}

/// A column that does not hold what the code expects.
public struct CannotDecode: Error, Hashable, Sendable, CustomStringConvertible {
    public let column: String
    public let expected: String
    public let found: String

    public init(column: String, expected: String, found: String) {
        self.column = column
        self.expected = expected
        self.found = found
    }

    public var description: String { "column \(column): expected \(expected), found \(found)" }
}

/// The database cannot be opened or does not answer.
public struct CannotReachDatabase: Error, Sendable, CustomStringConvertible {
    public let message: String

    public var description: String { "cannot reach the database: \(message)" }
}

/// The database was closed, and takes no more work.
public struct DatabaseClosed: Error, Hashable, Sendable {
    public init() {}
}

/// The transaction cannot be committed, because one of its statements failed.
///
/// PostgreSQL refuses everything after a failed statement, SQLite would go on; both refuse here, so that what works on
/// one works on the other. A statement that may fail belongs in a ``Transaction/savepoint(_:)``.
public struct TransactionDoomed: Error, Hashable, Sendable {
    public init() {}
}

/// A row for ``Transaction/upsert(into:rows:)`` whose values are not as many as the columns.
public struct UnevenRow: Error, Hashable, Sendable {
    public let expected: Int
    public let found: Int
}
