public import Persistence

/// An interest as its citizen sees it: with what was public of the vacancy, and nothing of the agency's notes.
public struct OwnInterest: Hashable, Sendable {
    public let interest: ExpressionOfInterest
    public let vacancyCode: VacancyCode
    public let vacancyTitle: String
    /// The vacancy's state today.
    public let vacancyStatus: Vacancy.Status
    public let agencyName: String
    public let municipalityCode: String?
    /// Whether its branch may take applications today: of any other branch citizens find no vacancy.
    let isServed: Bool

    /// Whether the vacancy can be opened today.
    public var isVacancyOpen: Bool { vacancyStatus == .published && isServed }
}

/// An interest as the agency sees it, with the citizen as she was when she sent it.
public struct ReceivedInterest: Hashable, Sendable {
    public let interest: ExpressionOfInterest
    public let vacancyCode: VacancyCode
    public let vacancyTitle: String
    public let branchCode: String
    public let givenName: String
    public let familyName: String
    public let birthDate: Day
    public let municipalityCode: String?
    public let email: String?
    public let phone: String?
    public let educationCode: String?
}

/// What an agency asks of its interests.
public struct InterestList: Hashable, Sendable {
    public var statuses: Set<ExpressionOfInterest.Status> = []
    /// Only those in this vacancy.
    public var vacancyCode: String?
    public var branchCode: String?
    /// Changed at or after this instant.
    public var since: Instant?

    public init() {}

    /// What was asked for, for the audit trail.
    var trace: [String: AuditValue] {
        let statuses = ExpressionOfInterest.Status.allCases.filter(statuses.contains)
        var details: [String: AuditValue] = ["statuses": .list(statuses.map { .text($0.rawValue) })]
        details["vacancy"] = vacancyCode.map { .text($0) }
        details["branch"] = branchCode.map { .text($0) }
        details["since"] = since.map { .text($0.rfc3339) }
        return details
    }
}

extension ExpressionOfInterest: FromRow {
    static let columns: SQL = """
        expression_of_interest.id, expression_of_interest.vacancy_id, expression_of_interest.citizen_id,
        expression_of_interest.agency_id, expression_of_interest.branch_id, expression_of_interest.period_id,
        expression_of_interest.status, expression_of_interest.submitted_at, expression_of_interest.updated_at,
        expression_of_interest.viewed_at, expression_of_interest.message
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        vacancy = try row.next()
        citizen = try row.next()
        agency = try row.next()
        branch = try row.next()
        period = try row.next()
        status = try row.next()
        submittedAt = try row.next()
        updatedAt = try row.next()
        viewedAt = try row.next()
        message = try row.next()
    }
}

extension OwnInterest: FromRow {
    static func columns(on today: Day) -> SQL {
        """
        \(ExpressionOfInterest.columns), vacancy.title, \(Vacancy.effectiveStatus(on: today)), agency.name,
        vacancy.municipality_code, \(Vacancy.isServed(on: today))
        """
    }

    static let tables: SQL = """
        expression_of_interest
        JOIN vacancy ON vacancy.id = expression_of_interest.vacancy_id
        JOIN agency ON agency.id = expression_of_interest.agency_id
        """

    public init(from row: inout Row) throws {
        interest = try ExpressionOfInterest(from: &row)
        vacancyCode = VacancyCode(interest.vacancy)
        vacancyTitle = try row.next()
        vacancyStatus = try row.next()
        agencyName = try row.next()
        municipalityCode = try row.next()
        isServed = try row.next()
    }
}

extension ReceivedInterest: FromRow {
    static let columns: SQL = """
        \(ExpressionOfInterest.columns), vacancy.title, branch.code, expression_of_interest.given_name,
        expression_of_interest.family_name, expression_of_interest.birth_date,
        expression_of_interest.municipality_code, expression_of_interest.email, expression_of_interest.phone,
        expression_of_interest.education_code
        """

    static let tables: SQL = """
        expression_of_interest
        JOIN vacancy ON vacancy.id = expression_of_interest.vacancy_id
        JOIN branch ON branch.id = expression_of_interest.branch_id
        """

    public init(from row: inout Row) throws {
        interest = try ExpressionOfInterest(from: &row)
        vacancyCode = VacancyCode(interest.vacancy)
        vacancyTitle = try row.next()
        branchCode = try row.next()
        givenName = try row.next()
        familyName = try row.next()
        birthDate = try row.next()
        municipalityCode = try row.next()
        email = try row.next()
        phone = try row.next()
        educationCode = try row.next()
    }
}
