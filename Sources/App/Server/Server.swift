internal import API
internal import CoreMetrics
internal import Domain
internal import Foundation
internal import Hummingbird
internal import Logging
internal import NIOCore
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
        try await services.warnOfAuditWeaknesses()
        let client = makeClient()
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
        running.append(AuditWatch(services))
        if settings.runsJobs { running.append(Jobs(services)) }
        running.append(application)
        let group = ServiceGroup(
            configuration: .init(
                services: running,
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: services.logger
            )
        )
        defer { client.close() }
        do {
            try await group.run()
        } catch let error as IOError where [EADDRINUSE, EADDRNOTAVAIL, EACCES].contains(error.errnoCode) {
            throw CannotListen(host: settings.host, port: settings.port, reason: error.errnoCode)
        }
    }

    private func announce(_ port: Int?) {
        services.logger.notice(
            "serving",
            metadata: ["url": "\(publicURL)", "port": "\(port ?? services.settings.port)"]
        )
    }

    private var publicURL: String { services.settings.address }

    private func makeClient() -> HTTPClient {
        var settings = HTTPClient.Settings()
        settings.authorities = services.settings.tlsAuthorities
        return HTTPClient(settings: settings, logger: services.logger)
    }

    /// Every address that is answered, for `incontro routes` and the tests.
    public func routes() async throws -> [String] {
        let client = makeClient()
        defer { client.close() }
        let pages = try await router(client).routes.map { "\($0.method.rawValue) \($0.path.description)" }
        return (pages + (try api(client).routes.map { "\($0.method.rawValue) \($0.path)" })).sorted()
    }

    private func api(_ client: HTTPClient) throws -> APIRouter {
        let (services, database) = (services, services.database)
        return APIRouter(
            publicURL: publicURL,
            entrances: services.apiEntrances,
            foreign: services.foreignIssuers(asking: client),
            limits: services.apiLimits(publicURL: publicURL),
            isReachable: { await database.isReachable() }
        )
    }

    private func router(_ client: HTTPClient) async throws -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: MetricsMiddleware())
        router.add(middleware: RequestLog())
        let (api, proxies) = (try api(client), services.settings.trustedProxies)
        api.add(to: router) { request, context in proxies.client(of: request, context) }
        let identity = try await SignInSetup(services: services, publicURL: publicURL, client: client).made()
        WebRouter(
            publicURL: publicURL,
            publicFolder: services.settings.publicFolder,
            entrances: services.entrances,
            relyingParty: identity.relyingParty,
            providerOrigin: identity.providerOrigin,
            developmentProvider: identity.developmentProvider,
            signIn: services.signInPolicy(publicURL: publicURL)
        ).add(to: router, logger: services.logger)
        HealthRoutes(services: services, metrics: metrics).add(to: router)
        return router
    }
}

/// The address to listen on cannot be had.
public struct CannotListen: Error, Hashable, Sendable, CustomStringConvertible {
    let host: String
    let port: Int
    let reason: Int32

    public var description: String {
        switch reason {
        case EADDRINUSE: "port \(port) of \(host) is taken: stop what listens there, or choose another one with --port"
        case EACCES: "port \(port) needs the right to listen on it: choose one above 1023, behind a reverse proxy"
        default: "\(host) is no address of this machine: choose another one with --host"
        }
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
            registry: Registry(store),
            superUsers: superUsers,
            savedSearches: SavedSearches(store, references: references),
            sightings: Sightings(store),
            keptForms: KeptForms(store),
            quotas: quotas,
            exports: Exports(store)
        )
    }
}
