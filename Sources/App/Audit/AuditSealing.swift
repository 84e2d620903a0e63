internal import Domain
internal import Logging

/// Seals what waits, several times a second: a round that finds nothing is one small query.
struct AuditSealing: Sendable {
    let services: Services
    let owner: String

    /// The time from the commit of an entry to its seal is at most this, and the round itself.
    static let pause: Duration = .milliseconds(250)
    /// After a failure, which may last.
    static let pauseAfterFailure: Duration = .seconds(5)

    func run() async {
        let sealer = AuditSealer(services.store, owner: owner)
        while !Task.isCancelled {
            var pause = AuditSealing.pause
            do {
                while try await sealer.seal() > 0 {}
            } catch is CancellationError {
                break
            } catch {
                services.logger.error(
                    "job failed",
                    metadata: ["job": "audit-seal", "error": "\(String(reflecting: error))"]
                )
                pause = AuditSealing.pauseAfterFailure
            }
            try? await Task.sleep(for: pause)
        }
        try? await sealer.release()
    }
}
