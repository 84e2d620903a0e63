public import Persistence

/// Citizens as they see themselves and as operators find them.
public struct Citizens: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// The person's own data.
    public func find(own citizen: CitizenIdentity) async throws -> Citizen {
        try await store.read { (transaction: borrowing Transaction) in try transaction.citizen(citizen.id) }
    }

    /// The person's own CV, as last saved; nil before the first time.
    public func curriculum(own citizen: CitizenIdentity) async throws -> StoredCurriculum? {
        try await store.read { (transaction: borrowing Transaction) in try transaction.curriculum(of: citizen.id) }
    }
}

/// A CV with its version.
public struct StoredCurriculum: Hashable, Sendable, FromRow {
    public let curriculum: Curriculum
    public let version: Int
    public let updatedAt: Instant

    static let columns: SQL = "v.body, v.version, v.updated_at"

    public init(from row: inout Row) throws {
        curriculum = try Curriculum(json: try row.next())
        version = try row.next()
        updatedAt = try row.next()
    }
}

extension Transaction {
    func citizen(_ id: ID<Citizen>) throws -> Citizen {
        guard let citizen: Citizen = try first("SELECT \(Citizen.columns) FROM citizen c WHERE c.id = \(id)") else {
            throw NotFound()
        }
        return citizen
    }

    func curriculum(of citizen: ID<Citizen>) throws -> StoredCurriculum? {
        try first("SELECT \(StoredCurriculum.columns) FROM curriculum v WHERE v.citizen_id = \(citizen)")
    }
}
