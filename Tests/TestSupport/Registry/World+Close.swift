import Domain
import Persistence

extension World {
    /// Ends a branch in the register, as of yesterday.
    public func close(branch code: String) async throws {
        let (id, day) = (branch(code).id, today.adding(days: -1))
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("UPDATE branch SET valid_to = \(day) WHERE id = \(id)")
            return ()
        }
    }
}
