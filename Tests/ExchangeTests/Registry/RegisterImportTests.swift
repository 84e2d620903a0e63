import Documents
import Domain
import Foundation
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("Files of the register")
struct RegisterImportTests {
    private static let place: PlaceOfMunicipality = { code, _ in
        ["F205": Branch.Place(province: "MI", region: "03"), "L219": Branch.Place(province: "TO", region: "01")][code]
    }

    private func run(
        _ importer: Importer,
        _ text: String,
        _ encoding: String.Encoding = .utf8,
        _ options: ImportOptions = ImportOptions()
    ) async throws -> ImportReport {
        let data = try #require(text.data(using: encoding))
        return try await importer.run(try ImportTable(TableSource.bytes([UInt8](data))), options)
    }

    @Test("The five files make a register in which people find their branches", arguments: Engine.available)
    func whole(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: Schema.migrations) { database in
            let today: Day = "2026-03-10"
            let store = Store(database: database, clock: .frozen(today.start))
            let (registry, operators) = (Registry(store), Operators(store))
            let files: [(Importer, String)] = [
                (
                    Importer(registry.importingAgencies()),
                    "code,tax_code,name,sections,authorised_from,authorised_to\nAPL-1,01234567897,Alfa,1|4,2020-01-01,\n"
                ),
                (
                    Importer(registry.importingBranches(place: Self.place)),
                    """
                    agency_code,code,name,municipality_code,address,postal_code,email,phone,valid_from,valid_to
                    APL-1,APL-1-001,"Milano, Centro",f205,"Via Dante, 1",20121,mi@alfa.it,+39 02 1,2020-01-01,
                    APL-1,APL-1-002,Torino,L219,,,,,01/02/2020,

                    """
                ),
                (
                    Importer(operators.importing()),
                    "agency_code,tax_code,given_name,family_name,email,role\nAPL-1,RSSMRA80A01H501U,Mario,Rossi,,Super\n"
                ),
                (
                    Importer(operators.importingGrants()),
                    """
                    agency_code,operator_tax_code,branch_code,valid_from,valid_to
                    APL-1,rssmra80a01h501u,APL-1-001,2020-01-01,
                    APL-1,RSSMRA80A01H501U,APL-1-002,2020-02-01,2026-03-09

                    """
                ),
                (
                    Importer(registry.importingJobCentres(place: Self.place)),
                    "code,name,municipality_code,address,email\nCPI-MI,Centro per l'impiego di Milano,F205,Via Strozzi,\n"
                ),
            ]
            for (importer, text) in files {
                let report = try await run(importer, text)
                #expect(report.summary[.created] == text.split(separator: "\n").count - 1, "\(report.text())")
                #expect(!report.hasRefusals)
                let again = try await run(importer, text)
                #expect(again.summary[.unchanged] == report.summary[.created], "\(again.text())")
            }
            let roles = try await People(store).roles(of: try TaxCode(person: "RSSMRA80A01H501U"))
            guard case .operator(let account) = roles.first else {
                Issue.record("\(roles)")
                return
            }
            let scopes = try await People(store).scopes(of: account)
            #expect(scopes.map(\.code) == ["APL-1-001"])
            #expect(try await registry.branch(code: "APL-1-001").name == "Milano, Centro")
            #expect(try await registry.agency(code: "APL-1").sections == [.generalist, .searchAndSelection])
            #expect(try await registry.jobCentre(code: "CPI-MI").address == "Via Strozzi")
        }
    }

    @Test("Italian headings, Windows-1252 and semicolons give the same rows", arguments: Engine.available)
    func italian(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let text = """
                Codice agenzia;Codice fiscale;Nome;Cognome;E-mail;Ruolo\r
                ALFA;BNCLRA92E58F839L;Nicolò;D'Angelò;;Filiale\r
                ALFA;BNCLRA92E58F839X;Lara;Bianchi;;Filiale\r

                """
            let report = try await run(Importer(Operators(world.store).importing()), text, .windowsCP1252)
            #expect(report.encoding == "Windows-1252" && report.separator == ";")
            #expect(report.summary[.created] == 1 && report.summary[.rejected] == 1)
            #expect(report.receipts.first?.row == 3)
            let list = try await Operators(world.store).list(of: world.agency("ALFA").id)
            #expect(list.contains { $0.givenName == "Nicolò" && $0.familyName == "D'Angelò" && $0.role == .branch })
        }
    }

    @Test("A full file of grants withdraws what it lacks, but not what a faulty row names", arguments: Engine.available)
    func full(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let anna = try #require(world.operators["ALFA/anna"]).taxCode
            let text = """
                agency_code,operator_tax_code,branch_code,valid_from,valid_to
                ALFA,\(anna),ALFA-MI1,2020-01-01,
                ALFA,\(anna.text.lowercased()),ALFA-MI2,01/01/2020,31/02/2027

                """
            let importer = Importer(Operators(world.store).importingGrants())
            let report = try await run(importer, text, .utf8, ImportOptions(isFull: true, agency: "ALFA"))
            #expect(report.summary[.rejected] == 1)
            #expect(report.summary[.ended] == 4)
            #expect(try await world.openBranches(to: world.anna) == ["ALFA-MI1", "ALFA-MI2"])
            #expect(try await world.openBranches(to: world.bruno) == [])
            #expect(report.text().contains("ALFA/\(anna)/ALFA-TO1/2020-01-01: chiuso, non è più nel file"))
        }
    }

    @Test("Faulty cells of each file are named", arguments: Engine.available)
    func faulty(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let registry = Registry(world.store)
            let agencies = try await run(
                Importer(registry.importingAgencies()),
                """
                code;tax_code;name;sections;authorised_from;authorised_to
                X1;01234567890;X;1;2020-01-01;
                X2;00743110157;X;6;2020-01-01;
                X3;00159560366;X;1;;
                X4;11359591002;;III.1;01/01/2020;31/12/2019

                """
            )
            #expect(
                agencies.receipts.map { $0.findings.map { "\($0.field) \($0.code)" } } == [
                    ["tax_code tax_code_wrong_check_character"], ["sections unknown_code"],
                    ["authorised_from required"], ["name required"],
                ]
            )
            let branches = try await run(
                Importer(registry.importingBranches(place: Self.place)),
                """
                agency_code,code,name,municipality_code,email,valid_from
                ALFA,B1,Roma,H501,,2020-01-01
                ALFA,B2,Milano,F205,not an address,2020-01-01
                NOPE,B3,Milano,F205,,2020-01-01

                """
            )
            #expect(
                branches.receipts.map { $0.findings.map(\.code) } == [
                    ["unknown_municipality"], ["not_an_email"], ["unknown_agency"],
                ]
            )
        }
    }

    @Test("A file that is no table is refused as a whole, with what to do")
    func unreadable() {
        let error = #expect(throws: CannotImport.self) { try ImportTable(TableSource.bytes(Array("%PDF-1.7".utf8))) }
        #expect(error?.message.it == "Il file non è leggibile: è un file PDF: salvare come CSV o XLSX")
        #expect(throws: CannotImport.empty) { try ImportTable(TableSource.bytes([])) }
    }
}
