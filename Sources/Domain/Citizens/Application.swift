public import Persistence

/// A citizen's application for a measure, decided upstream by INPS and copied here.
public struct Application: Hashable, Sendable {
    /// What INPS has decided.
    public enum Outcome: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case accepted
        case rejected
        case pending

        public var label: Localized {
            switch self {
            case .accepted: Localized(it: "Accolta", en: "Accepted")
            case .rejected: Localized(it: "Respinta", en: "Rejected")
            case .pending: Localized(it: "In istruttoria", en: "Under examination")
            }
        }
    }

    public let id: ID<Application>
    public let number: String
    public let citizen: ID<Citizen>
    /// A code of the list of measures: `SFL`, `ADI`, ….
    public let measure: String
    public let submittedOn: Day
    public let outcome: Outcome
    public let outcomeOn: Day?
    public let jobCentre: ID<JobCentre>?
}

extension Application: FromRow {
    static let columns: SQL = """
        a.id, a.number, a.citizen_id, a.measure, a.submitted_on, a.outcome, a.outcome_on, a.job_centre_id
        """

    public init(from row: inout Row) throws {
        id = try row.next()
        number = try row.next()
        citizen = try row.next()
        measure = try row.next()
        submittedOn = try row.next()
        outcome = try row.next()
        outcomeOn = try row.next()
        jobCentre = try row.next()
    }
}

extension Transaction {
    /// The application that counts for a citizen now: the latest.
    func application(of citizen: ID<Citizen>) throws -> Application? {
        try first(
            """
            SELECT \(Application.columns) FROM application a WHERE a.citizen_id = \(citizen)
            ORDER BY a.submitted_on DESC, a.id DESC LIMIT 1
            """
        )
    }
}

/// An application as a file of INPS states it, with the person who made it.
public struct ApplicationEntry: Hashable, Sendable {
    public var number: String
    public var taxCode: TaxCode
    public var givenName: String
    public var familyName: String
    public var sex: Sex
    public var birthDate: Day
    public var birthPlaceCode: String
    public var citizenship: String?
    public var municipalityCode: String
    public var postalCode: String?
    public var address: String?
    public var email: String?
    public var phone: String?
    public var measure: String
    public var submittedOn: Day
    public var outcome: Application.Outcome
    public var outcomeOn: Day?
    public var jobCentreCode: String?

    public init(
        number: String,
        taxCode: TaxCode,
        givenName: String,
        familyName: String,
        sex: Sex,
        birthDate: Day,
        birthPlaceCode: String,
        citizenship: String? = nil,
        municipalityCode: String,
        postalCode: String? = nil,
        address: String? = nil,
        email: String? = nil,
        phone: String? = nil,
        measure: String,
        submittedOn: Day,
        outcome: Application.Outcome,
        outcomeOn: Day? = nil,
        jobCentreCode: String? = nil
    ) {
        self.number = number
        self.taxCode = taxCode
        self.givenName = givenName
        self.familyName = familyName
        self.sex = sex
        self.birthDate = birthDate
        self.birthPlaceCode = birthPlaceCode
        self.citizenship = citizenship
        self.municipalityCode = municipalityCode
        self.postalCode = postalCode
        self.address = address
        self.email = email
        self.phone = phone
        self.measure = measure
        self.submittedOn = submittedOn
        self.outcome = outcome
        self.outcomeOn = outcomeOn
        self.jobCentreCode = jobCentreCode
    }
}

extension ApplicationEntry {
    /// The same for the same row, whatever has become of the citizen's data since: a file that is loaded again must not
    /// take back what the person has corrected.
    var fingerprint: String {
        let fields: [String?] = [
            number, taxCode.text, givenName, familyName, sex.rawValue, birthDate.description, birthPlaceCode,
            citizenship,
            municipalityCode, postalCode, address, email, phone, measure, submittedOn.description, outcome.rawValue,
            outcomeOn?.description, jobCentreCode,
        ]
        return Secrets.hash(fields.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ","))
    }
}
