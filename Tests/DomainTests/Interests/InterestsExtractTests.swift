import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The extraction of expressions of interest")
struct InterestsExtractTests {
    let today: Day = "2026-12-01"

    private func rows(
        _ world: World,
        _ filter: InterestFilter = InterestFilter(),
        as publisher: Publisher
    ) async throws -> (rows: [InterestExtraction.Item], head: Int64) {
        let extraction = try await world.interests.extract(filter, as: publisher)
        var found: [InterestExtraction.Item] = []
        let head = try await extraction.forEach { found += $0 }
        try await extraction.finish(rows: found.count)
        return (found, head)
    }

    @Test(
        "It holds all that is open, with what was last noted, and hands over to the feed",
        arguments: Engine.available
    )
    func whole(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let (interest, rosa) = try await world.interest()
            let annotations = Annotations(world.store)
            _ = try await annotations.add(AnnotationDraft(.contact, .reached), to: interest.id, as: world.alfa)
            _ = try await annotations.add(AnnotationDraft(.note, text: "x"), to: interest.id, as: world.alfa)
            let agency = world.agency("ALFA").id
            let software = Publisher(agency: agency, actor: .client(ID(5), agency: agency))

            let (rows, head) = try await rows(world, as: software)

            #expect(rows.map(\.received.interest.id) == [interest.id])
            #expect(rows.first?.latestAnnotation == LatestAnnotation(kind: .note, outcome: nil, date: today))
            #expect(head == 4)
            #expect(try await world.store.changes.follow(after: head, as: software).items == [])
            let traces = try await world.store.latestTraces(atMost: 2)
            #expect(traces.map(\.action) == ["interests.extracted", "interests.extracted"])
            #expect(Set(traces.map(\.result)) == [.started, .succeeded])
            let seen = try await world.sightings.list(of: rosa).items
            #expect(seen.contains { if case .exported = $0.act { $0.isBySoftware } else { false } })
        }
    }

    @Test("What is not open is not in it, and the filter is that of the list", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            _ = try await world.interest()
            let (alfa, beta) = (world.agency("ALFA").id, world.agency("BETA").id)
            let turin = Publisher(
                agency: alfa,
                branches: [world.branch("ALFA-TO1").id],
                actor: .client(ID(5), agency: alfa)
            )
            let other = Publisher(agency: beta, actor: .client(ID(6), agency: beta))
            let software = Publisher(agency: alfa, actor: .client(ID(5), agency: alfa))
            #expect(try await rows(world, as: turin).rows == [])
            #expect(try await rows(world, as: other).rows == [])
            #expect(try await rows(world, as: software).rows.count == 1)
            var filter = InterestFilter()
            filter.statuses = [.hired]
            #expect(try await rows(world, filter, as: software).rows == [])
            filter = InterestFilter()
            filter.vacancy = "MI-2026-0123"
            #expect(try await rows(world, filter, as: software).rows.count == 1)
            let codes = ["ALFA-MI1", "ALFA-TO1", "BETA-MI1"]
            #expect(try await world.interests.branches(coded: codes, openTo: turin) == [world.branch("ALFA-TO1").id])
            #expect(try await world.interests.branches(coded: codes, openTo: software).count == 2)
        }
    }
}
