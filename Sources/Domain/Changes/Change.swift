public import Persistence

/// What an agency's software is told has changed.
public struct Change: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case vacancy
        case expressionOfInterest = "expression_of_interest"
        case proposal
        case refusal
    }

    public enum Operation: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case created
        case updated
        /// A tombstone: the object is gone, for the agency at least.
        case deleted
    }

    /// Grows by one within an agency; later changes have greater ones, also where transactions overlap.
    public let sequence: Int64
    public let kind: Kind
    public let object: Int64
    public let branch: ID<Branch>?
    public let operation: Operation
    public let at: Instant
}

extension Change: FromRow {
    static let columns: SQL = "sequence, type, object_id, branch_id, operation, at"

    public init(from row: inout Row) throws {
        sequence = try row.next()
        kind = try row.next()
        object = try row.next()
        branch = try row.next()
        operation = try row.next()
        at = try row.next()
    }
}

/// A change on its way into the feed.
public struct ChangeNote: Hashable, Sendable {
    public let kind: Change.Kind
    public let object: Int64
    public let branch: ID<Branch>?
    public let operation: Change.Operation

    public init<Entity>(_ kind: Change.Kind, _ object: ID<Entity>, _ operation: Change.Operation, branch: ID<Branch>?) {
        self.kind = kind
        self.object = object.rawValue
        self.branch = branch
        self.operation = operation
    }
}
