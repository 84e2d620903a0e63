import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Who has seen a citizen's data")
struct SightingsTests {
    private func maria(in world: World) async throws -> CitizenIdentity {
        try await world.citizen(.sample("Rossi", "Maria"), choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
    }

    private func agencies(_ sightings: [Sighting]) -> [String] {
        sightings.map { sighting in
            if case .agency(_, let name) = sighting.viewer { name } else { "" }
        }
    }

    @Test("She sees agency, branch, when and what, newest first, for two years", arguments: Engine.available)
    func reads(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-02-01") { world in
            let maria = try await maria(in: world)
            func look(_ person: OperatorIdentity) async throws {
                world.time.advance(seconds: 60)
                _ = try await world.citizens.detail(maria.id, as: person)
            }
            try await look(world.anna)
            world.time.advance(days: 365)
            try await look(world.elena)
            try await look(world.identity("ALFA/bruno", in: "ALFA-MI1"))
            let last = world.store.now

            let page = try await world.sightings.list(of: maria)
            #expect(agencies(page.items) == ["Alfa Lavoro S.p.A.", "Beta Ricerca S.r.l.", "Alfa Lavoro S.p.A."])
            #expect(page.items.map(\.branch) == ["Milano Centro", "Milano", nil])
            #expect(page.items.allSatisfy { $0.act == .readDetail && !$0.isBySoftware })
            #expect(page.items.first?.time == .instant(last))
            #expect(page.next == nil)

            let summary = try await world.sightings.summary(of: maria)
            #expect(summary.map(\.reads) == [2, 1])
            let alfa = world.agency("ALFA")
            #expect(summary.first?.viewer == .agency(alfa.id, name: alfa.name))
            #expect(try await world.sightings.list(of: maria, by: alfa.id).items.count == 2)

            world.time.advance(days: 367)
            #expect(try await world.sightings.list(of: maria).items.count == 2, "the first look is two years ago")
        }
    }

