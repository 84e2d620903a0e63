internal import Domain

/// One piece of work that comes round: it must bear to run late, twice, or in two places at once.
struct Job: Sendable {
    let name: String
    /// Seconds between two runs.
    let interval: Int
    /// Does a portion of the work and says how much there was; none when there is no more to do.
    let work: @Sendable () async throws -> Int

    /// What became of one run.
    struct Run: Hashable, Sendable {
        enum End: Hashable, Sendable {
            case complete
            /// Another process does this job.
            case heldElsewhere
            /// Another process has taken the job over meanwhile, because this one slept for longer than its lease.
            case leaseLost
        }

        let end: End
        /// How much was done.
        let count: Int
    }

    /// Longer than the interval, so that a process that is well keeps its jobs.
    private var leaseSeconds: Int { interval + 30 }

    /// Does what there is to do, a portion at a time, so that other writers get in between.
    ///
    /// The lease is made longer before each portion: however long a run is, no other process takes it over meanwhile, and
    /// a process that has lost its lease does nothing more.
    func run(under lease: JobLease) async throws -> Run {
        guard try await lease.hold(forSeconds: leaseSeconds) else { return Run(end: .heldElsewhere, count: 0) }
        var count = 0
        while case let portion = try await work(), portion > 0 {
            count += portion
            guard try await lease.hold(forSeconds: leaseSeconds) else { return Run(end: .leaseLost, count: count) }
        }
        return Run(end: .complete, count: count)
    }
}
