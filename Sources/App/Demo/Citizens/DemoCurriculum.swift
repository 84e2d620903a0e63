internal import Domain

/// A CV, by the parts of the national form (*scheda anagrafico-professionale*).
struct DemoCurriculum: Hashable, Sendable {
    let summary: [DemoSentence]
    let experiences: [DemoExperience]
    let education: [DemoEducation]
    let courses: [DemoCourse]
    let languages: [DemoLanguage]
    let computing: [DemoComputing]
    let licences: [String]
    /// Permits beside driving licences, such as the one for fork-lift trucks.
    let permits: [DemoPermit]
    let skills: [String]
    /// The first is what the person would do most gladly.
    let desired: [DemoDesire]
    let availability: DemoAvailability
    let updatedOn: Day

    var summaryText: String { summary.map(\.text).joined(separator: " ") }
    /// All sentences that are written, not picked from a list.
    var sentences: [DemoSentence] { summary + experiences.flatMap(\.duties) }
    var experienceMonths: Int { experiences.reduce(0) { $0 + $1.months } }
}

/// A permit or certificate for a job, with its code in the list of professional cards.
struct DemoPermit: Hashable, Sendable {
    let code: String
    let name: String
    let obtainedOn: Day
}

struct DemoExperience: Hashable, Sendable {
    let employer: String
    let atecoCode: String
    /// The job's name, in the person's gender.
    let role: String
    let professionCode: String
    let duties: [DemoSentence]
    let contractCode: String
    let from: Day
    /// The last day; nobody on these measures is at work.
    let until: Day
    /// A municipality, or a foreign state.
    let placeCode: String
    let placeName: String

    var months: Int { (until.year - from.year) * 12 + until.month - from.month + 1 }
    var dutiesText: String { duties.map(\.text).joined(separator: " ") }
}

struct DemoEducation: Hashable, Sendable {
    /// Code of the vocabulary *education-level*.
    let levelCode: String
    let title: String
    let year: Int
    let grade: String?
    /// A municipality, or a foreign state.
    let placeCode: String
    let isRecognisedInItaly: Bool
}

struct DemoCourse: Hashable, Sendable {
    let title: String
    let provider: String
    let year: Int
    let hours: Int
}

struct DemoLanguage: Hashable, Sendable {
    /// ISO 639-1.
    let code: String
    let isMotherTongue: Bool
    /// Levels of the Common European Framework.
    let read: String
    let written: String
    let spoken: String
}

struct DemoComputing: Hashable, Sendable {
    enum Level: String, Sendable { case basic, intermediate, advanced }

    let kind: String
    let level: Level
}

struct DemoDesire: Hashable, Sendable {
    let professionCode: String
    let title: String
    let hasExperience: Bool
}

struct DemoAvailability: Hashable, Sendable {
    /// Codes of the working time: F full, P part-time.
    let workingTimes: [String]
    let contractCodes: [String]
    let shifts: Bool
    let nights: Bool
    let holidays: Bool
    let travel: Bool
    let radius: Int
    let ownVehicle: Bool
    let from: Day
}
