/// A citizen's CV, with what the person is looking for (sections E and F of the activation pact).
///
/// The model follows the national record of a worker (*scheda anagrafico-professionale*).
public struct Curriculum: Hashable, Sendable, Codable {
    /// A few lines in the person's own words.
    public var summary: String?
    public var experiences: [Experience] = []
    public var education: [Education] = []
    public var training: [Training] = []
    public var languages: [LanguageSkill] = []
    public var computerSkills: [ComputerSkill] = []
    /// Codes of driving licences held.
    public var licences: [String] = []
    public var qualifications: [Qualification] = []
    public var skills: [String] = []
    /// In the order of preference.
    public var desiredProfessions: [DesiredProfession] = []
    public var availability = Availability()

    public init() {}

    /// A job held.
    public struct Experience: Hashable, Sendable, Codable {
        public var title: String
        /// CP2021, or CP2011 of a job of then.
        public var professionCode: String?
        public var employer: String?
        /// The company where the work was done, when an agency was the employer.
        public var userCompany: String?
        public var activityCode: String?
        public var activityVersion: String?
        public var contractTypeCode: String?
        public var municipalityCode: String?
        public var start: Day
        /// Nil while the job lasts.
        public var end: Day?
        public var duties: String?

        public init(title: String, start: Day, end: Day? = nil) {
            self.title = title
            self.start = start
            self.end = end
        }
    }

    /// A title of study, obtained or under way.
    public struct Education: Hashable, Sendable, Codable {
        /// What has become of it.
        public enum State: String, Hashable, Sendable, Codable, CaseIterable {
            case obtained
            case inProgress = "in_progress"
            case interrupted
        }

        /// A code of the list of education levels.
        public var level: String
        public var state: State
        public var description: String?
        public var institute: String?
        public var municipalityCode: String?
        /// The year in which it was obtained.
        public var year: Int?
        public var grade: String?
        /// The last year attended, of a title that is under way or was given up.
        public var lastYearAttended: Int?
        /// Whether a title from abroad is recognised in Italy.
        public var recognisedInItaly: Bool?

        public init(level: String, description: String? = nil, year: Int? = nil, state: State = .obtained) {
            self.level = level
            self.state = state
            self.description = description
            self.year = year
        }

        public var isObtained: Bool { state == .obtained }
    }

    public struct Training: Hashable, Sendable, Codable {
        public enum DurationUnit: String, Hashable, Sendable, Codable, CaseIterable {
            case hours, days, months, years
        }

        public var title: String
        public var provider: String?
        public var region: String?
        public var duration: Int?
        public var durationUnit: DurationUnit?
        public var certificate: String?
        /// Where the internship that was part of it took place.
        public var internshipAt: String?
        public var year: Int?

        public init(title: String, provider: String? = nil, year: Int? = nil) {
            self.title = title
            self.provider = provider
            self.year = year
        }
    }

    /// A language with its three levels, all of them given (SAP: *letto, scritto, parlato*).
    public struct LanguageSkill: Hashable, Sendable, Codable {
        public var code: String
        public var read: String
        public var written: String
        public var spoken: String
        public var isNative: Bool?

        public init(code: String, read: String, written: String, spoken: String, isNative: Bool? = nil) {
            self.code = code
            self.read = read
            self.written = written
            self.spoken = spoken
            self.isNative = isNative
        }

        /// The lowest of the three, by which a required level is met or not.
        public var level: String { min(read, written, spoken) }
    }

    public struct ComputerSkill: Hashable, Sendable, Codable {
        public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
            case basic, intermediate, advanced
        }

        public var name: String
        public var level: Level
        public var details: String?

        public init(name: String, level: Level, details: String? = nil) {
            self.name = name
            self.level = level
            self.details = details
        }
    }

    /// A licence or certificate for a job, or the membership of a register.
    public struct Qualification: Hashable, Sendable, Codable {
        /// A code of the list of professional cards, where it has one.
        public var code: String?
        public var name: String
        public var obtainedOn: Day?
        public var expiresOn: Day?

        public init(name: String, code: String? = nil, obtainedOn: Day? = nil, expiresOn: Day? = nil) {
            self.name = name
            self.code = code
            self.obtainedOn = obtainedOn
            self.expiresOn = expiresOn
        }
    }

    /// A profession that the person looks for.
    public struct DesiredProfession: Hashable, Sendable, Codable {
        public var code: String?
        public var description: String
        public var hasExperience: Bool?

        public init(code: String?, description: String, hasExperience: Bool? = nil) {
            self.code = code
            self.description = description
            self.hasExperience = hasExperience
        }
    }

    /// How, where and from when the person is ready to work.
    public struct Availability: Hashable, Sendable, Codable {
        public var from: Day?
        /// Codes of working time and of contract types that are welcome; any when empty.
        public var workingTimes: [String] = []
        public var contractTypes: [String] = []
        /// Sectors of ATECO.
        public var activities: [String] = []
        public var shifts = false
        public var nights = false
        public var holidays = false
        public var travel = false
        public var ownVehicle = false
        public var municipalities: [String] = []
        public var provinces: [String] = []
        public var regions: [String] = []
        /// How far from home.
        public var radiusKm: Int?

        public init() {}
    }
}

extension Curriculum {
    /// How long the person has worked, time in several jobs at once counted once.
    public func workingTime(today: Day) -> WorkingTimeSpent {
        let since = experiences.filter { $0.end == nil && $0.start <= today }.map(\.start).min()
        let last = since.map { $0.adding(days: -1) } ?? today
        let spans = experiences.map {
            (start: $0.start.daysSinceEpoch, end: min($0.end ?? last, last).daysSinceEpoch + 1)
        }
        .filter { $0.start < $0.end }
        .sorted { $0.start < $1.start }
        var days = 0
        var reached = Int.min
        for span in spans {
            days += max(0, span.end - max(span.start, reached))
            reached = max(reached, span.end)
        }
        return WorkingTimeSpent(months: WorkingTimeSpent.months(ofDays: days), since: since)
    }

    /// The highest title obtained.
    func highestEducation(_ reference: ReferenceSnapshot) -> (code: String, rank: Int)? {
        education.filter(\.isObtained)
            .compactMap { title in reference.rank(ofEducation: title.level).map { (title.level, $0) } }
            .max { $0.1 < $1.1 }
    }
}

/// How long somebody has worked: what is over counts in months, what lasts from its first day, so that a stored value
/// does not stand still.
public struct WorkingTimeSpent: Hashable, Sendable {
    /// Before the job that lasts, where one does.
    public let months: Int
    /// The first day from which a job lasts.
    public let since: Day?

    public func months(on day: Day) -> Int {
        let running = since.map { max(0, $0.days(until: day) + 1) } ?? 0
        return months + WorkingTimeSpent.months(ofDays: running)
    }

    static func months(ofDays days: Int) -> Int {
        // A month of the Gregorian calendar has 30.436875 days on average.
        Int((Double(days) / 30.436875).rounded())
    }
}
