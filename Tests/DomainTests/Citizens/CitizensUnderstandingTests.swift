import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("A search for citizens with a typing error")
struct CitizensUnderstandingTests {
    private func page(
        _ text: String,
        _ world: World,
        as person: OperatorIdentity? = nil,
        _ change: (inout CitizenFilter) -> Void = { _ in }
    ) async throws -> CitizenPage {
        var list = CitizenList(filter: CitizenFilter(keywords: text))
        change(&list.filter)
        let page = try await world.citizens.list(list, as: person ?? world.anna, reference: .shared)
        // The list that is told is the list of the rows: what is taken away is what was seen.
        let count = try await world.citizens.count(page.list, as: person ?? world.anna, reference: .shared)
        #expect(count == page.rows.count && count == page.count.value)
        return page
    }

    private func understood(_ text: String, _ world: World, as person: OperatorIdentity? = nil) async throws -> String?
    {
        try await page(text, world, as: person).understood?.understood
    }

    private func citizen(
        _ name: String,
        _ skills: [String],
        _ world: World,
        in branches: [String] = ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"]
    ) async throws {
        try await world.citizen(.sample(name), .sample(skills: skills), choosing: branches)
    }

    @Test(
        "One letter too many, one missing, another one, or two in the wrong order are forgiven",
        arguments: Engine.available,
        ["salldatore", "saldatre", "saldatorr", "saldatroe", "aldatore", "Saldatòroe"]
    )
    func errors(on engine: Engine, typed: String) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore"], world)
            try await citizen("Verdi", ["Cucina"], world)
            let page = try await page(typed, world)
            #expect(page.rows.map(\.familyName) == ["Rossi"])
            #expect(page.understood?.understood == "saldatore")
            #expect(page.understood?.typed == typed)
            #expect(page.list.filter.keywords == "saldatore")
        }
    }

    @Test(
        "Two errors are one too many, and a second wrong word is corrected beside the first",
        arguments: Engine.available
    )
    func several(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore", "Verniciatura"], world)
            #expect(try await understood("slaadtore", world) == nil)
            #expect(try await understood("saldatroe vernicatura", world) == "saldatore verniciatura")
            #expect(try await understood("saldatroe inesistente", world) == nil)
            #expect(try await understood("rossi saldatroe", world) == "rossi saldatore")
            #expect(try await understood("Rosssi", world) == "rossi")
        }
    }

    @Test("What is spelled as it should be goes before what is not", arguments: Engine.available)
    func exact(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for name in ["Rossi", "Verdi", "Neri"] { try await citizen(name, ["Banchista"], world) }
            try await citizen("Bianchi", ["Barchista"], world, in: ["ALFA-TO1", "BETA-MI1", "GAMMA-TO1"])
            try await citizen("Gialli", ["Pizzaiolo"], world)
            // Exact: somebody has it, fewer as they are.
            #expect(try await page("barchista", world).rows.map(\.familyName) == ["Bianchi"])
            // The beginning of a word.
            let growing = try await page("pizzaio", world)
            #expect(growing.rows.map(\.familyName) == ["Gialli"] && growing.understood == nil)
            // It is there, only not together with the rest, or not in that branch: nobody mistyped anything.
            #expect(try await page("barchista pizzaiolo", world).understood == nil)
            let there = try await page("barchista", world) { $0.branches = [world.branch("ALFA-MI1").id] }
            #expect(there.rows.isEmpty && there.understood == nil)
            #expect(try await page("barchista", world) { $0.ageMin = 99 }.understood == nil)
        }
    }

    @Test("What most people have comes first, then the alphabet; the others are named", arguments: Engine.available)
    func ranked(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["zorbalt", "zorbalk"], world)
            try await citizen("Verdi", ["zorbalt", "zorbalk", "zorbalm", "zorbalp"], world)
            let understanding = try #require(try await page("\"rossi\" zorbalx", world) { _ in }.understood)
            #expect(understanding.understood == "\"rossi\" zorbalk")
            #expect(understanding.others == ["zorbalt", "zorbalm", "zorbalp"].map { "\"rossi\" \($0)" })
            #expect(understanding.literal == "\"rossi\" \"zorbalx\"")
        }
    }

    @Test(
        "Phrases, exclusions, codes and short words stay as they are",
        arguments: Engine.available,
        [
            "\"saldatroe\"", "\"saldatore fillo\"", "saldatore 52234", "cuo1o", "cco",
            "saldatore -rossi",
        ]
    )
    func untouched(on engine: Engine, typed: String) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore", "cuo0o", "cuo"], world)
            let page = try await page(typed, world)
            #expect(page.rows.isEmpty)
            #expect(page.understood == nil)
            // The rest of a search is corrected all the same.
            let rest = try await self.page("rosis -saldatroe", world)
            #expect(rest.understood?.understood == "rossi -saldatroe" && rest.rows.count == 1)
        }
    }

    @Test("Undone by quotes, the search finds nothing and is not corrected", arguments: Engine.available)
    func undone(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore"], world)
            let literal = try #require(try await page("saldatroe", world).understood?.literal)
            #expect(literal == "\"saldatroe\"")
            let page = try await page(literal, world)
            #expect(page.rows.isEmpty && page.understood == nil && page.list.filter.keywords == literal)
        }
    }

    @Test("With other filters that leave nobody, it is still told what was understood", arguments: Engine.available)
    func filtered(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore"], world)
            let page = try await page("saldatroe", world) { $0.ageMin = 99 }
            #expect(page.rows.isEmpty && page.understood?.understood == "saldatore")
            // A province narrows what a suggestion has to find.
            #expect(try await self.page("saldatroe", world) { $0.provinces = ["RM"] }.understood == nil)
        }
    }

    @Test("A later page is never understood anew", arguments: Engine.available)
    func cursor(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore"], world)
            let list = CitizenList(filter: CitizenFilter(keywords: "saldatroe"))
            let cursor = Cursor(keys: [], id: 1, order: "-pact")
            let page = try await world.citizens.list(list, as: world.anna, reference: .shared, at: cursor)
            #expect(page.rows.isEmpty && page.understood == nil)
        }
    }

    @Test("The trace keeps what was searched and what was typed", arguments: Engine.available)
    func audited(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore"], world)
            _ = try await page("saldatroe", world).rows
            let traces = try await world.store.latestTraces(of: world.agency("ALFA").id, atMost: 2)
            let listed = try #require(traces.first { $0.action.rawValue == "citizens.listed" }?.details)
            #expect(listed.contains("\"q\":\"saldatore\"") && listed.contains("\"q_typed\":\"saldatroe\""), "\(listed)")
        }
    }

    @Test(
        "Understanding costs three statements and the page again; words that are found cost one",
        arguments: Engine.available
    )
    func statements(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await citizen("Rossi", ["Saldatore", "Pizzaiolo"], world)
            try await citizen("Verdi", ["Cucina"], world)
            for (text, expected) in [
                ("saldatore", 0), ("saldatroe", 4), ("saldatroe pizzaiool", 4), ("saldatore cucina", 1),
                ("inesistente", 2), ("\"saldatroe\"", 0),
            ] {
                var list = CitizenList(filter: CitizenFilter(keywords: text))
                list.columns = CitizenColumn.allCases
                // The first page of a day, scope and kind of filters writes whom it showed.
                _ = try await world.citizens.list(list, as: world.anna, reference: .shared)
                let (statements, page) = try await StatementLog.recording { [list] in
                    try await world.citizens.list(list, as: world.anna, reference: .shared)
                }
                // Where the count is none, no page is asked for, and nobody was seen.
                let plain = page.rows.isEmpty ? 4 : 8
                #expect(statements.count == plain + expected, "\(text): \(statements.count)")
            }
        }
    }

    @Test("A profession is found by its code, by the beginning of it and by its name", arguments: Engine.available)
    func professions(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample("Rossi"), .sample(profession: "Qualcosa in sala"))
            let label = try #require(ReferenceSnapshot.shared.entry("5.2.2.3.2", in: .profession)?.label.it)
            for text in ["5.2.2.3.2", "5.2.2.3", "52232", label] {
                #expect(try await page(text, world).rows.map(\.familyName) == ["Rossi"], "\(text)")
            }
            let other = try await page("5.2.2.3.3", world)
            #expect(other.rows.isEmpty && other.understood == nil)
        }
    }
}

