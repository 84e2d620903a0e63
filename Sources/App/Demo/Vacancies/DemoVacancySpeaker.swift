internal import Domain

/// Says what a vacancy says.
struct DemoVacancySpeaker: DemoSpeaker {
    private let trade: DemoTrade
    private let title: String
    private let positions: Int
    private let employer: DemoEmployer?
    private let place: DemoPlace
    private let branch: DemoBranch
    private let contract: DemoContract
    private let pay: DemoPay
    private let week: DemoWeek
    private var duties: DemoDeck<String>
    private var tasks: DemoDeck<String>
    private var wants: DemoDeck<String>
    private var workplaces: DemoDeck<String>

    init(
        trade: DemoTrade,
        title: String,
        positions: Int,
        employer: DemoEmployer?,
        place: DemoPlace,
        branch: DemoBranch,
        contract: DemoContract,
        pay: DemoPay,
        week: DemoWeek
    ) {
        self.trade = trade
        self.title = title
        self.positions = positions
        self.employer = employer
        self.place = place
        self.branch = branch
        self.contract = contract
        self.pay = pay
        self.week = week
        duties = DemoDeck(trade.duties.items)
        tasks = DemoDeck(trade.tasks.items)
        wants = DemoDeck(trade.wants.items)
        workplaces = DemoDeck(trade.workplaces.items)
    }

    /// Titles name both genders, so nothing else agrees with one.
    var isFeminine: Bool { true }

    func grammar(for slot: DemoSlot) -> DemoGrammar? {
        slot == .week ? week.grammar : nil
    }

    mutating func words(for slot: DemoSlot, using random: inout DemoRandom) -> String {
        switch slot {
        case .duty: return duties.draw(using: &random)
        case .task: return tasks.draw(using: &random)
        case .want: return wants.draw(using: &random)
        case .kind: return workplaces.draw(using: &random)
        case .title, .role, .goal: return DemoVacancySpeaker.inSentence(title)
        case .field, .goalField: return trade.words.field
        case .company: return employer?.name ?? "l'azienda"
        case .place, .home: return place.name
        case .branch: return branch.place.name
        case .people: return positions == 1 ? "una persona" : "\(DemoItalian.number(positions)) persone"
        case .contract: return contract.phrase
        case .pay: return pay.phrase
        case .level: return "livello \(contract.level)"
        case .ccnl: return contract.agreementName
        case .hours: return "\(contract.weeklyHours) ore settimanali"
        case .team: return DemoItalian.number(random.within(3...14))
        default: return ""
        }
    }

    /// `Magazziniere/a` becomes `magazziniere/a`; `OSS per casa di riposo` stays.
    static func inSentence(_ title: String) -> String {
        let start = title.prefix(2)
        return start.last?.isUppercase == true ? title : start.lowercased() + title.dropFirst(2)
    }

    /// Context, duties, requirements, offer and hours always; the rest now and then.
    static func describe(
        _ speaker: DemoVacancySpeaker,
        contract: DemoContract,
        using random: DemoRandom
    ) -> [DemoSentence] {
        var writer = DemoWriter(speaker: speaker, random: random)
        let isAtHome = speaker.trade.isAtHome
        let context =
            isAtHome ? DemoText.contextHome : speaker.employer == nil ? DemoText.context : DemoText.contextNamed
        let offer = contract.typeCode == "C.01.00" ? DemoText.offerTraining : DemoText.offer
        var work = [isAtHome ? DemoText.dutiesHome : DemoText.duties]
        if writer.random.chance(48), !isAtHome { work.append(DemoText.more) }
        var terms = [offer, DemoText.schedule]
        if writer.random.chance(36) { terms.swapAt(0, 1) }
        var rest: [DemoGrammar] = []
        if writer.random.chance(44), !isAtHome { rest.append(DemoText.place) }
        if writer.random.chance(34), !isAtHome { rest.append(DemoText.growth) }
        if writer.random.chance(66) { rest.append(DemoText.closing) }
        let requirements = [DemoText.requirements]
        let grammars =
            writer.random.chance(76)
            ? [context] + work + requirements + terms + rest
            : [context] + requirements + work + terms + rest
        return grammars.map { writer.write($0) }
    }
}
