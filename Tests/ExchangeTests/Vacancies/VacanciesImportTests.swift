import Domain
import Foundation
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("Importing vacancies")
struct VacanciesImportTests {
    let today: Day = "2026-12-01"

    private func report(
        _ world: World,
        _ file: VacancyFile,
        _ options: ImportOptions = ImportOptions(agency: "ALFA", keepsAllReceipts: true)
    ) async throws -> ImportReport {
        try await Importer(world.vacancies.importing()).run(file.table, options)
    }

    @Test("The dotted names of the API's JSON and the Italian headings read the same", arguments: Engine.available)
    func headings(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let english = VacancyFile(rows: [VacancyFile.row])
            let italian = VacancyFile(rows: [VacancyFile.row], isItalian: true)

            let first = try await report(world, english)
            let second = try await report(world, italian)

            #expect(first.receipts.map(\.outcome) == [.created])
            #expect(second.receipts.map(\.outcome) == [.unchanged])
        }
    }

    @Test("Money may stand in columns of its own, as in the API's JSON", arguments: Engine.available)
    func amounts(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let names = VacancyFile.row.keys.sorted()
            let headings = names.map { name in
                switch name {
                case "pay.minimum", "pay.maximum": name + ".amount"
                case "pay.currency": "pay.minimum.currency"
                default: name
                }
            }
            let row = names.map { VacancyFile.row[$0] ?? "" }
            let table = ImportTable(
                headings: headings + ["pay.maximum.currency"],
                rows: [row + ["EUR"]]
            )
            let first = try await Importer(world.vacancies.importing()).run(
                table,
                ImportOptions(keepsAllReceipts: true)
            )

            #expect(first.warnings == [])
            #expect(first.receipts.map(\.outcome) == [.created])
        }
    }

    @Test("Each cell arrives where it belongs", arguments: Engine.available)
    func cells(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let receipts = try await report(world, VacancyFile(rows: [VacancyFile.row])).receipts
            #expect(receipts.flatMap(\.findings) == [])
            let publisher = Publisher(agency: world.agency("ALFA").id, actor: .system("test"))
            let vacancy = try await world.vacancies.find(receipts.first?.code ?? "", as: publisher)
            let terms = vacancy.terms

            #expect(vacancy.externalReference == "R-0")
            #expect(terms.title == "Magazziniere/a con patentino")
            #expect(terms.positions == 2)
            #expect(terms.employer.taxCode == "01234567897")
            #expect(terms.workplace.postalCode == "00155")
            #expect(terms.workplace.remoteWork == .onSite)
            #expect(terms.contract.workingTime == .fullTime)
            #expect(terms.contract.weeklyHours == Hundredths(38_50))
            #expect(terms.contract.shifts)
            #expect(terms.pay.minimum == Hundredths(1500_00))
            #expect(terms.pay.maximum == Hundredths(1650_50))
            #expect(terms.pay.period == .month)
            #expect(terms.requirements.drivingLicences == ["B", "C"])
            #expect(
                terms.requirements.languages == [
                    LanguageRequirement(code: "en", level: .b1, required: true),
                    LanguageRequirement(code: "de", level: .a2, required: false),
                ]
            )
            #expect(terms.requirements.skills == ["carrello elevatore", "uso del PC"])
            #expect(vacancy.publicationEndDate == "2026-12-31")
        }
    }

    @Test("Cells that cannot be read are explained beside what the rules find", arguments: Engine.available)
    func unreadable(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            var row = VacancyFile.row
            row["positions"] = "due"
            row["pay.minimum"] = "1.500,505"
            row["pay.currency"] = "CHF"
            row["contract.working_time"] = "sempre"
            row["requirements.languages"] = "inglese"
            row["publication_end_date"] = "31/02/2027"
            row["title"] = "Boss"
            let receipt = try #require(await report(world, VacancyFile(rows: [row])).receipts.first)

            #expect(receipt.outcome == .rejected)
            #expect(
                receipt.findings.map { "\($0.field): \($0.code)" }.sorted() == [
                    "contract.working_time: unknown_code", "pay.currency: currency_not_supported",
                    "pay.minimum: not_a_decimal", "positions: not_an_integer",
                    "publication_end_date: not_a_date", "requirements.languages: language_malformed",
                    "title: too_short",
                ]
            )
        }
    }

    @Test("Without an agency named, a row belongs to the one of its branch", arguments: Engine.available)
    func ownAgency(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            var (alfa, beta, nobody) = (VacancyFile.row, VacancyFile.row, VacancyFile.row)
            alfa["external_reference"] = "A"
            beta["external_reference"] = "B"
            beta["branch_code"] = "BETA-MI1"
            nobody["external_reference"] = "N"
            nobody["branch_code"] = "NIENTE"
            let options = ImportOptions(keepsAllReceipts: true)
            let receipts = try await report(world, VacancyFile(rows: [alfa, beta, nobody]), options).receipts

            #expect(receipts.map(\.outcome) == [.created, .created, .rejected])
            #expect(receipts.flatMap(\.findings).map(\.code) == ["branch_code_unknown"])

            let foreign = try await report(world, VacancyFile(rows: [beta])).receipts
            #expect(foreign.flatMap(\.findings).map(\.code) == ["branch_code_unknown"])
        }
    }

    @Test("On a page the file is loaded for whoever brings it", arguments: Engine.available)
    func asOperator(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            var (milan, turin) = (VacancyFile.row, VacancyFile.row)
            turin["external_reference"] = "T"
            turin["branch_code"] = "ALFA-TO1"
            milan["external_reference"] = "M"
            let importer = Importer(world.vacancies.importing(as: Publisher(world.bruno)))
            let file = VacancyFile(rows: [milan, turin])
            let preview = try await importer.run(file.table, ImportOptions(isDryRun: true, keepsAllReceipts: true))
            let report = try await importer.run(file.table, ImportOptions(keepsAllReceipts: true))

            #expect(preview.receipts.map(\.outcome) == [.created, .rejected])
            #expect(report.receipts.map(\.outcome) == [.created, .rejected])
        }
    }

    @Test("A file without the reference's column is refused as a whole", arguments: Engine.available)
    func missingColumn(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let table = ImportTable(headings: ["title", "branch_code"], rows: [["Cuoco/a di bordo", "ALFA-MI1"]])
            await #expect(
                throws: CannotImport.missingColumns(["external_reference"], found: ["title", "branch_code"])
            ) {
                try await Importer(world.vacancies.importing()).run(table, ImportOptions())
            }
        }
    }

    @Test("Of a large file all good rows go in, each faulty one is explained, and again it changes nothing")
    func large() async throws {
        for engine in Engine.available {
            let (rows, faulty) = engine == .sqlite ? (5000, 50) : (1000, 10)
            try await withWorld(on: engine, today: today) { world in
                let file = VacancyFile(count: rows, faulty: faulty)
                let first = try await report(world, file)
                #expect(first.summary[.created] == rows - faulty)
                #expect(first.summary[.rejected] == faulty)
                let refused = first.receipts.filter { $0.outcome == .rejected }
                #expect(refused.map(\.row) == file.faultyRows)
                #expect(refused.map { $0.findings.first { $0.severity == .error }?.code } == file.expectedCodes)

                let (statements, second) = try await StatementLog.recording { try await report(world, file) }
                #expect(second.summary[.unchanged] == rows - faulty)
                #expect(second.summary[.rejected] == faulty)
                #expect(statements.allSatisfy { !$0.hasPrefix("INSERT") && !$0.hasPrefix("UPDATE") })
            }
        }
    }
}
