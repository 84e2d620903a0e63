import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("A citizen as an operator reads her")
struct CitizensDetailTests {
    private func publish(in world: World, branch: String = "ALFA-MI1") async throws -> String {
        let vacancies = Vacancies(world.store) { ReferenceSnapshot.shared }
        let draft = VacancyDraft.sample(branch: branch, until: world.today.adding(days: 20))
        return try await vacancies.create(draft, as: Publisher(world.anna)).vacancy.code.text
    }

    @Test("By a pact: data and CV as they are, tax code included, and no branch of others", arguments: Engine.available)
    func byPact(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let entry = ApplicationEntry.sample()
            let maria = try await world.citizen(entry, choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            let detail = try await world.citizens.detail(maria.id, as: world.anna)
            #expect(detail.access == .pact)
            #expect(detail.taxCode == entry.taxCode)
            #expect(detail.branches == ["Milano Centro"])
            #expect(detail.padDay == world.today)
            #expect(detail.curriculum == .sample())
            #expect(detail.address == "Via Roma 1")
        }
    }

    @Test(
        "By an expression of interest: data and CV as they were then, for that branch only, without tax code",
        arguments: Engine.available
    )
    func byInterest(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(skills: ["allora"]), of: maria)
            await #expect(throws: NotFound()) { try await world.citizens.detail(maria.id, as: world.bruno) }

            let code = try await publish(in: world)
            _ = try await Interests(world.store).express(in: code, as: maria)
            world.time.advance(days: 1)
            try await world.save(.sample(skills: ["adesso"]), of: maria)

            let detail = try await world.citizens.detail(maria.id, as: world.bruno, because: "vacancy \(code)")
            #expect(detail.access == .interest(at: world.store.now.adding(seconds: -86_400)))
            #expect(detail.curriculum?.skills == ["allora"])
            #expect(detail.taxCode == nil && detail.address == nil && detail.padDay == nil)
            #expect(detail.phone == "+39 333 1234567")
            for person in [world.carla, world.dario] {
                await #expect(throws: NotFound()) { try await world.citizens.detail(maria.id, as: person) }
            }
            // An interest alone does not bring her into the list of citizens.
            #expect(try await world.names(for: world.bruno) == [])
            #expect(try await world.sightings.list(of: maria).items.first?.act == .readDetail)
        }
    }

    @Test("The list counts the interests in offers of the open branches, and of no other", arguments: Engine.available)
    func counted(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let branches = ["ALFA-MI1", "ALFA-TO1", "BETA-MI1", "GAMMA-TO1"]
            let maria = try await world.citizen(.sample(), choosing: branches)
            _ = try await Interests(world.store).express(in: publish(in: world, branch: "ALFA-TO1"), as: maria)
            for (person, number) in [(world.anna, 1), (world.bruno, 0), (world.carla, 1), (world.dario, 0)] {
                let page = try await world.citizens.list(CitizenList(), as: person, reference: .shared)
                #expect(page.rows.map(\.interests) == [number], "\(person.givenName)")
            }
        }
    }

    @Test("An export is of one moment, whatever is written while it runs", arguments: Engine.available)
    func oneMoment(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample())
            try await world.copy(maria, times: 3_000)
            let export = try await world.citizens.export(
                CitizenList(sort: CitizenSort(.surname)),
                as: world.anna,
                reference: .shared
            )
            var ids: [ID<Citizen>] = []
            try await export.forEach { portion in
                if ids.isEmpty {
                    try await world.pacts.apply(.ended, to: maria.id, because: "test", as: .system("test"))
                    try await world.store.write { (transaction: borrowing Transaction) in
                        try transaction.run("DELETE FROM agency_citizen WHERE citizen_id < 3000")
                    }
                }
                ids += portion.map(\.id)
            }
            #expect(ids.count == 3_001)
            #expect(Set(ids).count == 3_001)
            #expect(try await world.citizens.count(CitizenList(), as: world.anna, reference: .shared) == 1)
        }
    }
}
