internal import Domain

/// An expression of interest of a citizen in a vacancy.
struct DemoInterest: Hashable, Sendable {
    enum Status: String, Sendable, CaseIterable {
        case submitted, viewed
        case inReview = "in_review"
        case contacted
        case interviewScheduled = "interview_scheduled"
        case interviewed, proposed, hired
        case notSelected = "not_selected"
        case unreachable, withdrawn, lapsed
        case hiredElsewhere = "hired_elsewhere"
    }

    let citizen: Int
    let vacancy: Int
    let status: Status
    let submittedAt: Instant
    let updatedAt: Instant
    let message: [DemoSentence]

    var messageText: String { message.map(\.text).joined(separator: " ") }
}

/// All expressions of interest of a world, each reachable by its number.
///
/// Citizens answer to vacancies of their job or of the other that they would take, in the areas where they chose
/// branches. Nobody answers twice to one vacancy, nor before or after its publication.
struct DemoInterests: Sendable, RandomAccessCollection {
    static let days = 60

    private let world: DemoWorld
    /// For an area and a trade, the vacancies that were open on one of the sixty days.
    private let open: [Key: [Int]]
    /// For each interest the citizen, and how many the same citizen expressed before.
    private let turns: [Turn]

    private struct Key: Hashable {
        let province: String
        let trade: String
    }

    private struct Turn {
        let citizen: Int32
        let ordinal: Int16
    }

    init(of world: DemoWorld) {
        self.world = world
        var open: [Key: [Int]] = [:]
        for index in 0..<world.size.vacancies {
            let outline = world.vacancyOutline(of: index)
            guard DemoInterests.window(of: outline, today: world.today) != nil else { continue }
            let province = world.branches[outline.branch].place.province
            open[Key(province: province, trade: outline.trade.key), default: []].append(index)
            open[Key(province: province, trade: ""), default: []].append(index)
        }
        self.open = open
        turns = DemoInterests.turns(of: world, open: open)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { turns.count }

    /// The days on which a vacancy could be answered to, up to yesterday.
    private static func window(of outline: DemoVacancyOutline, today: Day) -> ClosedRange<Int>? {
        guard let start = outline.start, let end = outline.end else { return nil }
        let first = Swift.max(start.daysSinceEpoch, today.daysSinceEpoch - days)
        let last = Swift.min(end.daysSinceEpoch, today.daysSinceEpoch - 1)
        return first <= last ? first...last : nil
    }
}

extension DemoInterests {
    /// How many interests each citizen expressed: most none or one, a few very many; in all as many as the world has.
    private static func turns(of world: DemoWorld, open: [Key: [Int]]) -> [Turn] {
        var turns: [Turn] = []
        turns.reserveCapacity(world.size.interests)
        var expressed = [Int16](repeating: 0, count: world.size.citizens)
        for round in 0..<40 {
            for citizen in 0..<world.size.citizens {
                if turns.count == world.size.interests { return turns }
                var random = DemoRandom(seed: world.seed, topic: .interest, index: citizen)
                let outline = world.applicant(citizen)
                guard let outline else { continue }
                let appetite = random.pick(weighted: [(36, 0), (24, 1), (16, 2), (12, 4), (8, 7), (4, 12)])
                let count = Int(expressed[citizen])
                // Later rounds only fill up what the first left open.
                let wanted = appetite + round
                let possible = candidates(for: outline, in: world, open: open).count
                for _ in count..<Swift.max(count, Swift.min(wanted, possible)) where turns.count < world.size.interests
                {
                    turns.append(Turn(citizen: Int32(citizen), ordinal: expressed[citizen]))
                    expressed[citizen] += 1
                }
            }
        }
        return turns
    }

