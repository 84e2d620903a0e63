import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Branches that a citizen may choose")
struct SelectableBranchesTests {
    private func found(
        _ world: World,
        near municipality: String? = nil,
        _ search: String = "",
        atMost limit: Int = 60
    ) async throws -> [String] {
        let found = try await world.pacts.selectableBranches(
            near: municipality,
            search: search,
            reference: .shared,
            atMost: limit
        )
        return found.branches.map { branch in world.branches.values.first { $0.id == branch.branch }?.code ?? "?" }
    }

    @Test("The nearest come first, and nobody is out of reach", arguments: Engine.available)
    func nearest(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let milan = try await world.pacts.selectableBranches(near: "F205", reference: .shared)
            #expect(milan.total == 7)
            #expect(milan.branches.prefix(3).allSatisfy { $0.municipalityCode == "F205" && ($0.distance ?? 99) < 20 })
            #expect(milan.branches.suffix(2).allSatisfy { $0.municipalityCode == "H501" && ($0.distance ?? 0) > 400 })
            #expect(
                zip(milan.branches, milan.branches.dropFirst()).allSatisfy { ($0.distance ?? 0) <= ($1.distance ?? 0) }
            )
            #expect(try await found(world, near: "H501", atMost: 2) == ["BETA-RM1", "GAMMA-RM1"])
        }
    }

    @Test(
        "Neither a lapsed agency, nor one that may not read CVs, nor a branch switched off",
        arguments: Engine.available
    )
    func left(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let all = try await found(world)
            #expect(!all.contains("ZETA-MI1") && !all.contains("DELTA-NA1"))
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE branch SET selectable = FALSE WHERE code = 'ALFA-MI1'")
                try transaction.run("UPDATE branch SET valid_to = '2026-03-09' WHERE code = 'BETA-MI1'")
            }
            #expect(try await found(world, "mil") == ["ALFA-MI2"])
        }
    }

    @Test("They are found by the beginnings of names, with or without accents", arguments: Engine.available)
    func search(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for (search, codes) in [
                ("ALF mil", ["ALFA-MI1", "ALFA-MI2"]), ("bovì", ["ALFA-MI2"]), ("roma", ["BETA-RM1", "GAMMA-RM1"]),
                ("napoli", []), ("oma", []),
            ] {
                let found = try await found(world, search)
                #expect(found.sorted() == codes, "\(search)")
            }
        }
    }
}
