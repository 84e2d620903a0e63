import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Applications to a vacancy that another branch has taken over")
struct MovedVacancyTests {
    @Test(
        "They stay with the branch that they were sent to, and only there are they counted",
        arguments: Engine.available
    )
    func counted(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            let code = try #require(await world.load(.sample()).first?.code)
            let rosa = try await world.citizen("Rosa", "Verdi")
            _ = try await world.interests.express(in: code, as: rosa)
            var draft = try await world.vacancies.find(code, as: world.alfa).draft
            draft.branchCode = "ALFA-TO1"
            draft.publicationEndDate = "2026-12-31"
            _ = try await world.vacancies.update(code, to: draft, version: nil, as: world.alfa)

            func counts(_ person: OperatorIdentity) async throws -> [Int] {
                try await world.vacancies.list(VacancyList(), as: Publisher(person)).rows.map(\.interests)
            }
            #expect(try await counts(world.carla) == [0], "the branch that has the vacancy now")
            #expect(try await counts(world.bruno) == [], "the branches that had it")
            #expect(try await counts(world.anna) == [1], "somebody for whom both are open")
            #expect(try await world.interests.list(as: Publisher(world.carla)).rows.isEmpty)
            #expect(try await world.interests.list(as: Publisher(world.bruno)).rows.count == 1)
        }
    }
}
