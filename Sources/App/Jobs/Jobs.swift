internal import Domain
internal import Exchange
internal import Foundation
internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

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
        let (keptForms, quotas) = (KeptForms(services.store), services.quotas)
        let superUsers = services.superUsers
        let exports = Exports(services.store)
        let (clients, tokenKeys) = (APIClients(services.store), AccessTokenKeys(services.store))
        let preparation = ExportPreparation(
            exports: exports,
            citizens: citizens,
            interests: interests,
            vacancies: vacancies,
            references: references
        )
        let loads = VacancyLoads(services.store)
        let loading = VacancyLoading(loads: loads, vacancies: vacancies)
        let mails = MailSetup(services: services, owner: owner).made()
        jobs =
            [
                Job(name: "vacancy-expiry", interval: 60) { try await vacancies.expire() },
                Job(name: "interest-lapse", interval: 60) { try await interests.lapse() },
                Job(name: "citizen-reindex", interval: 3600) {
                    try await citizens.reindex(reference: try await references.snapshot())
                },
                Job(name: "vacancy-reindex", interval: 3600) { try await vacancies.reindex() },
                Job(name: "export-conclusion", interval: 3600) { try await exports.concludeAbandoned() },
                Job(name: "export-preparation", interval: 2) { try await preparation.prepareNext() },
                Job(name: "export-removal", interval: 600) { try await exports.removeExpired() },
                Job(name: "session-removal", interval: 600) { try await sessions.removeExpired() },
                Job(name: "vacancy-loading", interval: 1) { try await loading.loadNext() },
                Job(name: "vacancy-load-removal", interval: 600) { try await loads.removeExpired() },
                Job(name: "upload-removal", interval: 600) { try await uploads.removeExpired() },
                Job(name: "form-removal", interval: 300) { try await keptForms.removeExpired() },
                Job(name: "quota-removal", interval: 600) { try await quotas.removeEnded() },
                Job(name: "assertion-removal", interval: 3600) { try await clients.removeExpiredAssertions() },
                Job(name: "token-key-removal", interval: 3600) { try await tokenKeys.removeEnded() },
                Job(name: "appointment-expiry", interval: 600) { try await superUsers.expire() },
                Job(name: "audit-checkpoint", interval: 60) { try await services.makeAuditCheckpointWhenDue() },
            ] + (mails.map { mails in [Job(name: "mail-delivery", interval: 10) { try await mails.deliver() }] } ?? [])
    }

    func run() async throws {
        await withDiscardingTaskGroup { group in
            let sealing = AuditSealing(services: services, owner: owner)
            group.addTask { await cancelWhenGracefulShutdown { await sealing.run() } }
            for job in jobs {
                group.addTask { await cancelWhenGracefulShutdown { await repeated(job) } }
            }
        }
    }

    private func repeated(_ job: Job) async {
        let lease = JobLease(services.store, name: job.name, owner: owner)
        while !Task.isCancelled {
            do {
                tell(try await job.run(under: lease), of: job)
            } catch is CancellationError {
                break
            } catch {
                services.logger.error(
                    "job failed",
                    metadata: ["job": "\(job.name)", "error": "\(String(reflecting: error))"]
                )
            }
            try? await Task.sleep(for: .seconds(job.interval))
        }
        // Another process need not wait for the end of the lease; where the store is gone, it does.
        try? await lease.release()
    }

    private func tell(_ run: Job.Run, of job: Job) {
        let details: Logger.Metadata = ["job": "\(job.name)", "count": "\(run.count)"]
        switch run.end {
        case .heldElsewhere: break
        case .complete: if run.count > 0 { services.logger.info("job done", metadata: details) }
        case .leaseLost: services.logger.warning("job taken over by another process", metadata: details)
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
        try await services.warnOfAuditWeaknesses()
        let group = ServiceGroup(
            configuration: .init(
                services: [AuditWatch(services), Jobs(services)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: services.logger
            )
        )
        try await group.run()
        await services.close()
    }
}
