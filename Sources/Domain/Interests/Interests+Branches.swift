internal import Persistence

extension Interests {
    /// The branches with some codes whose interests are open to the publisher.
    public func branches(coded codes: [String], openTo publisher: Publisher) async throws -> [ID<Branch>] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT c.id FROM branch c
                WHERE c.agency_id = \(publisher.agency) AND c.code IN \(in: codes)
                    AND c.id IN (\(publisher.receivingBranches(on: today)))
                ORDER BY c.id
                """
            )
        }
    }
}
