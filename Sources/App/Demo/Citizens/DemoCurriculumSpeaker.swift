internal import Domain

/// Says what a CV says, of one stay or of the whole life.
struct DemoCurriculumSpeaker: DemoSpeaker {
    private let outline: DemoCitizenOutline
    private let stays: [DemoStay]
    private let arrival: Int?
    private let school: String
    private let availability: DemoAvailability
    private let licences: [String]
    private var trade: DemoTrade
    private var stay: DemoStay?
    /// For each trade the phrases not yet used, so that two stays in one trade do not say the same.
    private var phrases: [String: Phrases] = [:]

    private struct Phrases {
        var duties: DemoDeck<String>
        var tasks: DemoDeck<String>
        var workplaces: DemoDeck<String>
    }

    init(
        outline: DemoCitizenOutline,
        stays: [DemoStay],
        arrival: Int?,
        school: String,
        availability: DemoAvailability,
        licences: [String],
        using random: inout DemoRandom
    ) {
        self.outline = outline
        self.stays = stays
        self.arrival = arrival
        self.school = school
        self.availability = availability
        self.licences = licences
        trade = outline.trade
    }

    var isFeminine: Bool { outline.sex == .female }

    /// From here on the sentences are about this stay.
    mutating func enter(_ stay: DemoStay) {
        self.stay = stay
        trade = stay.trade
    }

    /// From here on the sentences are about the whole life, in the job that the person knows best.
    mutating func summarise() {
        stay = nil
        trade = outline.trade
    }

    func grammar(for slot: DemoSlot) -> DemoGrammar? {
        switch slot {
        case .mobility:
            if availability.ownVehicle { return DemoText.mobilityCar }
            return licences.contains("B") ? DemoText.mobilityLicence : DemoText.mobilityNone
        case .times:
            if availability.workingTimes == ["P"] {
                return availability.holidays || availability.shifts ? DemoText.timesPartEvening : DemoText.timesPart
            }
            return availability.shifts ? DemoText.timesFullShifts : DemoText.timesFull
        default: return nil
        }
    }

    mutating func words(for slot: DemoSlot, using random: inout DemoRandom) -> String {
        switch slot {
        case .duty: return draw(\.duties, using: &random)
        case .task: return draw(\.tasks, using: &random)
        case .kind: return draw(\.workplaces, using: &random)
        case .role: return trade.role(isFeminine: isFeminine)
        case .field: return trade.words.field
        case .goal: return outline.otherTrade.role(isFeminine: isFeminine)
        case .goalField: return outline.otherTrade.words.field
        case .title: return trade.role(isFeminine: isFeminine)
        case .place, .home: return outline.place.name
        case .years: return years
        case .firstYear: return String(stays.last?.from.year ?? availability.from.year)
        case .lastYear: return String(stays.first?.until.year ?? availability.from.year)
        case .arrivalYear: return String(arrival ?? availability.from.year)
        case .startMonth: return startMonth
        case .radius: return "\(availability.radius) chilometri"
        case .school: return school
        case .fromCountry: return outline.country?.from ?? ""
        case .ofCountry: return outline.country?.of ?? ""
        case .inCountry: return outline.country?.within ?? ""
        case .team: return DemoItalian.number(random.within(3...12))
        case .count: return DemoItalian.number(random.within(6...20))
        default: return ""
        }
    }

    private mutating func draw(
        _ deck: WritableKeyPath<Phrases, DemoDeck<String>>,
        using random: inout DemoRandom
    ) -> String {
        phrases[
            trade.key,
            default: Phrases(
                duties: DemoDeck(trade.duties.items),
                tasks: DemoDeck(trade.tasks.items),
                workplaces: DemoDeck(trade.workplaces.items)
            )
        ][keyPath: deck].draw(using: &random)
    }

    /// How long the person has done the job.
    private var years: String {
        let months = stays.filter { $0.trade.key == trade.key }.reduce(0) { $0 + $1.months }
        let all = months == 0 ? 8 : months
        return all < 12 ? "alcuni mesi" : all < 24 ? "un anno" : DemoItalian.number(all / 12) + " anni"
    }

    private var startMonth: String {
        DemoItalian.months[availability.from.adding(months: 1).month - 1]
    }
}
