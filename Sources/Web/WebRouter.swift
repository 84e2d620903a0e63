public import Domain
public import Hummingbird
public import Logging
public import OpenIDConnect

/// The pages for people: what they need, and where each of them stands.
public struct WebRouter: Sendable {
    /// The entrances of the domain that pages call.
    public struct Entrances: Sendable {
        public let clock: Clock
        public let sessions: Sessions
        public let people: People
        public let references: References
        public let vacancies: Vacancies
        public let interests: Interests
        public let uploads: VacancyUploads
        public let citizens: Citizens
        public let applications: Applications
        public let pacts: Pacts
        public let registry: Registry
        public let superUsers: SuperUsers
        public let savedSearches: SavedSearches
        public let sightings: Sightings
        public let keptForms: KeptForms
        public let quotas: Quotas
        public let exports: Exports

        public init(
            clock: Clock,
            sessions: Sessions,
            people: People,
            references: References,
            vacancies: Vacancies,
            interests: Interests,
            uploads: VacancyUploads,
            citizens: Citizens,
            applications: Applications,
            pacts: Pacts,
            registry: Registry,
            superUsers: SuperUsers,
            savedSearches: SavedSearches,
            sightings: Sightings,
            keptForms: KeptForms,
            quotas: Quotas,
            exports: Exports
        ) {
            self.clock = clock
            self.sessions = sessions
            self.people = people
            self.references = references
            self.vacancies = vacancies
            self.interests = interests
            self.uploads = uploads
            self.citizens = citizens
            self.applications = applications
            self.pacts = pacts
            self.registry = registry
            self.superUsers = superUsers
            self.savedSearches = savedSearches
            self.sightings = sightings
            self.keptForms = keptForms
            self.quotas = quotas
            self.exports = exports
        }
    }

    /// What the settings say of signing in.
    public struct SignInPolicy: Hashable, Sendable {
        public var limits: SignInLimits
        public var freshness: Freshness
        public var trustedProxies: TrustedProxies

        public init(
            limits: SignInLimits = SignInLimits(),
            freshness: Freshness = Freshness(),
            trustedProxies: TrustedProxies = .none
        ) {
            self.limits = limits
            self.freshness = freshness
            self.trustedProxies = trustedProxies
        }
    }

    let site: Site
    let cookies: SiteCookies
    let signIn: SignInPolicy
    let listPolicy: ListPolicy
    let publicFolder: String
    let entrances: Entrances
    let relyingParty: RelyingParty
    let provider: DevelopmentProvider?
    /// The origin of the identity provider, where it is not this site.
    let providerOrigin: String?

    public init(
        publicURL: String,
        publicFolder: String,
        entrances: Entrances,
        relyingParty: RelyingParty,
        providerOrigin: String?,
        developmentProvider: DevelopmentProvider?,
        signIn: SignInPolicy = SignInPolicy(),
        backgroundRows: Int = Exports.backgroundRows
    ) {
        site = Site(publicURL: publicURL, isDevelopment: developmentProvider != nil)
        cookies = SiteCookies(isSecure: publicURL.hasPrefix("https://"))
        self.publicFolder = publicFolder
        self.entrances = entrances
        self.relyingParty = relyingParty
        self.providerOrigin = providerOrigin
        provider = developmentProvider
        self.signIn = signIn
        listPolicy = ListPolicy(freshness: signIn.freshness, backgroundRows: backgroundRows)
    }

    /// The table of contents of the pages.
    public func add(to router: Router<WebContext>, logger: Logger) {
        router.add(middleware: SecurityHeaders(isSecure: site.isSecure, formTarget: providerOrigin))
        router.add(middleware: FailurePages(site: site))
        router.add(middleware: StaticFiles(folder: publicFolder, logger: logger))
        router.add(
            middleware: VisitMiddleware(
                sessions: entrances.sessions,
                cookies: cookies,
                clock: entrances.clock,
                publicURL: site.publicURL,
                trustedProxies: signIn.trustedProxies,
                keptForms: entrances.keptForms,
                quotas: entrances.quotas
            )
        )
        // Once more, now that it is known who asks and in which language; the outer one is for failures before that.
        router.add(middleware: FailurePages(site: site))

        // everybody
        HomeRoutes(site: site, cookies: cookies).add(to: router)
        let signOut = SignOut(
            cookies: cookies,
            clock: entrances.clock,
            sessions: entrances.sessions,
            relyingParty: relyingParty,
            keptForms: entrances.keptForms
        )
        SignInRoutes(
            site: site,
            cookies: cookies,
            clock: entrances.clock,
            sessions: entrances.sessions,
            people: entrances.people,
            relyingParty: relyingParty,
            signOut: signOut,
            quotas: entrances.quotas,
            limits: signIn.limits
        ).add(to: router)
        RoleRoutes(site: site, sessions: entrances.sessions, people: entrances.people).add(to: router)
        SessionRoutes(
            site: site,
            sessions: entrances.sessions,
            keptForms: entrances.keptForms,
            signOut: signOut
        ).add(to: router)

        TemplateRoutes(site: site, clock: entrances.clock).add(to: router)

        // citizens
        WorkRoutes(
            site: site,
            vacancies: entrances.vacancies,
            interests: entrances.interests,
            references: entrances.references
        ).add(to: router)
        OwnInterestsRoutes(site: site, interests: entrances.interests, references: entrances.references)
            .add(to: router)
        PathRoutes(
            site: site,
            citizens: entrances.citizens,
            applications: entrances.applications,
            pacts: entrances.pacts,
            references: entrances.references
        ).add(to: router)
        SightingRoutes(site: site, sightings: entrances.sightings).add(to: router)
        CurriculumRoutes(
            site: site,
            clock: entrances.clock,
            citizens: entrances.citizens,
            references: entrances.references
        ).add(to: router)
        PactRoutes(
            site: site,
            citizens: entrances.citizens,
            pacts: entrances.pacts,
            registry: entrances.registry,
            references: entrances.references
        ).add(to: router)

        // agencies
        CitizenRoutes(
            site: site,
            clock: entrances.clock,
            citizens: entrances.citizens,
            references: entrances.references,
            exports: entrances.exports,
            savedSearches: entrances.savedSearches,
            listPolicy: listPolicy
        ).add(to: router)
        VacancyUploadRoutes(
            site: site,
            vacancies: entrances.vacancies,
            uploads: entrances.uploads
        ).add(to: router)
        VacancyRoutes(
            site: site,
            clock: entrances.clock,
            vacancies: entrances.vacancies,
            references: entrances.references,
            exports: entrances.exports,
            savedSearches: entrances.savedSearches,
            listPolicy: listPolicy
        ).add(to: router)
        ReceivedInterestsRoutes(
            site: site,
            clock: entrances.clock,
            interests: entrances.interests,
            references: entrances.references,
            exports: entrances.exports,
            savedSearches: entrances.savedSearches,
            listPolicy: listPolicy
        ).add(to: router)
        ExportRoutes(
            site: site,
            clock: entrances.clock,
            exports: entrances.exports,
            references: entrances.references,
            desks: ListDesks(
                citizens: CitizenDesk(citizens: entrances.citizens),
                interests: InterestDesk(interests: entrances.interests),
                vacancies: VacancyDesk(vacancies: entrances.vacancies)
            ),
            freshness: signIn.freshness
        ).add(to: router)

        SavedSearchRoutes(site: site, savedSearches: entrances.savedSearches).add(to: router)

        SuperUserRoutes(site: site, superUsers: entrances.superUsers).add(to: router)

        provider?.addRoutes(to: router)
    }
}
