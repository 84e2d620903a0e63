internal import Domain

/// A vacancy of the demo world, by the fields of the API.
struct DemoVacancy: Hashable, Sendable {
    enum Status: String, Sendable { case draft, published, suspended, expired, closed }
    enum ClosingReason: String, Sendable { case filled, cancelledByClient = "cancelled_by_client", other }

    let index: Int
    let agencyCode: String
    let branchCode: String
    /// Unique within the agency.
    let externalReference: String
    let status: Status
    let closingReason: ClosingReason?
    let title: String
    let professionCode: String
    let description: [DemoSentence]
    let positions: Int
    let employer: DemoEmployer
    /// Whether the employer stays unnamed, as only authorised intermediaries may do.
    ///
    /// Art. 9 d.lgs. 276/2003.
    let isAnonymous: Bool
    let place: DemoPlace
    let postalCode: String
    let address: String
    let contract: DemoContract
    let pay: DemoPay
    let requirements: DemoRequirements
    let contact: DemoContact
    /// Nil for drafts.
    let publicationStart: Day?
    let publicationEnd: Day?
    let createdOn: Day

    var descriptionText: String { description.map(\.text).joined(separator: " ") }
}

struct DemoContract: Hashable, Sendable {
    /// Code of the table of contract types of the compulsory communications.
    let typeCode: String
    let durationMonths: Int?
    /// F full time, P part-time within the day, V part-time on some days.
    let workingTime: String
    let weeklyHours: Int
    let partTimePercentage: Int?
    let shifts: Bool
    let night: Bool
    /// The collective agreement, by its code in the reference list, and as advertisements call it.
    let agreement: String
    let agreementName: String
    let level: String
}

/// Gross pay in cents.
struct DemoPay: Hashable, Sendable {
    let minimum: Int
    let maximum: Int
    let period: DemoTerms.Period
}

struct DemoRequirements: Hashable, Sendable {
    let educationCode: String?
    let experienceMonths: Int?
    let licences: [String]
    let ownVehicle: Bool
    let languages: [DemoRequiredLanguage]
    let skills: [String]
}

struct DemoRequiredLanguage: Hashable, Sendable {
    let code: String
    let level: String
    let isRequired: Bool
}

struct DemoContact: Hashable, Sendable {
    let name: String
    let email: String
    let phone: String
}

/// The part of a vacancy that the interests need, cheap to make.
struct DemoVacancyOutline: Sendable {
    let index: Int
    let branch: Int
    let trade: DemoTrade
    let status: DemoVacancy.Status
    let closingReason: DemoVacancy.ClosingReason?
    let createdOn: Day
    let start: Day?
    let end: Day?
}
