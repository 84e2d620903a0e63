import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Citizens' search for vacancies")
struct VacanciesSearchTests {
    let today: Day = "2026-12-01"

    private func titles(_ world: World, _ change: (inout VacancySearch) -> Void = { _ in }) async throws -> [String] {
        var search = VacancySearch()
        change(&search)
        let page = try await world.vacancies.search(search)
        let count = try await world.vacancies.count(search)
        #expect(count == CappedCount(value: page.items.count))
        return page.items.map(\.title)
    }

    private func place(
        _ reference: String,
        _ title: String,
        _ change: (inout VacancyTerms) -> Void = { _ in }
    ) -> VacancyDraft {
        VacancyDraft.sample(reference).with { draft in
            draft.terms.title = title
            change(&draft.terms)
        }
    }

    @Test(
        "Words are found in any form, in title, profession, place, skills and description",
        arguments: Engine.available
    )
    func words(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(
                place("A", "Cameriere/a di sala"),
                place("B", "Saldatore/trice a filo") { terms in
                    terms.professionCode = "6.2.1.7.0"
                    terms.requirements.skills = ["programmazione C++"]
                    terms.description = "Saldatura di carpenterie metalliche per conto di un cantiere della zona."
                    terms.workplace.municipalityCode = "L219"
                }
            )
            #expect(try await titles(world) { $0.text = "camerieri" } == ["Cameriere/a di sala"])
            #expect(try await titles(world) { $0.text = "carpenteria" } == ["Saldatore/trice a filo"])
            #expect(try await titles(world) { $0.text = "c++" } == ["Saldatore/trice a filo"])
            #expect(try await titles(world) { $0.text = "Torino" } == ["Saldatore/trice a filo"])
            #expect(try await titles(world) { $0.text = "saldatore cameriere" } == [])
            #expect(try await titles(world).count == 2)
        }
    }

    @Test("Vacancies of an agency that may not publish on the day are not found", arguments: Engine.available)
    func rights(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-03-10") { world in
            let receipts = try await world.load(VacancyDraft.sample("A", until: "2026-04-30"))
            let code = try #require(receipts.first?.code)
            let rosa = try await world.citizen(.sample("Gialli", "Rosa"))
            // Of outplacement only: it may publish from 1 April 2026 on.
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "DELETE FROM agency_section WHERE agency_id = \(world.agency("ALFA").id) AND section <> '5'"
                )
                try transaction.run(
                    """
                    INSERT INTO agency_section (agency_id, section) SELECT \(world.agency("ALFA").id), '5'
                    WHERE NOT EXISTS (SELECT 1 FROM agency_section WHERE agency_id = \(world.agency("ALFA").id))
                    """
                )
            }
            #expect(try await titles(world) == [])
            await #expect(throws: NotFound()) { try await world.vacancies.published(code) }
            await #expect(throws: CannotExpressInterest.vacancyNotPublished) {
                try await world.interests.express(in: code, as: rosa)
            }
            world.time.advance(days: 22)
            #expect(try await titles(world) == ["Cameriere/a di sala"])
            _ = try await world.vacancies.published(code)
            _ = try await world.interests.express(in: code, as: rosa)
        }
    }

    @Test("Only what is published today is found, whatever jobs have run", arguments: Engine.available)
    func published(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(
                place("A", "Barista"),
                VacancyDraft.sample("B", status: .draft, until: nil),
                VacancyDraft.sample("C", until: "2026-12-02")
            )
            #expect(try await titles(world).count == 2)
            #expect(try await titles(world) { $0.text = "ristorante" }.count == 2)
            world.time.advance(days: 2)
            #expect(try await titles(world) == ["Barista"])
            #expect(try await titles(world) { $0.text = "ristorante" } == ["Barista"])
            try await world.vacancies.expire()
            #expect(try await titles(world) { $0.text = "ristorante" } == ["Barista"])
        }
    }

    @Test("Filters hold together: place, contract, working time, remote work, date", arguments: Engine.available)
    func filters(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(place("A", "Autista"))
            world.time.advance(days: 3)
            try await world.load(
                place("B", "Barista") { terms in
                    terms.workplace.municipalityCode = "L219"
                    terms.workplace.remoteWork = .full
                    terms.contract.typeCode = "A.01.00"
                    terms.contract.durationMonths = nil
                    terms.contract.workingTime = .fullTime
                    terms.contract.partTimePercentage = nil
                }
            )
            #expect(try await titles(world) { $0.place = .province("TO") } == ["Barista"])
            #expect(
                try await titles(world) {
                    $0.place = .province("TO")
                    $0.text = "Torino"
                } == ["Barista"]
            )
            #expect(try await titles(world) { $0.contractKinds = [.permanent] } == ["Barista"])
            #expect(try await titles(world) { $0.contractKinds = [.fixedTerm] } == ["Autista"])
            #expect(try await titles(world) { $0.workingTimes = [.fullTime] } == ["Barista"])
            #expect(try await titles(world) { $0.remoteWork = [.full, .partial] } == ["Barista"])
            #expect(try await titles(world) { $0.publishedSince = "2026-12-02" } == ["Barista"])
            #expect(
                try await titles(world) {
                    $0.place = .province("TO")
                    $0.workingTimes = [.undefined]
                } == []
            )
        }
    }

    @Test("Around a comune the closest come first, and none is farther than asked", arguments: Engine.available)
    func radius(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            // Milano, Monza (15 km), Bergamo (45 km), Torino (126 km).
            for (reference, municipality) in [("T", "L219"), ("M", "F205"), ("B", "A794"), ("Z", "F704")] {
                try await world.load(
                    VacancyDraft.sample(reference).with { $0.terms.workplace.municipalityCode = municipality }
                )
            }
            func found(_ kilometres: Int, text: String = "") async throws -> [String?] {
                var search = VacancySearch()
                search.place = .near(municipality: "F205", kilometres: kilometres)
                search.sort = .closest
                search.text = text
                return try await world.vacancies.search(search).items.map(\.municipalityCode)
            }
            #expect(try await found(10) == ["F205"])
            #expect(try await found(20) == ["F205", "F704"])
            #expect(try await found(60) == ["F205", "F704", "A794"])
            #expect(try await found(200) == ["F205", "F704", "A794", "L219"])
            #expect(try await found(200, text: "ristorante") == ["F205", "F704", "A794", "L219"])

            var search = VacancySearch()
            search.place = .near(municipality: "F205", kilometres: 200)
            search.sort = .closest
            let kilometres = try await world.vacancies.search(search).items.map { $0.kilometres ?? -1 }
            #expect(kilometres.first == 0 && (10...18).contains(kilometres[1]) && (115...135).contains(kilometres[3]))
            #expect(try await world.vacancies.count(search) == CappedCount(value: 4))
        }
    }

    @Test("Pages reach the last vacancy, missing none and repeating none", arguments: Engine.available)
    func pages(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let towns = ["F205", "F704", "A794", "L219", "H501"]
            let drafts = (0..<23).map { index in
                VacancyDraft.sample("R-\(index)").with { draft in
                    draft.terms.title = "Barista \(index)"
                    draft.terms.workplace.municipalityCode = towns[index % towns.count]
                }
            }
            _ = try await world.vacancies.load(world.rows(drafts), as: world.alfa)
            for (text, sort) in [
                ("", VacancySearch.Sort.newest), ("barista", .newest), ("", .closest), ("barista", .closest),
            ] {
                var search = VacancySearch()
                search.text = text
                search.sort = sort
                if sort == .closest { search.place = .near(municipality: "F205", kilometres: 1000) }
                var seen: [String] = []
                var cursor: Cursor?
                repeat {
                    let page = try await world.vacancies.search(search, after: cursor, limit: 5)
                    seen += page.items.map(\.title)
                    cursor = try page.next.map { try #require(Cursor(text: $0.text)) }
                } while cursor != nil
                #expect(seen.count == 23 && Set(seen).count == 23)
                if sort == .newest { #expect(seen == drafts.reversed().compactMap(\.terms.title)) }
            }
        }
    }

    @Test("A vacancy that is published again is the newest", arguments: Engine.available)
    func again(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(place("A", "Barista").with { $0.publicationEndDate = "2026-12-05" })
            try await world.load(place("B", "Autista").with { $0.publicationEndDate = "2027-01-20" })
            #expect(try await titles(world) == ["Autista", "Barista"])
            world.time.advance(days: 10)
            try await world.load(place("A", "Barista").with { $0.publicationEndDate = "2027-01-30" })
            #expect(try await titles(world) == ["Barista", "Autista"])
            #expect(try await titles(world) { $0.text = "ristorante" } == ["Barista", "Autista"])
        }
    }

    @Test("An anonymous employer is neither shown nor found", arguments: Engine.available)
    func anonymous(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let receipts = try await world.load(
                VacancyDraft.sample("A").with { draft in
                    draft.terms.employer.name = "Osteria Segreta"
                    draft.terms.employer.anonymous = true
                }
            )
            let code = receipts.first?.code ?? ""
            let summary = try #require(await world.vacancies.search(VacancySearch()).items.first)
            #expect(summary.employerName == nil)
            let vacancy = try await world.vacancies.published(code)
            #expect(vacancy.terms.employer.name == nil && vacancy.terms.employer.taxCode == nil)
            #expect(try await titles(world) { $0.text = "segreta" } == [])
            #expect(try await world.vacancies.find(code, as: world.alfa).terms.employer.name == "Osteria Segreta")
        }
    }

    @Test("Only a published vacancy has a page of its own", arguments: Engine.available)
    func detail(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try #require(await world.load(.sample()).first?.code)
            let vacancy = try await world.vacancies.published(code.lowercased())
            #expect(vacancy.terms == VacancyTerms.sample)
            #expect(vacancy.agencyName == "Alfa Lavoro S.p.A.")
            #expect(vacancy.branchName == "Milano Centro")

            world.time.advance(days: 31)
            await #expect(throws: NotFound()) { try await world.vacancies.published(code) }
            await #expect(throws: NotFound()) { try await world.vacancies.published("VAC-0000-00000-00000") }
        }
    }

    @Test("A page of results is one statement", arguments: Engine.available)
    func statements(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample("A"), .sample("B"))
            var search = VacancySearch()
            search.text = "ristorante"
            let (statements, page) = try await StatementLog.recording { [search] in
                try await world.vacancies.search(search)
            }
            #expect(page.items.count == 2)
            #expect(statements.count == 1)
        }
    }
}

