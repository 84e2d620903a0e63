internal import CoreMetrics
internal import Domain
internal import Logging
internal import ServiceLifecycle

/// Tells how long the oldest entry waits for its seal.
///
/// In every process, whether it seals or not: that nobody does is what has to be noticed, and what waits can still be
/// changed unseen by whoever owns the tables.
struct AuditWatch: Service {
    let services: Services
    private let age = Gauge(label: "audit_queue_age_seconds")

    init(_ services: Services) {
        self.services = services
    }

    /// The first look waits as well: what was there before the start may take its time.
    static let pause: Duration = .seconds(30)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: AuditWatch.pause)
                if !Task.isCancelled { await look() }
            }
        }
    }

    func look() async {
        do {
            let oldest = try await AuditSealer(services.store, owner: "").oldestWaiting()
            let seconds = oldest.map { max(0, services.store.now.seconds(since: $0)) } ?? 0
            age.record(seconds)
            if seconds > AuditSealer.longestWaitSeconds {
                services.logger.warning("audit entries wait for their seal", metadata: ["seconds": "\(seconds)"])
            }
        } catch is CancellationError {
            return
        } catch {
            services.logger.error(
                "job failed",
                metadata: ["job": "audit-watch", "error": "\(String(reflecting: error))"]
            )
        }
    }
}
