internal import Persistence

/// An activation pact that was signed in another system and is in force.
public struct ActivationPactEntry: Sendable {
    public let taxCode: TaxCode
    public let signedAt: Instant
    public var email: String?
    public var phone: String?
    public var jobCentreCode: String?
    public var availabilityDeclaredOn: Day?
    public var commitments: Set<Commitment>
    /// Branches in the order of preference.
    public let branchCodes: [String]

    public init(
        taxCode: TaxCode,
        signedAt: Instant,
        email: String? = nil,
        phone: String? = nil,
        jobCentreCode: String? = nil,
        availabilityDeclaredOn: Day? = nil,
        commitments: Set<Commitment> = [],
        branchCodes: [String]
    ) {
        self.taxCode = taxCode
        self.signedAt = signedAt
        self.email = email
        self.phone = phone
        self.jobCentreCode = jobCentreCode
        self.availabilityDeclaredOn = availabilityDeclaredOn
        self.commitments = commitments
        self.branchCodes = branchCodes
    }
}

extension Pacts {
    /// Whether one of these applications has led to a pact: whoever takes a system over asks how far an earlier run came.
    public func haveAny(ofApplications numbers: [String]) async throws -> Bool {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(
                """
                SELECT 1 FROM activation_pact p JOIN application a ON a.id = p.application_id
                WHERE a.number IN \(in: numbers) LIMIT 1
                """,
                as: Int.self
            ) != nil
        }
    }

    /// Takes over the pacts of the system that was in service before, and opens their citizens to the branches named.
    ///
    /// The person has to be known with an accepted application, and the branches by their codes. Whether a branch may be
    /// chosen today is not asked: the choice was made then. Who has signed here keeps what came of it, so that a take-over
    /// that broke off can simply be begun again. The document says that it was taken over: nobody has signed its bytes.
    public func load(
        activationPacts rows: [LoadRow<ActivationPactEntry>],
        _ request: LoadRequest = LoadRequest()
    ) async throws -> [LoadReceipt] {
        let (store, notice) = (store, notice)
        return try await store.write { (transaction: borrowing Transaction) in
            let known = try KnownForPacts(rows.map(\.entry), in: transaction)
            var receipts: [LoadReceipt] = []
            var taken: [TakenPact] = []
            var having = known.signed
            for row in rows {
                let entry = row.entry
                let findings = known.findings(entry)
                guard !findings.haveErrors, !row.findings.haveErrors, let citizen = known.citizens[entry.taxCode] else {
                    receipts.append(row.receipt(.rejected, findings))
                    continue
                }
                let isNew = having.insert(citizen.id).inserted
                if isNew { taken.append(try known.pact(entry, of: citizen, notice, store)) }
                receipts.append(row.receipt(isNew ? .created : .unchanged, findings))
            }
            if request.isDryRun { return receipts }
            try store.write(taken, in: transaction)
            try Citizens.keepSignedContacts(of: taken.map(\.pact.citizen).sorted(), store, in: transaction)
            try CitizenLinks(store).refresh(taken.map(\.pact.citizen).sorted(), newSince: .dayOfPact, in: transaction)
            try store.audit.record(AuditEntry.loaded("activation_pacts.loaded", receipts, request), in: transaction)
            return receipts
        }
    }
}

/// A pact on its way into the store, with the bytes that prove what it said.
private struct TakenPact: Sendable {
    let pact: ActivationPact
    let application: ID<Application>
    let document: String
}

/// What the rows of a take-over speak of, as it is stored.
private struct KnownForPacts: Sendable {
    let citizens: [TaxCode: Citizen]
    let signed: Set<ID<Citizen>>
    private let versions: [ID<Citizen>: Int]
    private let applications: [ID<Citizen>: Application]
    private let branches: [String: ActivationPact.Choice]
    private let jobCentres: [String: ID<JobCentre>]

