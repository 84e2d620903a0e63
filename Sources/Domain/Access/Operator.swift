public import Persistence

/// What an agency's person may do at all; for which branches, the grants say.
public enum OperatorRole: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// Works in one granted branch at a time.
    case branch
    /// Sees the granted branches together, and configures them.
    case `super`
    /// As super, and creates super users.
    case master

    /// Whether the person may work across all granted branches at once (INPS message 4271/2023, *utenza Master*).
    public var mayWorkAcrossBranches: Bool {
        switch self {
        case .branch: false
        case .super, .master: true
        }
    }

    public var title: Localized {
        switch self {
        case .branch: Localized(it: "Operatore di filiale", en: "Branch operator")
        case .super: Localized(it: "Utente Super", en: "Super user")
        case .master: Localized(it: "Utente Master", en: "Master user")
        }
    }
}

/// Whether somebody may sign in at all.
public enum AccountStatus: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case active
    case suspended
}

/// A person who works for an agency; one who works for two has two of these.
public struct Operator: Hashable, Sendable {
    public let id: ID<Operator>
    public let agency: ID<Agency>
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    public let email: String?
    public let role: OperatorRole
    public let status: AccountStatus
}

extension Operator: FromRow {
    static let columns: SQL =
        "o.id, o.agency_id, o.tax_code, o.given_name, o.family_name, o.email, o.role, o.status"

    public init(from row: inout Row) throws {
        id = try row.next()
        agency = try row.next()
        taxCode = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        email = try row.next()
        role = try row.next()
        status = try row.next()
    }
}

/// An operator's job at an agency, as one hat that a person may wear; what the person sees depends on the scope.
public struct OperatorAccount: Hashable, Sendable {
    public let id: ID<Operator>
    public let agency: ID<Agency>
    public let agencyCode: String
    public let agencyName: String
    public let role: OperatorRole
    public let givenName: String
    public let familyName: String

    /// The person at work in a scope.
    public func working(in scope: OperatingScope) -> OperatorIdentity {
        OperatorIdentity(
            id: id,
            agency: agency,
            role: role,
            givenName: givenName,
            familyName: familyName,
            scope: scope
        )
    }
}

extension OperatorAccount: FromRow {
    /// The columns of `operator o` joined with `agency a`.
    static let columns: SQL = "o.id, o.agency_id, a.code, a.name, o.role, o.given_name, o.family_name"

    public init(from row: inout Row) throws {
        id = try row.next()
        agency = try row.next()
        agencyCode = try row.next()
        agencyName = try row.next()
        role = try row.next()
        givenName = try row.next()
        familyName = try row.next()
    }
}
