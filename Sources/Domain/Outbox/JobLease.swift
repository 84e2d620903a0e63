internal import Persistence

/// The right of one process to run a background job, so that two servers do not both send the daily report.
public struct JobLease: Sendable {
    public let name: String
    /// The process, by a name of its own choice.
    public let owner: String
    let store: Store

    public init(_ store: Store, name: String, owner: String) {
        self.store = store
        self.name = name
        self.owner = owner
    }

    /// Takes the lease, or makes it last longer when it is ours already; false while somebody else holds it.
    public func hold(forSeconds seconds: Int) async throws -> Bool {
        let lease = self
        return try await store.write { (transaction: borrowing Transaction) in
            try lease.hold(forSeconds: seconds, in: transaction)
        }
    }

    /// Takes the lease in the transaction of the work itself, which then cannot be done by a process that has lost it.
    func hold(forSeconds seconds: Int, in transaction: borrowing Transaction) throws -> Bool {
        let now = store.now
        return try transaction.run(
            """
            INSERT INTO job_lease (name, owner, until) VALUES (\(name), \(owner), \(now.adding(seconds: seconds)))
            ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
            WHERE job_lease.owner = excluded.owner OR job_lease.until <= \(now)
            """
        ) == 1
    }

    /// Gives the lease back, so that another process need not wait for its end; also at the end of this one.
    public func release() async throws {
        let (name, owner) = (name, owner)
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM job_lease WHERE name = \(name) AND owner = \(owner)")
        }
    }
}