    init(_ entries: [ActivationPactEntry], in transaction: borrowing Transaction) throws {
        let people: [Citizen] = try transaction.all(
            "SELECT \(Citizen.columns) FROM citizen c WHERE c.tax_code IN \(in: Set(entries.map(\.taxCode)))"
        )
        citizens = Dictionary(people.map { ($0.taxCode, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = people.map(\.id).sorted()
        try transaction.hold(ids)
        // Also one that has ended: what the authority has closed is not opened again by a row of before.
        let preparing = ActivationPact.State.inPreparation
        let standing: [PactStanding] = try transaction.all(
            """
            SELECT p.citizen_id, MAX(p.version), SUM(CASE WHEN p.state IN \(in: preparing) THEN 0 ELSE 1 END)
            FROM activation_pact p WHERE p.citizen_id IN \(in: ids) GROUP BY p.citizen_id
            """
        )
        signed = Set(standing.filter(\.wasSigned).map(\.citizen))
        versions = Dictionary(standing.map { ($0.citizen, $0.version) }, uniquingKeysWith: max)
        let applied: [Application] = try transaction.all(
            """
            SELECT \(Application.columns) FROM application a WHERE a.citizen_id IN \(in: ids)
            ORDER BY a.submitted_on, a.id
            """
        )
        applications = Dictionary(applied.map { ($0.citizen, $0) }, uniquingKeysWith: { _, later in later })
        let choices: [ActivationPact.Choice] = try transaction.all(
            """
            SELECT b.agency_id, b.id, a.code, a.name, b.code, b.name, b.municipality_code
            FROM branch b JOIN agency a ON a.id = b.agency_id WHERE b.code IN \(in: Set(entries.flatMap(\.branchCodes)))
            """
        )
        branches = Dictionary(choices.map { ($0.branchCode, $0) }, uniquingKeysWith: { first, _ in first })
        jobCentres = try transaction.codes(
            "SELECT j.code, j.id FROM job_centre j WHERE j.code IN \(in: Set(entries.compactMap(\.jobCentreCode)))"
        )
    }

    func findings(_ entry: ActivationPactEntry) -> [Finding] {
        guard let citizen = citizens[entry.taxCode] else { return [.unknownCitizen] }
        var findings: [Finding] = []
        if applications[citizen.id]?.outcome != .accepted { findings.append(.applicationNotAccepted) }
        if entry.branchCodes.isEmpty { findings.append(.noBranchNamed) }
        for code in entry.branchCodes where branches[code] == nil { findings.append(.unknownNamedBranch(code)) }
        if let code = entry.jobCentreCode, jobCentres[code] == nil {
            findings.append(.unknownJobCentre("job_centre_code", code))
        }
        return findings
    }

    func pact(
        _ entry: ActivationPactEntry,
        of citizen: Citizen,
        _ notice: PrivacyNotice,
        _ store: Store
    ) throws -> TakenPact {
        guard let application = applications[citizen.id] else { throw NotFound() }
        var chosen: Set<ID<Branch>> = []
        let pact = ActivationPact(
            id: store.ids.next(),
            citizen: citizen.id,
            version: (versions[citizen.id] ?? 0) + 1,
            state: .signed,
            email: entry.email,
            phone: entry.phone,
            jobCentre: entry.jobCentreCode.flatMap { jobCentres[$0] },
            availabilityDeclaredOn: entry.availabilityDeclaredOn,
            commitments: entry.commitments,
            noticeVersion: nil,
            signedAt: entry.signedAt,
            effectiveAt: entry.signedAt,
            documentHash: nil,
            updatedAt: store.now,
            choices: entry.branchCodes.compactMap { branches[$0] }.filter { chosen.insert($0.branch).inserted }
        )
        var document = PactDocument(pact, notice, of: citizen, application, jobCentre: entry.jobCentreCode)
        document.takenOver = PactDocument.TakeOver(at: store.now.rfc3339, signedAt: entry.signedAt.rfc3339)
        return TakenPact(pact: pact, application: application.id, document: try document.json)
    }
}

private struct PactStanding: FromRow {
    let citizen: ID<Citizen>
    let version: Int
    let wasSigned: Bool

    init(from row: inout Row) throws {
        citizen = try row.next()
        version = try row.next()
        wasSigned = try row.next() as Int > 0
    }
}

extension Store {
    fileprivate func write(_ taken: [TakenPact], in transaction: borrowing Transaction) throws {
        if taken.isEmpty { return }
        let columns: [StaticString] = [
            "id", "citizen_id", "version", "state", "email", "phone", "job_centre_id", "application_id",
            "availability_declared_on", "commitments", "notice_version", "signed_at", "effective_at", "document",
            "document_hash", "created_at", "updated_at",
        ]
        try transaction.upsert(
            into: BulkTable("activation_pact", columns: columns, key: [], update: []),
            rows: taken.map { one -> [SQLValue] in
                let pact = one.pact
                let words = Commitment.allCases.filter(pact.commitments.contains).map(\.rawValue)
                return [
                    pact.id.sqlValue, pact.citizen.sqlValue, .integer(Int64(pact.version)), pact.state.sqlValue,
                    pact.email.sqlValue, pact.phone.sqlValue, pact.jobCentre.sqlValue, one.application.sqlValue,
                    pact.availabilityDeclaredOn.sqlValue, .text(words.joined(separator: " ")), .null,
                    pact.signedAt.sqlValue, pact.effectiveAt.sqlValue, .text(one.document),
                    .text(Secrets.hash(one.document)), now.sqlValue, now.sqlValue,
                ]
            }
        )
        try transaction.upsert(
            into: BulkTable(
                "activation_pact_choice",
                columns: ["pact_id", "position", "agency_id", "branch_id"],
                key: [],
                update: []
            ),
            rows: taken.flatMap { one in
                one.pact.choices.enumerated().map { index, choice -> [SQLValue] in
                    [
                        one.pact.id.sqlValue, .integer(Int64(index + 1)), choice.agency.sqlValue,
                        choice.branch.sqlValue,
                    ]
                }
            }
        )
    }
}

extension Finding {
    fileprivate static var applicationNotAccepted: Finding {
        Finding(
            "tax_code",
            "application_not_accepted",
            it: "L'ultima domanda di questa persona non è accolta: il patto non può essere in vigore",
            en: "The person's latest application is not accepted: the pact cannot be in force"
        )
    }

    fileprivate static var noBranchNamed: Finding {
        Finding(
            "branch_codes",
            "no_branch",
            it: "Il patto non nomina nessuna filiale",
            en: "The pact names no branch"
        )
    }
}
