import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Taking over expressions of interest")
struct InterestsLoadTests {
    let today: Day = "2026-12-01"

    private func entry(
        _ code: String,
        _ citizen: CitizenIdentity,
        _ status: ExpressionOfInterest.Status,
        minutes: Int,
        in world: World
    ) throws -> InterestEntry {
        let sent = world.store.now.adding(seconds: -3600 * 5 + minutes * 60)
        return InterestEntry(
            vacancy: try #require(VacancyCode(code)),
            citizen: citizen.id,
            status: status,
            submittedAt: sent,
            updatedAt: status == .submitted ? sent : sent.adding(seconds: 30),
            message: "Buongiorno"
        )
    }

    @Test("Each stands where it stood, with its log and in the order of its sending", arguments: Engine.available)
    func stands(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try #require(await world.load(.sample()).first?.code)
            let (rosa, maria) = (try await world.citizen(), try await world.citizen(.sample()))
            let entries = [
                try entry(code, maria, .interviewed, minutes: 0, in: world),
                try entry(code, rosa, .submitted, minutes: 5, in: world),
            ]
            #expect(try await world.interests.load(entries) == 2)
            #expect(try await world.interests.load(entries) == 0)

            let page = try await world.interests.list(as: Publisher(world.bruno))
            #expect(page.rows.map(\.received.familyName) == ["D'Amico", "Rossi"])
            #expect(page.rows.map(\.received.interest.status) == [.submitted, .interviewed])
            let detail = try await world.interests.detail(page.rows[1].received.interest.id, as: Publisher(world.bruno))
            #expect(detail.transitions.map(\.to) == [.submitted, .interviewed])
            #expect(detail.received.interest.message == "Buongiorno")
            await #expect(throws: CannotExpressInterest.alreadyExpressed(.submitted)) {
                try await world.interests.express(in: code, as: rosa)
            }
            let feed = try await world.store.changes.changes(of: world.agency("ALFA").id, after: 0)
            #expect(feed.items.count { $0.kind == .expressionOfInterest } == 2)
        }
    }

    @Test("Who has no CV, and what no vacancy has, is passed over", arguments: Engine.available)
    func passedOver(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try #require(await world.load(.sample()).first?.code)
            let nobody = try await world.register(.sample())
            let rosa = try await world.citizen()
            let entries = [
                try entry(code, nobody, .submitted, minutes: 0, in: world),
                InterestEntry(
                    vacancy: VacancyCode(ID(1)),
                    citizen: rosa.id,
                    status: .submitted,
                    submittedAt: world.store.now,
                    updatedAt: world.store.now
                ),
            ]
            #expect(try await world.interests.load(entries) == 0)
        }
    }
}
