public import Persistence

/// What is here under the number that its origin gives it.
public struct Numbered<Entity: Sendable>: Hashable, Sendable, FromRow {
    public let number: String
    public let id: ID<Entity>

    public init(from row: inout Row) throws {
        number = try row.next()
        id = try row.next()
    }
}