    /// The vacancies of a citizen's interests in order: first those of the jobs the citizen knows, then others nearby.
    private static func candidates(
        for outline: DemoCitizenOutline,
        in world: DemoWorld,
        open: [Key: [Int]]
    ) -> [Int] {
        let province = outline.place.province
        let own = open[Key(province: province, trade: outline.trade.key)] ?? []
        let other = open[Key(province: province, trade: outline.otherTrade.key)] ?? []
        let any = open[Key(province: province, trade: "")] ?? []
        var random = DemoRandom(seed: world.seed, topic: .pact, index: outline.index)
        let nearby = random.pick(4, of: any).filter { !own.contains($0) && !other.contains($0) }
        let first = random.pick(own.count, of: own)
        let second = outline.otherTrade.key == outline.trade.key ? [] : random.pick(other.count, of: other)
        return Array((first.prefix(8) + second.prefix(5) + nearby).prefix(14))
    }

    subscript(position: Int) -> DemoInterest {
        let sending = sending(position)
        var random = sending.random
        let (outline, offer, submitted) = (sending.outline, sending.offer, sending.at)
        let age = world.today.daysSinceEpoch - sending.day
        let status = DemoInterests.status(age: age, offer: offer, using: &random)
        // Midnight in Rome, not in Greenwich: what lies in the future would stand before all that people do now.
        let latest = world.today.start.adding(milliseconds: -1)
        let handled = submitted.adding(seconds: random.within(1_800...Swift.max(3_600, Swift.min(age, 14) * 80_000)))
        return DemoInterest(
            citizen: outline.index,
            vacancy: offer.index,
            status: status,
            submittedAt: submitted,
            updatedAt: status == .submitted ? submitted : Swift.min(handled, latest),
            message: random.chance(66) ? message(from: outline, to: offer, using: random) : []
        )
    }

    /// When an interest was sent, without all the rest of it: what a load sorts by.
    func instant(of position: Int) -> Instant { sending(position).at }

    private struct Sending {
        let outline: DemoCitizenOutline
        let offer: DemoVacancyOutline
        let day: Int
        let at: Instant
        /// The interest's own stream, as far as it was drawn from.
        let random: DemoRandom
    }

    private func sending(_ position: Int) -> Sending {
        let turn = turns[position]
        let citizen = Int(turn.citizen)
        let outline = world.outline(of: citizen)
        let vacancies = DemoInterests.candidates(for: outline, in: world, open: open)
        var random = DemoRandom(seed: world.seed, topic: .message, index: citizen * 64 + Int(turn.ordinal))
        let offer = world.vacancyOutline(of: vacancies[Int(turn.ordinal)])
        let today = world.today.daysSinceEpoch
        let window = DemoInterests.window(of: offer, today: world.today) ?? (today - 1)...(today - 1)
        // Most people answer in the first days of a publication.
        let day = Swift.min(random.within(window), random.within(window))
        let at = Instant(milliseconds: (Int64(day) * 86_400 + Int64(random.within(21_600...75_600))) * 1000)
        return Sending(outline: outline, offer: offer, day: day, at: at, random: random)
    }

    private static func status(
        age: Int,
        offer: DemoVacancyOutline,
        using random: inout DemoRandom
    ) -> DemoInterest.Status {
        if offer.status == .closed {
            return offer.closingReason == .filled
                ? random.pick(weighted: [
                    (10, .hired), (58, .notSelected), (24, .lapsed), (5, .withdrawn), (3, .unreachable),
                ])
                : random.pick(weighted: [(84, .lapsed), (12, .notSelected), (4, .withdrawn)])
        }
        switch age {
        case ..<3: return random.pick(weighted: [(72, .submitted), (24, .viewed), (4, .inReview)])
        case ..<10:
            return random.pick(weighted: [
                (34, .submitted), (28, .viewed), (18, .inReview), (10, .contacted), (4, .interviewScheduled),
                (3, .notSelected), (3, .withdrawn),
            ])
        case ..<25:
            return random.pick(weighted: [
                (14, .submitted), (18, .viewed), (18, .inReview), (14, .contacted), (8, .interviewScheduled),
                (7, .interviewed), (3, .proposed), (11, .notSelected), (3, .unreachable), (3, .withdrawn), (1, .hired),
            ])
        default:
            return random.pick(weighted: [
                (8, .submitted), (12, .viewed), (12, .inReview), (10, .contacted), (3, .interviewScheduled),
                (10, .interviewed), (5, .proposed), (26, .notSelected), (6, .unreachable), (4, .withdrawn), (4, .hired),
            ])
        }
    }

