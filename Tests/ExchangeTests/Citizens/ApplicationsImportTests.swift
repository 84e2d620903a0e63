import Domain
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("The file of applications")
struct ApplicationsImportTests {
    private static let headings = [
        "number", "tax_code", "given_name", "family_name", "sex", "birth_date", "birth_place_code", "citizenship",
        "municipality_code", "postal_code", "address", "email", "phone", "measure", "submitted_on", "outcome",
        "outcome_on", "job_centre_code",
    ]

    private func row(_ number: String, _ change: (inout [String]) -> Void = { _ in }) -> [String] {
        var cells = [
            number, "RSSMRA80A01H501U", "Mario", "Rossi", "M", "1980-01-01", "H501", "Italia", "F205", "20121",
            "Via Roma 1", "mario@example.it", "+39 333 1", "SFL", "2026-01-15", "accepted", "2026-02-01", "CPI-MI",
        ]
        change(&cells)
        return cells
    }

    private func run(_ rows: [[String]], headings: [String] = headings, in world: World) async throws -> ImportReport {
        try await Importer(world.applications.importing(.shared))
            .run(ImportTable(headings: headings, rows: rows), ImportOptions(keepsAllReceipts: true))
    }

    @Test("The documented headings are those of the contract", arguments: Engine.available)
    func headings(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            #expect(Importer(world.applications.importing(.shared)).columns.map(\.name) == Self.headings)
        }
    }

    @Test("The same file again changes nothing", arguments: Engine.available)
    func again(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let rows = [row("A-1")]
            let (first, second) = (try await run(rows, in: world), try await run(rows, in: world))
            #expect(first.summary[.created] == 1)
            #expect(second.summary[.unchanged] == 1)
        }
    }

    @Test("Italian headings, days and words are understood", arguments: Engine.available)
    func italian(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let headings = [
                "Numero domanda", "Codice fiscale", "Nome", "Cognome", "Sesso", "Data di nascita",
                "Codice luogo di nascita", "Codice comune", "Misura", "Data domanda", "Esito",
            ]
            let cells = [
                "A-1", "RSSMRA80A01H501U", "Mario", "Rossi", "maschio", "01/01/1980", "h501", "f205", "sfl",
                "15/01/2026", "Accolta",
            ]
            let report = try await run([cells], headings: headings, in: world)
            #expect(report.summary[.created] == 1)
            #expect(report.receipts.flatMap(\.findings) == [])
        }
    }

    @Test(
        "A row that is wrong is refused with its field, and the others go in",
        arguments: [
            (1, "RSSMRA80A01H501X", "tax_code"), (1, "", "tax_code"), (4, "X", "sex"), (5, "31/02/1980", "birth_date"),
            (8, "X000", "municipality_code"), (9, "2012", "postal_code"), (11, "mario", "email"),
            (13, "ABC", "measure"),
            (14, "", "submitted_on"), (15, "forse", "outcome"), (17, "CPI-00", "job_centre_code"),
        ]
    )
    func refused(_ column: Int, _ value: String, field: String) async throws {
        try await withWorld(on: .sqlite) { world in
            let report = try await run([row("A-1") { $0[column] = value }, row("A-2")], in: world)
            #expect((report.summary[.rejected], report.summary[.created]) == (1, 1))
            let receipt = try #require(report.receipts.first { $0.outcome == .rejected })
            #expect(receipt.row == 2)
            #expect(receipt.findings.filter { $0.severity == .error }.map(\.field) == [field])
        }
    }
}
