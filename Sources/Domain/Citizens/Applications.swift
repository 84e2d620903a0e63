internal import Persistence

/// The applications that INPS has received: where citizens come from.
public struct Applications: Sendable {
    let store: Store
    let references: References

    public init(_ store: Store, references: References) {
        self.store = store
        self.references = references
    }

    /// The applications of a citizen, the latest first.
    public func own(_ citizen: CitizenIdentity) async throws -> [Application] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT \(Application.columns) FROM application a WHERE a.citizen_id = \(citizen.id)
                ORDER BY a.submitted_on DESC, a.id DESC
                """
            )
        }
    }
}
