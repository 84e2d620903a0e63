internal import Domain
internal import Persistence

extension Services {
    /// Makes a demo world of the size of a nation, by the entrances that take over the data of a system in service.
    ///
    /// It can be stopped, and goes on where it was when it is called again for the same size.
    ///
    /// - Parameters:
    ///   - oneAgency: Everybody chooses the largest agency.
    ///   - tell: Told every few seconds how far it has come.
    public func makeNation(
        of citizens: Int,
        oneAgency: Bool = false,
        _ tell: @escaping @Sendable (String) -> Void
    ) async throws {
        try await makeNation(of: .nation(of: citizens, oneAgency: oneAgency), tell)
    }

    func makeNation(of size: DemoSize, _ tell: @escaping @Sendable (String) -> Void) async throws {
        let reference = try await references.snapshot()
        let places = reference.municipalities(on: store.today).compactMap(DemoPlace.init)
        let world = try DemoWorld(places: places, today: store.today, size: size)
        try await Installation(store).note(demoWorld: .unfinished)
        let load = DemoLoad(world, on: self, database, reference)
        try await load.registry()
        tell("\(world.agencies.count) agencies, \(world.branches.count) branches, \(world.operators.count) operators")
        try await Installation(store).suspendSearches()
        try await NationalPeople(load: load).carryOut(tell)
        try await database.renewStatistics()
        let codes = try await load.vacancies(known: try await load.publishedBefore()) { tell("\($0) vacancies") }
        try await database.renewStatistics()
        try await NationalInterests(load: load, codes: codes.compactMapValues { VacancyCode($0) }).carryOut(tell)
        try await load.settle()
        try await Installation(store).resumeSearches()
        try await database.renewStatistics()
        try await Installation(store).note(demoWorld: .complete)
    }
}

/// Applications, CVs and pacts of a nation, a portion at a time.
struct NationalPeople: Sendable {
    let load: DemoLoad

    private static let portion = 500
    /// While the rows of one portion are written, the CVs of the others are made, judged and analysed.
    private static let lanes = 3

    func carryOut(_ tell: @escaping @Sendable (String) -> Void) async throws {
        let total = load.world.size.citizens
        let portions = stride(from: 0, to: total, by: NationalPeople.portion).map { start in
            start..<min(total, start + NationalPeople.portion)
        }
        try await withThrowingTaskGroup(of: Int.self) { group in
            var waiting = portions[...]
            for _ in 0..<NationalPeople.lanes {
                if let next = waiting.popFirst() { group.addTask { try await write(next) } }
            }
            var (done, grown) = (0, GrowingLoad(load.database))
            for try await count in group {
                done += count
                try await grown.reach(done)
                if done * 50 / total != (done - count) * 50 / total { tell("\(done) of \(total) citizens") }
                if let next = waiting.popFirst() { group.addTask { try await write(next) } }
            }
        }
    }

    private func write(_ indices: Range<Int>) async throws -> Int {
        let load = load.rightNow
        if try await isThere(indices) { return indices.count }
        let citizens = indices.map(load.world.citizen(at:))
        try await load.applications(citizens)
        let curricula = citizens.map { citizen in
            CurriculumEntry(
                taxCode: citizen.taxCode,
                curriculum: Curriculum(citizen.curriculum),
                updatedAt: citizen.curriculum.lastDay.start.adding(seconds: 10 * 3600)
            )
        }
        let reference = load.reference
        _ = try await Citizens(load.store).load(curricula: curricula.rows(\.taxCode.text), reference: reference)
        try await load.servicePacts(citizens)
        // The pacts come last: they open the citizens to agencies, and tell that the portion is whole.
        let pacts = citizens.compactMap(ActivationPactEntry.init)
        _ = try await load.pacts.load(activationPacts: pacts.rows(\.taxCode.text))
        return indices.count
    }

    /// Whether an earlier run has written the portion to its end.
    private func isThere(_ indices: Range<Int>) async throws -> Bool {
        let numbers = indices.map { load.world.outline(of: $0).application.number }
        return try await load.pacts.haveAny(ofApplications: numbers)
    }
}

