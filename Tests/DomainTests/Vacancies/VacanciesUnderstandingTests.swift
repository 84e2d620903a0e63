import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("A search for vacancies with a typing error")
struct VacanciesUnderstandingTests {
    let today: Day = "2026-12-01"

    private func vacancy(_ reference: String, _ title: String, branch: String = "ALFA-MI1") -> VacancyDraft {
        VacancyDraft.sample(reference, branch: branch).with { $0.terms.title = title }
    }

    private func search(
        _ text: String,
        _ world: World,
        _ change: (inout VacancySearch) -> Void = { _ in }
    ) async throws -> Page<VacancySummary> {
        var search = VacancySearch()
        search.text = text
        change(&search)
        return try await world.vacancies.search(search)
    }

    private func list(_ text: String, _ world: World, as person: OperatorIdentity) async throws -> VacancyPage {
        var list = VacancyList()
        list.filter.keywords = text
        return try await world.vacancies.list(list, as: Publisher(person))
    }

    @Test("Citizens' searches forgive it, among what is published today and in the place", arguments: Engine.available)
    func citizens(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(
                vacancy("A", "Saldatore/trice"),
                VacancyDraft.sample("B", status: .draft, until: nil).with { $0.terms.title = "Zorbalt" }
            )
            let page = try await search("saldatroe", world)
            #expect(page.items.map(\.title) == ["Saldatore/trice"])
            #expect(page.understood?.understood == "saldatore")
            #expect(try await search("saldatroe", world) { $0.place = .province("MI") }.items.count == 1)
            for place in [VacancySearch.Place.province("TO"), .near(municipality: "L219", kilometres: 20)] {
                #expect(try await search("saldatroe", world) { $0.place = place }.understood == nil)
            }
            #expect(try await search("zorbalx", world).understood == nil, "nobody has published it")
            #expect(try await search("\"saldatroe\"", world).understood == nil)
            // What is published no more is no suggestion, whether a job has run or not.
            world.time.advance(days: 40)
            #expect(try await search("saldatroe", world).understood == nil)
        }
    }

    @Test("Operators' lists forgive it, among the vacancies of the branches that are open", arguments: Engine.available)
    func operators(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(vacancy("A", "Saldatore/trice"), vacancy("B", "Zorbalt", branch: "ALFA-TO1"))
            for (person, titles) in [(world.anna, ["Zorbalt"]), (world.carla, ["Zorbalt"]), (world.bruno, [])] {
                let page = try await list("zorbalx", world, as: person)
                #expect(page.rows.map(\.vacancy.terms.title) == titles)
                #expect(page.understood?.understood == (titles.isEmpty ? nil : "zorbalt"))
            }
            #expect(try await list("saldatroe", world, as: world.carla).understood == nil)
            #expect(try await list("saldatroe", world, as: world.dario).understood == nil)
            var branch = VacancyList()
            (branch.filter.keywords, branch.filter.branches) = ("saldatroe", [world.branch("ALFA-TO1").id])
            #expect(try await world.vacancies.list(branch, as: Publisher(world.anna)).understood == nil)
        }
    }

    @Test(
        "A page of offers costs one statement, an understood one five; an operator's two more, for count and branches",
        arguments: Engine.available
    )
    func statements(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(vacancy("A", "Saldatore/trice"))
            for (text, expected) in [("saldatore", 1), ("saldatroe", 5), ("inesistente", 3), ("\"saldatroe\"", 1)] {
                let searched = try await StatementLog.recording { try await search(text, world).items.count }
                #expect(searched.statements.count == expected, "\(text)")
                let listed = try await StatementLog.recording {
                    try await list(text, world, as: world.anna).rows.count
                }
                // Where the count is none, no page is asked for.
                #expect(listed.statements.count == expected + (listed.result == 0 ? 1 : 2), "\(text)")
            }
        }
    }

    @Test("A vacancy is found by its profession's code and name", arguments: Engine.available)
    func professions(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(
                VacancyDraft.sample("A").with {
                    $0.terms.title = "Qualcosa in sala"
                    $0.terms.description = String(repeating: "Si cerca una persona per il servizio. ", count: 4)
                    $0.terms.requirements.skills = []
                }
            )
            let label = try #require(ReferenceSnapshot.shared.entry("5.2.2.3.2", in: .profession)?.label.it)
            for text in ["5.2.2.3.2", "5.2.2.3", label] {
                #expect(try await search(text, world).items.count == 1, "\(text)")
                #expect(try await list(text, world, as: world.anna).rows.count == 1, "\(text)")
            }
            #expect(try await search("5.2.2.3.3", world).items.isEmpty)
        }
    }
}
