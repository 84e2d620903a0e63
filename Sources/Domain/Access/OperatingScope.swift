public import Persistence

/// Over which of the granted branches an operator works now: chosen at sign-in, changeable at any time, part of every
/// audit entry.
public enum OperatingScope: Hashable, Sendable {
    case branch(ID<Branch>)
    /// All granted branches together (*cross-filiale*).
    case crossBranch

    public var branch: ID<Branch>? {
        switch self {
        case .branch(let id): id
        case .crossBranch: nil
        }
    }

    /// The word for stores and audit entries.
    public var word: String {
        switch self {
        case .branch: "branch"
        case .crossBranch: "cross_branch"
        }
    }
}

/// An operator at work: who acts, for which agency, in which scope.
public struct OperatorIdentity: Hashable, Sendable {
    public let id: ID<Operator>
    public let agency: ID<Agency>
    public let role: OperatorRole
    public let givenName: String
    public let familyName: String
    public let scope: OperatingScope

    public init(
        id: ID<Operator>,
        agency: ID<Agency>,
        role: OperatorRole,
        givenName: String,
        familyName: String,
        scope: OperatingScope
    ) {
        self.id = id
        self.agency = agency
        self.role = role
        self.givenName = givenName
        self.familyName = familyName
        self.scope = scope
    }

    /// The same person in another scope.
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

extension OperatorIdentity {
    /// The ids of the branches that are open to the person on `day`: the one place where the right to a branch is stated.
    ///
    /// It asks the store each time, never what was true at sign-in: the account is active, the agency authorised, the
    /// branch open and of that agency, the right to it good (`BranchRights`), and the scope narrows the rest. Only a role
    /// that may work across branches gets several. Every query on behalf of an operator starts from here:
    /// `… WHERE branch_id IN (\(person.openBranches(on: today)))`.
    ///
    /// - Parameter right: What the agency's sections of the register must allow besides.
    public func openBranches(on day: Day, with right: AgencyRight? = nil) -> SQL {
        let narrowing: SQL =
            switch scope {
            case .branch(let branch): "b.id = \(branch)"
            case .crossBranch: "o.role IN \(in: OperatorRole.allCases.filter(\.mayWorkAcrossBranches))"
            }
        return BranchRights.branches(
            of: "o.id = \(id) AND o.agency_id = \(agency) AND o.status = 'active'",
            where: narrowing,
            on: day,
            with: right
        )
    }
}

extension Transaction {
    /// The branches open to a person, as ids, for where a subquery cannot go: the scope tokens of a text search.
    public func openBranches(
        to person: OperatorIdentity,
        on day: Day,
        with right: AgencyRight? = nil
    ) throws -> [ID<Branch>] {
        try all(
            "SELECT DISTINCT branch_id FROM (\(person.openBranches(on: day, with: right))) AS opened ORDER BY branch_id"
        )
    }
}
