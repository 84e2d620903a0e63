/// What an agency asks for about one vacancy: its terms, where it belongs and how far it is to be taken.
///
/// Every field may be missing, so that a form, a file and the API's JSON all end in this one value and are judged by the
/// same rules.
public struct VacancyDraft: Hashable, Sendable {
    public var externalReference: String?
    public var branchCode: String?
    public var terms = VacancyTerms()
    public var status: Vacancy.Status?
    public var publicationEndDate: Day?
    public var closingReason: Vacancy.ClosingReason?

    public init() {}

    /// What the draft asks of the publication.
    var publicationChange: PublicationChange {
        PublicationChange(status: status, endDate: publicationEndDate, closingReason: closingReason)
    }
}
