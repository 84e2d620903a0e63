import Documents
import Domain
import Foundation
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("The templates of files to import")
struct ImportGuideTests {
    /// The day that the committed templates are of.
    static let day: Day = "2026-12-01"

    private func importers(_ store: Store) -> [Importer] {
        let reference = ReferenceSnapshot.shared
        let place: PlaceOfMunicipality = { code, day in reference.place(ofMunicipality: code, on: day) }
        let (registry, operators) = (Registry(store), Operators(store))
        return [
            Importer(registry.importingAgencies()), Importer(registry.importingBranches(place: place)),
            Importer(operators.importing()), Importer(operators.importingGrants()),
            Importer(registry.importingJobCentres(place: place)),
            Importer(Applications(store) { reference }.importing(reference)), Importer(Pacts(store).importing()),
            Importer(Vacancies(store) { reference }.importing()),
        ]
    }

    private func withStore(on engine: Engine, _ body: (Store) async throws -> Void) async throws {
        try await withDatabase(on: engine, migrations: Schema.migrations) { database in
            try await body(Store(database: database, clock: TestTime(ImportGuideTests.day).clock))
        }
    }

    @Test("Every kind has one, and every column is explained in both languages with two examples")
    func complete() async throws {
        try await withStore(on: .sqlite) { store in
            let importers = importers(store)
            #expect(importers.map(\.kind) == ImportKind.allCases.filter { $0 != .reference })
            for importer in importers {
                let guide = try #require(ImportGuide(importer.kind), "\(importer.kind.rawValue): an unexplained column")
                #expect(importer.columns == importer.kind.columns)
                for column in guide.columns {
                    #expect(!column.help.it.isEmpty && !column.help.en.isEmpty && column.examples.count == 2)
                }
            }
        }
    }

    @Test("Imported one after the other, all of them go in without a word", arguments: Engine.available)
    func usable(on engine: Engine) async throws {
        try await withStore(on: engine) { store in
            for importer in importers(store) {
                let guide = try #require(ImportGuide(importer.kind))
                let table = try ImportTable(.bytes(guide.csv(on: ImportGuideTests.day)))
                let report = try await importer.run(table, ImportOptions(keepsAllReceipts: true))
                #expect(report.receipts.map(\.outcome) == [.created, .created], "\(importer.kind.rawValue)")
                #expect(report.receipts.flatMap(\.findings) == [] && report.warnings == [], "\(importer.kind.rawValue)")

                let workbook = try ImportTable(.bytes(guide.workbook(on: ImportGuideTests.day)))
                let again = try await importer.run(workbook, ImportOptions(keepsAllReceipts: true))
                #expect(again.receipts.map(\.outcome) == [.unchanged, .unchanged], "\(importer.kind.rawValue).xlsx")
            }
        }
    }

    @Test("The ones in docs/templates, and the page that explains them, are those of the importers")
    func committed() throws {
        let guides = ImportGuide.all()
        let docs = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "../../../docs").standardizedFileURL
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
        var files = guides.map { guide in
            ("templates/\(guide.kind.rawValue).csv", Result { Data(try guide.csv(on: ImportGuideTests.day)) })
        }
        files.append(("import.md", Result { Data(ImportGuide.documentation(guides).utf8) }))
        for (name, content) in files {
            let file = docs.appending(path: name)
            let content = try content.get()
            if isRecording {
                let folder = file.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try content.write(to: file)
            }
            let committed = try? Data(contentsOf: file)
            #expect(committed == content, "docs/\(name) is stale: RECORD=1 makes it anew")
        }
    }
}
