public import Domain
public import Logging
public import Persistence

/// The domain, wired to a database: made once at the start and handed to whatever serves, loads or schedules.
public struct Services: Sendable {
    public let settings: Settings
    public let logger: Logger
    public let database: Database
    public let store: Store
    public let references: References
    /// One for the process: it holds what was taken out of the store in portions.
    public let quotas: Quotas

    /// Opens the database; tables are made by ``migrate()`` and nothing else.
    public static func open(_ settings: Settings, clock: Clock = .system, logger: Logger) async throws -> Services {
        let database = try await Database.open(settings.database, logger: logger)
        return Services(settings, over: Store(database: database, clock: clock), logger: logger)
    }

    init(_ settings: Settings, over store: Store, logger: Logger) {
        self.settings = settings
        self.logger = logger
        self.store = store
        database = store.database
        references = References(store)
        quotas = Quotas(store)
    }

    public func close() async {
        await database.close()
    }

    public var sessionLimits: SessionLimits {
        SessionLimits(idleSeconds: settings.sessionIdle, absoluteSeconds: settings.sessionLength)
    }

    public var sessions: Sessions { Sessions(store, limits: sessionLimits) }
    public var people: People { People(store) }
    public var vacancyPolicy: VacancyPolicy {
        var policy = VacancyPolicy.standard
        policy.longestPublicationMonths = settings.publicationMonths
        return policy
    }
    public var vacancies: Vacancies { Vacancies(store, references: references, policy: vacancyPolicy) }
    public var interests: Interests { Interests(store, policy: vacancyPolicy) }

    public var superUsers: SuperUsers { SuperUsers(store) }
    public var citizens: Citizens { Citizens(store) }
    public var applications: Applications { Applications(store, references: references) }
    public var pactPolicy: PactPolicy {
        var policy = PactPolicy.standard
        policy.minimumChoices = settings.minimumAgencies
        return policy
    }
    public var pacts: Pacts { Pacts(store, policy: pactPolicy) }

    /// Makes or brings forward the tables, and puts in the code lists that come with the software.
    ///
    /// - Returns: The names of the migrations that were run.
    @discardableResult
    public func migrate() async throws -> [String] {
        let names = try await database.migrate(Schema.migrations)
        try await references.seed()
        return names
    }
}
