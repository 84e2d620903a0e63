public import Persistence

/// A job vacancy (*offerta di lavoro*) of an agency's branch.
public struct Vacancy: Hashable, Sendable {
    public let id: ID<Vacancy>
    public let code: VacancyCode
    /// The agency's own code (`codiceoffertaintermediario` of ClicLavoro), unique within the agency.
    public let externalReference: String?
    public let agency: ID<Agency>
    public var branch: ID<Branch>
    public var branchCode: String
    /// The state as stored; what is true now is ``status(on:)``.
    public var storedStatus: Status
    public var terms: VacancyTerms
    /// When the latest publication period began.
    public var publicationStart: Instant?
    /// The last day on which citizens see the vacancy, to its end at 24:00 in Europe/Rome.
    public var publicationEndDate: Day?
    public var closingReason: ClosingReason?
    public let createdAt: Instant
    public var updatedAt: Instant
    /// Grows by one with each change: what an ETag is made of.
    public var version: Int

    /// Where a vacancy is on its way (`domain.md` 4.3).
    public enum Status: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case draft
        case published
        case suspended
        /// Its last day of publication has passed.
        case expired
        case closed
        /// Taken off by the authority (art. 9-13 DM 174/2024).
        case hidden
    }

    /// Why an agency closed a vacancy for good.
    public enum ClosingReason: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case filled
        case cancelledByClient = "cancelled_by_client"
        case error
        case other
    }
}

/// What a vacancy says about the post; a draft may leave out any of it.
public struct VacancyTerms: Hashable, Sendable {
    public var title: String?
    /// CP2021, five dotted digits.
    public var professionCode: String?
    public var description: String?
    public var positions: Int?
    public var employer = Employer()
    public var workplace = Workplace()
    public var contract = Contract()
    public var pay = Pay()
    public var requirements = Requirements()
    public var contact = Contact()

    public init() {}

    public struct Employer: Hashable, Sendable {
        public var taxCode: String?
        public var name: String?
        public var atecoCode: String?
        public var atecoVersion: String?
        /// Whether the employer's name and tax code stay with the agency.
        ///
        /// Source: art. 9 d.lgs. 276/2003.
        public var anonymous = false

        public init() {}
    }

    public struct Workplace: Hashable, Sendable {
        /// Cadastral (Belfiore) code; `Z…` for a foreign state.
        public var municipalityCode: String?
        public var postalCode: String?
        public var address: String?
        public var remoteWork: RemoteWork?

        public init() {}
    }

    public struct Contract: Hashable, Sendable {
        /// Code of the mandatory communications (`domain.md` 5.7).
        public var typeCode: String?
        public var durationMonths: Int?
        public var workingTime: WorkingTime?
        public var weeklyHours: Hundredths?
        public var partTimePercentage: Hundredths?
        public var shifts = false
        public var night = false
        public var collectiveAgreement: String?
        public var level: String?

        public init() {}
    }

    /// Gross pay in euro.
    public struct Pay: Hashable, Sendable {
        public var minimum: Hundredths?
        public var maximum: Hundredths?
        public var period: PayPeriod?

        public init() {}
    }

    public struct Requirements: Hashable, Sendable {
        public var minimumEducationCode: String?
        public var experienceMonths: Int?
        public var drivingLicences: [String] = []
        public var ownVehicle = false
        public var languages: [LanguageRequirement] = []
        public var skills: [String] = []

        public init() {}
    }

    /// Whom people and other software turn to about the vacancy.
    public struct Contact: Hashable, Sendable {
        public var name: String?
        public var email: String?
        public var phone: String?

        public init() {}
    }
}

/// How much of the work is done away from the workplace (*lavoro agile*).
public enum RemoteWork: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case onSite = "none"
    case partial
    case full
}

/// The working time (*tipo orario*) as the mandatory communications write it.
public enum WorkingTime: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case fullTime = "F"
    case horizontalPartTime = "P"
    case verticalPartTime = "V"
    case mixedPartTime = "M"
    case undefined = "N"

    public var isPartTime: Bool {
        switch self {
        case .horizontalPartTime, .verticalPartTime, .mixedPartTime: true
        case .fullTime, .undefined: false
        }
    }
}

/// The time that an amount of pay is for.
public enum PayPeriod: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case hour
    case month
    case year
}

/// A level of the Common European Framework of Reference for Languages.
public enum LanguageLevel: String, Sendable, CaseIterable, Codable, Comparable {
    case a1 = "A1"
    case a2 = "A2"
    case b1 = "B1"
    case b2 = "B2"
    case c1 = "C1"
    case c2 = "C2"

    public static func < (left: LanguageLevel, right: LanguageLevel) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A language that a vacancy asks for; it is met when the lowest of the read, written and spoken levels meets it.
public struct LanguageRequirement: Hashable, Sendable, Codable {
    /// ISO 639-1.
    public let code: String
    public let level: LanguageLevel
    public let required: Bool

    public init(code: String, level: LanguageLevel, required: Bool) {
        self.code = code
        self.level = level
        self.required = required
    }
}
