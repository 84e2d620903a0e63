internal import Persistence

/// An interest as its row begins, whether a citizen sends it now or another system has kept it until today.
struct NewInterest: Sendable {
    let id: ID<ExpressionOfInterest>
    let offer: Offer
    let applicant: Applicant
    /// The version of the CV that goes along.
    let curriculumVersion: Int
    var status = ExpressionOfInterest.Status.submitted
    let submittedAt: Instant
    let updatedAt: Instant
    var viewedAt: Instant?
    let message: String?

    private static let table = BulkTable(
        "expression_of_interest",
        columns: [
            "id", "vacancy_id", "citizen_id", "agency_id", "branch_id", "period_id", "status", "submitted_at",
            "updated_at", "viewed_at", "message", "given_name", "family_name", "sort_key", "birth_date",
            "municipality_code", "email", "phone", "curriculum_version", "education_code",
        ],
        key: [],
        update: []
    )

    private var row: [SQLValue] {
        [
            id.sqlValue, offer.vacancy.sqlValue, applicant.citizen.sqlValue, offer.agency.sqlValue,
            offer.branch.sqlValue, offer.period.sqlValue, status.sqlValue, submittedAt.sqlValue,
            updatedAt.sqlValue, viewedAt.sqlValue, message.sqlValue, .text(applicant.givenName),
            .text(applicant.familyName), .text(applicant.sortKey), applicant.birthDate.sqlValue,
            applicant.municipalityCode.sqlValue, applicant.email.sqlValue, applicant.phone.sqlValue,
            curriculumVersion.sqlValue, applicant.educationCode.sqlValue,
        ]
    }

    /// Writes interests, and before them the CVs that no interest has sent yet.
    static func write(_ interests: [NewInterest], in transaction: borrowing Transaction) throws {
        if interests.isEmpty { return }
        try SentCurriculum.write(interests.map(\.applicant), in: transaction)
        try transaction.upsert(into: table, rows: interests.map(\.row))
    }
}

/// What an interest points to.
struct Offer: Sendable, FromRow {
    let vacancy: ID<Vacancy>
    let agency: ID<Agency>
    let branch: ID<Branch>
    let period: ID<PublicationPeriod>

    static let columns: SQL = "vacancy.id, vacancy.agency_id, vacancy.branch_id, publication_period.id"

    init(from row: inout Row) throws {
        vacancy = try row.next()
        agency = try row.next()
        branch = try row.next()
        period = try row.next()
    }
}

/// The citizen as an interest keeps her.
struct Applicant: Sendable, FromRow {
    let citizen: ID<Citizen>
    let givenName: String
    let familyName: String
    let sortKey: String
    let birthDate: Day
    let municipalityCode: String?
    let email: String?
    let phone: String?
    /// Nil without a CV.
    let curriculumVersion: Int?
    /// The JSON of the CV, as it stands; nil when an earlier interest has sent this version already.
    let unsentCurriculum: String?
    let educationCode: String?

    init(from row: inout Row) throws {
        citizen = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        sortKey = try row.next()
        birthDate = try row.next()
        municipalityCode = try row.next()
        email = try row.next()
        phone = try row.next()
        curriculumVersion = try row.next()
        unsentCurriculum = try row.next()
        educationCode = try row.next()
    }

    static func read(_ id: ID<Citizen>, in transaction: borrowing Transaction) throws -> Applicant? {
        try transaction.first("\(query) WHERE citizen.id = \(id)")
    }

    static func read(_ ids: some Sequence<ID<Citizen>>, in transaction: borrowing Transaction) throws -> [Applicant] {
        try transaction.all("\(query) WHERE citizen.id IN \(in: Set(ids).sorted())")
    }

    private static let query: SQL = """
        SELECT citizen.id, citizen.given_name, citizen.family_name, citizen.sort_key, citizen.birth_date,
            citizen.municipality_code, citizen.email, citizen.phone, curriculum.version,
            CASE WHEN sent_curriculum.version IS NULL THEN curriculum.body END, curriculum.education_code
        FROM citizen LEFT JOIN curriculum ON curriculum.citizen_id = citizen.id
        LEFT JOIN sent_curriculum
            ON sent_curriculum.citizen_id = curriculum.citizen_id AND sent_curriculum.version = curriculum.version
        """
}
