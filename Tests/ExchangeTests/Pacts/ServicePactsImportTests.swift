import Domain
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("The file of service pacts")
struct ServicePactsImportTests {
    private func run(_ rows: [[String]], in world: World) async throws -> ImportReport {
        let headings = ["tax_code", "job_centre_code", "state", "signed_on", "branch_codes"]
        let importer = Importer(world.pacts.importing())
        #expect(importer.columns.map(\.name) == headings)
        return try await importer.run(
            ImportTable(headings: headings, rows: rows),
            ImportOptions(keepsAllReceipts: true)
        )
    }

    @Test("Its rows open citizens to the branches named", arguments: Engine.available)
    func opens(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let entry = ApplicationEntry.sample()
            try await world.register(entry)
            let code = entry.taxCode.text
            let rows = [[code, "CPI-MI", "Stipulato", "01/02/2026", "ALFA-MI1 | BETA-RM1"]]
            #expect(try await run(rows, in: world).summary[.created] == 1)
            #expect(try await run(rows, in: world).summary[.unchanged] == 1)
            #expect(try await world.names(for: world.bruno) == ["Rossi"])
            #expect(try await world.names(for: world.elena) == [])

            for (cells, field) in [
                ([code, "CPI-MI", "boh", "", "ALFA-MI1"], "state"),
                (["X", "CPI-MI", "signed", "2026-02-01", "ALFA-MI1"], "tax_code"),
                ([code, "CPI-MI", "signed", "2026-02-01", "NO-1"], "branch_codes"),
                ([code, "CPI-MI", "signed", "", "ALFA-MI1"], "signed_on"),
            ] {
                let report = try await run([cells], in: world)
                #expect(report.receipts.map(\.outcome) == [.rejected])
                #expect(report.receipts.map { $0.findings.map(\.field) } == [[field]])
            }
        }
    }
}
