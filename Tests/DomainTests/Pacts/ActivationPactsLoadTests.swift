import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Taking over activation pacts")
struct ActivationPactsLoadTests {
    private func entry(
        _ branches: [String] = ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"],
        of person: ApplicationEntry = .sample(),
        jobCentre: String? = "CPI-MI"
    ) -> ActivationPactEntry {
        ActivationPactEntry(
            taxCode: person.taxCode,
            signedAt: Day("2026-02-01").start,
            email: "persona@example.it",
            jobCentreCode: jobCentre,
            availabilityDeclaredOn: "2026-01-15",
            commitments: [.truthfulness],
            branchCodes: branches
        )
    }

    private func load(
        _ world: World,
        _ entries: [ActivationPactEntry],
        dryRun: Bool = false
    ) async throws -> [LoadReceipt] {
        let rows = entries.enumerated().map { LoadRow(row: $0.offset + 2, key: "\($0.offset)", entry: $0.element) }
        return try await world.pacts.load(activationPacts: rows, LoadRequest(isDryRun: dryRun))
    }

    @Test("It is in force as of its signing, and opens the citizen to the branches named", arguments: Engine.available)
    func opens(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            #expect(try await load(world, [entry()], dryRun: true).map(\.outcome) == [.created])
            #expect(try await world.names(for: world.anna) == [])
            #expect(try await load(world, [entry()]).map(\.outcome) == [.created])
            #expect(try await load(world, [entry(["ALFA-TO1"])]).map(\.outcome) == [.unchanged])
            #expect(try await world.names(for: world.anna) == ["Rossi"])
            #expect(try await world.names(for: world.bruno) == ["Rossi"])
            #expect(try await world.names(for: world.carla) == [])

            let pact = try #require(await world.pacts.current(for: maria))
            #expect(pact.signedAt == Day("2026-02-01").start && pact.state == .signed && pact.version == 1)
            #expect(pact.choices.map(\.branchCode) == ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            let document = try await world.pacts.document(pact.id, of: maria)
            #expect(pact.documentHash == Secrets.hash(document))
            #expect(document.contains(#""taken_over":{"#) && !document.contains("assurance_level"))
        }
    }

    @Test("A new version signed here replaces it, as any other", arguments: Engine.available)
    func replaced(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(), of: maria)
            _ = try await load(world, [entry()])
            try await world.sign(["ALFA-TO1", "BETA-MI1", "GAMMA-TO1"], as: maria)
            #expect(try await world.pacts.versions(for: maria).map(\.state) == [.signed, .replaced])
            #expect(try await world.names(for: world.bruno) == [])
            #expect(try await world.names(for: world.carla) == ["Rossi"])
            #expect(try await load(world, [entry()]).map(\.outcome) == [.unchanged])
        }
    }

    @Test("What the authority has ended since is not opened again by the same rows", arguments: Engine.available)
    func ended(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            _ = try await load(world, [entry()])
            let listed = try await world.citizens.list(CitizenList(), as: world.anna, reference: .shared).rows
            #expect(listed.map(\.email) == ["persona@example.it"])
            try await world.pacts.apply(.ended, to: maria.id, because: "fine misura", as: .system("inps"))
            #expect(try await load(world, [entry()]).map(\.outcome) == [.unchanged])
            #expect(try await world.names(for: world.anna) == [])
        }
    }

    @Test("Rows that cannot be right are refused, each with its reason", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.register(.sample())
            let pending = ApplicationEntry.sample("Verdi", outcome: .pending)
            try await world.register(pending)
            let receipts = try await load(
                world,
                [
                    entry(of: .sample("Nessuno")), entry(of: pending), entry([]), entry(["XX"]),
                    entry(jobCentre: "CPI-XX"),
                ]
            )
            #expect(receipts.allSatisfy { $0.outcome == .rejected })
            #expect(
                receipts.map { $0.findings.map(\.code) } == [
                    ["unknown_citizen"], ["application_not_accepted"], ["no_branch"], ["unknown_branch"],
                    ["unknown_job_centre"],
                ]
            )
            #expect(try await world.names(for: world.anna) == [])
        }
    }
}
