/// What a citizen looks for among the published vacancies.
public struct VacancySearch: Hashable, Sendable {
    public enum Place: Hashable, Sendable {
        /// The province's two letters.
        case province(String)
        /// Around a comune, as the crow flies.
        case near(municipality: String, kilometres: Int)
    }

    public enum Sort: String, Hashable, Sendable, CaseIterable {
        case newest
        /// By the distance from the comune of the search; only with ``Place/near(municipality:kilometres:)``.
        case closest
    }

    /// What was typed: words, phrases, exclusions.
    public var text = ""
    public var place: Place?
    public var contractKinds: Set<ContractType.Kind> = []
    public var workingTimes: Set<WorkingTime> = []
    public var remoteWork: Set<RemoteWork> = []
    public var publishedSince: Day?
    public var sort = Sort.newest

    public init() {}

    /// The farthest that a search around a comune reaches: Italy from end to end.
    public static let longestRadius = 1200
}

/// A published vacancy as a line of the citizens' list.
public struct VacancySummary: Hashable, Sendable {
    public let code: VacancyCode
    public let title: String
    public let professionCode: String?
    /// Nil for an employer that stays anonymous.
    public let employerName: String?
    public let agencyName: String
    public let municipalityCode: String?
    public let province: String?
    public let remoteWork: RemoteWork?
    public let contractTypeCode: String?
    public let durationMonths: Int?
    public let workingTime: WorkingTime?
    public let pay: VacancyTerms.Pay
    public let positions: Int?
    public let publicationStart: Instant
    public let publicationEndDate: Day
    /// Kilometres from the comune of the search, where one was named.
    public var kilometres: Int?
}

/// A published vacancy as citizens read it in full.
public struct PublishedVacancy: Hashable, Sendable {
    public let id: ID<Vacancy>
    public let code: VacancyCode
    /// Without the employer's name and tax code where the employer stays anonymous.
    public let terms: VacancyTerms
    public let agencyName: String
    public let branchName: String
    public let branchCode: String
    public let publicationStart: Instant
    public let publicationEndDate: Day
}
