import Documents
import Domain
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("The list of citizens as a workbook")
struct CitizensSheetTests {
    private func workbook(
        _ list: CitizenList,
        as person: OperatorIdentity,
        in world: World,
        rowsPerSheet: Int? = nil,
        language: Language = .it
    ) async throws -> [UInt8] {
        let export = try await world.citizens.export(list, as: person, reference: .shared, in: language)
        let sheet =
            rowsPerSheet.map { ListSheet(export, rowsPerSheet: $0) }
            ?? ListSheet(export)
        var bytes: [UInt8] = []
        try await sheet.write { bytes += $0 }
        return bytes
    }

    private func rows(_ bytes: [UInt8], sheet: String? = nil) throws -> (heading: [String], rows: [[String]]) {
        var reader = try TableSource.bytes(bytes).open(sheet: sheet)
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells) }
        return (reader.header, rows)
    }

    @Test("It holds exactly the rows of the list, in its order, with its columns", arguments: Engine.available)
    func sameRows(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for (index, name) in ["Verdi", "=1+1", "D’Angelò", "+Neri", "Rossi"].enumerated() {
                let birth = try #require(Day(year: 1970 + index, month: 5, day: 1))
                try await world.citizen(.sample(name, birth: birth))
            }
            let list = CitizenList(
                filter: CitizenFilter(ageMax: 55, keywords: "cameriera"),
                sort: CitizenSort(.surname),
                columns: [.familyName, .age, .padDay, .ownVehicle, .branches, .phone]
            )
            let found = try rows(try await workbook(list, as: world.anna, in: world))
            #expect(found.heading == ["Cognome", "Età", "Data PAD", "Automunito", "Filiali scelte", "Telefono"])
            let listed = try await world.citizens.list(list, as: world.anna, reference: .shared).rows
            #expect(found.rows.map(\.first) == listed.map(\.familyName))
            #expect(
                found.rows.map(\.first)
                    == ["=1+1", "D’Angelò", "+Neri", "Rossi", "Verdi"].sorted {
                        Fold.key($0 + " Maria") < Fold.key($1 + " Maria")
                    }
            )
            let rossi = try #require(found.rows.first { $0.first == "Rossi" })
            #expect(rossi == ["Rossi", "51", "2026-03-10", "false", "Milano Centro", "+39 333 1234567"])
        }
    }

    @Test(
        "A second sheet says who took it away, when, of which scope and filters, and how many rows",
        arguments: Engine.available
    )
    func information(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            let list = CitizenList(filter: CitizenFilter(ageMin: 30, educationMin: "LSE", keywords: "cameriere"))
            let found = try rows(try await workbook(list, as: world.bruno, in: world), sheet: "Informazioni")
            let lines = Dictionary(([found.heading] + found.rows).map { ($0[0], $0.count > 1 ? $0[1] : "") }) { $1 }
            #expect(lines["Esportato da"] == "Bruno D'Angelò")
            #expect(lines["Agenzia"] == "Alfa Lavoro S.p.A.")
            #expect(lines["Ambito"] == "Cross-filiale: Milano Bovisa, Milano Centro")
            #expect(lines["Righe"] == "1")
            #expect(lines["Filtro: Età minima"] == "30")
            #expect(lines["Filtro: Titolo di studio minimo"]?.hasPrefix("Licenza media") == true)
            #expect(lines["Filtro: Parole chiave"] == "cameriere")
            #expect(lines["Quando"]?.hasPrefix("2026-03-10") == true)
            #expect(lines["Avvertenza"]?.contains("titolare") == true)
        }
    }

    @Test("No tax code is anywhere in it", arguments: Engine.available)
    func withoutTaxCode(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let entry = ApplicationEntry.sample()
            try await world.citizen(entry)
            let bytes = try await workbook(CitizenList(columns: CitizenColumn.allCases), as: world.anna, in: world)
            for sheet in [nil, "Informazioni"] {
                let cells = try rows(bytes, sheet: sheet)
                #expect(!([cells.heading] + cells.rows).joined().contains { $0.contains(entry.taxCode.text) })
            }
        }
    }

    @Test("When a sheet is full the rows go on in the next", arguments: Engine.available)
    func severalSheets(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for index in 0..<5 { try await world.citizen(.sample("Rossi", birth: "198\(index)-04-12".day)) }
            let list = CitizenList(columns: [.familyName, .age])
            let bytes = try await workbook(list, as: world.anna, in: world, rowsPerSheet: 2, language: .en)
            var ages: [String] = []
            for sheet in ["Citizens", "Citizens 2", "Citizens 3"] {
                let found = try rows(bytes, sheet: sheet)
                #expect(found.heading == ["Family name", "Age"])
                ages += found.rows.map { $0[1] }
            }
            #expect(Set(ages) == ["45", "44", "43", "42", "41"])
        }
    }

    @Test("Both ends are in the audit trail, and a broken stream is not a success", arguments: Engine.available)
    func audited(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            _ = try await workbook(CitizenList(), as: world.anna, in: world)
            struct Gone: Error {}
            let export = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            await #expect(throws: Gone.self) {
                try await ListSheet(export).write { _ in throw Gone() }
            }
            let traces = try await world.store.latestTraces(of: world.agency("ALFA").id, atMost: 4)
            #expect(
                traces.map { "\($0.result.rawValue) \($0.rows ?? -1)" } == [
                    "failed 1", "started -1", "succeeded 1", "started -1",
                ]
            )
            #expect(traces.map(\.subjectID)[0] == traces.map(\.subjectID)[1])
        }
    }

    @Test(
        "Its end is in the audit trail when the task was cancelled, with the rows that left",
        arguments: Engine.available
    )
    func cancelled(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for day in 1...3 {
                try await world.citizen(.sample(birth: try #require(Day(year: 1980, month: 5, day: day))))
            }
            let (started, unread) = (
                try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared),
                try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            )
            func cancelledExport(_ export: CitizenExport, afterPieces limit: Int) async {
                await #expect(throws: CancellationError.self) {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask {
                            var pieces = 0
                            func cancelWhenDue() { if pieces == limit { withUnsafeCurrentTask { $0?.cancel() } } }
                            cancelWhenDue()
                            try await ListSheet(export).write { _ in
                                pieces += 1
                                cancelWhenDue()
                                try Task.checkCancellation()
                            }
                        }
                        try await group.waitForAll()
                    }
                }
            }
            await cancelledExport(started, afterPieces: 1)
            await cancelledExport(unread, afterPieces: 0)
            let traces = try await world.store.latestTraces(of: world.agency("ALFA").id, atMost: 4)
            #expect(
                traces.map { "\($0.result.rawValue) \($0.rows ?? -1)" } == [
                    "cancelled 0", "cancelled 3", "started -1", "started -1",
                ]
            )
            #expect(Set(traces.map(\.subjectID)).count == 2)
        }
    }

    @Test("A stream that breaks off cannot pass for a workbook", arguments: Engine.available)
    func broken(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample())
            let export = try await world.citizens.export(CitizenList(), as: world.anna, reference: .shared)
            var pieces: [[UInt8]] = []
            try await ListSheet(export).write { pieces.append($0) }
            #expect(pieces.count >= 2)
            let first = Array(pieces.dropLast().joined())
            #expect(throws: CannotReadTable.self) { _ = try TableSource.bytes(first).open().header }
        }
    }
}

extension String {
    fileprivate var day: Day { Day(self) ?? "2000-01-01" }
}
