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
