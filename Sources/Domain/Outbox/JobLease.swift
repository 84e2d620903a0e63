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

    /// So far the clocks of two servers may be apart.
    private static let clockSkewSeconds = 60

    /// Takes the lease in the transaction of the work itself, which then cannot be done by a process that has lost it.
    ///
    /// One that ends later than any that is taken now was not taken by a job: it would keep the job from being done.
    func hold(forSeconds seconds: Int, in transaction: borrowing Transaction) throws -> Bool {
        let now = store.now
        let end = now.adding(seconds: seconds)
        return try transaction.run(
            """
            INSERT INTO job_lease (name, owner, until) VALUES (\(name), \(owner), \(end))
            ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
            WHERE job_lease.owner = excluded.owner OR job_lease.until <= \(now)
                OR job_lease.until > \(end.adding(seconds: JobLease.clockSkewSeconds))
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
