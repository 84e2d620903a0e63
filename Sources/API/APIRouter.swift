public import Domain
public import Hummingbird

/// The REST interface for agencies' software: what it needs, and where each operation stands.
///
/// It has a router of its own behind the edge of the server's, so that an address that does not exist, a method that it
/// does not have and a failure are answered as an API answers, and never as a page.
public struct APIRouter: Sendable {
    /// The entrances of the domain that operations call.
    public struct Entrances: Sendable {
        public let clock: Clock
        public let clients: APIClients
        public let tokenKeys: AccessTokenKeys
        public let quotas: Quotas
        public let references: References
        public let vacancies: Vacancies
        public let loads: VacancyLoads
        public let interests: Interests
        public let annotations: Annotations
        public let feed: ChangeFeed

        public init(
            clock: Clock,
            clients: APIClients,
            tokenKeys: AccessTokenKeys,
            quotas: Quotas,
            references: References,
            vacancies: Vacancies,
            loads: VacancyLoads,
            interests: Interests,
            annotations: Annotations,
            feed: ChangeFeed
        ) {
            self.clock = clock
            self.clients = clients
            self.tokenKeys = tokenKeys
            self.quotas = quotas
            self.references = references
            self.vacancies = vacancies
            self.loads = loads
            self.interests = interests
            self.annotations = annotations
            self.feed = feed
        }
    }

    let desk: APIDesk
    /// Every address that is answered.
    public let routes: [(method: HTTPRequest.Method, path: String)]

    /// - Parameters:
    ///   - publicURL: Where software reaches the service, without a slash at its end.
    ///   - foreign: Others whose tokens are believed, as PDND's.
    ///   - isReachable: Whether the store answers.
    public init(
        publicURL: String,
        entrances: Entrances,
        foreign: [ForeignIssuer] = [],
        limits: RateLimits = RateLimits(),
        isReachable: @escaping @Sendable () async -> Bool
    ) {
        let trust = TrustAddresses(publicURL: publicURL)
        let ownKeys = OwnKeys(entrances.tokenKeys)
        let router = Router(context: APIContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Refusals())
        StatusRoutes(isReachable: isReachable).add(to: router)
        TokenRoutes(
            trust: trust,
            clock: entrances.clock,
            clients: entrances.clients,
            keys: ownKeys
        ).add(to: router)
        let clients = router.group("rest/v1", context: ClientContext.self)
        VacancyRoutes(publicURL: publicURL, clock: entrances.clock, vacancies: entrances.vacancies).add(to: clients)
        VacancyLoadRoutes(publicURL: publicURL, loads: entrances.loads).add(to: clients)
        InterestRoutes(
            interests: entrances.interests,
            annotations: entrances.annotations,
            clock: entrances.clock
        ).add(to: clients)
        ChangeRoutes(feed: entrances.feed, clock: entrances.clock).add(to: clients)
        routes = router.routes.map { ($0.method, $0.path.description) }
        desk = APIDesk(
            clock: entrances.clock,
            quotas: entrances.quotas,
            limits: limits,
            verifier: TokenVerifier(
                issuers: [.own(trust, ownKeys)] + foreign.map(TokenIssuer.init),
                clients: entrances.clients
            ),
            responder: router.buildResponder(),
            methods: MethodTable(routes.map { ($0.path, $0.method) }),
            isReachable: isReachable
        )
    }

    /// Puts the API in front of what is added to the router after it.
    ///
    /// - Parameter address: The address that a request comes from, as far as the network tells.
    public func add<Context: RequestContext>(
        to router: Router<Context>,
        address: @escaping @Sendable (Request, Context) -> String
    ) {
        router.add(middleware: APIEdge(desk: desk, address: address))
    }
}
