import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading an official table of comuni")
struct ReferencesLoadMunicipalitiesTests {
    private let everything = LoadExtent.full(alsoHolding: [])

    private func row(
        _ number: Int,
        _ code: String,
        _ name: String,
        from: String? = nil,
        to: String? = nil,
        province: String = "MI",
        position: Position? = nil
    ) -> LoadRow<MunicipalityEntry> {
        let entry = MunicipalityEntry(
            code: code,
            name: name,
            province: province,
            position: position,
            validFrom: from.flatMap { Day($0) },
            validTo: to.flatMap { Day($0) }
        )
        return LoadRow(row: number, key: "\(code) \(from ?? "")", entry: entry)
    }

    private func withReferences(on engine: Engine, _ body: (References) async throws -> Void) async throws {
        let clock = try ReferenceSamples.clock("2026-11-23")
        try await withDatabase(on: engine, migrations: ReferenceSchema.migrations) { database in
            try await body(References(Store(database: database, clock: clock)))
        }
    }

    private var three: [LoadRow<MunicipalityEntry>] {
        [
            row(2, "A001", "Alfa", from: "1900-01-01", position: Position(latitude: 45, longitude: 9)),
            row(3, "A002", "Beta", from: "1900-01-01"),
            row(4, "A003", "Gamma", from: "1900-01-01"),
        ]
    }

    @Test("The same table again changes nothing", arguments: Engine.available)
    func idempotent(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let first = try await references.load(municipalities: three, extent: everything, source: "a.csv")
            let version = try await references.snapshot().version
            let second = try await references.load(municipalities: three, extent: everything, source: "a.csv")

            #expect(first.map(\.outcome) == [.created, .created, .created])
            #expect(second.map(\.outcome) == [.unchanged, .unchanged, .unchanged])
            #expect(try await references.snapshot().version == version)
        }
    }

    @Test("A later beginning ends the present period the day before", arguments: Engine.available)
    func newPeriod(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            _ = try await references.load(municipalities: three, extent: everything, source: "a.csv")
            let renamed = [row(2, "A001", "Alfa Nuova", from: "2026-01-01", province: "MB")] + three.dropFirst()
            let receipts = try await references.load(municipalities: renamed, extent: everything, source: "b.csv")
            #expect(receipts.map(\.outcome) == [.updated, .unchanged, .unchanged])

            let snapshot = try await references.snapshot()
            #expect(try snapshot.municipality("A001", on: ReferenceSamples.day("2025-12-31"))?.name == "Alfa")
            #expect(try snapshot.municipality("A001", on: ReferenceSamples.day("2026-01-01"))?.name == "Alfa Nuova")
            #expect(snapshot.municipality("A001")?.position == Position(latitude: 45, longitude: 9))
            #expect(try snapshot.birthPlace("A001", on: ReferenceSamples.day("1980-01-01"))?.province == "MI")
        }
    }

    @Test("A comune that a full table lacks ends today and is still a place of birth", arguments: Engine.available)
    func ended(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            _ = try await references.load(municipalities: three, extent: everything, source: "a.csv")
            let receipts = try await references.load(
                municipalities: Array(three.dropLast()),
                extent: everything,
                source: "b.csv"
            )
            #expect(receipts.last == LoadReceipt(row: 0, key: "A003", outcome: .ended, code: "A003"))

            let snapshot = try await references.snapshot()
            let tomorrow = references.store.today.adding(days: 1)
            #expect(snapshot.municipality("A003", on: tomorrow) == nil)
            #expect(snapshot.birthPlace("A003", on: tomorrow)?.name.it == "Gamma")
            #expect(snapshot.municipalities(matching: "gamma").isEmpty)
        }
    }

    @Test("A table of past periods adds to the past and ends nothing", arguments: Engine.available)
    func past(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            _ = try await references.load(municipalities: three, extent: everything, source: "a.csv")
            let history = [row(2, "A001", "Alfa Vecchia", from: "1861-03-17", to: "1899-12-31")]
            let receipts = try await references.load(municipalities: history, extent: everything, source: "c.csv")
            #expect(receipts.map(\.outcome) == [.created])

            let snapshot = try await references.snapshot()
            #expect(snapshot.municipality("A003")?.validTo == nil)
            #expect(try snapshot.municipality("A001", on: ReferenceSamples.day("1880-01-01"))?.name == "Alfa Vecchia")
        }
    }

    @Test("A period that is over needs its first day", arguments: Engine.available)
    func withoutBeginning(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let rows = [row(2, "A009", "Delta", to: "1899-12-31")]
            let receipts = try await references.load(municipalities: rows, extent: .part, source: "c.csv")

            #expect(receipts.map(\.outcome) == [.rejected])
            #expect(receipts[0].findings.map(\.field) == ["istituito_il"])
        }
    }

    @Test("A name in capitals does not take the place of one that is spelt as people do", arguments: Engine.available)
    func capitals(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            _ = try await references.load(municipalities: three, extent: everything, source: "a.csv")
            let rows = [row(2, "A001", "ALFA", from: "1900-01-01")]
            let receipts = try await references.load(municipalities: rows, extent: .part, source: "b.csv")

            #expect(receipts.map(\.outcome) == [.unchanged])
        }
    }

    @Test("A cut-off table is refused, and a new province is taken with a warning", arguments: Engine.available)
    func doubts(on engine: Engine) async throws {
        try await withReferences(on: engine) { references in
            let first = try await references.load(municipalities: three, extent: everything, source: "a.csv")
            #expect(first[0].findings.map(\.code) == ["code_not_verified"])

            await #expect(throws: CannotLoadReferenceTable.wouldEndMost(.municipality, ended: 2, of: 3)) {
                try await references.load(municipalities: [three[0]], extent: everything, source: "b.csv")
            }
        }
    }
}
