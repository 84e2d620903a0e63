import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The list of citizens, whatever happens")
struct CitizensListPropertyTests {
    @Test(
        "Page, walk, count and export hold the same people as the plainest filter over all",
        arguments: Engine.available,
        [UInt64(1), 2]
    )
    func sameAsFilter(on engine: Engine, seed: UInt64) async throws {
        try await withWorld(on: engine) { world in
            var game = Game(world, seed: seed)
            try await game.begin(citizens: 14)
            for step in 0..<100 {
                try await game.change()
                try await game.compare(step)
            }
        }
    }
}

/// A random world with its model beside it.
private struct Game {
    let world: World
    var game: CitizenGame
    let operators: [OperatorIdentity]

    var people: [CitizenModel] { game.people }

    init(_ world: World, seed: UInt64) {
        self.world = world
        game = CitizenGame(world, seed: seed)
        operators = [
            world.anna, world.bruno, world.carla, world.dario, world.elena, world.identity("ALFA/anna", in: "ALFA-MI2"),
            world.identity("ALFA/bruno", in: "ALFA-MI1"), world.identity("GAMMA/carla", in: "GAMMA-TO1"),
        ]
    }

    mutating func begin(citizens: Int) async throws {
        try await game.begin(citizens: citizens)
    }

    mutating func change() async throws {
        world.time.advance(seconds: game.number(1..<7200))
        let index = game.number(0..<people.count)
        switch game.number(0..<12) {
        case 0...3: try await sign(index)
        case 4...5: try await game.save(index)
        case 6...7: try await game.servicePact(index)
        case 8...9: try await game.suspendOrResume(index)
        case 10: try await game.end(index)
        default: try await changeGrant()
        }
    }

    private mutating func sign(_ index: Int) async throws {
        let more = ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1", "BETA-MI1", "GAMMA-RM1"].filter { _ in
            game.number(0..<3) == 0
        }
        let branches = [
            try game.one(of: ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1"]), try game.one(of: ["BETA-MI1", "BETA-RM1"]),
            try game.one(of: ["GAMMA-TO1", "GAMMA-RM1"]),
        ]
        try await game.sign(index, choosing: branches + more)
    }

    /// Withdraws a grant, or gives it back.
    private mutating func changeGrant() async throws {
        let person = try game.one(of: operators)
        let yesterday = world.today.adding(days: -1)
        let isWithdrawn = game.number(0..<2) == 0
        let branch = world.branch(try game.one(of: ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1", "BETA-MI1", "GAMMA-TO1"])).id
        try await world.store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                UPDATE branch_grant SET valid_to = \(isWithdrawn ? yesterday : nil)
                WHERE operator_id = \(person.id) AND branch_id = \(branch)
                """
            )
        }
    }

    // MARK: The comparison

    mutating func compare(_ step: Int) async throws {
        let person = try game.one(of: operators)
        let codes = world.branches.values.sorted { $0.code < $1.code }
        let list = CitizenList.random(using: &game.random, branches: codes.map(\.id).sorted())
        let open = Set(try await world.openBranches(to: person, with: .readCurricula))
        let chosen = Set(codes.filter { list.filter.branches.contains($0.id) }.map(\.code))
        let today = world.today
        let expected = people.filter { $0.isIn(list.filter, open: open, chosen: chosen, today: today) }

        let export = try await world.citizens.export(list, as: person, reference: .shared)
        var exported: [CitizenRow] = []
        try await export.forEach { exported += $0 }
        let told: Comment = "step \(step): \(list.query) for \(person.givenName)"
        #expect(Set(exported.map(\.id)) == Set(expected.map(\.identity.id)), told)
        #expect(exported.count == expected.count, told)
        try checkOrder(exported, list.sort, told)
        checkRows(exported, open: open, told)

        let walk = try await walk(list, person, limit: game.number(1..<6), expected: expected.count, told)
        #expect(walk == exported.map(\.id), told)
        #expect(try await world.citizens.count(list, as: person, reference: .shared) == expected.count, told)
        try await checkDetail(person, open: open, told)
    }

    /// Forwards to the end, and all the way back.
    private func walk(
        _ list: CitizenList,
        _ person: OperatorIdentity,
        limit: Int,
        expected: Int,
        _ told: Comment
    ) async throws -> [ID<Citizen>] {
        var pages: [[ID<Citizen>]] = []
        var cursor: Cursor?
        var page: CitizenPage
        repeat {
            page = try await world.citizens.list(list, as: person, reference: .shared, at: cursor, limit: limit)
            #expect(page.count == CappedCount(value: expected), told)
            #expect((page.previous == nil) == pages.isEmpty || page.rows.isEmpty, told)
            pages.append(page.rows.map(\.id))
            cursor = page.next.flatMap { Cursor(text: $0.text) }
        } while cursor != nil && pages.count < 100
        var back = page.previous
        for earlier in pages.dropLast().reversed() {
            let before = try #require(back, told)
            let page = try await world.citizens.list(list, as: person, reference: .shared, at: before, limit: limit)
            #expect(page.rows.map(\.id) == earlier, told)
            back = page.previous
        }
        #expect(back == nil, told)
        return pages.flatMap(\.self)
    }

    private func checkOrder(_ rows: [CitizenRow], _ sort: CitizenSort, _ told: Comment) throws {
        let models = Dictionary(people.map { ($0.identity.id, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = try rows.map { row -> (String, Int64) in
            let model = try #require(models[row.id])
            switch sort.key {
            case .pact: return (String(model.since.milliseconds + 1_000_000_000_000_000), 0)
            case .surname: return (Fold.key("\(model.entry.familyName) \(model.entry.givenName)"), row.id.rawValue)
            case .age: return (String(1_500_000 - model.entry.birthDate.daysSinceEpoch), -row.id.rawValue)
            case .education: return (String(model.rank + 5000), row.id.rawValue)
            }
        }
        for (first, second) in zip(keys, keys.dropFirst()) {
            #expect(sort.isDescending ? first >= second : first <= second, "\(told) \(first) \(second)")
        }
    }

    private func checkRows(_ rows: [CitizenRow], open: Set<String>, _ told: Comment) {
        for row in rows {
            guard let model = people.first(where: { $0.identity.id == row.id }) else { continue }
            let branches = Set(world.branches.values.filter { row.branches.contains($0.id) }.map(\.code))
            #expect(branches == model.links.intersection(open), told)
            #expect(row.padDay == model.padDay, told)
            #expect(row.curriculumAt == model.cv?.savedAt, told)
        }
    }

    /// A citizen's page opens exactly for those who see her in their lists.
    private mutating func checkDetail(_ person: OperatorIdentity, open: Set<String>, _ told: Comment) async throws {
        let model = try game.one(of: people)
        let isVisible = !model.links.isDisjoint(with: open)
        do {
            let detail = try await world.citizens.detail(model.identity.id, as: person)
            #expect(isVisible, told)
            #expect(detail.taxCode == model.entry.taxCode)
            #expect(detail.branches.count == model.links.intersection(open).count, told)
        } catch is NotFound {
            #expect(!isVisible, told)
        }
    }
}
