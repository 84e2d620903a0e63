import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading an official table of codes")
struct ReferencesLoadTests {
    private func rows(_ entries: [(code: String, label: String)]) -> [LoadRow<ReferenceEntry>] {
        entries.enumerated().map { index, entry in
            LoadRow(row: index + 2, key: entry.code, entry: ReferenceEntry(code: entry.code, label: entry.label))
        }
    }

    private let everything = LoadExtent.full(alsoHolding: [])

    private func withReferences(
        on engine: Engine,
        _ body: (_ today: References, _ later: References) async throws -> Void
    ) async throws {
        let today = try ReferenceSamples.clock("2026-11-23")
        let later = try ReferenceSamples.clock("2027-02-01")
        try await withDatabase(on: engine, migrations: ReferenceSchema.migrations) { database in
            try await body(
                References(Store(database: database, clock: today)),
                References(Store(database: database, clock: later))
            )
        }
    }

    @Test(
        "Codes come in, labels change, what is missing ends, and the same table again changes nothing",
        arguments: Engine.available
    )
    func outcomes(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, later in
            let first = rows([("1.1.1.1.0", "Uno"), ("1.1.1.2.0", "Due"), ("1.1.1.3.0", "Tre")])
            let created = try await today.load(.profession, first, extent: everything, source: "a.csv")
            #expect(created.map(\.outcome) == [.created, .created, .created])
            #expect(created.map(\.row) == [2, 3, 4])

            let version = try await today.snapshot().version
            let again = try await today.load(.profession, first, extent: everything, source: "a.csv")
            #expect(again.map(\.outcome) == [.unchanged, .unchanged, .unchanged])
            #expect(try await today.snapshot().version == version)

            let second = rows([("1.1.1.1.0", "Uno"), ("1.1.1.2.0", "Due nuovo"), ("1.1.1.4.0", "Quattro")])
            let changed = try await later.load(.profession, second, extent: everything, source: "b.csv")
            #expect(changed.map(\.outcome) == [.unchanged, .updated, .created, .ended])
            #expect(changed.last == LoadReceipt(row: 0, key: "1.1.1.3.0", outcome: .ended))

            let snapshot = try await later.snapshot()
            #expect(snapshot.label("1.1.1.3.0", in: .profession).it == "Tre")
            #expect(snapshot.entry("1.1.1.3.0", in: .profession)?.validTo == Day("2027-02-01"))
            #expect(snapshot.entry("1.1.1.4.0", in: .profession)?.validFrom == Day("2027-02-01"))
            #expect(snapshot.entry("1.1.1.1.0", in: .profession)?.validFrom == nil)
        }
    }

    @Test("An ended code that comes back is good again", arguments: Engine.available)
    func back(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, later in
            let all = rows([("1.1.1.1.0", "Uno"), ("1.1.1.2.0", "Due"), ("1.1.1.3.0", "Tre")])
            _ = try await today.load(.profession, all, extent: everything, source: "a.csv")
            _ = try await today.load(.profession, Array(all.dropLast()), extent: everything, source: "b.csv")
            #expect(try await today.snapshot().entry("1.1.1.3.0", in: .profession)?.validTo != nil)

            let receipts = try await later.load(.profession, all, extent: everything, source: "c.csv")
            #expect(receipts.map(\.outcome) == [.unchanged, .unchanged, .updated])
            #expect(try await later.snapshot().entry("1.1.1.3.0", in: .profession)?.validTo == nil)
        }
    }

    @Test("A row that was refused still says that its code is there", arguments: Engine.available)
    func refused(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, _ in
            let all = rows([("1.1.1.1.0", "Uno"), ("1.1.1.2.0", "Due")])
            _ = try await today.load(.profession, all, extent: everything, source: "a.csv")
            let receipts = try await today.load(
                .profession,
                Array(all.dropLast()),
                extent: .full(alsoHolding: ["1.1.1.2.0"]),
                source: "b.csv"
            )
            #expect(receipts.map(\.outcome) == [.unchanged])
        }
    }

    @Test("A table that lacks more than half of the codes is refused, and nothing changes", arguments: Engine.available)
    func cutOff(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, _ in
            let all = rows([("1.1.1.1.0", "Uno"), ("1.1.1.2.0", "Due"), ("1.1.1.3.0", "Tre")])
            _ = try await today.load(.profession, all, extent: everything, source: "a.csv")

            await #expect(throws: CannotLoadReferenceTable.wouldEndMost(.profession, ended: 2, of: 3)) {
                try await today.load(.profession, rows([("1.1.1.1.0", "X")]), extent: everything, source: "b.csv")
            }
            #expect(try await today.snapshot().label("1.1.1.1.0", in: .profession).it == "Uno")
        }
    }

    @Test("A rehearsal answers as the load would, and writes nothing", arguments: Engine.available)
    func rehearsal(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, _ in
            let all = rows([("1.1.1.1.0", "Uno")])
            let receipts = try await today.load(.profession, all, extent: everything, source: "a.csv", isDryRun: true)

            #expect(receipts.map(\.outcome) == [.created])
            #expect(try await today.snapshot().entries(.profession).isEmpty)
        }
    }

    @Test(
        "The official label takes the place of ours, which is still found; the rest of the entry stays",
        arguments: Engine.available
    )
    func overStarter(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, _ in
            try await today.seed(only: [.profession])
            let official = rows([("5.2.2.1.0", "Cuochi in alberghi e ristoranti")])
            _ = try await today.load(.profession, official, extent: .part, source: "cp2021.csv")
            let again = try await today.load(.profession, official, extent: .part, source: "cp2021.csv")

            let snapshot = try await today.snapshot()
            let day = today.store.today
            #expect(again.map(\.outcome) == [.unchanged])
            #expect(snapshot.label("5.2.2.1.0", in: .profession).it == "Cuochi in alberghi e ristoranti")
            #expect(snapshot.label("5.2.2.1.0", in: .profession).en == "Cook in hotels and restaurants")
            for word in ["cuoca", "chef", "cuochi"] {
                #expect(snapshot.professions(matching: word, on: day).map(\.code).contains("5.2.2.1.0"), "\(word)")
            }
        }
    }

    @Test("A table may itself say since when and until when a code is good", arguments: Engine.available)
    func dates(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, _ in
            let entry = ReferenceEntry(
                code: "33.14.01",
                label: "Codice eliminato",
                validFrom: Day("2008-01-01"),
                validTo: Day("2008-12-31")
            )
            let row = LoadRow(row: 2, key: entry.code, entry: entry)
            for expected in [LoadOutcome.created, .unchanged] {
                let receipts = try await today.load(.ateco2007, [row], extent: everything, source: "a.csv")
                #expect(receipts.map(\.outcome) == [expected])
            }
            let snapshot = try await today.snapshot()
            #expect(snapshot.entries(.ateco2007, on: try ReferenceSamples.day("2008-06-01")).count == 1)
            #expect(snapshot.entries(.ateco2007, on: today.store.today).isEmpty)
        }
    }

    @Test(
        "Education levels keep their rank under the official labels; a new one is pointed out",
        arguments: Engine.available
    )
    func ranks(on engine: Engine) async throws {
        try await withReferences(on: engine) { today, _ in
            try await today.seed(only: [.education])
            let receipts = try await today.load(
                .education,
                rows([("USG", "Diploma di maturità"), ("XYZ", "Titolo nuovo")]),
                extent: .part,
                source: "titoli.csv"
            )
            #expect(receipts[0].findings.isEmpty)
            #expect(receipts[1].findings.map(\.code) == ["rank_missing"])
            let snapshot = try await today.snapshot()
            #expect(snapshot.rank(ofEducation: "USG") == 4)
            #expect(snapshot.label("USG", in: .education).it == "Diploma di maturità")
            #expect(snapshot.entries(.education).last?.code == "XYZ")
        }
    }
}
