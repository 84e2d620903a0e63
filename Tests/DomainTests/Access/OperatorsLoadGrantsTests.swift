import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading grants")
struct OperatorsLoadGrantsTests {
    private func grant(_ world: World, _ key: String, _ branch: String, from: Day, to: Day? = nil) throws -> GrantEntry
    {
        let person = try #require(world.operators[key])
        return GrantEntry(
            agencyCode: String(key.prefix { $0 != "/" }),
            operatorTaxCode: person.taxCode,
            branchCode: branch,
            validFrom: from,
            validTo: to
        )
    }

    private func rows(_ entries: [GrantEntry]) -> [LoadRow<GrantEntry>] {
        entries.enumerated().map { LoadRow(row: $0.offset + 2, key: $0.element.key, entry: $0.element) }
    }

    @Test("A full file withdraws the grants that it lacks from today on", arguments: Engine.available)
    func full(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let kept = try grant(world, "ALFA/anna", "ALFA-MI1", from: "2020-01-01")
            let request = LoadRequest(extent: .full(alsoHolding: []), agency: "ALFA")
            let receipts = try await Operators(world.store).load(grants: rows([kept]), request)
            #expect(receipts.count { $0.outcome == .unchanged } == 1)
            #expect(receipts.count { $0.outcome == .ended } == 5)
            #expect(try await world.openBranches(to: world.anna) == ["ALFA-MI1"])
            #expect(try await world.openBranches(to: world.bruno) == [])
            #expect(try await world.openBranches(to: world.dario) == ["BETA-MI1", "BETA-RM1"], "another agency's")
            let again = try await Operators(world.store).load(grants: rows([kept]), request)
            #expect(again.map(\.outcome) == [.unchanged])
        }
    }

    @Test("A grant that comes back is open again", arguments: Engine.available)
    func back(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let operators = Operators(world.store)
            let ended = try grant(world, "ALFA/anna", "ALFA-MI1", from: "2020-01-01", to: "2026-03-09")
            #expect(try await operators.load(grants: rows([ended])).map(\.outcome) == [.updated])
            #expect(try await world.openBranches(to: world.anna) == ["ALFA-MI2", "ALFA-TO1"])
            let open = try grant(world, "ALFA/anna", "ALFA-MI1", from: "2020-01-01")
            #expect(try await operators.load(grants: rows([open])).map(\.outcome) == [.updated])
            #expect(try await world.openBranches(to: world.anna).count == 3)
        }
    }

    @Test("Grants of strangers, to strangers and across agencies are refused", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let anna = try #require(world.operators["ALFA/anna"]).taxCode
            func entry(_ agency: String, _ branch: String, to: Day? = nil) -> GrantEntry {
                GrantEntry(
                    agencyCode: agency,
                    operatorTaxCode: anna,
                    branchCode: branch,
                    validFrom: "2021-01-01",
                    validTo: to
                )
            }
            let receipts = try await Operators(world.store).load(
                grants: rows([
                    entry("NO", "ALFA-MI1"), entry("BETA", "BETA-MI1"), entry("ALFA", "BETA-MI1"),
                    entry("ALFA", "NO-1"),
                    entry("ALFA", "ALFA-MI1", to: "2020-12-31"),
                ])
            )
            #expect(
                receipts.map { $0.findings.map(\.code) } == [
                    ["unknown_agency", "branch_of_another_agency"], ["unknown_operator"], ["branch_of_another_agency"],
                    ["unknown_branch"], ["ends_before_start"],
                ]
            )
            #expect(receipts.allSatisfy { $0.outcome == .rejected })
        }
    }
}
