/// Software of an agency that calls the REST API.
public struct APIClient: Hashable, Sendable {
    public let id: ID<APIClient>
    /// What the software calls itself: a UUID, also as PDND knows it.
    public let clientID: ClientID
    public let agency: ID<Agency>
    public let agencyCode: String
    /// What people call it.
    public let name: String?
    /// The codes of the branches that it was granted; nil for all of the agency, also those that open later.
    public let branchCodes: [String]?
    public let scopes: Set<APIScope>
    /// The oldest first, also those that have ended.
    public let keys: [ClientKey]
    public let createdAt: Instant
    public let revokedAt: Instant?
}

/// A public key by which a client proves who it is.
public struct ClientKey: Hashable, Sendable {
    /// How many keys of a client are good at once: the one that goes and the one that comes.
    public static let mostLive = 2

    /// The `kid` of its tokens, if they have one.
    public let keyID: String
    /// The key as a JWK (RFC 7517), in JSON.
    public let jwk: String
    public let createdAt: Instant
    public let endedAt: Instant?
}

/// A public key that a client is to be given.
public struct ClientKeyDraft: Hashable, Sendable {
    public let keyID: String
    /// The key as a JWK (RFC 7517), in JSON.
    public let jwk: String

    public init(keyID: String, jwk: String) {
        self.keyID = keyID
        self.jwk = jwk
    }
}

/// What a client may do with its agency's data.
public enum APIScope: String, Sendable, CaseIterable, Codable {
    case vacanciesRead = "vacancies:read"
    case vacanciesWrite = "vacancies:write"
    case interestsRead = "interests:read"
    case changesRead = "changes:read"
    case annotationsWrite = "annotations:write"

    /// Scopes as OAuth writes them, with blanks between (RFC 6749 section 3.3); nil when one is unknown.
    public static func read(_ text: String) -> Set<APIScope>? {
        let words = text.split(separator: " ")
        let scopes = words.compactMap { APIScope(rawValue: String($0)) }
        return scopes.count == words.count ? Set(scopes) : nil
    }

    /// Scopes as OAuth writes them, always in one order.
    public static func text(_ scopes: Set<APIScope>) -> String {
        allCases.filter(scopes.contains).map(\.rawValue).joined(separator: " ")
    }
}

/// A client at work: which software acts, for which agency and which of its branches.
public struct ClientIdentity: Hashable, Sendable {
    public let id: ID<APIClient>
    public let clientID: ClientID
    public let agency: ID<Agency>
    /// The branches that it was granted; nil for all of the agency.
    public let branches: [ID<Branch>]?
    public internal(set) var scopes: Set<APIScope>

    public var actor: Actor { .client(id, agency: agency) }

    /// The client as the one who publishes and reads its agency's vacancies.
    public var publisher: Publisher { Publisher(agency: agency, branches: branches, actor: actor) }

    /// The same with no more than some scopes: what a token was narrowed to.
    public func narrowed(to scopes: Set<APIScope>) -> ClientIdentity {
        var client = self
        client.scopes.formIntersection(scopes)
        return client
    }
}
