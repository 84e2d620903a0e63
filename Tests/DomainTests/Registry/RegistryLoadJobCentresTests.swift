import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading job centres")
struct RegistryLoadJobCentresTests {
    @Test(
        "A new centre is created, the same is unchanged, one in no known municipality is refused",
        arguments: Engine.available
    )
    func load(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            func row(_ code: String, _ municipality: String, address: String?) -> LoadRow<JobCentreEntry> {
                let entry = JobCentreEntry(
                    code: code,
                    name: "Centro per l'impiego",
                    municipalityCode: municipality,
                    address: address
                )
                return LoadRow(row: 2, key: code, entry: entry)
            }
            let place: PlaceOfMunicipality = { code, _ in
                code == "L219" ? Branch.Place(province: "TO", region: "01") : nil
            }
            let registry = Registry(world.store)
            let files = [
                [row("CPI-TO", "L219", address: nil), row("CPI-X", "X999", address: nil)],
                [row("CPI-TO", "L219", address: nil)], [row("CPI-TO", "L219", address: "Via Bologna 153")],
            ]
            var outcomes: [[LoadOutcome]] = []
            for file in files {
                outcomes.append(try await registry.load(jobCentres: file, place: place).map(\.outcome))
            }
            #expect(outcomes == [[.created, .rejected], [.unchanged], [.updated]])
            #expect(try await registry.jobCentre(code: "CPI-TO").address == "Via Bologna 153")
            #expect(try await registry.jobCentres().map(\.code) == ["CPI-TO", "CPI-MI"])
        }
    }
}
