public import Persistence

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

extension ReceivedInterest: FromRow {
    static let columns: SQL = """
        \(ExpressionOfInterest.columns), vacancy.title, branch.code, expression_of_interest.given_name,
        expression_of_interest.family_name, expression_of_interest.birth_date,
        expression_of_interest.municipality_code, expression_of_interest.email, expression_of_interest.phone,
        expression_of_interest.education_code
        """

    static let tables: SQL = "expression_of_interest \(joins)"

    /// What is read beside the row itself.
    static let joins: SQL = """
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
