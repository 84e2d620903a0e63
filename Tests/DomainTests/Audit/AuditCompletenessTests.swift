import TestSupport
import Testing

@testable import Domain
@testable import Persistence

@Suite("What an entry of the audit trail says of a read")
struct AuditCompletenessTests {
    /// The entries that `body` leaves, oldest first.
    private func entries(_ world: World, _ body: () async throws -> Void) async throws -> [AuditRecord] {
        let before = try await world.store.latestTraces(atMost: 1).first?.id
        try await RequestTrace.$current.withValue(RequestTrace(id: "request-1")) { try await body() }
        return try await world.store.latestTraces(atMost: 100).filter { $0.id > before ?? ID(0) }.reversed()
    }

    /// What every entry of an operator says: who, as what, for which agency, in which scope, in which request.
    private func expectOperator(_ entries: [AuditRecord], _ person: OperatorIdentity, _ scope: String) {
        for entry in entries {
            #expect(entry.actorKind == "operator" && entry.actorID == person.id.rawValue, "\(entry.action)")
            #expect(entry.actorRole == person.role.rawValue && entry.agency == person.agency, "\(entry.action)")
            #expect(entry.scope == scope && entry.requestID == "request-1", "\(entry.action)")
            #expect(entry.isIntact)
        }
    }

    @Test("That a list is too large to leave at once is a count, and leaves its trace", arguments: Engine.available)
    func heldBack(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            var answers: [Bool] = []
            let found = try await entries(world) {
                for most in [1, 0] {
                    let list = CitizenList()
                    answers.append(
                        try await world.citizens.exceeds(most, list, as: world.anna, reference: .shared)
                    )
                }
            }
            #expect(answers == [false, true])
            expectOperator(found, world.anna, "cross_branch")
            #expect(found.map(\.action) == ["citizens.counted"] && found.map(\.result) == [.refused])
            #expect(found.first?.details.contains(#""more_than":0"#) == true)
        }
    }

    @Test("Lists and counts of citizens: filters, sort, rows, number of all", arguments: Engine.available)
    func lists(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            let list = CitizenList(filter: CitizenFilter(ageMin: 30, keywords: "cameriera"))
            let found = try await entries(world) {
                _ = try await world.citizens.list(list, as: world.anna, reference: .shared)
                _ = try await world.citizens.count(list, as: world.anna, reference: .shared)
            }
            expectOperator(found, world.anna, "cross_branch")
            #expect(found.map(\.action) == ["citizens.listed", "citizens.counted"])
            #expect(found.map(\.result) == [.succeeded, .succeeded])
            #expect(found.map(\.rows) == [1, nil])
            for entry in found {
                for part in [#""age_min":"30""#, #""q":"cameriera""#, #""sort":"#, #""count":1"#] {
                    #expect(entry.details.contains(part), "\(entry.details)")
                }
            }
        }
    }

    @Test(
        "A citizen's page names her, why, and by what right; what is not open is refused and traced",
        arguments: Engine.available
    )
    func detail(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let citizen = try await world.citizen(.sample(), choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            let turin = world.identity("ALFA/anna", in: "ALFA-TO1")
            let found = try await entries(world) {
                _ = try await world.citizens.detail(citizen.id, as: world.anna, because: "search")
                await #expect(throws: NotFound.self) {
                    try await world.citizens.detail(citizen.id, as: turin, because: "search")
                }
                await #expect(throws: NotFound.self) { try await world.citizens.detail(ID(1), as: turin) }
            }
            expectOperator([found[0]], world.anna, "cross_branch")
            expectOperator(Array(found.dropFirst()), turin, "branch")
            #expect(found.map(\.action) == ["citizen.read", "citizen.read", "citizen.read"])
            #expect(found.map(\.result) == [.succeeded, .refused, .refused])
            #expect(found.map(\.subjectKind) == ["citizen", "citizen", "citizen"])
            #expect(found.map(\.subjectID) == [citizen.id.rawValue, citizen.id.rawValue, 1])
            #expect(found.map(\.citizen) == [citizen.id, nil, nil], "what was refused was not seen")
            #expect(found.map(\.reason) == ["search", "search", nil])
            #expect(found[0].details == #"{"access":"pact"}"#)
            #expect(found[1].scopeBranch == world.branch("ALFA-TO1").id)
        }
    }

    @Test(
        "An export has an entry at its beginning and one at its end, with filters, columns, rows, outcome",
        arguments: Engine.available
    )
    func export(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            let list = CitizenList(filter: CitizenFilter(ageMin: 30))
            let found = try await entries(world) {
                let export = try await world.citizens.export(list, as: world.anna, reference: .shared)
                var rows = 0
                try await export.forEach { rows += $0.count }
                try await export.finish(rows: rows)
            }
            expectOperator(found, world.anna, "cross_branch")
            #expect(found.map(\.action) == ["citizens.exported", "citizens.exported"])
            #expect(found.map(\.result) == [.started, .succeeded])
            #expect(found.map(\.rows) == [nil, 1])
            #expect(found.map(\.subjectKind) == ["export", "export"])
            #expect(found[0].subjectID != nil && found[0].subjectID == found[1].subjectID)
            #expect(
                found.allSatisfy { $0.details.contains(#""age_min":"30""#) && $0.details.contains(#""columns":["#) }
            )
        }
    }

    @Test(
        "Interests: the list with its filters, each reading with citizen and offer, a refused one, a step",
        arguments: Engine.available
    )
    func interests(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            let code = try #require(try await world.load(.sample()).first?.code)
            let citizen = try await world.citizen(.sample())
            let interest = try await world.interests.express(in: code, as: citizen)
            var list = InterestList()
            list.filter.statuses = [.submitted]
            list.filter.vacancy = code
            list.filter.branches = [world.branch("ALFA-MI1").id]
            list.filter.since = world.today.start
            let found = try await entries(world) {
                _ = try await world.interests.list(list, as: Publisher(world.bruno))
                _ = try await world.interests.detail(interest.id, as: Publisher(world.bruno))
            }
            expectOperator(found, world.bruno, "cross_branch")
            #expect(found.map(\.action) == ["interests.listed", "interest.viewed", "interest.read"])
            #expect(found[0].rows == 1)
            let branch = world.branch("ALFA-MI1").id.text
            let filters =
                #"{"branch":"\#(branch)","first_page":true,"since":"2026-11-30T23:00:00Z","sort":"-submitted","status":"submitted","vacancy":"\#(code)"}"#
            #expect(found[0].details == filters)
            #expect(found[2].citizen == citizen.id && found[2].subjectID == interest.id.rawValue)
            #expect(found[2].reason == code)

            let refused = try await entries(world) {
                await #expect(throws: NotFound.self) {
                    try await world.interests.detail(interest.id, as: Publisher(world.dario))
                }
            }
            expectOperator(refused, world.dario, "cross_branch")
            #expect(refused.map(\.action) == ["interest.read"] && refused.map(\.result) == [.refused])
            #expect(refused[0].citizen == nil && refused[0].subjectID == interest.id.rawValue)
        }
    }
}
