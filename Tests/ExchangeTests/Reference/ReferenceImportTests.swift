import Documents
import Domain
import Exchange
import Foundation
import Persistence
import TestSupport
import Testing

/// The official tables, which are not in the repository: `../shared/data` beside it.
enum OfficialTables {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent()  // Reference
        .deletingLastPathComponent()  // ExchangeTests
        .deletingLastPathComponent()  // Tests
        .appending(path: "../../shared/data").standardizedFileURL

    /// Whether they are there; where not, the tests on them are skipped and say so.
    static var arePresent: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "cp2021.csv").path(percentEncoded: false))
    }

    static let absence: Comment = "the official tables are not in ../shared/data"
}

@Suite("Importing the official tables")
struct ReferenceImportTests {
    private func withReferences(
        on engine: Engine,
        _ lists: [ReferenceList] = [.province, .profession, .ateco2007, .education],
        _ body: (References) async throws -> Void
    ) async throws {
        let today = ("2026-11-23" as Day)
        try await withDatabase(on: engine, migrations: ReferenceSchema.migrations) { database in
            let references = References(Store(database: database, clock: .frozen(today.start)))
            try await references.seed(only: lists)
            try await body(references)
        }
    }

    private func run(
        _ table: ReferenceImport.Table,
        _ source: TableSource,
        into references: References
    ) async throws -> ImportReport {
        try await ReferenceImport(table, into: references, source: "test").run(try ImportTable(source))
    }

    private func file(_ name: String) -> TableSource {
        .file(OfficialTables.folder.appending(path: name))
    }

    @Test(
        "A whole official table comes in, and the same file again changes nothing",
        .enabled(if: OfficialTables.arePresent, OfficialTables.absence),
        arguments: [
            (.cp2021, "cp2021.csv", .profession, 1502), (.ateco, "ateco2007.csv", .ateco2007, 3143),
            (.educationLevels, "titoli_studio.csv", .education, 16),
        ] as [(ReferenceImport.Table, String, ReferenceList, Int)],
        Engine.available
    )
    func whole(
        _ expected: (table: ReferenceImport.Table, name: String, list: ReferenceList, rows: Int),
        on engine: Engine
    ) async throws {
        try await withReferences(on: engine) { references in
            let first = try await run(expected.table, file(expected.name), into: references)
            #expect(!first.hasRefusals, "\(first.receipts.prefix(3))")
            #expect(first.summary[.created] + first.summary[.updated] == expected.rows)

            let again = try await run(expected.table, file(expected.name), into: references)
            #expect(again.summary.counts == [.unchanged: expected.rows])

            let snapshot = try await references.snapshot()
            #expect(snapshot.isOfficial(expected.list))
            #expect(snapshot.entries(expected.list).count == expected.rows)
        }
    }

