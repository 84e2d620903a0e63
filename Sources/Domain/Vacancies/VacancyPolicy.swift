/// What law and administration set about vacancies, each rule from its date.
///
/// A value and not constants, because the law has changed these rules before (`domain.md` 2.5).
public struct VacancyPolicy: Hashable, Sendable {
    /// The longest publication period in months.
    ///
    /// Source: art. 9-13 DM 174/2024, there for employers.
    public var longestPublicationMonths: Int
    /// For how many days after the end the agency is expected to renew (DM 174/2024): candidates wait that long.
    public var renewalWindowDays: Int
    /// How many days before the end the agency is told.
    public var noticeDays: Int
    /// From when a published vacancy states the pay (directive (EU) 2023/970, to be law by 7 June 2026).
    public var payStatedFrom: Day
    /// From when a published vacancy for employees states the collective agreement (as above).
    public var collectiveAgreementStatedFrom: Day

    public init(
        longestPublicationMonths: Int = 2,
        renewalWindowDays: Int = 7,
        noticeDays: Int = 7,
        payStatedFrom: Day = VacancyPolicy.payTransparency,
        collectiveAgreementStatedFrom: Day = VacancyPolicy.payTransparency
    ) {
        self.longestPublicationMonths = longestPublicationMonths
        self.renewalWindowDays = renewalWindowDays
        self.noticeDays = noticeDays
        self.payStatedFrom = payStatedFrom
        self.collectiveAgreementStatedFrom = collectiveAgreementStatedFrom
    }

    /// 7 June 2026.
    public static let payTransparency = Day(daysSinceEpoch: 20_611)

    public static let standard = VacancyPolicy()

    /// The latest last day of a publication that begins on `start`.
    public func latestEnd(ofPublicationFrom start: Day) -> Day {
        start.adding(months: longestPublicationMonths)
    }
}
