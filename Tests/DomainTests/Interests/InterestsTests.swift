import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Expressing interest")
struct InterestsTests {
    let today: Day = "2026-12-01"

    private func vacancy(_ world: World, _ draft: VacancyDraft = .sample()) async throws -> String {
        try #require(await world.load(draft).first?.code)
    }

    @Test("An interest goes to the vacancy's branch, with trace, log and note in the feed", arguments: Engine.available)
    func express(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try await vacancy(world)
            let rosa = try await world.citizen()
            let interest = try await world.interests.express(in: code, message: "Buongiorno,\nsono libera.", as: rosa)

            #expect(interest.status == .submitted)
            #expect(interest.branch == world.branch("ALFA-MI1").id)
            #expect(interest.message == "Buongiorno,\nsono libera.")
            #expect(try await world.auditTrail().last == "interest.submitted")
            let feed = try await world.store.changes.changes(of: world.agency("ALFA").id, after: 0)
            #expect(feed.items.last?.kind == .expressionOfInterest)
            #expect(feed.items.last?.object == interest.id.rawValue)
            #expect(try await world.interests.current(in: code, of: rosa) == interest)
        }
    }

    @Test("The agency reads the CV and the contacts as they were", arguments: Engine.available)
    func snapshot(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let rosa = try await world.citizen()
            let interest = try await world.interests.express(in: vacancy(world), as: rosa)
            try await world.saveCurriculum(of: rosa, replacing: 1, education: "LSE")
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE citizen SET phone = '000' WHERE id = \(rosa.id)")
            }
            let detail = try await world.interests.detail(interest.id, as: Publisher(world.bruno))

            #expect(try Curriculum(json: detail.curriculum).education.map(\.level) == ["USG"])
            #expect(detail.received.educationCode == "USG")
            #expect(detail.received.phone == "333 5550123")
            #expect(detail.received.familyName == "D'Amico")
        }
    }

    @Test(
        "An operator's first reading makes it viewed; each reading leaves a trace about the citizen",
        arguments: Engine.available
    )
    func viewed(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let rosa = try await world.citizen()
            let interest = try await world.interests.express(in: vacancy(world), as: rosa)
            let software = Publisher(agency: world.agency("ALFA").id, actor: .system("test"))
            #expect(try await world.interests.detail(interest.id, as: software).received.interest.status == .submitted)

            world.time.advance(seconds: 60)
            let first = try await world.interests.detail(interest.id, as: Publisher(world.anna))
            let again = try await world.interests.detail(interest.id, as: Publisher(world.bruno))

            #expect(first.received.interest.status == .viewed)
            #expect(first.received.interest.viewedAt == world.store.now)
            #expect(again.transitions.map(\.to) == [.submitted, .viewed])
            let trail = try await world.auditTrail().suffix(4)
            #expect(trail == ["interest.read", "interest.viewed", "interest.read", "interest.read"])
            #expect(
                try await world.count("audit_entry", where: "citizen_id = \(rosa.id) AND action = 'interest.read'") == 3
            )
        }
    }

    @Test("What stands in the way is said", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let (open, draft) = try await (
                vacancy(world), vacancy(world, .sample("D", status: .draft, until: nil))
            )
            let rosa = try await world.citizen()
            let newcomer = try await world.citizen("Ada", "Neri", hasCurriculum: false)
            let interests = world.interests

            await #expect(throws: CannotExpressInterest.vacancyNotPublished) {
                try await interests.express(in: draft, as: rosa)
            }
            await #expect(throws: CannotExpressInterest.curriculumMissing) {
                try await interests.express(in: open, as: newcomer)
            }
            await #expect(throws: CannotExpressInterest.messageTooLong(limit: 1000)) {
                try await interests.express(in: open, message: String(repeating: "a", count: 1001), as: rosa)
            }
            await #expect(throws: CannotExpressInterest.messageUnreadable) {
                try await interests.express(in: open, message: "a\u{0}b", as: rosa)
            }
            await #expect(throws: NotFound()) {
                try await interests.express(in: VacancyCode(ID<Vacancy>(7)).text, as: rosa)
            }
            _ = try await interests.express(in: open, as: rosa)
            await #expect(throws: CannotExpressInterest.alreadyExpressed(.submitted)) {
                try await interests.express(in: open, as: rosa)
            }
            world.time.advance(days: 31)
            await #expect(throws: CannotExpressInterest.vacancyNotPublished) {
                try await interests.express(in: open, as: newcomer)
            }
        }
    }

    @Test("Sent twice at once it is there once", arguments: Engine.available)
    func twice(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try await vacancy(world)
            let rosa = try await world.citizen()
            let sent = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        do {
                            _ = try await world.interests.express(in: code, as: rosa)
                            return true
                        } catch {
                            #expect(error as? CannotExpressInterest == .alreadyExpressed(.submitted))
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(sent == 1)
            #expect(try await world.count("expression_of_interest") == 1)
        }
    }

    @Test("It is taken back by its citizen, once, and not again in this period", arguments: Engine.available)
    func withdraw(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try await vacancy(world)
            let (rosa, ada) = try await (world.citizen(), world.citizen("Ada", "Neri"))
            let interest = try await world.interests.express(in: code, as: rosa)

            await #expect(throws: NotFound()) { try await world.interests.withdraw(interest.id, as: ada) }
            try await world.interests.withdraw(interest.id, as: rosa)
            await #expect(throws: IllegalInterestTransition(from: .withdrawn, to: .withdrawn, allowed: [])) {
                try await world.interests.withdraw(interest.id, as: rosa)
            }
            await #expect(throws: CannotExpressInterest.alreadyExpressed(.withdrawn)) {
                try await world.interests.express(in: code, as: rosa)
            }
            let page = try await world.interests.list(of: rosa)
            #expect(page.items.map(\.interest.status) == [.withdrawn])
            #expect(page.items.map(\.vacancyTitle) == ["Cameriere/a di sala"])
        }
    }

    @Test("In a new publication period interest may be expressed anew", arguments: Engine.available)
    func newPeriod(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try await vacancy(world)
            let rosa = try await world.citizen()
            let first = try await world.interests.express(in: code, as: rosa)
            try await world.interests.withdraw(first.id, as: rosa)
            world.time.advance(days: 31)
            try await world.load(.sample(until: "2027-02-10"))

            let second = try await world.interests.express(in: code, as: rosa)
            #expect(second.period != first.period)
            #expect(try await world.interests.current(in: code, of: rosa)?.id == second.id)
        }
    }

    @Test("Operators see and move the interests of their branches, and no others", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let rosa = try await world.citizen()
            let interest = try await world.interests.express(in: vacancy(world), as: rosa)
            let interests = world.interests

            #expect(try await interests.list(as: Publisher(world.bruno)).rows.map(\.received.interest) == [interest])
            for stranger in [world.carla, world.dario] {
                #expect(try await interests.list(as: Publisher(stranger)).rows.isEmpty)
                await #expect(throws: NotFound()) { try await interests.detail(interest.id, as: Publisher(stranger)) }
                await #expect(throws: NotFound()) {
                    try await interests.move(interest.id, to: .contacted, as: Publisher(stranger))
                }
            }
            await #expect(throws: IllegalInterestTransition.self) {
                try await interests.move(interest.id, to: .contacted, from: .viewed, as: Publisher(world.bruno))
            }
            let moved = try await interests.move(
                interest.id,
                to: .contacted,
                from: .submitted,
                as: Publisher(world.bruno)
            )
            #expect(moved.status == .contacted)
            await #expect(throws: IllegalInterestTransition.self) {
                try await interests.move(interest.id, to: .submitted, as: Publisher(world.bruno))
            }
        }
    }

    @Test("The list is filtered by state, vacancy, branch and time, page by page", arguments: Engine.available)
    func list(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let (milan, turin) = try await (vacancy(world), vacancy(world, .sample("T", branch: "ALFA-TO1")))
            for index in 0..<5 {
                let person = try await world.citizen("Ada\(index)", "Neri")
                _ = try await world.interests.express(in: index < 3 ? milan : turin, as: person)
            }
            let anna = Publisher(world.anna)
            func count(_ change: (inout InterestList) -> Void) async throws -> Int {
                var list = InterestList()
                change(&list)
                return try await world.interests.list(list, as: anna).rows.count
            }
            #expect(try await count { _ in } == 5)
            #expect(try await count { $0.filter.vacancy = milan } == 3)
            #expect(try await count { $0.filter.branches = [world.branch("ALFA-TO1").id] } == 2)
            #expect(try await count { $0.filter.statuses = [.viewed] } == 0)
            #expect(try await count { $0.filter.since = world.store.now.adding(seconds: 1) } == 0)

            var seen: [ID<ExpressionOfInterest>] = []
            var cursor: Cursor?
            repeat {
                let page = try await world.interests.list(as: anna, at: cursor, limit: 2)
                seen += page.rows.map(\.received.interest.id)
                cursor = page.next
            } while cursor != nil
            #expect(seen.count == 5 && seen == seen.sorted(by: >))
        }
    }

    @Test("A closed vacancy lets its open interests lapse, and leaves the others", arguments: Engine.available)
    func closed(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try await vacancy(world)
            let (rosa, ada) = try await (world.citizen(), world.citizen("Ada", "Neri"))
            let open = try await world.interests.express(in: code, as: rosa)
            let hired = try await world.interests.express(in: code, as: ada)
            _ = try await world.interests.move(open.id, to: .interviewed, as: world.alfa)
            _ = try await world.interests.move(hired.id, to: .hired, as: world.alfa)
            #expect(try await world.interests.lapse() == 0)

            let closing = PublicationChange(status: .closed, closingReason: .filled)
            _ = try await world.vacancies.change(publicationOf: code, closing, version: nil, as: world.alfa)
            #expect(try await world.interests.lapse() == 1)
            #expect(try await world.interests.lapse() == 0)
            #expect(try await world.interests.list(of: rosa).items.map(\.interest.status) == [.lapsed])
            #expect(try await world.interests.list(of: ada).items.map(\.interest.status) == [.hired])
        }
    }

    @Test(
        "After an expiry only what nobody took up lapses, when the days to renew are over",
        arguments: Engine.available
    )
    func expired(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try await vacancy(world)
            let (rosa, ada) = try await (world.citizen(), world.citizen("Ada", "Neri"))
            _ = try await world.interests.express(in: code, as: rosa)
            let taken = try await world.interests.express(in: code, as: ada)
            _ = try await world.interests.move(taken.id, to: .contacted, as: world.alfa)

            world.time.advance(days: 30 + 7)
            try await world.vacancies.expire()
            #expect(try await world.interests.lapse() == 0)
            world.time.advance(days: 1)
            #expect(try await world.interests.lapse() == 1)
            #expect(try await world.interests.list(of: rosa).items.map(\.interest.status) == [.lapsed])
            #expect(try await world.interests.list(of: ada).items.map(\.interest.status) == [.contacted])
        }
    }
}
