import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading agencies")
struct RegistryLoadAgenciesTests {
    private func rows<Entry>(_ entries: [Entry], _ key: (Entry) -> String) -> [LoadRow<Entry>] {
        entries.enumerated().map { LoadRow(row: $0.offset + 2, key: key($0.element), entry: $0.element) }
    }

    @Test(
        "An agency keeps its sections as the file states them; its tax code is nobody else's",
        arguments: Engine.available
    )
    func agencies(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            func entry(_ code: String, _ taxCode: String, _ sections: Set<RegisterSection>) throws -> AgencyEntry {
                AgencyEntry(
                    code: code,
                    taxCode: try TaxCode(organisation: taxCode),
                    name: "Alfa Lavoro S.p.A.",
                    sections: sections,
                    authorisedFrom: "2010-01-01"
                )
            }
            let registry = Registry(world.store)
            let receipts = try await registry.load(
                agencies: rows([
                    try entry("ALFA", "01234567897", [.generalist, .relocation]),
                    try entry("NEW", "97889240582", [.brokering]),
                ]) { $0.code }
            )
            #expect(receipts.map(\.outcome) == [.updated, .rejected])
            #expect(receipts.last?.findings.map(\.code) == ["tax_code_of_another_agency"])
            #expect(try await registry.agency(code: "ALFA").sections == [.generalist, .relocation])
            let again = try await registry.load(
                agencies: rows([try entry("ALFA", "01234567897", [.relocation])]) { $0.code }
            )
            #expect(again.map(\.outcome) == [.updated])
            #expect(try await registry.agency(world.agency("ALFA").id).sections == [.relocation])
        }
    }
}
