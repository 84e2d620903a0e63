import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading service pacts")
struct ServicePactsLoadTests {
    private func entry(
        _ state: ServicePact.State = .signed,
        _ branches: [String] = ["ALFA-MI1"],
        signedOn: Day? = "2026-02-01",
        of person: ApplicationEntry = .sample()
    ) -> ServicePactEntry {
        ServicePactEntry(
            taxCode: person.taxCode,
            jobCentreCode: "CPI-MI",
            state: state,
            signedOn: signedOn,
            branchCodes: branches
        )
    }

    private func load(_ world: World, _ entry: ServicePactEntry, dryRun: Bool = false) async throws -> LoadReceipt {
        let rows = [LoadRow(row: 2, key: entry.key, entry: entry)]
        return try #require(
            try await world.pacts.load(servicePacts: rows, LoadRequest(isDryRun: dryRun)).first
        )
    }

    @Test("A pact in force opens the citizen's data to the branches it names", arguments: Engine.available)
    func opens(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.register(.sample())
            #expect(try await load(world, entry(), dryRun: true).outcome == .created)
            #expect(try await world.names(for: world.anna) == [])
            #expect(try await load(world, entry()).outcome == .created)
            #expect(try await load(world, entry()).outcome == .unchanged)
            #expect(try await world.names(for: world.anna) == ["Rossi"])
            #expect(try await world.names(for: world.carla) == [])

            #expect(try await load(world, entry(.updated, ["ALFA-TO1"])).outcome == .updated)
            #expect(try await world.names(for: world.bruno) == [])
            #expect(try await world.names(for: world.carla) == ["Rossi"])
            for state in [ServicePact.State.suspended, .closed, .summoned, .toSummon] {
                _ = try await load(world, entry(.signed, ["ALFA-TO1"]))
                #expect(try await world.names(for: world.carla) == ["Rossi"])
                _ = try await load(world, entry(state, ["ALFA-TO1"]))
                #expect(try await world.names(for: world.carla) == [], "\(state)")
            }
        }
    }

    @Test("A branch that both pacts name loses the citizen only when neither does", arguments: Engine.available)
    func both(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
            _ = try await load(world, entry(.signed, ["ALFA-MI1"]))
            #expect(try await world.names(for: world.bruno) == ["Rossi"])
            try await world.pacts.apply(.ended, to: maria.id, because: "fine misura", as: .system("inps"))
            #expect(try await world.names(for: world.bruno) == ["Rossi"])
            #expect(try await world.names(for: world.elena) == [])
            _ = try await load(world, entry(.closed, ["ALFA-MI1"]))
            #expect(try await world.names(for: world.bruno) == [])
        }
    }

    @Test("Rows that cannot be right are refused, each with its reason", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.register(.sample())
            let unknown = ServicePactEntry(
                taxCode: ApplicationEntry.sample().taxCode,
                jobCentreCode: "CPI-XX",
                state: .signed,
                signedOn: "2026-02-01",
                branchCodes: []
            )
            for (entry, code) in [
                (entry(of: .sample("Nessuno")), "unknown_citizen"), (unknown, "unknown_job_centre"),
                (entry(.signed, ["XX"]), "unknown_branch"), (entry(.signed, signedOn: nil), "signed_without_day"),
                (entry(.signed, signedOn: "2026-03-11"), "day_in_the_future"),
            ] {
                let receipt = try await load(world, entry)
                #expect(receipt.outcome == .rejected)
                #expect(receipt.findings.map(\.code) == [code])
            }
            #expect(try await world.names(for: world.anna) == [])
        }
    }
}