@Suite("Operators' list of vacancies")
struct VacancyListTests {
    let today: Day = "2026-12-01"

    private func references(
        _ world: World,
        as person: OperatorIdentity,
        _ change: (inout VacancyList) -> Void = { _ in }
    ) async throws -> [String] {
        var list = VacancyList()
        change(&list)
        let page = try await world.vacancies.list(list, as: Publisher(person))
        let count = try await world.vacancies.count(list, as: Publisher(person))
        #expect(count == page.rows.count && page.count == CappedCount(value: count))
        return page.rows.compactMap(\.vacancy.externalReference)
    }

    private func fill(_ world: World) async throws {
        try await world.load(
            .sample("D", status: .draft, until: nil),
            .sample("M1", until: "2026-12-20"),
            .sample("M2", branch: "ALFA-MI2", until: "2026-12-10"),
            .sample("T1", branch: "ALFA-TO1", until: "2026-12-15").with { $0.terms.title = "Barista" }
        )
    }

    @Test("It holds the vacancies of the branches in scope, in every state", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await fill(world)
            #expect(try await references(world, as: world.anna) == ["T1", "M2", "M1", "D"])
            #expect(try await references(world, as: world.bruno) == ["M2", "M1", "D"])
            #expect(try await references(world, as: world.carla) == ["T1"])
            #expect(try await references(world, as: world.dario) == [])
            let narrow = world.identity("ALFA/anna", in: "ALFA-MI2")
            #expect(try await references(world, as: narrow) == ["M2"])
        }
    }

    @Test("It is filtered by the state that is true today, by words, branch and end", arguments: Engine.available)
    func filters(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await fill(world)
            #expect(try await references(world, as: world.anna) { $0.filter.statuses = [.draft] } == ["D"])
            #expect(try await references(world, as: world.anna) { $0.filter.keywords = "barista" } == ["T1"])
            #expect(
                try await references(world, as: world.anna) { $0.filter.branches = [world.branch("ALFA-MI2").id] } == [
                    "M2"
                ]
            )
            #expect(try await references(world, as: world.anna) { $0.filter.externalReference = "M1" } == ["M1"])
            #expect(try await references(world, as: world.anna) { $0.filter.expiringBefore = "2026-12-11" } == ["M2"])
            world.time.advance(days: 12)
            #expect(try await references(world, as: world.anna) { $0.filter.statuses = [.expired] } == ["M2"])
            #expect(try await references(world, as: world.anna) { $0.filter.statuses = [.published] } == ["T1", "M1"])
            #expect(
                try await references(world, as: world.anna) { $0.filter.statuses = [.published, .draft] } == [
                    "T1", "M1", "D",
                ]
            )
        }
    }

    @Test("It is sorted by the end of publication, and its pages reach the last row", arguments: Engine.available)
    func sorted(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await fill(world)
            #expect(try await references(world, as: world.anna) { $0.sort = .endingFirst } == ["M2", "T1", "M1", "D"])
            var list = VacancyList()
            list.sort = .endingFirst
            var seen: [String] = []
            var cursor: Cursor?
            repeat {
                let page = try await world.vacancies.list(list, as: Publisher(world.anna), at: cursor, limit: 1)
                seen += page.rows.compactMap(\.vacancy.externalReference)
                cursor = page.next
            } while cursor != nil
            #expect(seen == ["M2", "T1", "M1", "D"])
        }
    }
}
