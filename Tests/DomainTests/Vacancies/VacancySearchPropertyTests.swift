import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The search for vacancies, whatever happens to agencies and branches")
struct VacancySearchPropertyTests {
    @Test(
        "List, count and detail hold the same vacancies as the plainest filter over all",
        arguments: Engine.available,
        [UInt64(3), 4]
    )
    func sameAsFilter(on engine: Engine, seed: UInt64) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            var game = SearchGame(world, seed: seed)
            for step in 0..<80 {
                try await game.change()
                try await game.compare("step \(step), seed \(seed)")
            }
            #expect(game.unserved > 20, "the world has to have hidden something that is published")
        }
    }
}

/// A random world of vacancies with its model beside it.
private struct SearchGame {
    struct Model {
        let code: String
        let title: String
        let branch: String
        let province: String
        let end: Day
        /// The place in the order of publication.
        let number: Int
    }

    let world: World
    var random: Numbers
    var vacancies: [Model] = []
    /// The last day of an agency's authorisation, and of a branch; nil while none is set.
    var ends: [String: Day] = [:]
    /// How often something that is published stayed hidden for its agency's or branch's sake.
    var unserved = 0

    private static let branches = [
        "ALFA-MI1", "ALFA-MI2", "ALFA-TO1", "BETA-MI1", "BETA-RM1", "GAMMA-TO1", "GAMMA-RM1",
    ]
    private static let titles = ["Barista", "Autista", "Falegname"]
    private static let towns = [("F205", "MI"), ("L219", "TO"), ("H501", "RM")]

    init(_ world: World, seed: UInt64) {
        self.world = world
        random = Numbers(seed: seed)
    }

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func one<T>(of values: [T]) throws -> T {
        try #require(values.randomElement(using: &random))
    }

    private func isServed(_ branch: String) -> Bool {
        let agency = String(branch.prefix { $0 != "-" })
        return [agency, branch].allSatisfy { key in ends[key].map { $0 >= world.today } ?? true }
    }

    // MARK: What happens

    mutating func change() async throws {
        switch number(0..<10) {
        case 0...3: try await publish()
        case 4...5: try await reauthorise()
        case 6...7: try await closeOrReopen()
        case 8: world.time.advance(days: number(1..<4))
        default: try await world.vacancies.expire()
        }
    }

    private mutating func publish() async throws {
        let branch = try one(of: SearchGame.branches)
        guard isServed(branch) else { return }
        world.time.advance(seconds: 60)
        let (town, province) = try one(of: SearchGame.towns)
        let (title, end) = (try one(of: SearchGame.titles), world.today.adding(days: number(1..<31)))
        let draft = VacancyDraft.sample("R-\(vacancies.count)", branch: branch, until: end).with { draft in
            draft.terms.title = title
            draft.terms.workplace.municipalityCode = town
            draft.terms.workplace.postalCode = nil
        }
        let agency = world.agency(String(branch.prefix { $0 != "-" }))
        let receipts = try await world.vacancies.load(
            world.rows([draft]),
            as: Publisher(agency: agency.id, actor: .system("test"))
        )
        let code = try #require(receipts.first?.code, "\(receipts)")
        vacancies.append(
            Model(
                code: code,
                title: title,
                branch: branch,
                province: province,
                end: end,
                number: vacancies.count
            )
        )
    }

    /// Over since yesterday, over in some days, or without an end.
    private mutating func newEnd() throws -> Day? {
        try one(of: [world.today.adding(days: -1), world.today, world.today.adding(days: 2), nil])
    }

    private mutating func reauthorise() async throws {
        let agency = world.agency(try one(of: ["ALFA", "BETA", "GAMMA"]))
        let end = try newEnd()
        let entry = AgencyEntry(
            code: agency.code,
            taxCode: agency.taxCode,
            name: agency.name,
            sections: agency.sections,
            authorisedFrom: agency.authorisedFrom,
            authorisedTo: end
        )
        let receipts = try await Registry(world.store).load(agencies: [LoadRow(row: 2, key: entry.code, entry: entry)])
        #expect(receipts.allSatisfy { $0.outcome != .rejected })
        ends[agency.code] = end
    }

    private mutating func closeOrReopen() async throws {
        let branch = world.branch(try one(of: SearchGame.branches))
        let end = try newEnd()
        let entry = BranchEntry(
            agencyCode: String(branch.code.prefix { $0 != "-" }),
            code: branch.code,
            name: branch.name,
            municipalityCode: branch.municipalityCode,
            validFrom: branch.validFrom,
            validTo: end
        )
        let receipts = try await Registry(world.store).load(
            branches: [LoadRow(row: 2, key: entry.code, entry: entry)],
            place: { _, _ in branch.place }
        )
        #expect(receipts.allSatisfy { $0.outcome != .rejected })
        ends[branch.code] = end
    }

    // MARK: The comparison

    mutating func compare(_ told: Comment) async throws {
        var search = VacancySearch()
        let word = try one(of: ["", "ristorante", "barista", "autista", "falegname -barista"])
        search.text = word
        let province: String? = try one(of: [nil, nil, "MI", "RM"])
        search.place = province.map(VacancySearch.Place.province)
        if province == nil, number(0..<3) == 0 {
            search.place = .near(municipality: "F205", kilometres: 200)
            search.sort = .closest
        }
        let today = world.today
        let published = vacancies.filter { $0.end >= today }
        let open = published.filter { isServed($0.branch) }
        unserved += published.count - open.count
        let expected = open.filter { vacancy in
            let title = vacancy.title.lowercased()
            return (word.isEmpty || word == "ristorante" || word.hasPrefix(title))
                && (province.map { $0 == vacancy.province } ?? true)
                && (search.sort == .newest || vacancy.province != "RM")
        }

        var found: [String] = []
        var cursor: Cursor?
        repeat {
            let page = try await world.vacancies.search(search, after: cursor, limit: number(1..<6))
            found += page.items.map(\.code.text)
            cursor = page.next
        } while cursor != nil && found.count < 500
        let newest = expected.sorted { $0.number > $1.number }.map(\.code)
        if search.sort == .newest { #expect(found == newest, told) }
        #expect(found.sorted() == newest.sorted(), told)
        #expect(try await world.vacancies.count(search).value == expected.count, told)
        try await checkDetails(open: Set(open.map(\.code)), told)
    }

    /// The page of a vacancy opens exactly for those that the list without filters holds.
    private func checkDetails(open: Set<String>, _ told: Comment) async throws {
        for vacancy in vacancies {
            if open.contains(vacancy.code) {
                #expect(try await world.vacancies.published(vacancy.code).code.text == vacancy.code, told)
            } else {
                await #expect(throws: NotFound(), told) { try await world.vacancies.published(vacancy.code) }
            }
        }
    }
}
