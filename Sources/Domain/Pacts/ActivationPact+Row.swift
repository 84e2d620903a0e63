public import Persistence

/// A pact without its choices, as its row holds it.
struct PactRow: FromRow {
    static let columns: SQL = """
        p.id, p.citizen_id, p.version, p.state, p.email, p.phone, p.job_centre_id, p.availability_declared_on,
        p.commitments, p.notice_version, p.signed_at, p.effective_at, p.document_hash, p.updated_at
        """

    let id: ID<ActivationPact>
    let citizen: ID<Citizen>
    let version: Int
    let state: ActivationPact.State
    let email: String?
    let phone: String?
    let jobCentre: ID<JobCentre>?
    let availabilityDeclaredOn: Day?
    let commitments: String
    let noticeVersion: String?
    let signedAt: Instant?
    let effectiveAt: Instant?
    let documentHash: String?
    let updatedAt: Instant

    init(from row: inout Row) throws {
        id = try row.next()
        citizen = try row.next()
        version = try row.next()
        state = try row.next()
        email = try row.next()
        phone = try row.next()
        jobCentre = try row.next()
        availabilityDeclaredOn = try row.next()
        commitments = try row.next()
        noticeVersion = try row.next()
        signedAt = try row.next()
        effectiveAt = try row.next()
        documentHash = try row.next()
        updatedAt = try row.next()
    }

    func pact(_ choices: [ActivationPact.Choice]) -> ActivationPact {
        ActivationPact(
            id: id,
            citizen: citizen,
            version: version,
            state: state,
            email: email,
            phone: phone,
            jobCentre: jobCentre,
            availabilityDeclaredOn: availabilityDeclaredOn,
            commitments: Set(commitments.split(separator: " ").compactMap { Commitment(rawValue: String($0)) }),
            noticeVersion: noticeVersion,
            signedAt: signedAt,
            effectiveAt: effectiveAt,
            documentHash: documentHash,
            updatedAt: updatedAt,
            choices: choices
        )
    }
}

extension ActivationPact.Choice: FromRow {
    static let columns: SQL = "k.agency_id, k.branch_id, a.code, a.name, b.code, b.name, b.municipality_code"

    public init(from row: inout Row) throws {
        agency = try row.next()
        branch = try row.next()
        agencyCode = try row.next()
        agencyName = try row.next()
        branchCode = try row.next()
        branchName = try row.next()
        municipalityCode = try row.next()
    }
}

extension Transaction {
    /// A citizen's pact, found by a condition on `p`: the newest that meets it.
    func pact(_ condition: SQL, of citizen: ID<Citizen>) throws -> ActivationPact? {
        let row: PactRow? = try first(
            """
            SELECT \(PactRow.columns) FROM activation_pact p WHERE p.citizen_id = \(citizen) AND \(condition)
            ORDER BY p.version DESC LIMIT 1
            """
        )
        return try row.map { $0.pact(try choices(of: $0.id)) }
    }

    func choices(of pact: ID<ActivationPact>) throws -> [ActivationPact.Choice] {
        try all(
            """
            SELECT \(ActivationPact.Choice.columns) FROM activation_pact_choice k
            JOIN branch b ON b.id = k.branch_id JOIN agency a ON a.id = k.agency_id
            WHERE k.pact_id = \(pact) ORDER BY k.position
            """
        )
    }
}
