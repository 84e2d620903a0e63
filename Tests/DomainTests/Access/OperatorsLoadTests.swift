import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading operators")
struct OperatorsLoadTests {
    @Test("The register changes a name and a role, and leaves a suspension alone", arguments: Engine.available)
    func suspension(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let bruno = try #require(world.operators["ALFA/bruno"])
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(bruno.id)")
            }
            let entry = OperatorEntry(
                agencyCode: "ALFA",
                taxCode: bruno.taxCode,
                givenName: "Bruno",
                familyName: "D'Angelò",
                email: "nuovo@alfa.example",
                role: .master
            )
            let receipts = try await Operators(world.store).load([LoadRow(row: 2, key: entry.key, entry: entry)])
            #expect(receipts.map(\.outcome) == [.updated])
            let list = try await Operators(world.store).list(of: bruno.agency)
            let after = try #require(list.first { $0.id == bruno.id })
            #expect(after.role == .master)
            #expect(after.email == "nuovo@alfa.example")
            #expect(after.status == .suspended)
        }
    }

    @Test("Operators of strangers and of organisations are refused", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            func entry(_ agency: String, _ taxCode: String) throws -> LoadRow<OperatorEntry> {
                let entry = OperatorEntry(
                    agencyCode: agency,
                    taxCode: try TaxCode(person: taxCode),
                    givenName: "Mario",
                    familyName: "Rossi",
                    role: .branch
                )
                return LoadRow(row: 2, key: entry.key, entry: entry)
            }
            let receipts = try await Operators(world.store).load(
                [
                    try entry("NO", "RSSMRA80A01H501U"), try entry("ALFA", "01234567897"),
                    try entry("BETA", "RSSMRA80A01H501U"),
                ],
                LoadRequest(agency: "ALFA")
            )
            #expect(
                receipts.map { $0.findings.map(\.code) } == [
                    ["other_agency", "unknown_agency"], ["not_a_person"], ["other_agency"],
                ]
            )
        }
    }
}
