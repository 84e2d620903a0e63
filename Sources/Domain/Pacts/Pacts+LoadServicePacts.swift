internal import Persistence

extension Pacts {
    /// Takes the service pacts of a file over: the person and the branches have to be known.
    ///
    /// What the file does not name stays as it is: each job centre sends its own.
    public func load(
        servicePacts rows: [LoadRow<ServicePactEntry>],
        _ request: LoadRequest = LoadRequest()
    ) async throws -> [LoadReceipt] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let known = try KnownCodes(rows.map(\.entry), in: transaction)
            var result = Reconciliation(known.pacts, keyField: "tax_code")
            for row in rows {
                result.add(row, key: row.entry.key) { entry, old, findings in
                    known.pact(entry, old, &findings, store)
                }
            }
            if request.isDryRun { return result.receipts }
            try store.write(servicePacts: result.changed, in: transaction)
            let touched = Set(result.changed.map(\.citizen)).sorted()
            try CitizenLinks(store).refresh(touched, in: transaction)
            let entry = AuditEntry.loaded("service_pacts.loaded", result.receipts, request)
            try store.audit.record(entry, in: transaction)
            return result.receipts
        }
    }
}

/// What the codes of a file stand for.
private struct KnownCodes: Sendable {
    let citizens: [String: ID<Citizen>]
    let jobCentres: [String: ID<JobCentre>]
    let branches: [String: ID<Branch>]
    let pacts: [String: ServicePact]

    init(_ entries: [ServicePactEntry], in transaction: borrowing Transaction) throws {
        citizens = try transaction.codes(
            "SELECT tax_code, id FROM citizen WHERE tax_code IN \(in: Set(entries.map(\.taxCode)))"
        )
        jobCentres = try transaction.codes("SELECT code, id FROM job_centre")
        branches = try transaction.codes(
            "SELECT code, id FROM branch WHERE code IN \(in: Set(entries.flatMap(\.branchCodes)))"
        )
        let condition: SQL = "s.citizen_id IN \(in: citizens.values.sorted())"
        let named = Dictionary(
            grouping: try transaction.all(
                """
                SELECT k.service_pact_id, k.branch_id FROM service_pact_branch k
                JOIN service_pact s ON s.id = k.service_pact_id WHERE \(condition)
                """,
                as: NamedInServicePact.self
            ),
            by: \.pact
        )
        let stored: [StoredServicePact] = try transaction.all(
            """
            SELECT s.id, s.citizen_id, s.job_centre_id, s.state, s.signed_on, c.tax_code, j.code FROM service_pact s
            JOIN citizen c ON c.id = s.citizen_id JOIN job_centre j ON j.id = s.job_centre_id WHERE \(condition)
            """
        )
        pacts = Dictionary(
            stored.map { ($0.key, $0.pact(Set((named[$0.id] ?? []).map(\.branch)))) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func pact(
        _ entry: ServicePactEntry,
        _ old: ServicePact?,
        _ findings: inout [Finding],
        _ store: Store
    ) -> ServicePact? {
        let citizen = citizens[entry.taxCode.text]
        if citizen == nil { findings.append(.unknownCitizen) }
        let jobCentre = jobCentres[entry.jobCentreCode]
        if jobCentre == nil { findings.append(.unknownJobCentre("job_centre_code", entry.jobCentreCode)) }
        for code in entry.branchCodes where branches[code] == nil { findings.append(.unknownNamedBranch(code)) }
        if ServicePact.State.inForce.contains(entry.state), entry.signedOn == nil { findings.append(.signedWithoutDay) }
        if let day = entry.signedOn, day > store.today { findings.append(.inTheFuture("signed_on")) }
        guard let citizen, let jobCentre else { return nil }
        return ServicePact(
            id: old?.id ?? store.ids.next(),
            citizen: citizen,
            jobCentre: jobCentre,
            state: entry.state,
            signedOn: entry.signedOn,
            branches: Set(entry.branchCodes.compactMap { branches[$0] })
        )
    }
}

private struct NamedInServicePact: FromRow {
    let pact: ID<ServicePact>
    let branch: ID<Branch>

    init(from row: inout Row) throws {
        pact = try row.next()
        branch = try row.next()
    }
}

private struct StoredServicePact: FromRow {
    let id: ID<ServicePact>
    let citizen: ID<Citizen>
    let jobCentre: ID<JobCentre>
    let state: ServicePact.State
    let signedOn: Day?
    let key: String

    init(from row: inout Row) throws {
        id = try row.next()
        citizen = try row.next()
        jobCentre = try row.next()
        state = try row.next()
        signedOn = try row.next()
        let (taxCode, centre): (String, String) = try (row.next(), row.next())
        key = "\(taxCode)/\(centre)"
    }

    func pact(_ branches: Set<ID<Branch>>) -> ServicePact {
        ServicePact(
            id: id,
            citizen: citizen,
            jobCentre: jobCentre,
            state: state,
            signedOn: signedOn,
            branches: branches
        )
    }
}

extension Store {
    fileprivate func write(servicePacts: [ServicePact], in transaction: borrowing Transaction) throws {
        if servicePacts.isEmpty { return }
        let columns: [StaticString] = ["id", "citizen_id", "job_centre_id", "state", "signed_on", "updated_at"]
        try transaction.upsert(
            into: BulkTable(
                "service_pact",
                columns: columns,
                key: ["id"],
                update: ["state", "signed_on", "updated_at"]
            ),
            rows: servicePacts.map { pact -> [SQLValue] in
                [
                    pact.id.sqlValue, pact.citizen.sqlValue, pact.jobCentre.sqlValue, pact.state.sqlValue,
                    pact.signedOn.sqlValue, now.sqlValue,
                ]
            }
        )
        try transaction.run(
            "DELETE FROM service_pact_branch WHERE service_pact_id IN \(in: servicePacts.map(\.id))"
        )
        try transaction.upsert(
            into: BulkTable("service_pact_branch", columns: ["service_pact_id", "branch_id"], key: [], update: []),
            rows: servicePacts.flatMap { pact in
                pact.branches.sorted().map { branch -> [SQLValue] in [pact.id.sqlValue, branch.sqlValue] }
            }
        )
    }
}

extension Finding {
    static var unknownCitizen: Finding {
        Finding(
            "tax_code",
            "unknown_citizen",
            it: "Nessuna domanda di questa persona è conosciuta",
            en: "No application of this person is known"
        )
    }

    static func unknownNamedBranch(_ code: String) -> Finding {
        Finding(
            "branch_codes",
            "unknown_branch",
            it: "La filiale «\(code)» non è fra quelle conosciute",
            en: "The branch “\(code)” is not among those known"
        )
    }

    fileprivate static var signedWithoutDay: Finding {
        Finding(
            "signed_on",
            "signed_without_day",
            it: "Un patto stipulato ha la data di stipula",
            en: "A signed pact has the day on which it was signed"
        )
    }
}