    @Test(
        "Every code of our starter lists is in the official tables",
        .enabled(if: OfficialTables.arePresent, OfficialTables.absence),
        arguments: Engine.available
    )
    func starterCodes(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let professions = try await run(.cp2021, file("cp2021.csv"), into: references)
            let activities = try await run(.ateco, file("ateco2007.csv"), into: references)
            let levels = try await run(.educationLevels, file("titoli_studio.csv"), into: references)

            #expect(professions.summary[.ended] == 0)
            #expect(activities.summary[.ended] == 0)
            #expect(levels.summary[.ended] == 0)
            #expect(levels.summary[.created] == 0)
        }
    }

    @Test(
        "The trees of CP2021 and ATECO hang together",
        .enabled(if: OfficialTables.arePresent, OfficialTables.absence)
    )
    func trees() async throws {
        try await withReferences(on: .sqlite) { references in
            _ = try await run(.cp2021, file("cp2021.csv"), into: references)
            _ = try await run(.ateco, file("ateco2007.csv"), into: references)
            let snapshot = try await references.snapshot()
            for list in [ReferenceList.profession, .ateco2007] {
                for entry in snapshot.entries(list) {
                    if let parent = entry.parent { #expect(snapshot.entry(parent, in: list) != nil, "\(entry.code)") }
                }
            }
            #expect(snapshot.entry("56.10.11", in: .ateco2007)?.parent == "56.10.1")
            #expect(snapshot.entry("33.14.01", in: .ateco2007)?.validTo == Day("2008-12-31"))
            #expect(snapshot.entry("33.14.00", in: .ateco2007)?.validFrom == Day("2009-01-01"))
            #expect(snapshot.entry("5.2.2.1.0", in: .profession)?.parent == "5.2.2.1")
        }
    }

    @Test(
        "The tables of comuni confirm ours: all known, none ended",
        .enabled(if: OfficialTables.arePresent, OfficialTables.absence),
        arguments: Engine.available
    )
    func comuni(on engine: Engine) async throws {
        try await withReferences(on: engine, [.province, .municipality, .formerMunicipality]) { references in
            let today = try await run(.comuni, file("comuni.csv"), into: references)
            #expect(!today.hasRefusals, "\(today.receipts.prefix(3))")
            #expect(today.summary[.unchanged] + today.summary[.updated] == 7894)
            #expect(today.summary[.ended] == 0)

            let past = try await run(.comuni, file("comuni_cessati.csv"), into: references)
            #expect(past.summary[.created] == 0)
            #expect(past.receipts.filter { $0.outcome == .rejected }.count < 50)

            let again = try await run(.comuni, file("comuni.csv"), into: references)
            #expect(again.summary.counts == [.unchanged: 7894])
            let snapshot = try await references.snapshot()
            #expect(snapshot.isOfficial(.municipality))
            #expect(snapshot.municipalities(named: "Reggio nell'Emilia").map(\.name) == ["Reggio nell'Emilia"])
        }
    }

    @Test(
        "A file from a spreadsheet reads the same: semicolons, Windows-1252, other headings",
        arguments: Engine.available
    )
    func windows(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let text = "Codice;Titolo;Aggiornamento\r\n56.10.11;\"Ristorazione: caff\u{E8}; bar\";\r\n"
            let bytes = text.unicodeScalars.map { UInt8($0.value) }
            let report = try await ReferenceImport(.ateco, into: references, source: "ateco.csv")
                .run(try ImportTable(.bytes(bytes)), keepsAllReceipts: true)

            #expect(report.encoding == "Windows-1252")
            #expect(report.receipts.first { $0.row == 2 }?.outcome == .updated)
            #expect(try await references.snapshot().label("56.10.11", in: .ateco2007).it == "Ristorazione: caffè; bar")
        }
    }

    @Test("A faulty row is explained and the others come in; its code does not end", arguments: Engine.available)
    func faulty(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let good =
                "livello,codice,codice_padre,denominazione\n5,5.2.2.1.0,5.2.2.1,Cuochi\n5,1.2.3.1.0,1.2.3.1,Direttori\n"
            _ = try await run(.cp2021, .bytes(Array(good.utf8)), into: references)
            let bad =
                "livello,codice,codice_padre,denominazione\n5,5.2.2.1.0,5.2.2.1,\n5,1.2.3.1.0,1.2.3.1,Dirigenti\n5,5-2,,X\n"
            let report = try await run(.cp2021, .bytes(Array(bad.utf8)), into: references)

            #expect(report.summary[.rejected] == 2)
            #expect(report.summary[.updated] == 1)
            #expect(report.summary[.ended] == 0)
            let fields = report.receipts.flatMap { receipt in receipt.findings.map { "\(receipt.row) \($0.field)" } }
            #expect(fields == ["2 denominazione", "4 codice"])
        }
    }

    @Test("A file of something else, or one cut off, is refused as a whole", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let before = try await references.snapshot().version
            await #expect(throws: CannotImport.self) {
                try await run(.cp2021, .bytes(Array("nome,cognome\nAda,Rossi\n".utf8)), into: references)
            }
            await #expect(throws: CannotImport.self) {
                let text = "codice,titolo_it\nUSG,Diploma\n"
                _ = try await run(.educationLevels, .bytes(Array(text.utf8)), into: references)
            }
            await #expect(throws: CannotImport.self) {
                try await run(
                    .comuni,
                    .bytes(Array("codice_belfiore,denominazione,sigla_provincia\n".utf8)),
                    into: references
                )
            }
            #expect(try await references.snapshot().version == before)
        }
    }

    @Test("An archive of all periods, as ANPR keeps it, is told apart by its last days", arguments: Engine.available)
    func archive(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let text = """
                CODCATASTALE,DENOMINAZIONE_IT,SIGLAPROVINCIA,IDREGIONE,DATAISTITUZIONE,DATACESSAZIONE
                Z9,FUORI FORMA,MI,3,2000-01-01,9999-12-31
                A001,ABANO VECCHIO,PD,5,1850-01-01,1866-11-18
                A001,ABANO AL CONTRARIO,PD,5,1850-01-01,1840-01-01
                """
            let report = try await ReferenceImport(.comuni, into: references, source: "anpr.csv")
                .run(try ImportTable(.bytes(Array(text.utf8))), keepsAllReceipts: true)

            #expect(report.receipts.map(\.outcome) == [.rejected, .created, .rejected])
            let day = ("1860-01-01" as Day)
            #expect(try await references.snapshot().municipality("A001", on: day)?.name == "ABANO VECCHIO")
        }
    }
}