@Suite("What a suggestion betrays")
struct UnderstandingLeakTests {
    private static let words = ["zorbalt", "zorbalk", "zorbalm", "zorbalp", "zorbals", "zorbalc"]
    private static let branches = [
        ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1"], ["BETA-MI1", "BETA-RM1"], ["GAMMA-TO1", "GAMMA-RM1"],
    ]

    @Test(
        "Nothing but words of people whom the person may see, the most frequent first",
        arguments: Engine.available,
        [UInt64(1), 2, 3]
    )
    func property(on engine: Engine, seed: UInt64) async throws {
        try await withWorld(on: engine) { world in
            var random = Numbers(seed: seed)
            var skills: [String: Set<String>] = [:]
            for name in ["Aaaa", "Bbbb", "Cccc", "Dddd", "Eeee", "Ffff", "Gggg"] {
                let held = Set(Self.words.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random)))
                skills[name] = held
                let branches = Self.branches.compactMap { $0.randomElement(using: &random) }
                try await world.citizen(.sample(name), .sample(skills: held.sorted()), choosing: branches)
            }
            let people = [
                world.anna, world.bruno, world.carla, world.dario, world.elena,
                world.identity("ALFA/anna", in: "ALFA-MI2"), world.identity("GAMMA/carla", in: "GAMMA-TO1"),
            ]
            var (suggested, silent) = (0, 0)
            for person in people {
                let visible = try await world.names(for: person)
                let counts = visible.flatMap { skills[$0] ?? [] }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                let expected = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
                let list = CitizenList(filter: CitizenFilter(keywords: "zorbalx"))
                let page = try await world.citizens.list(list, as: person, reference: .shared)
                let told = page.understood.map { [$0.understood] + $0.others } ?? []
                #expect(told == Array(expected.prefix(4)), "\(person.givenName) of seed \(seed)")
                if told.isEmpty { silent += 1 } else { suggested += 1 }
            }
            #expect(suggested > 0, "\(silent)")
        }
    }

    @Test("A word that only other branches' CVs hold is as good as not there", arguments: Engine.available)
    func others(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(
                .sample("Torinese"),
                .sample(skills: ["zorbalt"]),
                choosing: ["ALFA-TO1", "BETA-RM1", "GAMMA-RM1"]
            )
            let list = CitizenList(filter: CitizenFilter(keywords: "zorbalx"))
            // Bruno is Super of ALFA, for the branches of Milan: the agency's words are not all his.
            for (person, word) in [
                (world.bruno, nil), (world.elena, nil), (world.carla, "zorbalt"), (world.anna, "zorbalt"),
            ] {
                let page = try await world.citizens.list(list, as: person, reference: .shared)
                #expect(page.understood?.understood == word)
            }
            let carla = world.carla
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(carla.id)")
            }
            #expect(try await world.citizens.list(list, as: carla, reference: .shared).understood == nil)
        }
    }
}
