import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Following the feed of changes")
struct ChangeFeedFollowTests {
    let today: Day = "2026-12-01"

    private func software(_ world: World, _ branches: String...) -> Publisher {
        let agency = world.agency("ALFA").id
        return Publisher(
            agency: agency,
            branches: branches.isEmpty ? nil : branches.map { world.branch($0).id },
            actor: .client(ID(5), agency: agency)
        )
    }

    private func words(_ page: FollowedPage) -> [String] {
        page.items.map { item in
            let object =
                switch item.object {
                case .vacancy(let vacancy): vacancy.branchCode
                case .interest(let received, _): received.familyName
                case nil: "-"
                }
            return "\(item.change.sequence) \(item.change.kind.rawValue) \(item.operation.rawValue) \(object)"
        }
    }

    @Test("Changes come with their objects as they are now", arguments: Engine.available)
    func objects(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            _ = try await world.interest()
            let page = try await world.store.changes.follow(after: 0, as: software(world))

            #expect(words(page) == ["1 vacancy created ALFA-MI1", "2 expression_of_interest created D'Amico"])
            #expect(page.next == 2)
            let rest = try await world.store.changes.follow(after: 1, kinds: [.vacancy], as: software(world))
            #expect(rest.items == [] && rest.next == 2)
            let first = try await world.store.changes.follow(after: 0, as: software(world), atMost: 1)
            #expect(words(first) == ["1 vacancy created ALFA-MI1"] && first.next == 1)
            let beta = world.agency("BETA").id
            let other = Publisher(agency: beta, actor: .client(ID(6), agency: beta))
            #expect(try await world.store.changes.follow(after: 0, as: other).items == [])
        }
    }

    @Test(
        "A vacancy that moves is gone for software of the old branch, new for that of the other, changed for both",
        arguments: Engine.available
    )
    func moved(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample())
            try await world.load(.sample(branch: "ALFA-TO1"))
            let feed = world.store.changes

            #expect(
                try await words(feed.follow(after: 0, as: software(world, "ALFA-MI1", "ALFA-MI2")))
                    == ["1 vacancy created -", "2 vacancy deleted -"]
            )
            #expect(
                try await words(feed.follow(after: 0, as: software(world, "ALFA-TO1"))) == [
                    "3 vacancy updated ALFA-TO1"
                ]
            )
            #expect(
                try await words(feed.follow(after: 0, as: software(world))) == [
                    "1 vacancy created ALFA-TO1", "2 vacancy updated ALFA-TO1", "3 vacancy updated ALFA-TO1",
                ]
            )
        }
    }

    @Test(
        "A citizen whose application is in a page has a trace of it before the page leaves",
        arguments: Engine.available
    )
    func sightings(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let (_, rosa) = try await world.interest()
            #expect(try await world.sightings.list(of: rosa).items == [])

            _ = try await world.store.changes.follow(after: 0, as: software(world))

            let seen = try await world.sightings.list(of: rosa).items
            #expect(seen.count == 1 && seen.allSatisfy(\.isBySoftware))
            #expect(seen.first?.act == .listedInterests([]))
            #expect(try await world.auditTrail().last == "interests.followed")
        }
    }

    @Test(
        "A walker that follows while eight writers load meets each vacancy once, in order and with its object",
        arguments: Engine.available
    )
    func walker(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let (feed, reader, isOver) = (world.store.changes, software(world), Counter())
            let (writers, loads) = (8, 6)
            async let walked = {
                var (found, after): ([FollowedChange], Int64) = ([], 0)
                while true {
                    let wasOver = isOver.value == writers
                    let page = try await feed.follow(after: after, as: reader, atMost: 7)
                    found += page.items
                    after = page.next
                    if wasOver, page.items.isEmpty { return found }
                }
            }()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        for number in 0..<loads {
                            let drafts = (0...(number % 3)).map { VacancyDraft.sample("\(writer)-\(number)-\($0)") }
                            _ = try await world.vacancies.load(world.rows(drafts), as: world.alfa)
                        }
                        isOver.increment()
                    }
                }
                try await group.waitForAll()
            }
            let found = try await walked
            #expect(found.map(\.change.sequence) == (1...Int64(writers * (1 + 2 + 3) * loads / 3)).map(\.self))
            #expect(Set(found.map(\.change.object)).count == found.count)
            #expect(found.allSatisfy { $0.object != nil && $0.operation == .created })
        }
    }
}
