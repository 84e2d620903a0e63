public import Persistence

/// Somebody who can sign in and has something to see, for demonstrations.
public struct ExamplePerson: Hashable, Sendable {
    public enum Role: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case citizen
        case branch
        case `super`
        case master

        public var title: Localized {
            switch self {
            case .citizen: Localized(it: "Cittadino", en: "Citizen")
            case .branch: OperatorRole.branch.title
            case .super: OperatorRole.super.title
            case .master: OperatorRole.master.title
            }
        }
    }

    public let role: Role
    public let taxCode: TaxCode
    public let givenName: String
    public let familyName: String
    public let agencyCode: String?
    public let agencyName: String?
    /// The only branch of a branch operator.
    public let branchCode: String?
    public let branchName: String?
}

extension People {
    /// Some masters, supers and branch operators of the first agencies, and citizens with a CV and a signed pact.
    public func examples(agencies: Int = 3, ofEachRole: Int = 6, citizens: Int = 12) async throws -> [ExamplePerson] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            let operators: [ExamplePerson] = try transaction.all(
                """
                SELECT role, tax_code, given_name, family_name, agency, agency_name, branch, branch_name FROM (
                    SELECT o.id, o.role, o.tax_code, o.given_name, o.family_name, a.code AS agency,
                        a.name AS agency_name, CASE WHEN o.role = 'branch' THEN MIN(b.code) END AS branch,
                        CASE WHEN o.role = 'branch' THEN MIN(b.name) END AS branch_name,
                        ROW_NUMBER() OVER (PARTITION BY a.code, o.role ORDER BY o.id) AS place
                    FROM operator o JOIN agency a ON a.id = o.agency_id
                    JOIN (
                        \(BranchRights.statement("o.id AS person, b.id AS id", where: "o.status = 'active'", on: today))
                    ) AS h ON h.person = o.id
                    JOIN branch b ON b.id = h.id
                    WHERE a.id IN (SELECT id FROM agency ORDER BY code LIMIT \(agencies))
                    GROUP BY o.id, o.role, o.tax_code, o.given_name, o.family_name, a.code, a.name
                ) AS example
                WHERE place <= \(ofEachRole)
                ORDER BY agency, CASE role WHEN 'master' THEN 0 WHEN 'super' THEN 1 ELSE 2 END, id
                """
            )
            let people: [ExamplePerson] = try transaction.all(
                """
                SELECT 'citizen', c.tax_code, c.given_name, c.family_name, NULL, NULL, NULL, NULL FROM citizen c
                WHERE EXISTS (SELECT 1 FROM curriculum v WHERE v.citizen_id = c.id)
                AND EXISTS (SELECT 1 FROM activation_pact p WHERE p.citizen_id = c.id AND p.state = 'signed')
                ORDER BY c.id LIMIT \(citizens)
                """
            )
            return operators + people
        }
    }
}

extension ExamplePerson: FromRow {
    public init(from row: inout Row) throws {
        role = try row.next()
        taxCode = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        agencyCode = try row.next()
        agencyName = try row.next()
        branchCode = try row.next()
        branchName = try row.next()
    }
}
