import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Changing a vacancy")
struct VacanciesEditTests {
    let today: Day = "2026-12-01"

    @Test("A draft is kept as it is, and published when it is complete", arguments: Engine.available)
    func draft(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            var draft = VacancyDraft.sample(nil, status: nil, until: nil)
            draft.terms.positions = nil
            let kept = try await world.vacancies.create(draft, as: anna)
            #expect(kept.vacancy.storedStatus == .draft)

            let publication = PublicationChange(status: .published, endDate: "2026-12-31")
            await #expect(throws: Invalid.self) {
                try await world.vacancies.change(
                    publicationOf: kept.vacancy.code.text,
                    publication,
                    version: 1,
                    as: anna
                )
            }
            draft.terms.positions = 2
            let code = kept.vacancy.code.text
            let edited = try await world.vacancies.update(code, to: draft, version: 1, as: anna)
            #expect(edited.vacancy.version == 2)
            let published = try await world.vacancies.change(publicationOf: code, publication, version: 2, as: anna)
            #expect(published.vacancy.storedStatus == .published)
            #expect(published.vacancy.publicationStart == world.store.now)
            #expect(
                try await world.auditTrail() == ["vacancy.created", "vacancy.updated", "vacancy.published"]
            )
        }
    }

    @Test("Who has read an older version changes nothing", arguments: Engine.available)
    func stale(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let code = try await world.vacancies.create(.sample(), as: anna).vacancy.code.text
            _ = try await world.vacancies.update(
                code,
                to: .sample(status: nil, until: nil).with { $0.terms.positions = 5 },
                version: 1,
                as: anna
            )
            await #expect(throws: StaleVersion(current: 2)) {
                try await world.vacancies.change(
                    publicationOf: code,
                    PublicationChange(status: .suspended),
                    version: 1,
                    as: anna
                )
            }
        }
    }

    @Test("The same terms again are no change", arguments: Engine.available)
    func same(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let created = try await world.vacancies.create(.sample(), as: anna).vacancy
            let again = try await world.vacancies.update(created.code.text, to: created.draft, version: 1, as: anna)
            #expect(again.vacancy == created)
        }
    }

    @Test(
        "An expired vacancy is published again under its code, in a new period from today",
        arguments: Engine.available
    )
    func republished(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let code = try await world.vacancies.create(.sample(), as: anna).vacancy.code.text
            world.time.advance(days: 31)
            let expired = try await world.vacancies.find(code, as: anna)
            #expect(expired.storedStatus == .published && expired.status(on: world.today) == .expired)

            let change = PublicationChange(status: .published, endDate: "2027-03-01")
            let again = try await world.vacancies.change(publicationOf: code, change, version: nil, as: anna).vacancy
            #expect(again.code.text == code)
            #expect(again.publicationStart == world.store.now)

            let periods = try await world.vacancies.periods(of: code, as: anna)
            #expect(periods.map(\.endDate) == ["2027-03-01", "2026-12-31"])
            #expect(periods.map(\.endReason) == [nil, .expired])
        }
    }

    @Test("A publication again needs an end, within two months from its new start", arguments: Engine.available)
    func republishedTooLong(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let code = try await world.vacancies.create(.sample(), as: anna).vacancy.code.text
            world.time.advance(days: 31)
            func codes(_ end: Day?) async throws -> [String] {
                do {
                    let change = PublicationChange(status: .published, endDate: end)
                    _ = try await world.vacancies.change(publicationOf: code, change, version: nil, as: anna)
                    return []
                } catch let invalid as Invalid {
                    return invalid.findings.map { "\($0.field): \($0.code)" }
                }
            }
            #expect(try await codes(nil) == ["publication_end_date: required"])
            #expect(
                try await codes("2027-03-02") == ["publication_end_date: publication_end_date_too_late"]
            )
            #expect(
                try await codes("2026-12-31") == ["publication_end_date: publication_end_date_in_the_past"]
            )
            #expect(try await codes("2027-03-01") == [])
        }
    }

    @Test(
        "Inside its period the end of a publication moves, at most two months from its start",
        arguments: Engine.available
    )
    func moved(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let code = try await world.vacancies.create(.sample(), as: anna).vacancy.code.text
            world.time.advance(days: 20)
            let change = PublicationChange(endDate: "2027-02-01")
            let moved = try await world.vacancies.change(publicationOf: code, change, version: nil, as: anna).vacancy
            #expect(moved.publicationEndDate == "2027-02-01")
            #expect(try await world.vacancies.periods(of: code, as: anna).map(\.endDate) == ["2027-02-01"])

            await #expect(throws: Invalid.self) {
                let change = PublicationChange(endDate: "2027-02-02")
                _ = try await world.vacancies.change(publicationOf: code, change, version: nil, as: anna)
            }
        }
    }

    @Test("An illegal move is answered with the legal ones", arguments: Engine.available)
    func illegal(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let code = try await world.vacancies.create(.sample(), as: anna).vacancy.code.text
            let closing = PublicationChange(status: .closed, closingReason: .filled)
            _ = try await world.vacancies.change(publicationOf: code, closing, version: nil, as: anna)

            await #expect(throws: IllegalTransition(from: .closed, to: .published, allowed: [])) {
                let change = PublicationChange(status: .published, endDate: "2026-12-31")
                _ = try await world.vacancies.change(publicationOf: code, change, version: nil, as: anna)
            }
            #expect(try await world.vacancies.periods(of: code, as: anna).map(\.endReason) == [.closed])
        }
    }

    @Test("What is open to others does not exist", arguments: Engine.available)
    func others(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let vacancies = world.vacancies
            let code = try await vacancies.create(.sample(), as: Publisher(world.anna)).vacancy.code.text
            for person in [world.carla, world.dario, world.elena] {
                let publisher = Publisher(person)
                await #expect(throws: NotFound()) { try await vacancies.find(code, as: publisher) }
                await #expect(throws: NotFound()) { try await vacancies.periods(of: code, as: publisher) }
                await #expect(throws: NotFound()) {
                    try await vacancies.update(code, to: .sample(), version: nil, as: publisher)
                }
                await #expect(throws: NotFound()) {
                    let change = PublicationChange(status: .suspended)
                    return try await vacancies.change(publicationOf: code, change, version: nil, as: publisher)
                }
            }
            #expect(try await vacancies.find(code, as: Publisher(world.bruno)).version == 1)
        }
    }

    @Test("The agency's reference is used once", arguments: Engine.available)
    func inUse(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            _ = try await world.vacancies.create(.sample(), as: anna)
            do {
                _ = try await world.vacancies.create(.sample(), as: anna)
                Issue.record("a second vacancy has the same reference")
            } catch let invalid as Invalid {
                #expect(invalid.findings.map(\.code) == ["external_reference_in_use"])
            }
            _ = try await world.vacancies.create(.sample(nil), as: anna)
            _ = try await world.vacancies.create(.sample(nil), as: anna)
        }
    }

    @Test("The job marks what has expired, once, and closes its period at 24:00", arguments: Engine.available)
    func expiry(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let code = try await world.vacancies.create(.sample(), as: anna).vacancy.code.text
            #expect(try await world.vacancies.expire() == 0)
            world.time.advance(days: 40)
            #expect(try await world.vacancies.expire() == 1)
            #expect(try await world.vacancies.expire() == 0)

            let vacancy = try await world.vacancies.find(code, as: anna)
            #expect(vacancy.storedStatus == .expired)
            #expect(vacancy.version == 2)
            let period = try #require(await world.vacancies.periods(of: code, as: anna).first)
            #expect(period.endedAt == ("2027-01-01" as Day).start)
            #expect(try await world.auditTrail().last == "vacancy.expired")
        }
    }

    @Test("The authority hides a published vacancy for good", arguments: Engine.available)
    func hidden(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let anna = Publisher(world.anna)
            let code = try await world.vacancies.create(.sample(), as: anna).vacancy.code.text
            let official = OfficialIdentity(id: ID(1), givenName: "Ugo", familyName: "Neri", jobCentre: nil)
            try await world.vacancies.hide(code, reason: "False statements", as: official)

            await #expect(throws: NotFound()) { try await world.vacancies.published(code) }
            await #expect(throws: IllegalTransition(from: .hidden, to: .hidden, allowed: [])) {
                try await world.vacancies.hide(code, reason: "Again", as: official)
            }
            await #expect(throws: IllegalTransition(from: .hidden, to: .published, allowed: [])) {
                let change = PublicationChange(status: .published, endDate: "2026-12-31")
                _ = try await world.vacancies.change(publicationOf: code, change, version: nil, as: anna)
            }
        }
    }

    @Test("The effective state is the same in Swift and in each engine's SQL", arguments: Engine.available)
    func agreement(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try await world.vacancies.create(.sample(), as: Publisher(world.anna)).vacancy.code
            for stored in Vacancy.Status.allCases {
                try await world.store.write { (transaction: borrowing Transaction) in
                    try transaction.run("UPDATE vacancy SET status = \(stored) WHERE id = \(code.id)")
                }
                for offset in [-1, 0, 1] {
                    let day = ("2026-12-31" as Day).adding(days: offset)
                    let found = try await world.store.read { (transaction: borrowing Transaction) in
                        let word = try transaction.first(
                            "SELECT \(Vacancy.effectiveStatus(on: day)) FROM vacancy WHERE id = \(code.id)",
                            as: String.self
                        )
                        let matching = try Vacancy.Status.allCases.filter { status in
                            try transaction.first(
                                "SELECT 1 FROM vacancy WHERE id = \(code.id) AND \(Vacancy.has(status, on: day))",
                                as: Int.self
                            ) != nil
                        }
                        return (word, matching)
                    }
                    let expected = Vacancy.effectiveStatus(stored, end: "2026-12-31", on: day)
                    #expect(found.0 == expected.rawValue)
                    #expect(found.1 == [expected])
                }
            }
        }
    }
}
