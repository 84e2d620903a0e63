/// Who an identity provider says has signed in.
public struct SignedInPerson: Hashable, Sendable {
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    public let email: String?
    /// The level of assurance that the provider vouched for: 1, 2 or 3, as for SPID.
    public let assurance: Int
    /// When the person proved who they are, by the provider's word; nil where it does not say.
    ///
    /// A provider has a session of its own, so that this may be long before they come here.
    public let authenticatedAt: Instant?
    /// What the provider needs for signing out there too, kept as it came.
    public let providerSession: String?

    public init(
        taxCode: TaxCode,
        givenName: String,
        familyName: String,
        email: String? = nil,
        assurance: Int,
        authenticatedAt: Instant? = nil,
        providerSession: String? = nil
    ) {
        self.taxCode = taxCode
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.assurance = assurance
        self.authenticatedAt = authenticatedAt
        self.providerSession = providerSession
    }
}

/// A signed-in person in a browser, from sign-in to sign-out.
public struct Session: Hashable, Sendable {
    /// What the person is here at this request; asked from the store each time, never remembered.
    public enum Standing: Hashable, Sendable {
        /// No hat was chosen, or the chosen one is no longer the person's.
        case withoutRole
        /// An operator who has yet to choose a scope, or whose scope is no longer open.
        case withoutScope(OperatorAccount)
        case citizen(CitizenIdentity)
        case `operator`(OperatorIdentity, OperatorAccount)
        case jobCentre(OfficialIdentity)
        case authority(OfficialIdentity)
    }

    public let id: ID<Session>
    public let person: SignedInPerson
    public let standing: Standing
    /// The branch of the operating scope, by name; nil across branches and for people who are no operators.
    public let scopeName: String?
    /// What forms carry against forgery (CSRF).
    public let formToken: String
    public let openedAt: Instant
    /// When the session ends unless something is asked for before.
    public let idleUntil: Instant
    /// When the session ends in any case.
    public let endsAt: Instant

    /// When the person last proved who they are: before they signed in, or again before something grave.
    ///
    /// Nil when nobody knows, which is never recent enough.
    public var authenticatedAt: Instant? { person.authenticatedAt }

    /// Who acts in this session, when that is settled.
    public var actor: Actor? {
        switch standing {
        case .withoutRole: nil
        case .withoutScope(let account): .account(account)
        case .citizen(let identity): .citizen(identity)
        case .operator(let identity, _): .operator(identity)
        case .jobCentre(let identity), .authority(let identity): .official(identity)
        }
    }
}

/// How long sessions and sign-ins last.
public struct SessionLimits: Hashable, Sendable {
    public var idleSeconds: Int
    public var absoluteSeconds: Int
    /// How often at most the store is told that a session is in use.
    public var touchSeconds: Int
    public var attemptSeconds: Int
    /// How long it is remembered whose a session was that is over, so that a form sent too late finds its owner again.
    public var memorySeconds: Int

    public init(
        idleSeconds: Int = 30 * 60,
        absoluteSeconds: Int = 12 * 3600,
        touchSeconds: Int = 60,
        attemptSeconds: Int = 10 * 60,
        memorySeconds: Int = 24 * 3600
    ) {
        self.idleSeconds = idleSeconds
        self.absoluteSeconds = absoluteSeconds
        self.touchSeconds = touchSeconds
        self.attemptSeconds = attemptSeconds
        self.memorySeconds = memorySeconds
    }
}

/// One of a person's sessions, as the person sees them listed.
public struct SessionSummary: Hashable, Sendable {
    public let id: ID<Session>
    /// What the browser called itself.
    public let device: String?
    public let openedAt: Instant
    public let seenAt: Instant
}
