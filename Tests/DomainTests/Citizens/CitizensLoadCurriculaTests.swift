import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Taking over CVs")
struct CitizensLoadCurriculaTests {
    private func entry(
        _ curriculum: Curriculum = .whole,
        of person: ApplicationEntry = .sample()
    ) -> CurriculumEntry {
        CurriculumEntry(taxCode: person.taxCode, curriculum: curriculum, updatedAt: Day("2026-01-20").start)
    }

    private func load(
        _ world: World,
        _ entries: [CurriculumEntry],
        dryRun: Bool = false
    ) async throws -> [LoadReceipt] {
        let rows = entries.enumerated().map { LoadRow(row: $0.offset + 2, key: "\($0.offset)", entry: $0.element) }
        return try await world.citizens.load(
            curricula: rows,
            reference: .shared,
            LoadRequest(isDryRun: dryRun)
        )
    }

    @Test("What is taken over is what its owner would have saved", arguments: Engine.available)
    func same(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let other = ApplicationEntry.sample("Verdi")
            let (rosa, maria) = (try await world.register(other), try await world.register(.sample()))
            try await world.save(.whole, of: rosa)
            #expect(try await load(world, [entry()], dryRun: true).map(\.outcome) == [.created])
            #expect(try await world.citizens.curriculum(own: maria) == nil)
            #expect(try await load(world, [entry()]).map(\.outcome) == [.created])

            let stored = try #require(await world.citizens.curriculum(own: maria))
            #expect(stored.version == 1 && stored.curriculum == .whole)
            #expect(stored.updatedAt == Day("2026-01-20").start)
            let columns = try await world.store.read { (transaction: borrowing Transaction) in
                try transaction.all(
                    """
                    SELECT words || '/' || COALESCE(education_code, '') || education_rank || experience_months
                        || licences || licence_bits || languages || working_times FROM curriculum
                    """,
                    as: String.self
                )
            }
            #expect(columns.count == 2 && Set(columns).count == 1)

            try await world.sign(["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"], as: maria)
            let found = CitizenList(filter: CitizenFilter(keywords: "inventario"))
            #expect(try await world.names(found, for: world.anna) == ["Rossi"])
        }
    }

    @Test(
        "A CV that somebody has here is never overwritten; the same rows again change nothing",
        arguments: Engine.available
    )
    func kept(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(), of: maria)
            #expect(try await load(world, [entry()]).map(\.outcome) == [.unchanged])
            #expect(try await world.citizens.curriculum(own: maria)?.curriculum == .sample())
            try await world.register(.sample("Verdi"))
            let twice = [entry(of: .sample("Verdi")), entry(.sample(), of: .sample("Verdi"))]
            #expect(try await load(world, twice).map(\.outcome) == [.created, .unchanged])
        }
    }

    @Test("Rows that the rules refuse come back with their reasons, the others go in", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.register(.sample())
            var wrong = Curriculum.sample()
            wrong.education = [Curriculum.Education(level: "XXX", description: "Niente", year: 2000)]
            try await world.register(.sample("Verdi"))
            let receipts = try await load(
                world,
                [entry(of: .sample("Nessuno")), entry(wrong), entry(of: .sample("Verdi"))]
            )
            #expect(receipts.map(\.outcome) == [.rejected, .rejected, .created])
            #expect(receipts[0].findings.map(\.code) == ["unknown_citizen"])
            #expect(receipts[1].findings.haveErrors)
            #expect(try await world.auditTrail().last == "curricula.loaded")
        }
    }
}
