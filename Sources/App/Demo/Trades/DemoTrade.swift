/// A family of jobs that agencies offer and people look for, with the words of its texts.
struct DemoTrade: Sendable {
    let key: String
    /// The CP2021 code.
    let profession: String
    let share: DemoShare
    let words: DemoTradeWords
    let sector: DemoSector
    let terms: DemoTerms
    /// Inclusive titles for vacancies.
    let titles: DemoLines
    /// Where one works, with the indefinite article.
    let workplaces: DemoLines
    /// Infinitives.
    let duties: DemoLines
    /// Nominal phrases with the definite article.
    let tasks: DemoLines
    let wants: DemoLines
    let courses: DemoLines
    let skills: DemoLines

    func role(isFeminine: Bool) -> String {
        isFeminine ? words.woman : words.man
    }

    var isAtHome: Bool { sector == .household }

    /// Whether the job asks for a qualification or a licence, so that nobody changes to it on the way.
    var isRegulated: Bool {
        terms.licences.contains { $0 == "CE" || $0 == "D" } || terms.education == "L"
            || DemoTrade.regulated.contains(key)
    }

    private static let regulated: Set<String> = [
        "oss", "asa", "guardia", "bagnino", "parrucchiere", "estetista", "cnc", "contabile", "saldatore", "helpdesk",
        "elettricista", "idraulico", "meccanico", "manutentore", "potatore",
    ]
}

/// How many people do a job, and how many employers look for one, relative to the other jobs.
struct DemoShare: Sendable {
    enum Area: Sendable { case everywhere, north, south }

    let people: Int
    let demand: Int
    /// Women in a hundred.
    let women: Int
    let area: Area

    func people(inSouth: Bool) -> Int { people * factor(inSouth: inSouth) }
    func demand(inSouth: Bool) -> Int { demand * factor(inSouth: inSouth) }

    private func factor(inSouth: Bool) -> Int {
        switch area {
        case .everywhere: 4
        case .north: inSouth ? 2 : 6
        case .south: inSouth ? 6 : 2
        }
    }
}

struct DemoTradeWords: Sendable {
    let man: String
    let woman: String
    /// What follows *settore*: an adjective, or a complement with its article.
    let field: String
}

/// What a job usually offers and asks for.
struct DemoTerms: Sendable {
    enum Period: String, Sendable { case hour, month }

    /// Gross euros.
    let pay: ClosedRange<Int>
    let period: Period
    let level: String
    /// The lowest level of education asked for (code of the vocabulary *education-level*).
    let education: String
    let weeks: [DemoWeek]
    let licences: [String]
}

/// How the hours of a job lie in the week.
enum DemoWeek: Sendable, CaseIterable {
    case day, partTime, twoShifts, threeShifts, earlyMorning, evening, weekends, splitDay, night, liveIn

    var hasShifts: Bool { self == .twoShifts || self == .threeShifts }
    var hasNights: Bool { self == .threeShifts || self == .night }
    var isPartTime: Bool { self == .partTime || self == .evening }

    var grammar: DemoGrammar {
        switch self {
        case .day: DemoText.weekDay
        case .partTime: DemoText.weekPartTime
        case .twoShifts: DemoText.weekTwoShifts
        case .threeShifts: DemoText.weekThreeShifts
        case .earlyMorning: DemoText.weekEarlyMorning
        case .evening: DemoText.weekEvening
        case .weekends: DemoText.weekWeekends
        case .splitDay: DemoText.weekSplitDay
        case .night: DemoText.weekNight
        case .liveIn: DemoText.weekLiveIn
        }
    }
}
