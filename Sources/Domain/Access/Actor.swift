/// A citizen who acts for herself.
public struct CitizenIdentity: Hashable, Sendable {
    public let id: ID<Citizen>
    public let givenName: String
    public let familyName: String

    public init(id: ID<Citizen>, givenName: String, familyName: String) {
        self.id = id
        self.givenName = givenName
        self.familyName = familyName
    }
}

/// Somebody of a job centre or of the authority who acts.
public struct OfficialIdentity: Hashable, Sendable {
    public let id: ID<Official>
    public let givenName: String
    public let familyName: String
    /// The job centre that the person works for; nil for the authority.
    public let jobCentre: ID<JobCentre>?

    public init(id: ID<Official>, givenName: String, familyName: String, jobCentre: ID<JobCentre>?) {
        self.id = id
        self.givenName = givenName
        self.familyName = familyName
        self.jobCentre = jobCentre
    }
}

/// Who acts: whoever changes or reads something leaves this behind.
public enum Actor: Hashable, Sendable {
    case citizen(CitizenIdentity)
    case `operator`(OperatorIdentity)
    /// An agency's person who has not chosen yet in which scope to work.
    case account(OperatorAccount)
    case client(ID<APIClient>, agency: ID<Agency>)
    case official(OfficialIdentity)
    /// The system itself, by the name of what ran: `import`, `expiry`, `report`.
    case system(String)

    /// The agency on whose behalf it happens.
    public var agency: ID<Agency>? {
        switch self {
        case .operator(let person): person.agency
        case .account(let account): account.agency
        case .client(_, let agency): agency
        case .citizen, .official, .system: nil
        }
    }
}
