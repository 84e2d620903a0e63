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
            let files = Self.files
            let clock = ContinuousClock()
            let start = clock.now
            let (statements, first) = try await StatementLog.recording { try await files.load(into: world.store) }
            let duration = clock.now - start
            print("\(engine): 40,500 rows of the register in \(duration)")
            #expect(first == [.created: Self.branchCount + Self.operatorCount + Self.grantCount])
            #expect(statements.count < 40, "not one per row: \(statements.count)")
            #expect(duration < .seconds(120))
            let (again, second) = try await StatementLog.recording { try await files.load(into: world.store) }
            #expect(second == [.unchanged: Self.branchCount + Self.operatorCount + Self.grantCount])
            #expect(!again.contains { $0.contains("INTO branch") || $0.contains("INTO operator") })
        }
    }

    private struct Files: Sendable {
        let branches: [LoadRow<BranchEntry>]
        let people: [LoadRow<OperatorEntry>]
        let grants: [LoadRow<GrantEntry>]

        func load(into store: Store) async throws -> [LoadOutcome: Int] {
            var summary = LoadSummary()
            let place: PlaceOfMunicipality = { _, _ in Branch.Place(province: "MI", region: "03") }
            try await Registry(store).load(branches: branches, place: place).forEach { summary.add($0) }
            try await Operators(store).load(people).forEach { summary.add($0) }
            try await Operators(store).load(grants: grants).forEach { summary.add($0) }
            return summary.counts
        }
    }

    private static let files: Files = {
        let people = (0..<operatorCount).map(person)
        return Files(
            branches: (0..<branchCount).map { LoadRow(row: $0 + 2, key: "ALFA-\($0)", entry: branch($0)) },
            people: people.enumerated().map { LoadRow(row: $0 + 2, key: $1.key, entry: $1) },
            grants: (0..<grantCount).map { number in
                let entry = grant(number, to: people[number % operatorCount])
                return LoadRow(row: number + 2, key: entry.key, entry: entry)
            }
        )
    }()

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

    private static func grant(_ number: Int, to person: OperatorEntry) -> GrantEntry {
        GrantEntry(
            agencyCode: "ALFA",
            operatorTaxCode: person.taxCode,
            branchCode: "ALFA-\((number * 7 + number / operatorCount) % branchCount)",
            validFrom: "2020-01-01"
        )
    }
}
