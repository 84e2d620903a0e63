import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Exchange

@Suite("The import of a table")
struct ImportDefinitionTests {
    private final class Loads: Sendable {
        let portions = Mutex<[[String]]>([])
        let extents = Mutex<[LoadExtent]>([])
    }

    private final class Position: Sendable {
        let value = Mutex(0)
    }

    private func definition(
        _ loads: Loads,
        _ portion: ImportDefinition<String>.Portion = .wholeFile,
        mayBeFull: Bool = true,
        judgesFaultyRows: Bool = false
    ) -> ImportDefinition<String> {
        ImportDefinition(
            .branches,
            columns: [
                ImportColumn("agency_code", .obligatory),
                ImportColumn("code", .obligatory, aliases: ["codice della filiale"]),
                ImportColumn("postal_code", aliases: ["CAP"]), ImportColumn("valid_to"),
            ],
            portion: portion,
            mayBeFull: mayBeFull,
            judgesFaultyRows: judgesFaultyRows,
            keyColumn: "code",
            key: { $0.raw("code") },
            read: { fields in
                let code = fields.required("code")
                _ = fields.day("valid_to")
                return code
            },
            load: { rows, request in
                loads.portions.withLock { $0.append(rows.map(\.entry)) }
                loads.extents.withLock { $0.append(request.extent) }
                return rows.map { $0.receipt($0.findings.haveErrors ? .rejected : .created) }
            }
        )
    }

    @Test("Headings match in English and Italian, whatever their case, accents, blanks and order")
    func headings() async throws {
        let loads = Loads()
        let table = ImportTable(
            headings: [" CAP ", "Codice  della_Filiale", "AGENCY CODE", "note"],
            rows: [["20121", "M1", "A", "?"]]
        )
        let report = try await definition(loads).run(table)
        #expect(loads.portions.withLock { $0 } == [["M1"]])
        #expect(report.warnings.map(\.code) == ["unknown_column"])
        #expect(report.warnings.map(\.field) == ["note"])
        #expect(!report.hasRefusals)
    }

    @Test("A missing obligatory column refuses the file, naming it and what was found")
    func missing() async throws {
        let definition = definition(Loads())
        let error = await #expect(throws: CannotImport.self) {
            try await definition.run(ImportTable(headings: ["code", "cap"], rows: [["a", "b"]]))
        }
        #expect(error == .missingColumns(["agency_code"], found: ["code", "cap"]))
        #expect(error?.message.it == "Manca la colonna obbligatoria agency_code; intestazioni trovate: «code», «cap»")
        await #expect(throws: CannotImport.empty) {
            try await definition.run(ImportTable(headings: ["", " "], rows: []))
        }
        await #expect(throws: CannotImport.repeatedColumn("postal_code", headings: ["postal_code", "CAP"])) {
            try await definition.run(ImportTable(headings: ["code", "agency_code", "postal_code", "CAP"], rows: []))
        }
    }

    @Test("Faulty and repeated rows are refused with their numbers and fields, the others are loaded")
    func refusals() async throws {
        let loads = Loads()
        let table = ImportTable(
            headings: ["agency_code", "code", "valid_to"],
            rows: [
                ["A", "1", ""], ["A", "", ""], ["", "", ""], ["A", "2", "31/02/2026"], ["A", "1", ""],
                ["A", "3", "", "x"],
                ["A", "4"],
            ]
        )
        let report = try await definition(loads).run(table)
        #expect(loads.portions.withLock { $0 } == [["1", "4"]])
        #expect(report.summary[.created] == 2)
        #expect(report.summary[.rejected] == 4)
        #expect(report.receipts.map(\.row) == [3, 5, 6, 7])
        #expect(
            report.receipts.map { $0.findings.map(\.code) } == [
                ["required"], ["not_a_date"], ["duplicate_in_file"], ["too_many_cells"],
            ]
        )
        #expect(report.hasRefusals)
    }

    @Test("A long file is loaded in portions, and a key is remembered across them")
    func portions() async throws {
        let loads = Loads()
        let rows = (0..<2500).map { ["A", $0 == 2400 ? "7" : "\($0)"] }
        let report = try await definition(loads, .rows(1000))
            .run(ImportTable(headings: ["agency_code", "code"], rows: rows))
        #expect(loads.portions.withLock { $0.map(\.count) } == [1000, 1000, 499])
        #expect(report.receipts.map(\.row) == [2402])
        #expect(report.receipts.first?.findings.first?.message.it == "Lo stesso oggetto compare già alla riga 9")
    }

    @Test("A file that breaks off is reported with the last row read, or refused whole when nothing was loaded yet")
    func broken() async throws {
        let loads = Loads()
        let rows = Position()
        let table = ImportTable(headings: ["agency_code", "code"], encoding: "UTF-8") { count in
            let start = rows.value.withLock { position in
                defer { position += count }
                return position
            }
            if start >= 2000 { throw CannotImport.unreadable(Localized(it: "è rotto", en: "it is broken")) }
            return (start..<start + count).map { ImportTable.Row(number: $0 + 2, cells: ["A", "\($0)"]) }
        }
        let report = try await definition(loads, .rows(1000)).run(table)
        #expect(report.summary[.created] == 2000)
        #expect(report.hasRefusals)
        #expect(report.interruption?.message.it.hasPrefix("Dopo la riga 2001 il file non è stato letto") == true)
        #expect(report.text().contains("Il file non è leggibile: è rotto"))
        rows.value.withLock { $0 = 0 }
        await #expect(throws: CannotImport.self) { try await definition(loads, .wholeFile).run(table) }
    }

    @Test("A full file tells the keys of its refused rows; without rows, or for a kind that never ends, it is refused")
    func full() async throws {
        let loads = Loads()
        let table = ImportTable(
            headings: ["agency_code", "code", "valid_to"],
            rows: [["A", "1", ""], ["A", "2", "never"]]
        )
        _ = try await definition(loads).run(table, ImportOptions(isFull: true))
        #expect(loads.extents.withLock { $0 } == [.full(alsoHolding: ["2"])])
        let empty = ImportTable(headings: ["agency_code", "code"], rows: [["", " "]])
        await #expect(throws: CannotImport.fullWithoutRows(.branches)) {
            try await definition(loads).run(empty, ImportOptions(isFull: true))
        }
        await #expect(throws: CannotImport.neverFull(.branches)) {
            try await definition(loads, mayBeFull: false).run(empty, ImportOptions(isFull: true))
        }
        #expect(loads.portions.withLock { $0.count } == 1)
    }

    @Test("A kind with many rules gets faulty rows too, to add what it finds")
    func judged() async throws {
        let loads = Loads()
        let table = ImportTable(
            headings: ["agency_code", "code", "valid_to"],
            rows: [["A", "1", "never"], ["A", "", ""]]
        )
        let report = try await definition(loads, judgesFaultyRows: true).run(table)
        #expect(loads.portions.withLock { $0 } == [["1"]])
        #expect(report.summary[.rejected] == 2)
    }

    @Test("An agency named outside the file stands in for the column, and rows of another are refused")
    func agency() async throws {
        let options = ImportOptions(agency: "A")
        let without = try await definition(Loads()).run(ImportTable(headings: ["code"], rows: [["1"]]), options)
        #expect(without.summary[.created] == 1)
        let table = ImportTable(headings: ["code", "agency_code"], rows: [["1", "A"], ["2", "B"]])
        let report = try await definition(Loads()).run(table, options)
        #expect(report.summary[.created] == 1)
        #expect(report.receipts.map { $0.findings.map(\.code) } == [["other_agency"]])
    }
}
