internal import Persistence

/// A hat that a person may wear after sign-in.
public enum PersonRole: Hashable, Sendable {
    case citizen(CitizenIdentity)
    case `operator`(OperatorAccount)
    case jobCentre(OfficialIdentity)
    case authority(OfficialIdentity)
}

/// Who a person is here: found by tax code, never told by the identity provider.
public struct People: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// The hats of a person today, citizen first: only accounts that are active, of agencies that are authorised.
    public func roles(of taxCode: TaxCode) async throws -> [PersonRole] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.roles(of: taxCode, on: today)
        }
    }

    /// The scopes that an operator may choose from today: the open branches by name, and all of them together first
    /// where the role allows it and there are several.
    public func scopes(of account: OperatorAccount) async throws -> [ScopeChoice] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            let branches: [BranchRow] = try transaction.all(
                """
                SELECT b.id, b.code, b.name, b.province FROM branch b
                WHERE b.id IN (\(account.grantedBranches(on: today))) ORDER BY b.name_fold, b.id
                """
            )
            let single = branches.map {
                ScopeChoice(.branch($0.id), code: $0.code, name: $0.name, province: $0.province)
            }
            let all = ScopeChoice(.crossBranch, code: nil, name: nil, province: nil)
            return account.role.mayWorkAcrossBranches && branches.count > 1 ? [all] + single : single
        }
    }
}

extension Transaction {
    /// The hats of a person on a day, citizen first.
    func roles(of taxCode: TaxCode, on day: Day) throws -> [PersonRole] {
        let citizens: [NamedCitizen] = try all(
            "SELECT id, given_name, family_name FROM citizen WHERE tax_code = \(taxCode)"
        )
        let operators: [OperatorAccount] = try all(
            """
            SELECT \(OperatorAccount.columns) FROM operator o JOIN agency a ON a.id = o.agency_id
            WHERE o.tax_code = \(taxCode) AND o.status = 'active' AND \(Agency.isAuthorised(on: day))
            ORDER BY a.name_fold, a.id
            """
        )
        let officials: [Official] = try all(
            """
            SELECT \(Official.columns) FROM official f
            WHERE f.tax_code = \(taxCode) AND f.status = 'active' ORDER BY f.id
            """
        )
        return citizens.map { .citizen($0.identity) } + operators.map { .operator($0) }
            + officials.map { $0.jobCentre == nil ? .authority($0.identity) : .jobCentre($0.identity) }
    }
}

/// A scope to choose from, with what a person knows it by.
public struct ScopeChoice: Hashable, Sendable {
    public let scope: OperatingScope
    public let code: String?
    public let name: String?
    public let province: String?

    init(_ scope: OperatingScope, code: String?, name: String?, province: String?) {
        self.scope = scope
        self.code = code
        self.name = name
        self.province = province
    }
}

extension OperatorAccount {
    /// All branches that some scope would open to the person.
    func grantedBranches(on day: Day) -> SQL {
        BranchRights.statement(
            "b.id",
            where: "o.id = \(id) AND o.agency_id = \(agency) AND o.status = 'active'",
            on: day
        )
    }
}

private struct NamedCitizen: FromRow {
    let identity: CitizenIdentity

    init(from row: inout Row) throws {
        identity = CitizenIdentity(id: try row.next(), givenName: try row.next(), familyName: try row.next())
    }
}

private struct BranchRow: FromRow {
    let id: ID<Branch>
    let code: String
    let name: String
    let province: String

    init(from row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        name = try row.next()
        province = try row.next()
    }
}
