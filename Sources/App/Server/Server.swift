internal import API
internal import CoreMetrics
internal import Domain
internal import Hummingbird
internal import Logging
internal import OpenIDConnect
internal import Outbound
internal import Persistence
internal import ServiceLifecycle
internal import UnixSignals
internal import Web

/// Serves pages and, unless told not to, runs the background jobs, until the process is asked to stop.
public struct Server: Sendable {
    let services: Services
    let metrics: MetricsRegistry

    public init(_ services: Services) {
        self.services = services
        metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
    }

    /// Runs until SIGTERM or SIGINT; requests in flight are finished first.
    public func run() async throws {
        let settings = services.settings
        let client = HTTPClient(logger: services.logger)
        let application = Application(
            router: try await router(client),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                serverName: nil
            ),
            onServerRunning: { channel in announce(channel.localAddress?.port) },
            logger: services.logger
        )
        var running: [any Service] = [DatabaseService(services: services)]
        if settings.runsJobs { running.append(Jobs(services)) }
        running.append(application)
        let group = ServiceGroup(
            configuration: .init(
                services: running,
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: services.logger
            )
        )
        try await group.run()
        client.close()
    }

    private func announce(_ port: Int?) {
        services.logger.notice(
            "serving",
            metadata: ["url": "\(publicURL)", "port": "\(port ?? services.settings.port)"]
        )
    }

    var publicURL: String {
        services.settings.publicURL ?? "http://\(services.settings.host):\(services.settings.port)"
    }

    /// Every address that is answered, for `incontro routes` and the tests.
    public func routes() async throws -> [String] {
        let client = HTTPClient(logger: services.logger)
        defer { client.close() }
        return try await router(client).routes.map { "\($0.method.rawValue) \($0.path.description)" }.sorted()
    }

    private func router(_ client: HTTPClient) async throws -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: MetricsMiddleware())
        router.add(middleware: RequestLog())
        let identity = try await SignInSetup(services: services, publicURL: publicURL, client: client).made()
        WebRouter(
            publicURL: publicURL,
            publicFolder: services.settings.publicFolder,
            entrances: services.entrances,
            relyingParty: identity.relyingParty,
            providerOrigin: identity.providerOrigin,
            developmentProvider: identity.developmentProvider
        ).add(to: router, logger: services.logger)
        let database = services.database
        APIRouter(isReachable: { await database.isReachable() }).add(to: router)
        HealthRoutes(services: services, metrics: metrics).add(to: router)
        return router
    }
}

/// Closes the database when everything that uses it has stopped.
private struct DatabaseService: Service {
    let services: Services

    func run() async throws {
        try await gracefulShutdown()
        await services.close()
    }
}

extension Services {
    var entrances: WebRouter.Entrances {
        WebRouter.Entrances(
            clock: store.clock,
            sessions: sessions,
            people: people,
            references: references,
            vacancies: vacancies,
            interests: interests,
            uploads: VacancyUploads(store),
            citizens: citizens,
            applications: applications,
            pacts: pacts,
            registry: Registry(store)
        )
    }
}
