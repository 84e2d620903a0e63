internal import Persistence

extension AuditTrail {
    /// Walks over the whole trail, sealed or not, and names what is not as it was written.
    ///
    /// - Parameters:
    ///   - keys: Public keys of those who signed the checkpoints; without one signatures are not judged.
    ///   - kept: Checkpoints that were kept outside the store, which alone tell of a chain that was made anew or cut.
    ///   - limit: So many defects are named; all are counted.
    ///   - progress: Told now and then how many rows have been judged.
    public func verify(
        keys: [AuditVerifyingKey] = [],
        kept: [AuditCheckpoint] = [],
        limit: Int = 100,
        progress: (Int) -> Void = { _ in }
    ) async throws -> AuditVerification {
        var verification = AuditVerification(keys: keys, kept: kept, limit: limit)
        for try await portion in evidence() {
            for evidence in portion { verification.judge(evidence) }
            progress(verification.rows)
        }
        verification.finish()
        return verification
    }
}
