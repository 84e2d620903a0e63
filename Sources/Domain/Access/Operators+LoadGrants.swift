internal import Persistence

extension Operators {
    /// Takes the grants of a file over, in one transaction; a full file also withdraws those that it lacks.
    ///
    /// A withdrawn grant keeps its first day and gets yesterday as its last: the very next request feels it, and what
    /// the person did before stays explained.
    public func load(
        grants rows: [LoadRow<GrantEntry>],
        _ request: LoadRequest = LoadRequest()
    ) async throws -> [LoadReceipt] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let today = store.today
            let names = try GrantNames(from: transaction)
            let stored: [BranchGrant] = try transaction.all(
                "SELECT id, operator_id, branch_id, valid_from, valid_to FROM branch_grant"
            )
            var result = Reconciliation(keyed(stored, names.key(of:)), keyField: "branch_code")
            for row in rows {
                result.add(row, key: row.entry.key) { entry, old, findings in
                    if let only = request.agency, only != entry.agencyCode {
                        findings.append(.otherAgency(entry.agencyCode, expected: only))
                    }
                    guard let (person, branch) = names.find(entry, &findings) else { return nil }
                    return BranchGrant(
                        id: old?.id ?? store.ids.next(),
                        person: person,
                        branch: branch,
                        validFrom: entry.validFrom,
                        validTo: entry.validTo
                    )
                }
            }
            result.endUnnamed(request.extent) { grant in
                let agency = names.operators[grant.person]?.agencyCode
                return (request.agency == nil || request.agency == agency)
                    && (grant.validTo.map { $0 >= today } ?? true)
            }
            if request.isDryRun { return result.receipts }
            try transaction.write(grants: result.changed)
            if !result.ended.isEmpty {
                try transaction.run(
                    """
                    UPDATE branch_grant SET valid_to = \(today.adding(days: -1))
                    WHERE id IN \(in: result.ended.map(\.id))
                    """
                )
            }
            try store.audit.record(.loaded("access.grants_loaded", result.receipts, request), in: transaction)
            return result.receipts
        }
    }
}

/// The right of an operator to a branch, from the register.
struct BranchGrant: Hashable, Sendable, FromRow {
    let id: ID<BranchGrant>
    let person: ID<Operator>
    let branch: ID<Branch>
    let validFrom: Day
    let validTo: Day?

    init(id: ID<BranchGrant>, person: ID<Operator>, branch: ID<Branch>, validFrom: Day, validTo: Day?) {
        self.id = id
        self.person = person
        self.branch = branch
        self.validFrom = validFrom
        self.validTo = validTo
    }

    init(from row: inout Row) throws {
        id = try row.next()
        person = try row.next()
        branch = try row.next()
        validFrom = try row.next()
        validTo = try row.next()
    }
}

/// The codes by which a file knows operators and branches.
private struct GrantNames: Sendable {
    struct Person: FromRow {
        let id: ID<Operator>
        let agencyCode: String
        let taxCode: TaxCode

        var key: String { "\(agencyCode)/\(taxCode)" }

        init(from row: inout Row) throws {
            id = try row.next()
            agencyCode = try row.next()
            taxCode = try row.next()
        }
    }

    struct Office: FromRow {
        let id: ID<Branch>
        let code: String
        let agencyCode: String

        init(from row: inout Row) throws {
            id = try row.next()
            code = try row.next()
            agencyCode = try row.next()
        }
    }

    let operators: [ID<Operator>: Person]
    private let agencyCodes: Set<String>
    private let people: [String: Person]
    private let branches: [String: Office]
    private let branchCodes: [ID<Branch>: String]

    init(from transaction: borrowing Transaction) throws {
        agencyCodes = Set(try transaction.all("SELECT code FROM agency", as: String.self))
        let people: [Person] = try transaction.all(
            "SELECT o.id, a.code, o.tax_code FROM operator o JOIN agency a ON a.id = o.agency_id"
        )
        let offices: [Office] = try transaction.all(
            "SELECT b.id, b.code, a.code FROM branch b JOIN agency a ON a.id = b.agency_id"
        )
        operators = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.people = keyed(people, \.key)
        branches = keyed(offices, \.code)
        branchCodes = Dictionary(offices.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
    }

    func key(of grant: BranchGrant) -> String {
        "\(operators[grant.person]?.key ?? "")/\(branchCodes[grant.branch] ?? "")/\(grant.validFrom)"
    }

    func find(_ entry: GrantEntry, _ findings: inout [Finding]) -> (ID<Operator>, ID<Branch>)? {
        if let end = entry.validTo, end < entry.validFrom { findings.append(.endsBeforeStart("valid_to")) }
        let person = people["\(entry.agencyCode)/\(entry.operatorTaxCode)"]
        let branch = branches[entry.branchCode]
        if !agencyCodes.contains(entry.agencyCode) {
            findings.append(.unknownAgency(entry.agencyCode))
        } else if person == nil {
            findings.append(.unknownOperator(entry.agencyCode))
        }
        if let branch, branch.agencyCode != entry.agencyCode {
            findings.append(.branchOfAnotherAgency("branch_code", entry.branchCode))
        }
        if branch == nil { findings.append(.unknownBranch(entry.branchCode)) }
        guard let person, let branch, !findings.haveErrors else { return nil }
        return (person.id, branch.id)
    }
}

extension Transaction {
    fileprivate func write(grants: [BranchGrant]) throws {
        if grants.isEmpty { return }
        try upsert(
            into: BulkTable(
                "branch_grant",
                columns: ["id", "operator_id", "branch_id", "valid_from", "valid_to"],
                key: ["id"],
                update: ["valid_to"]
            ),
            rows: grants.map { grant -> [SQLValue] in
                [
                    grant.id.sqlValue, grant.person.sqlValue, grant.branch.sqlValue, grant.validFrom.sqlValue,
                    grant.validTo.sqlValue,
                ]
            }
        )
    }
}
