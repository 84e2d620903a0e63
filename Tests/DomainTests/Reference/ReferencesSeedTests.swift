import Foundation
import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Putting the starter tables into the store")
struct ReferencesSeedTests {
    private func withReferences(
        on engine: Engine,
        today: String = "2026-11-23",
        _ body: (References) async throws -> Void
    ) async throws {
        let clock = try ReferenceSamples.clock(today)
        try await withDatabase(on: engine, migrations: ReferenceSchema.migrations) { database in
            try await body(References(Store(database: database, clock: clock)))
        }
    }

    @Test("What comes out of the store is what the tables hold", arguments: Engine.available)
    func roundTrip(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            #expect(try await references.seed() == ReferenceList.allCases)

            let stored = try await references.snapshot()
            let starter = try ReferenceSamples.snapshot()
            for list in ReferenceList.allCases {
                #expect(Set(stored.entries(list)) == Set(starter.entries(list)), "\(list)")
            }
            let order = [ReferenceList.education, .contractType, .language, .drivingLicence]
            for list in order { #expect(stored.entries(list) == starter.entries(list), "\(list)") }
            #expect(stored.periods == starter.periods)
            #expect(stored.municipalities(matching: "mil") == starter.municipalities(matching: "mil"))
            #expect(!stored.isOfficial(.profession))
        }
    }

    @Test("A second time changes nothing, and nobody has to read the lists again", arguments: Engine.available)
    func idempotent(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let lists = [ReferenceList.education, .province, .profession]
            #expect(try await references.seed(only: lists) == lists)
            let before = try await references.snapshot().version

            #expect(try await references.seed(only: lists).isEmpty)
            #expect(try await references.snapshot().version == before)
        }
    }

    @Test("The lists are read once, and again only when one has changed", arguments: Engine.available)
    func cached(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            try await references.seed(only: [.profession])
            let first = try await StatementLog.recording { try await references.snapshot().version }
            let second = try await StatementLog.recording { try await references.snapshot().version }
            #expect(first.statements.count == 4)
            #expect(second.statements.count == 1)

            // Another process: an entrance of its own over the same store.
            let elsewhere = References(references.store)
            let entry = ReferenceEntry(code: "9.1.1.1.0", label: "Ufficiali")
            let row = LoadRow(row: 2, key: entry.code, entry: entry)
            _ = try await elsewhere.load(.profession, [row], extent: .part, source: "test")
            let third = try await references.snapshot()
            #expect(third.version > second.result)
            #expect(third.label("9.1.1.1.0", in: .profession).it == "Ufficiali")
        }
    }

    @Test("A list that came from an official table is left as it is", arguments: Engine.available)
    func official(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let entry = ReferenceEntry(code: "5.2.2.1.0", label: "Cuochi in alberghi e ristoranti")
            let row = LoadRow(row: 2, key: entry.code, entry: entry)
            _ = try await references.load(.profession, [row], extent: .part, source: "CP2021")

            let seeded = try await references.seed(only: [.profession, .measure])
            let snapshot = try await references.snapshot()
            #expect(seeded == [.measure])
            #expect(snapshot.isOfficial(.profession))
            #expect(snapshot.entries(.profession).map(\.label.it) == ["Cuochi in alberghi e ristoranti"])
        }
    }

    @Test("A newer table changes labels, and ends what it no longer holds", arguments: Engine.available)
    func newerTable(on engine: Engine) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: try StarterTables().folder.resolvingSymlinksInPath(), to: folder)
        let measures = folder.appending(path: "measures.csv")
        try Data("code,label_it,label_en\nSFL,Nuovo nome,New name\nRDC,Reddito di cittadinanza,Citizens' income\n".utf8)
            .write(to: measures)

        try await withReferences(on: engine) { references in
            try await references.seed(only: [.measure, .region])
            let tables = try StarterTables(folder: folder.path(percentEncoded: false))
            #expect(try await references.seed(from: tables, only: [.measure, .region]) == [.measure])

            let snapshot = try await references.snapshot()
            let (today, tomorrow) = (references.store.today, references.store.today.adding(days: 1))
            #expect(snapshot.label("SFL", in: .measure).en == "New name")
            #expect(snapshot.label("ADI", in: .measure).it == "Assegno di inclusione")
            #expect(Set(snapshot.entries(.measure, on: tomorrow).map(\.code)) == ["SFL", "RDC"])
            #expect(snapshot.entries(.measure, on: today).count == 6)
        }
    }
}
