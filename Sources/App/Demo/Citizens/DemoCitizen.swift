internal import Domain

/// A citizen on an activation path, with the application, the pacts and the CV.
struct DemoCitizen: Hashable, Sendable {
    let index: Int
    let taxCode: TaxCode
    let givenName: String
    let familyName: String
    let sex: Sex
    let birthDate: Day
    /// The cadastral code of a municipality, or of a foreign state (`Z…`).
    let birthPlaceCode: String
    /// ISO 3166-1 alpha-2.
    let citizenship: String
    let place: DemoPlace
    let postalCode: String
    let address: String
    let email: String
    let phone: String
    let application: DemoApplication
    let pact: DemoPact?
    let servicePact: DemoServicePact?
    let curriculum: DemoCurriculum
}

/// The application for a measure, as INPS delivers it.
struct DemoApplication: Hashable, Sendable {
    enum Measure: String, Sendable, CaseIterable {
        case sfl = "SFL", adi = "ADI", naspi = "NASPI", disColl = "DISCOLL"
    }
    enum Outcome: String, Sendable { case accepted, rejected, pending }

    let number: String
    let measure: Measure
    let submittedOn: Day
    let outcome: Outcome
    let outcomeOn: Day?
    let jobCentreCode: String
}

/// The activation pact (PAD), with the agencies chosen in order of preference.
struct DemoPact: Hashable, Sendable {
    enum State: String, Sendable { case draft, complete, awaitingOutcome = "awaiting_outcome", signed }

    let state: State
    let signedOn: Day?
    let choices: [DemoChoice]
}

struct DemoChoice: Hashable, Sendable {
    let agencyCode: String
    let branchCode: String
}

/// The service pact (PSP), which the job centre owns.
struct DemoServicePact: Hashable, Sendable {
    enum State: String, Sendable { case summoned, signed, updated }

    let jobCentreCode: String
    let state: State
    let signedOn: Day?
    let branchCodes: [String]
}

/// The part of a citizen that others need to know, cheap to make.
struct DemoCitizenOutline: Sendable {
    let index: Int
    /// Position in the geography.
    let area: Int
    let place: DemoPlace
    let sex: Sex
    let age: Int
    let birthDate: Day
    let country: DemoCountry?
    /// The job that the person knows best, and one that the person would also take.
    let trade: DemoTrade
    let otherTrade: DemoTrade
    let application: DemoApplication
}
