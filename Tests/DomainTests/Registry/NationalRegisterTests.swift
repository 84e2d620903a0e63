import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("A register of national size")
struct NationalRegisterTests {
    private static let branchCount = 2500
    private static let operatorCount = 8000
    private static let grantCount = 30_000

    @Test(
        "2,500 branches, 8,000 operators and 30,000 grants take a handful of statements, and nothing the second time",
        arguments: Engine.available
    )
    func load(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let registry = Registry(world.store)
            let operators = Operators(world.store)
            let clock = ContinuousClock()
            let start = clock.now
            let (statements, first) = try await StatementLog.recording { try await Self.load(registry, operators) }
            let duration = clock.now - start
            print("\(engine): 40,500 rows of the register in \(duration)")
            #expect(first == [.created: Self.branchCount + Self.operatorCount + Self.grantCount])
            #expect(statements.count < 40, "not one per row: \(statements.count)")
            #expect(duration < .seconds(120))
            let (again, second) = try await StatementLog.recording { try await Self.load(registry, operators) }
            #expect(second == [.unchanged: Self.branchCount + Self.operatorCount + Self.grantCount])
            #expect(!again.contains { $0.contains("INTO branch") || $0.contains("INTO operator") })
        }
    }

    private static func load(_ registry: Registry, _ operators: Operators) async throws -> [LoadOutcome: Int] {
        var summary = LoadSummary()
        let branches = (0..<branchCount).map { number in
            LoadRow(row: number + 2, key: "ALFA-\(number)", entry: branch(number))
        }
        let people = (0..<operatorCount).map { number in
            LoadRow(row: number + 2, key: person(number).key, entry: person(number))
        }
        let grants = (0..<grantCount).map { number in
            LoadRow(row: number + 2, key: grant(number).key, entry: grant(number))
        }
        let place: PlaceOfMunicipality = { _, _ in Branch.Place(province: "MI", region: "03") }
        try await registry.load(branches: branches, place: place).forEach { summary.add($0) }
        try await operators.load(people).forEach { summary.add($0) }
        try await operators.load(grants: grants).forEach { summary.add($0) }
        return summary.counts
    }

    private static func branch(_ number: Int) -> BranchEntry {
        BranchEntry(
            agencyCode: "ALFA",
            code: "ALFA-\(number)",
            name: "Filiale \(number)",
            municipalityCode: "F205",
            validFrom: "2020-01-01"
        )
    }

    private static func person(_ number: Int) -> OperatorEntry {
        let birth = Day(daysSinceEpoch: number)
        let code = TaxCode.computed(
            familyName: "Operatore",
            givenName: "Ugo",
            sex: .male,
            birth: birth,
            place: "H501"
        )
        return OperatorEntry(
            agencyCode: "ALFA",
            taxCode: code ?? TaxCode(unchecked: Array("NOBODY".utf8)),
            givenName: "Ugo",
            familyName: "Operatore \(number)",
            role: .branch
        )
    }

    private static func grant(_ number: Int) -> GrantEntry {
        GrantEntry(
            agencyCode: "ALFA",
            operatorTaxCode: person(number % operatorCount).taxCode,
            branchCode: "ALFA-\((number * 7 + number / operatorCount) % branchCount)",
            validFrom: "2020-01-01"
        )
    }
}
