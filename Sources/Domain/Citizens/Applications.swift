public import Persistence

/// The applications that INPS has received: where citizens come from.
public struct Applications: Sendable {
    let store: Store
    let reference: @Sendable () async throws -> ReferenceSnapshot

    public init(_ store: Store, references: References) {
        self.init(store) { try await references.snapshot() }
    }

    /// - Parameter reference: Gives the code lists of the moment at which a file is loaded.
    public init(_ store: Store, reference: @escaping @Sendable () async throws -> ReferenceSnapshot) {
        self.store = store
        self.reference = reference
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

    /// The citizens of all applications, by the application's number: for whoever takes a system over and goes on.
    public func citizensByNumber() -> RowStream<Numbered<Citizen>> {
        store.stream("SELECT a.number, a.citizen_id FROM application a")
    }
}
