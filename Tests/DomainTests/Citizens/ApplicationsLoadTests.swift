import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading applications")
struct ApplicationsLoadTests {
    private func load(
        _ entries: [ApplicationEntry],
        into world: World,
        dryRun: Bool = false
    ) async throws -> [LoadReceipt] {
        let rows = entries.enumerated().map { LoadRow(row: $0.offset + 2, key: $0.element.number, entry: $0.element) }
        return try await world.applications.load(rows, LoadRequest(isDryRun: dryRun))
    }

    @Test("A new one brings its citizen along; the same file again changes nothing", arguments: Engine.available)
    func idempotent(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let entries = [ApplicationEntry.sample("Rossi"), .sample("D’Angelo", "Nicolò", sex: .male)]
            #expect(try await load(entries, into: world).map(\.outcome) == [.created, .created])
            #expect(try await load(entries, into: world).map(\.outcome) == [.unchanged, .unchanged])

            let citizen = try await world.citizens.find(own: world.identity(of: entries[1].taxCode))
            #expect(citizen.familyName == "D’Angelo")
            #expect(citizen.sortKey == "d angelo nicolo")
            #expect(citizen.home.province == "MI")
            #expect(citizen.home.position != nil)
        }
    }

    @Test("What changed is brought up to date, by the latest application only", arguments: Engine.available)
    func updates(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var entry = ApplicationEntry.sample(submittedOn: "2026-01-15")
            let citizen = try await world.register(entry)
            entry.email = "nuova@example.it"
            #expect(try await load([entry], into: world).map(\.outcome) == [.updated])
            #expect(try await world.citizens.find(own: citizen).email == "nuova@example.it")

            var earlier = ApplicationEntry.sample(submittedOn: "2025-06-01", number: "OLD-1")
            earlier.email = "vecchia@example.it"
            #expect(try await load([earlier], into: world).map(\.outcome) == [.created])
            #expect(try await world.citizens.find(own: citizen).email == "nuova@example.it")
            #expect(try await world.applications.own(citizen).map(\.number) == [entry.number, "OLD-1"])
        }
    }

    @Test("A dry run answers the same and writes nothing", arguments: Engine.available)
    func dryRun(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let entry = ApplicationEntry.sample()
            let rehearsal = try await load([entry], into: world, dryRun: true)
            #expect(rehearsal.map(\.outcome) == [.created])
            await #expect(throws: NotFound()) { try await world.identity(of: entry.taxCode) }
            #expect(try await load([entry], into: world).map(\.outcome) == [.created])
        }
    }

    @Test("A tax code that says something else is only a warning", arguments: Engine.available)
    func doubts(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var entry = ApplicationEntry.sample()
            entry.birthDate = "1985-04-13"
            entry.sex = .male
            entry.birthPlaceCode = "Z404"
            entry.familyName = "Verdi"
            let receipt = try #require(try await load([entry], into: world).first)
            #expect(receipt.outcome == .created)
            #expect(
                receipt.findings.map(\.code).sorted() == [
                    "birth_date_differs_from_tax_code", "birth_place_code_differs_from_tax_code",
                    "family_name_differs_from_tax_code", "sex_differs_from_tax_code",
                ]
            )
            #expect(!receipt.findings.haveErrors)

            var omocodic = ApplicationEntry.sample("Bianchi", number: "B")
            omocodic.taxCode = omocodic.taxCode.omocodic(positions: [0, 3, 6])
            #expect(try await load([omocodic], into: world).map(\.findings) == [[]])
        }
    }

    @Test("Rows that cannot be right are refused, each with its reason", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.register(.sample("Rossi", number: "N-1"))
            var entries = (0..<6).map { ApplicationEntry.sample("Neri", number: "R-\($0)") }
            entries[0].municipalityCode = "X999"
            entries[1].measure = "XXX"
            entries[2].jobCentreCode = "CPI-00"
            entries[3].outcomeOn = "2020-01-01"
            entries[4].number = "N-1"
            entries[5].submittedOn = "2026-03-11"
            let receipts = try await load(entries, into: world)
            #expect(receipts.allSatisfy { $0.outcome == .rejected })
            #expect(
                receipts.map { $0.findings.filter { $0.severity == .error }.map(\.field) } == [
                    ["municipality_code"], ["measure"], ["job_centre_code"], ["outcome_on"], ["number"],
                    ["submitted_on"],
                ]
            )
            await #expect(throws: NotFound()) { try await world.identity(of: entries[0].taxCode) }
        }
    }

    @Test("A number that comes twice is taken once", arguments: Engine.available)
    func repeated(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let receipts = try await load([.sample(number: "N"), .sample(number: "N")], into: world)
            #expect(receipts.map(\.outcome) == [.created, .rejected])
        }
    }

    @Test("Contacts that were signed in the pact outlast what applications say", arguments: Engine.available)
    func signedContacts(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var entry = ApplicationEntry.sample()
            let maria = try await world.register(entry)
            try await world.save(.sample(), of: maria)
            var draft = world.draft(["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            (draft.email, draft.phone) = ("mia@example.it", nil)
            try await world.pacts.saveDraft(draft, as: maria)
            let hash = try await world.pacts.complete(as: maria).hash
            try await world.pacts.sign(showing: hash, assuranceLevel: 2, as: maria)
            func contacts() async throws -> [String?] {
                let person = try await world.citizens.find(own: maria)
                return [person.email, person.phone]
            }
            #expect(try await contacts() == ["mia@example.it", entry.phone])

            (entry.email, entry.phone, entry.address) = ("vecchia@example.it", "+39 02 5550123", "Via Torino 2")
            #expect(try await load([entry], into: world).map(\.outcome) == [.updated])
            #expect(try await contacts() == ["mia@example.it", "+39 02 5550123"])
            #expect(try await world.citizens.find(own: maria).home.address == "Via Torino 2")

            try await world.pacts.apply(.ended, to: maria.id, because: "prova", as: .system("test"))
            entry.email = "nuova@example.it"
            _ = try await load([entry], into: world)
            #expect(try await contacts() == ["nuova@example.it", "+39 02 5550123"])
        }
    }

    @Test("Contacts of a pact that waited for its outcome hold from then on", arguments: Engine.available)
    func contactsAfterOutcome(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var entry = ApplicationEntry.sample(outcome: .pending)
            let maria = try await world.register(entry)
            try await world.save(.sample(), of: maria)
            try await world.sign(["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"], as: maria)
            #expect(try await world.citizens.find(own: maria).email == entry.email)
            entry.outcome = .accepted
            _ = try await load([entry], into: world)
            #expect(try await world.citizens.find(own: maria).email == "persona@example.it")
        }
    }

    @Test("A pact waits for the outcome, and takes effect or ends with it", arguments: Engine.available)
    func outcome(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var (good, bad) = (
                ApplicationEntry.sample("Buona", outcome: .pending),
                ApplicationEntry.sample("Cattiva", outcome: .pending)
            )
            for entry in [good, bad] {
                let citizen = try await world.register(entry)
                try await world.save(.sample(), of: citizen)
                let pact = try await world.sign(["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"], as: citizen)
                #expect(pact.state == .awaitingOutcome)
                #expect(pact.effectiveAt == nil)
            }
            #expect(try await world.names(for: world.anna) == [])

            (good.outcome, bad.outcome) = (.accepted, .rejected)
            #expect(try await load([good, bad], into: world).map(\.outcome) == [.updated, .updated])
            #expect(try await world.names(for: world.anna) == ["Buona"])
            let identity = try await world.identity(of: good.taxCode)
            #expect(try await world.pacts.current(for: identity)?.state == .signed)
            let ended = try await world.pacts.versions(for: world.identity(of: bad.taxCode))
            #expect(ended.map(\.state) == [.ended])

            good.outcome = .rejected
            _ = try await load([good], into: world)
            #expect(try await world.names(for: world.anna) == [])
        }
    }
}