/// Counts anew what the engine's planner goes by whenever a load has doubled what is there.
///
/// Else a plan that was made for empty tables reads them whole for each portion, and so do the checks of foreign keys.
struct GrowingLoad {
    private let database: Database
    /// Smaller ones are not worth it.
    private var counted = 1_000

    init(_ database: Database) {
        self.database = database
    }

    mutating func reach(_ rows: Int) async throws {
        guard rows >= 2 * counted else { return }
        counted = rows
        try await database.renewStatistics()
    }
}

extension ActivationPactEntry {
    /// The pact of a citizen who has signed; those of whom INPS has not accepted the application have none.
    init?(_ citizen: DemoCitizen) {
        guard let pact = citizen.pact, let day = pact.signedOn, pact.state == .signed else { return nil }
        self.init(
            taxCode: citizen.taxCode,
            signedAt: day.start.adding(seconds: 9 * 3600 + citizen.index % 36_000),
            email: citizen.email,
            phone: citizen.phone,
            jobCentreCode: citizen.application.jobCentreCode,
            availabilityDeclaredOn: citizen.application.submittedOn,
            commitments: Set(Commitment.required(for: citizen.application.measure.rawValue)),
            branchCodes: pact.choices.map(\.branchCode)
        )
    }
}

extension DemoLoad {
    var pacts: Pacts { Pacts(store, policy: services.pactPolicy) }

    /// The codes of the vacancies that are there, by their place in the world, which ends the agency's own code.
    fileprivate func publishedBefore() async throws -> [Int: String] {
        try await byPlace(entrance.byExternalReference()).mapValues { VacancyCode($0).text }
    }

    /// What is there, by its place in the world, which ends its number.
    fileprivate func byPlace<Entity>(_ rows: RowStream<Numbered<Entity>>) async throws -> [Int: ID<Entity>] {
        var found: [Int: ID<Entity>] = [:]
        for try await portion in rows {
            for row in portion {
                guard let place = row.number.split(separator: "-").last.flatMap({ Int($0) }) else { continue }
                found[place - 1] = row.id
            }
        }
        return found
    }
}

/// Expressions of interest of a nation, in the order in which they were sent.
struct NationalInterests: Sendable {
    let load: DemoLoad
    let codes: [Int: VacancyCode]

    private static let portion = 2_000

    func carryOut(_ tell: @Sendable (String) -> Void) async throws {
        let interests = load.world.interests
        let people = try await load.byPlace(load.services.applications.citizensByNumber())
        let order = interests.indices.map { (at: interests.instant(of: $0), position: $0) }
            .sorted { ($0.at, $0.position) < ($1.at, $1.position) }
        tell("\(order.count) expressions of interest to come")
        let entrance = Interests(load.store, policy: load.services.vacancyPolicy)
        var (done, grown) = (0, GrowingLoad(load.database))
        for start in stride(from: 0, to: order.count, by: NationalInterests.portion) {
            let portion = order[start..<min(order.count, start + NationalInterests.portion)]
            let entries = portion.compactMap { entry(interests[$0.position], people) }
            if let last = portion.last { load.time.move(to: last.at) }
            _ = try await entrance.load(entries)
            done += portion.count
            try await grown.reach(done)
            if done * 50 / order.count != start * 50 / order.count { tell("\(done) of \(order.count) interests") }
        }
        load.time.move(to: load.world.today)
    }

    private func entry(_ demo: DemoInterest, _ people: [Int: ID<Citizen>]) -> InterestEntry? {
        guard let code = codes[demo.vacancy], let citizen = people[demo.citizen],
            let status = ExpressionOfInterest.Status(rawValue: demo.status.rawValue)
        else { return nil }
        return InterestEntry(
            vacancy: code,
            citizen: citizen,
            status: status,
            submittedAt: demo.submittedAt,
            updatedAt: demo.updatedAt,
            message: demo.messageText.isEmpty ? nil : demo.messageText
        )
    }
}