    private func message(
        from outline: DemoCitizenOutline,
        to offer: DemoVacancyOutline,
        using random: DemoRandom
    ) -> [DemoSentence] {
        var stream = DemoRandom(seed: world.seed, topic: .citizen, index: outline.index)
        let again = world.outline(of: outline.index, using: &stream)
        let name = world.name(of: again, area: world.geography.areas[again.area], using: &stream).given
        var offerStream = DemoRandom(seed: world.seed, topic: .vacancy, index: offer.index)
        let branch = world.branches[world.vacancyOutline(of: offer.index, using: &offerStream).branch]
        let speaker = DemoMessageSpeaker(
            name: name,
            outline: outline,
            offered: offer.trade,
            months: world.monthsWorked(by: outline),
            place: world.vacancyPlace(of: branch, using: &offerStream).name,
            today: world.today
        )
        var writer = DemoWriter(speaker: speaker, random: random)
        var grammars = [DemoText.messageOpening]
        if writer.random.chance(82), speaker.months > 0 { grammars.append(DemoText.messageReason) }
        if writer.random.chance(70) { grammars.append(DemoText.messageClosing) }
        return grammars.map { writer.write($0) }
    }
}

extension DemoWorld {
    var interests: DemoInterests { DemoInterests(of: self) }

    func outline(of citizen: Int) -> DemoCitizenOutline {
        var random = DemoRandom(seed: seed, topic: .citizen, index: citizen)
        return outline(of: citizen, using: &random)
    }

    /// How long a citizen has worked in all.
    fileprivate func monthsWorked(by outline: DemoCitizenOutline) -> Int {
        let random = DemoRandom(seed: seed, topic: .curriculum, index: outline.index)
        var author = DemoCurriculumAuthor(
            outline: outline,
            area: geography.areas[outline.area],
            world: self,
            random: random
        )
        return author.life().stays.reduce(0) { $0 + $1.months }
    }

    /// A citizen who may express interest: one whose application was not rejected.
    fileprivate func applicant(_ citizen: Int) -> DemoCitizenOutline? {
        let outline = outline(of: citizen)
        return outline.application.outcome == .rejected ? nil : outline
    }
}

/// Says what a citizen writes to an agency.
private struct DemoMessageSpeaker: DemoSpeaker {
    let name: String
    let outline: DemoCitizenOutline
    let offered: DemoTrade
    let months: Int
    let place: String
    let today: Day
    private var duties: DemoDeck<String>
    private var tasks: DemoDeck<String>

    init(name: String, outline: DemoCitizenOutline, offered: DemoTrade, months: Int, place: String, today: Day) {
        self.name = name
        self.outline = outline
        self.offered = offered
        self.months = months
        self.place = place
        self.today = today
        duties = DemoDeck(outline.trade.duties.items)
        tasks = DemoDeck(outline.trade.tasks.items)
    }

    var isFeminine: Bool { outline.sex == .female }

    func grammar(for slot: DemoSlot) -> DemoGrammar? { nil }

    mutating func words(for slot: DemoSlot, using random: inout DemoRandom) -> String {
        switch slot {
        case .givenName: return name
        case .place: return place
        case .home: return outline.place.name
        case .field: return offered.words.field
        case .title: return offered.role(isFeminine: isFeminine)
        case .role: return outline.trade.role(isFeminine: isFeminine)
        case .duty: return duties.draw(using: &random)
        case .task: return tasks.draw(using: &random)
        case .startMonth: return DemoItalian.months[today.adding(months: 1).month - 1]
        case .years: return months < 24 ? "per qualche tempo" : "per \(DemoItalian.number(months / 12)) anni"
        default: return ""
        }
    }
}
