internal import Persistence

/// What whoever verifies the trail knows from elsewhere: it is worth as much as the place that it was kept in.
public struct AuditExpectation: Sendable {
    /// Public keys of those who signed the checkpoints; without one signatures are not judged.
    public var keys: [AuditVerifyingKey]
    /// Checkpoints that were kept outside the store, which alone tell of a chain that was made anew or cut.
    public var kept: [AuditCheckpoint]
    /// With a key each checkpoint from this number on has to be signed; those before are of a time without a key.
    public var signedFrom: Int64
    /// The last checkpoint has this number, or a later one.
    public var leastCheckpoint: Int64
    /// The chain goes to this position, or further.
    public var leastPosition: Int64

    public init(
        keys: [AuditVerifyingKey] = [],
        kept: [AuditCheckpoint] = [],
        signedFrom: Int64 = 1,
        leastCheckpoint: Int64 = 0,
        leastPosition: Int64 = 0
    ) {
        self.keys = keys
        self.kept = kept
        self.signedFrom = signedFrom
        self.leastCheckpoint = leastCheckpoint
        self.leastPosition = leastPosition
    }
}

extension AuditTrail {
    /// Walks over the whole trail, sealed or not, and names what is not as it was written.
    ///
    /// - Parameters:
    ///   - expectation: What is known from elsewhere.
    ///   - limit: So many defects are named; all are counted.
    ///   - progress: Told now and then how many rows have been judged.
    public func verify(
        against expectation: AuditExpectation = AuditExpectation(),
        limit: Int = 100,
        progress: (Int) -> Void = { _ in }
    ) async throws -> AuditVerification {
        var verification = AuditVerification(expectation, at: store.now, limit: limit)
        for try await portion in evidence() {
            for evidence in portion { verification.judge(evidence) }
            progress(verification.rows)
        }
        verification.finish()
        return verification
    }
}
