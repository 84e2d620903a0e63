import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading vacancies")
struct VacanciesLoadTests {
    let today: Day = "2026-12-01"

    @Test(
        "A row is created once, then unchanged, then updated where it says something else",
        arguments: Engine.available
    )
    func upsert(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let first = try await world.load(.sample())
            let code = try #require(first.first?.code)
            #expect(first.map(\.outcome) == [.created])

            #expect(
                try await world.load(.sample()) == [
                    LoadReceipt(row: 2, key: "MI-2026-0123", outcome: .unchanged, code: code)
                ]
            )
            #expect(try await world.vacancies.find(code, as: world.alfa).version == 1)

            let changed = try await world.load(.sample().with { $0.terms.positions = 4 })
            #expect(changed.map(\.outcome) == [.updated])
            #expect(changed.first?.code == code)
            let vacancy = try await world.vacancies.find(code, as: world.alfa)
            #expect(vacancy.version == 2)
            #expect(vacancy.terms.positions == 4)
            #expect(vacancy.createdAt == world.store.now)
        }
    }

    @Test("What was loaded is read back as it was", arguments: Engine.available)
    func roundTrip(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let sample = VacancyDraft.sample().with { draft in
                draft.terms.requirements.drivingLicences = ["B", "C"]
                draft.terms.requirements.ownVehicle = true
                draft.terms.contract.weeklyHours = Hundredths(37_25)
                draft.terms.description? += "\nPerché no? «Città» – 100 €\u{1F37D}"
            }
            let receipts = try await world.load(sample)
            let vacancy = try await world.vacancies.find(receipts.first?.code ?? "", as: world.alfa)

            #expect(vacancy.terms == sample.terms)
            #expect(vacancy.externalReference == "MI-2026-0123")
            #expect(vacancy.branchCode == "ALFA-MI1")
            #expect(vacancy.storedStatus == .published)
            #expect(vacancy.publicationStart == world.store.now)
            #expect(vacancy.publicationEndDate == "2026-12-31")
            #expect(try await world.vacancies.find(externalReference: "MI-2026-0123", as: world.alfa) == vacancy)
        }
    }

    @Test("Blanks at the ends of texts change nothing", arguments: Engine.available)
    func blanks(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample())
            let again = try await world.load(
                .sample().with { draft in
                    draft.terms.title = "  Cameriere/a di sala "
                    draft.terms.contact.phone = " "
                }
            )
            #expect(again.map(\.outcome) == [.unchanged])
        }
    }

    @Test("A refused row says all that is wrong with it, and writes nothing", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let faulty = VacancyDraft.sample("A").with { draft in
                draft.terms.title = "Boss"
                draft.terms.pay.minimum = Hundredths(9999_00)
                draft.branchCode = "BETA-MI1"
            }
            let receipts = try await world.load(faulty, .sample("B"))

            #expect(receipts.map(\.outcome) == [.rejected, .created])
            #expect(
                receipts.first?.findings.map(\.code) == [
                    "too_short", "pay_minimum_above_maximum", "branch_code_unknown",
                ]
            )
            #expect(try await world.count("vacancy") == 1)
            #expect(try await world.count("publication_period") == 1)
        }
    }

    @Test(
        "Of two rows with one reference the later is refused, and told where the first is",
        arguments: Engine.available
    )
    func repeated(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let receipts = try await world.load(.sample("A"), .sample("B"), .sample("A"))

            #expect(receipts.map(\.outcome) == [.created, .created, .rejected])
            #expect(receipts.last?.findings == [.repeated("external_reference", firstRow: 2)])
        }
    }

    @Test("A row without a reference is refused", arguments: Engine.available)
    func nameless(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let receipts = try await world.load(.sample(nil), .sample(""))

            #expect(receipts.map(\.outcome) == [.rejected, .rejected])
            #expect(receipts.flatMap(\.findings).map(\.field) == ["external_reference", "external_reference"])
        }
    }

    @Test("A dry run answers as the load does, and writes nothing at all", arguments: Engine.available)
    func dryRun(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample("A"), .sample("B"))
            let drafts: [VacancyDraft] = [
                .sample("A"), .sample("B").with { $0.terms.positions = 9 }, .sample("C"),
                .sample("D").with { $0.terms.title = nil },
            ]
            let before = try await (world.count("audit_entry"), world.count("change"), world.count("vacancy"))
            let dry = try await world.vacancies.load(world.rows(drafts), as: world.alfa, dryRun: true)

            #expect(dry.map(\.outcome) == [.unchanged, .updated, .created, .rejected])
            #expect(try await (world.count("audit_entry"), world.count("change"), world.count("vacancy")) == before)

            let wet = try await world.vacancies.load(world.rows(drafts), as: world.alfa)
            #expect(wet.map(\.outcome) == dry.map(\.outcome))
            #expect(wet.map(\.findings) == dry.map(\.findings))
        }
    }

    @Test("An end of publication without a state means published; neither means a draft", arguments: Engine.available)
    func defaultStatus(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let receipts = try await world.load(
                .sample("A", status: nil),
                .sample("B", status: nil, until: nil),
                .sample("C", status: .draft)
            )
            let statuses = try await receipts.asyncMap { receipt in
                try await world.vacancies.find(receipt.code ?? "", as: world.alfa).storedStatus
            }
            #expect(statuses == [.published, .draft, .draft])
        }
    }

    @Test("A file that is loaded each night does not publish what has expired meanwhile", arguments: Engine.available)
    func nightly(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample())
            world.time.advance(days: 40)

            #expect(try await world.load(.sample()).map(\.outcome) == [.unchanged])
            try await world.vacancies.expire()
            #expect(try await world.load(.sample()).map(\.outcome) == [.unchanged])

            let again = try await world.load(.sample(until: "2027-02-10"))
            #expect(again.map(\.outcome) == [.updated])
            let code = again.first?.code ?? ""
            let vacancy = try await world.vacancies.find(code, as: world.alfa)
            #expect(vacancy.status(on: world.today) == .published)
            #expect(try await world.vacancies.periods(of: code, as: world.alfa).count == 2)
        }
    }

    @Test("What an operator suspended is not resumed by a file that does not ask for it", arguments: Engine.available)
    func suspended(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try #require(await world.load(.sample()).first?.code)
            let change = PublicationChange(status: .suspended)
            _ = try await world.vacancies.change(publicationOf: code, change, version: nil, as: Publisher(world.anna))

            let silent = try await world.load(.sample(status: nil).with { $0.terms.positions = 7 })
            #expect(silent.map(\.outcome) == [.updated])
            #expect(try await world.vacancies.find(code, as: world.alfa).storedStatus == .suspended)

            let asking = try await world.load(.sample().with { $0.terms.positions = 7 })
            #expect(asking.map(\.outcome) == [.updated])
            #expect(try await world.vacancies.find(code, as: world.alfa).storedStatus == .published)
        }
    }

    @Test("A closed vacancy is final", arguments: Engine.available)
    func closed(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample())
            let closing = VacancyDraft.sample(status: .closed).with { $0.closingReason = .filled }
            #expect(try await world.load(closing).map(\.outcome) == [.updated])
            #expect(try await world.load(closing).map(\.outcome) == [.unchanged])

            let reopening = try await world.load(.sample())
            #expect(reopening.flatMap(\.findings).map(\.code) == ["illegal_transition"])
            let editing = try await world.load(.sample(status: nil, until: nil).with { $0.terms.positions = 8 })
            #expect(editing.flatMap(\.findings).map(\.code) == ["vacancy_not_editable"])
        }
    }

    @Test("Closing needs a reason", arguments: Engine.available)
    func reason(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample())
            let receipts = try await world.load(.sample(status: .closed))
            #expect(receipts.flatMap(\.findings).map(\.field) == ["closing_reason"])
        }
    }

    @Test("Who may not publish keeps drafts at most, and hides no employer", arguments: Engine.available)
    func unauthorised(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let zeta = Publisher(agency: world.agency("ZETA").id, actor: .system("test"))
            let rows = world.rows([
                .sample("A", branch: "ZETA-MI1"), .sample("B", branch: "ZETA-MI1", status: .draft, until: nil),
                .sample("C", branch: "ZETA-MI1", status: .draft, until: nil).with {
                    $0.terms.employer.anonymous = true
                },
            ])
            let receipts = try await world.vacancies.load(rows, as: zeta)
            #expect(receipts.map(\.outcome) == [.rejected, .created, .rejected])
            #expect(receipts[0].findings.map(\.code) == ["agency_may_not_publish"])
            #expect(receipts[2].findings.map(\.code) == ["employer_anonymous_not_allowed"])
        }
    }

    @Test("An operator loads for the branches in scope, and no others", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample("T", branch: "ALFA-TO1"))
            let rows = world.rows([
                .sample("A", branch: "ALFA-MI2"), .sample("B", branch: "ALFA-TO1"), .sample("T", branch: "ALFA-MI1"),
            ])
            let receipts = try await world.vacancies.load(rows, as: Publisher(world.bruno))

            #expect(receipts.map(\.outcome) == [.created, .rejected, .rejected])
            #expect(
                receipts.flatMap(\.findings).map(\.code) == [
                    "branch_code_unknown", "external_reference_of_other_branch",
                ]
            )
        }
    }

    @Test("Two agencies may use one reference", arguments: Engine.available)
    func twoAgencies(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let beta = Publisher(agency: world.agency("BETA").id, actor: .system("test"))
            let own = try await world.load(.sample())
            let other = try await world.vacancies.load(world.rows([.sample(branch: "BETA-MI1")]), as: beta)

            #expect(other.map(\.outcome) == [.created])
            #expect(other.first?.code != own.first?.code)
            await #expect(throws: NotFound()) {
                try await world.vacancies.find(other.first?.code ?? "", as: world.alfa)
            }
        }
    }

    @Test(
        "A batch leaves one trace, and a note in the feed for each vacancy that it wrote",
        arguments: Engine.available
    )
    func traces(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let receipts = try await world.load(.sample("A"), .sample("B"), .sample("C").with { $0.terms.title = "x" })
            #expect(try await world.count("audit_entry", where: "action = 'vacancies.loaded'") == 1)

            let page = try await world.store.changes.changes(of: world.agency("ALFA").id, after: 0)
            let codes = page.items.map { VacancyCode(ID<Vacancy>($0.object)).text }
            #expect(codes == receipts.compactMap(\.code))
            #expect(page.items.map(\.operation) == [.created, .created])
        }
    }

    @Test("For software of one branch a vacancy that moves to another one is gone", arguments: Engine.available)
    func movedBranch(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(.sample())
            try await world.load(.sample(branch: "ALFA-TO1"))
            let alfa = world.agency("ALFA").id
            let milan = try await world.store.changes.changes(
                of: alfa,
                after: 0,
                branches: [world.branch("ALFA-MI1").id]
            )
            let turin = try await world.store.changes.changes(
                of: alfa,
                after: 0,
                branches: [world.branch("ALFA-TO1").id]
            )
            #expect(milan.items.map(\.operation) == [.created, .deleted])
            #expect(turin.items.map(\.operation) == [.updated])
        }
    }

    @Test("Two loads of the same new rows at once make each vacancy once", arguments: Engine.available)
    func together(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let rows = world.rows((0..<40).map { VacancyDraft.sample("R-\($0)") })
            let outcomes = try await withThrowingTaskGroup(of: [LoadReceipt].self) { group in
                for _ in 0..<4 { group.addTask { try await world.vacancies.load(rows, as: world.alfa) } }
                return try await group.reduce(into: [LoadOutcome]()) { $0 += $1.map(\.outcome) }
            }
            #expect(outcomes.count { $0 == .created } == 40)
            #expect(outcomes.count { $0 == .unchanged } == 120)
            #expect(try await world.count("vacancy") == 40)
        }
    }

    @Test("A batch costs as many statements as it has tables, but for the words", arguments: Engine.available)
    func statements(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let rows = world.rows((0..<50).map { VacancyDraft.sample("R-\($0)") })
            let (statements, _) = try await StatementLog.recording {
                try await world.vacancies.load(rows, as: world.alfa)
            }
            #expect(statements.count { !$0.contains("vacancy_index") } <= 13)
            let (again, _) = try await StatementLog.recording { try await world.vacancies.load(rows, as: world.alfa) }
            #expect(again.count <= 4)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var result: [T] = []
        for element in self { result.append(try await transform(element)) }
        return result
    }
}
