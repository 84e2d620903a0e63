internal import Persistence

/// The people of the agencies and their grants: copied from the register, which alone decides on both.
public struct Operators: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// The operators of an agency by name.
    public func list(of agency: ID<Agency>) async throws -> [Operator] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                "SELECT \(Operator.columns) FROM operator o WHERE o.agency_id = \(agency) ORDER BY o.sort_key, o.id"
            )
        }
    }
}

/// An operator as a file of the register states it.
public struct OperatorEntry: Hashable, Sendable {
    public let agencyCode: String
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    public let email: String?
    public let role: OperatorRole

    public init(
        agencyCode: String,
        taxCode: TaxCode,
        givenName: String,
        familyName: String,
        email: String? = nil,
        role: OperatorRole
    ) {
        self.agencyCode = agencyCode
        self.taxCode = taxCode
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.role = role
    }

    /// What a row of operators is known by.
    public var key: String { "\(agencyCode)/\(taxCode)" }
}

/// A grant (*abilitazione*) of a branch to an operator, as a file of the register states it.
public struct GrantEntry: Hashable, Sendable {
    public let agencyCode: String
    public let operatorTaxCode: TaxCode
    public let branchCode: String
    public let validFrom: Day
    /// The last day, inclusive.
    public let validTo: Day?

    public init(agencyCode: String, operatorTaxCode: TaxCode, branchCode: String, validFrom: Day, validTo: Day? = nil) {
        self.agencyCode = agencyCode
        self.operatorTaxCode = operatorTaxCode
        self.branchCode = branchCode
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// What a row of grants is known by: the same branch may be granted again later.
    public var key: String { "\(agencyCode)/\(operatorTaxCode)/\(branchCode)/\(validFrom)" }
}
