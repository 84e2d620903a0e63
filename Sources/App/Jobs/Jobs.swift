internal import Domain
internal import Foundation
internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

/// One piece of work that comes round: it must bear to run late, twice, or in two places at once.
struct Job: Sendable {
    let name: String
    /// Seconds between two runs.
    let interval: Int
    /// Does the work and says how much there was.
    let work: @Sendable () async throws -> Int
}

/// The background jobs: each runs in one process at a time, which a lease in the store decides.
struct Jobs: Service {
    let services: Services
    let jobs: [Job]
    private let owner = UUID().uuidString

    init(_ services: Services) {
        self.services = services
        let (vacancies, interests, sessions) = (services.vacancies, services.interests, services.sessions)
        let (uploads, citizens) = (VacancyUploads(services.store), services.citizens)
        let references = services.references
        jobs = [
            Job(name: "vacancy-expiry", interval: 60) { try await vacancies.expire() },
            Job(name: "interest-lapse", interval: 60) { try await interests.lapse() },
            Job(name: "citizen-reindex", interval: 3600) {
                try await citizens.reindex(reference: try await references.snapshot())
            },
            Job(name: "session-removal", interval: 600) { try await sessions.removeExpired() },
            Job(name: "upload-removal", interval: 600) { try await uploads.removeExpired() },
        ]
    }

    func run() async throws {
        await withDiscardingTaskGroup { group in
            for job in jobs {
                group.addTask { await cancelWhenGracefulShutdown { await repeated(job) } }
            }
        }
    }

    private func repeated(_ job: Job) async {
        let lease = JobLease(services.store, name: job.name, owner: owner)
        while !Task.isCancelled {
            do {
                if try await lease.hold(forSeconds: job.interval + 30) {
                    // A job does a portion at a time, so that other writers get in between.
                    var count = 0
                    while case let portion = try await job.work(), portion > 0 { count += portion }
                    if count > 0 {
                        services.logger.info("job done", metadata: ["job": "\(job.name)", "count": "\(count)"])
                    }
                }
            } catch is CancellationError {
                return
            } catch {
                services.logger.error(
                    "job failed",
                    metadata: ["job": "\(job.name)", "error": "\(String(reflecting: error))"]
                )
            }
            try? await Task.sleep(for: .seconds(job.interval))
        }
    }
}

/// Runs the background jobs alone, until the process is asked to stop.
public struct Worker: Sendable {
    let services: Services

    public init(_ services: Services) {
        self.services = services
    }

    public func run() async throws {
        let group = ServiceGroup(
            configuration: .init(
                services: [Jobs(services)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: services.logger
            )
        )
        try await group.run()
        await services.close()
    }
}