    @Test(
        "A list that showed her is one sighting for each day, scope and kind of filters; one that did not is none",
        arguments: Engine.available
    )
    func lists(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await maria(in: world)
            func list(_ filter: CitizenFilter = CitizenFilter(), as person: OperatorIdentity) async throws {
                world.time.advance(seconds: 60)
                let list = CitizenList(filter: filter)
                _ = try await world.citizens.list(list, as: person, reference: .shared)
            }
            try await list(as: world.anna)
            try await list(as: world.anna)
            try await list(CitizenFilter(ageMin: 20, keywords: "cameriera"), as: world.elena)
            try await list(CitizenFilter(ageMin: 70), as: world.elena)
            try await list(as: world.carla)
            _ = try await world.citizens.count(CitizenList(), as: world.dario, reference: .shared)

            let today = world.today
            var page = try await world.sightings.list(of: maria)
            #expect(page.items.map(\.act) == [.listed([.keywords, .age]), .listed([])])
            #expect(page.items.map(\.branch) == ["Milano", nil])
            #expect(page.items.allSatisfy { $0.time == .day(today) })

            world.time.advance(days: 1)
            try await list(as: world.anna)
            page = try await world.sightings.list(of: maria)
            #expect(page.items.map(\.time) == [.day(today.adding(days: 1)), .day(today), .day(today)])
            let summary = try await world.sightings.summary(of: maria)
            #expect(summary.map(\.listDays) == [2, 1])
            #expect(summary.allSatisfy { $0.reads == 0 && $0.exports == 0 })
        }
    }

    @Test(
        "Coming back to a page of a list writes nothing but its trace in the audit trail",
        arguments: Engine.available
    )
    func again(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            _ = try await maria(in: world)
            _ = try await world.names(for: world.anna)
            let (statements, _) = try await StatementLog.recording { try await world.names(for: world.anna) }
            let writes = statements.filter { $0.hasPrefix("INSERT") || $0.hasPrefix("UPDATE") }
            #expect(writes.allSatisfy { $0.contains("INTO audit_") })
            #expect(statements.count { $0.contains("view") } == 3, "the occasion, the numbers, the members")
        }
    }

    @Test(
        "An export is in her list before its first row leaves, with filters and columns, however it ends",
        arguments: Engine.available
    )
    func exports(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await maria(in: world)
            let other = try await world.citizen(
                .sample("Neri", "Ada", birth: "1950-01-01"),
                choosing: ["ALFA-MI2", "BETA-MI1", "GAMMA-TO1"]
            )
            world.time.advance(seconds: 60)
            let list = CitizenList(filter: CitizenFilter(ageMax: 60), columns: [.familyName, .phone])
            let export = try await world.citizens.export(list, as: world.anna, reference: .shared)
            var before: [Sighting] = []
            try await export.forEach { _ in before = try await world.sightings.list(of: maria).items }
            try await export.finish(rows: 0, result: .failed)

            #expect(before.map(\.act) == [.exported([.age], [.familyName, .phone])])
            #expect(before.first?.time == .instant(world.store.now))
            #expect(try await world.sightings.list(of: maria).items == before)
            #expect(try await world.sightings.summary(of: maria).map(\.exports) == [1])
            #expect(try await world.sightings.list(of: other).items.isEmpty, "she was not in it")
        }
    }

    @Test(
        "Whom an export holds is noted in two steps: the first at once, then all, and each once",
        arguments: Engine.available
    )
    func steps(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await maria(in: world)
            let ada = try await world.citizen(.sample("Neri", "Ada"), choosing: ["ALFA-MI2", "BETA-MI1", "GAMMA-TO1"])
            let sightings = Sightings(world.store)
            let viewing = Viewing(.export, by: .operator(world.anna), filters: [])
            let id = world.store.ids.next(ExportTrace.self)
            func content(_ people: [ID<Citizen>]) async throws -> ExportContent {
                try await world.store.read { (transaction: borrowing Transaction) in
                    var content = ExportContent()
                    for row: CitizenNumber.Maybe in try transaction.all(
                        """
                        SELECT c.id, n.number FROM citizen c LEFT JOIN viewed_citizen n ON n.citizen_id = c.id
                        WHERE c.id IN \(in: people)
                        """
                    ) {
                        content.insert(row)
                    }
                    return content
                }
            }
            let first = try await sightings.record(viewing, as: id, of: content([maria.id]))
            #expect(try await sightings.list(of: maria).items.count == 1)
            #expect(try await sightings.list(of: ada).items.isEmpty)

            let all = try await sightings.record(viewing, as: id, of: content([maria.id, ada.id]), after: first)
            #expect(try await sightings.list(of: maria).items.count == 1)
            #expect(try await sightings.list(of: ada).items.count == 1)
            #expect(first.beyond(all.blocks).isEmpty && !all.beyond(first.blocks).isEmpty)
        }
    }

    @Test("An export that begins early and goes on for long is on one of the pages", arguments: Engine.available)
    func slowExport(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await maria(in: world)
            world.time.advance(seconds: 60)
            let begun = world.store.now
            let export = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            for age in [18, 19, 20] {
                world.time.advance(seconds: 3 * 3600)
                let person = [world.anna, world.elena, world.carla][age - 18]
                let list = CitizenList(filter: CitizenFilter(ageMin: age))
                _ = try await world.citizens.list(list, as: person, reference: .shared)
            }
            world.time.advance(seconds: 60)
            try await export.forEach { _ in }

            var (found, cursor): ([Sighting], Cursor?) = ([], nil)
            repeat {
                let page = try await world.sightings.list(of: maria, after: cursor, limit: 1)
                found += page.items
                cursor = page.next
            } while cursor != nil
            #expect(found.map(\.time).last == .instant(begun))
            #expect(found == (try await world.sightings.list(of: maria).items))
        }
    }

    @Test(
        "Applications show who read them, for which vacancy, and in which lists they stood",
        arguments: Engine.available
    )
    func interests(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            let rosa = try await world.citizen()
            let code = try #require(await world.load(.sample()).first?.code)
            let interest = try await world.interests.express(in: code, as: rosa)
            world.time.advance(seconds: 60)
            _ = try await world.interests.list(as: Publisher(world.bruno))
            world.time.advance(seconds: 60)
            let client = Actor.client(ID(77), agency: world.agency("ALFA").id)
            _ = try await world.interests.detail(
                interest.id,
                as: Publisher(agency: world.agency("ALFA").id, actor: client)
            )
            world.time.advance(seconds: 60)
            _ = try await world.interests.detail(interest.id, as: Publisher(world.bruno))
            _ = try await world.interests.move(interest.id, to: .contacted, as: Publisher(world.bruno))

            let title = VacancyTerms.sample.title
            let items = try await world.sightings.list(of: rosa).items
            #expect(
                items.map(\.act) == [
                    .movedInterest(.contacted, title), .readInterest(title), .readInterest(title), .listedInterests([]),
                ]
            )
            #expect(items.map(\.isBySoftware) == [false, false, true, false])
        }
    }

    @Test(
        "What she does herself, and what was refused, is no sighting; job centres are named",
        arguments: Engine.available
    )
    func others(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await maria(in: world)
            let code = try #require(
                TaxCode.computed(familyName: "Blu", givenName: "Ivo", sex: .male, birth: "1970-01-01", place: "H501")
            )
            let official = try await Officials(world.store).appoint(
                taxCode: code,
                givenName: "Ivo",
                familyName: "Blu",
                jobCentre: world.jobCentre.id,
                by: .system("test")
            )
            func record(_ actor: Actor, _ result: AuditResult = .succeeded) async throws {
                world.time.advance(seconds: 1)
                let entry = AuditEntry(actor, "pact.read", about: maria.id, result: result)
                try await world.store.audit.record(read: entry)
            }
            try await record(.citizen(maria))
            try await record(.operator(world.anna), .refused)
            try await record(.system("report"))
            func identity(_ jobCentre: ID<JobCentre>?) -> OfficialIdentity {
                OfficialIdentity(id: official, givenName: "Ivo", familyName: "Blu", jobCentre: jobCentre)
            }
            try await record(.official(identity(world.jobCentre.id)))
            try await record(.official(identity(nil)))

            let page = try await world.sightings.list(of: maria)
            #expect(page.items.map(\.viewer) == [.authority, .jobCentre(world.jobCentre.name)])
            #expect(page.items.allSatisfy { $0.act == .other("pact.read") })
            let names = ["Ivo", "Blu", "Anna", "Bianchi"]
            #expect(!names.contains { "\(page)".contains($0) }, "nobody is named")
        }
    }

    @Test("Pages of any size together hold each sighting once, newest first", arguments: Engine.available, [1, 3, 10])
    func pages(on engine: Engine, _ size: Int) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await maria(in: world)
            for _ in 0..<5 {
                world.time.advance(days: 1)
                _ = try await world.citizens.detail(maria.id, as: world.anna)
                world.time.advance(seconds: 1)
                _ = try await world.names(for: world.elena)
            }
            let all = try await world.sightings.list(of: maria, limit: 200).items
            #expect(all.count == 10)
            var seen: [Sighting] = []
            var cursor: Cursor?
            repeat {
                let page = try await world.sightings.list(of: maria, after: cursor, limit: size)
                seen += page.items
                cursor = page.next.flatMap { Cursor(text: $0.text) }
            } while cursor != nil
            #expect(seen == all)
        }
    }

    @Test("What happened before is older, whenever its trace came in", arguments: Engine.available, [1, 2, 50])
    func order(on engine: Engine, _ size: Int) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await maria(in: world)
            let earlier = TestTime(world.today.adding(days: -20))
            // As when the past is loaded: later ids of an earlier time.
            let past = Store(database: world.database, clock: earlier.clock, ids: world.store.ids)
            for _ in 0..<3 {
                world.time.advance(seconds: 60)
                _ = try await world.citizens.detail(maria.id, as: world.anna)
                earlier.advance(days: 1)
                _ = try await Citizens(past).detail(maria.id, as: world.elena)
            }
            var seen: [Sighting] = []
            var cursor: Cursor?
            repeat {
                let page = try await world.sightings.list(of: maria, after: cursor, limit: size)
                seen += page.items
                cursor = page.next
            } while cursor != nil && seen.count < 20
            #expect(agencies(seen).prefix(3).allSatisfy { $0 == "Alfa Lavoro S.p.A." })
            #expect(agencies(seen).suffix(3).allSatisfy { $0 == "Beta Ricerca S.r.l." })
            #expect(seen.count == 6)
        }
    }
}
