import Documents
import Persistence
import TestSupport
import Testing

@testable import Domain
@testable import Exchange

@Suite("All lists as files")
struct ListSheetTests {
    private let today: Day = "2026-12-01"

    private func rows(_ bytes: [UInt8], sheet: String? = nil) throws -> (heading: [String], rows: [[String]]) {
        var reader = try TableSource.bytes(bytes).open(sheet: sheet)
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells) }
        return (reader.header, rows)
    }

    private func file<List>(_ export: ListExport<List>, as format: ExportFormat = .xlsx) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await ListSheet(export, as: format).write { bytes += $0 }
        return bytes
    }

    @Test(
        "Vacancies: the rows of the list in its order, with what is typed in them as text",
        arguments: Engine.available
    )
    func vacancies(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            try await world.load(
                .sample("A", until: "2026-12-20").with { $0.terms.title = "=Barista" },
                .sample("B", branch: "ALFA-TO1", until: "2026-12-10")
            )
            let list = VacancyList(
                sort: .endingFirst,
                columns: [
                    .externalReference, .title, .status, .endDate, .positions, .vacantPositions, .unread, .branch,
                ]
            )
            for format in ExportFormat.allCases {
                let bytes = try await file(try await world.vacancies.export(list, as: world.anna), as: format)
                let found = try rows(bytes)
                #expect(found.heading.first == "Codice dell'agenzia" && found.heading.count == 8)
                #expect(found.rows.map(\.first) == ["B", "A"], "\(format)")
                #expect(found.rows[1][1].hasSuffix("=Barista") && found.rows[1][2] == "Pubblicata", "\(found.rows)")
            }
        }
    }

    @Test("Expressions of interest: as the citizens were when they sent them", arguments: Engine.available)
    func interests(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let code = try #require(try await world.load(.sample(until: "2026-12-20")).first?.code)
            let rosa = try await world.citizen(.sample())
            _ = try await world.interests.express(in: code, as: rosa)
            let list = InterestList(columns: [.vacancyCode, .status, .age, .submittedAt, .movedBy])
            let export = try await world.interests.export(list, as: world.bruno, reference: .shared)
            let found = try rows(try await file(export))
            #expect(found.rows.count == 1)
            #expect(found.rows.first?.prefix(2) == [code, "Inviata"])
            let trail = try await world.auditTrail()
            #expect(trail.count { $0 == "interests.exported" } == 2)
        }
    }

    @Test("A large list is prepared in pieces, and taken whole", arguments: Engine.available)
    func prepared(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            for index in 0..<5 {
                let birth = try #require(Day(year: 1970 + index, month: 5, day: 1))
                try await world.citizen(.sample("Persona\(index)", birth: birth))
            }
            let exports = Exports(world.store)
            let preparation = ExportPreparation(
                exports: exports,
                citizens: world.citizens,
                interests: world.interests,
                vacancies: world.vacancies,
                references: References(world.store, knowing: .shared)
            )
            #expect(try await preparation.prepareNext() == 0)
            let list = CitizenList(filter: CitizenFilter(keywords: "cameriera"), sort: CitizenSort(.surname))
            let id = try await exports.request(list, as: .xlsx, in: .it, by: world.anna)
            #expect(try await preparation.prepareNext() == 1)
            let ready = try await exports.find(id, of: world.anna)
            #expect(ready.state == .ready && ready.rows == 5 && ready.total == 5)
            var bytes: [UInt8] = []
            try await exports.open(id, of: world.anna).write { bytes += $0 }
            #expect(bytes.count == ready.size)
            #expect(try rows(bytes).rows.map(\.first) == (0..<5).map { "Persona\($0)" })
            let information = try rows(bytes, sheet: "Informazioni")
            #expect(information.rows.contains { $0.first == "Filtro: Parole chiave" && $0.last == "cameriera" })
        }
    }

    @Test("One whose taker may not export any more fails, and leaves nothing", arguments: Engine.available)
    func withdrawn(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let preparation = ExportPreparation(
                exports: exports,
                citizens: world.citizens,
                interests: world.interests,
                vacancies: world.vacancies,
                references: References(world.store, knowing: .shared)
            )
            let foreign = CitizenList(filter: CitizenFilter(measures: ["SFL"]))
            let id = try await exports.request(foreign, as: .csv, in: .it, by: world.bruno)
            try await world.store.write { (transaction: borrowing Transaction) in
                _ = try transaction.run(
                    """
                    INSERT INTO export_withdrawal (operator_id, withdrawn_by, withdrawn_at)
                    VALUES (\(world.bruno.id), \(world.anna.id), \(world.store.now))
                    """
                )
            }
            #expect(try await preparation.prepareNext() == 1)
            #expect(try await exports.find(id, of: world.bruno).state == .failed)
        }
    }
}
