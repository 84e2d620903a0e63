import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("The report of an import")
struct ImportReportTests {
    private static let report: ImportReport = {
        let unknown = Finding.unknownColumn("note")
        var report = ImportReport(kind: .operators, encoding: "Windows-1252", separator: ";", warnings: [unknown])
        let wrong = CannotReadTaxCode.wrongCheckCharacter.finding(in: "tax_code")
        let doubtful = Finding("name", "odd", it: "Nome insolito", en: "Odd name", severity: .warning)
        report.add(
            [
                LoadReceipt(row: 2, key: "A/1", outcome: .created),
                LoadReceipt(row: 16, key: "A/2", outcome: .updated, findings: [doubtful]),
                LoadReceipt(row: 17, key: "=1+1", outcome: .rejected, findings: [wrong]),
                LoadReceipt(row: 0, key: "A/9", outcome: .ended),
            ],
            keepingAll: false
        )
        report.duration = .milliseconds(1250)
        return report
    }()

    @Test("In the terminal each finding has its row and field")
    func text() {
        #expect(
            Self.report.text() == """
                campo note: avviso: La colonna «note» non è prevista ed è stata ignorata
                Riga 16, campo name: avviso: Nome insolito
                Riga 17, campo tax_code: Il carattere di controllo del codice fiscale non corrisponde: forse c'è un errore di battitura
                A/9: chiuso, non è più nel file
                Operatori: 1 nuove, 1 aggiornate, 0 invariate, 1 chiuse, 1 rifiutate; 2 avvisi (Windows-1252, separatore «;», 1.2 s)

                """
        )
        #expect(Self.report.text(limit: 1).contains("… e altre 3 segnalazioni"))
        #expect(Self.report.text(in: .en).contains("Row 17, field tax_code: The check character"))
    }

    @Test("As a file no key becomes a formula")
    func csv() {
        let lines = Self.report.csv().split(separator: "\r\n").map(String.init)
        #expect(lines.first == "\u{FEFF}riga;chiave;esito;codice;campo;gravità;problema;spiegazione;suggerimento")
        #expect(lines.count == 5)
        #expect(lines[3].hasPrefix("17;'=1+1;rejected;;tax_code;error;tax_code_wrong_check_character;"))
        #expect(lines[4] == ";A/9;ended;;;;;;")
    }

    @Test("For software it has the words of the API's load results")
    func json() throws {
        struct Form: Decodable {
            struct Item: Decodable {
                struct Problem: Decodable { let field: String, code: String }
                let row: Int, key: String, outcome: String
                let errors: [Problem]?
            }
            let kind: String, dryRun: Bool, summary: [String: Int], items: [Item]
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let form = try decoder.decode(Form.self, from: Self.report.json())
        #expect(form.kind == "operators" && !form.dryRun)
        #expect(form.summary == ["created": 1, "updated": 1, "unchanged": 0, "ended": 1, "rejected": 1])
        #expect(form.items.map(\.row) == [16, 17, 0])
        #expect(form.items[1].errors?.map(\.code) == ["tax_code_wrong_check_character"])
    }

    @Test("All receipts are kept when asked for")
    func all() {
        var report = ImportReport(kind: .grants, encoding: "UTF-8")
        report.add([LoadReceipt(row: 2, key: "A", outcome: .unchanged)], keepingAll: true)
        #expect(report.receipts.count == 1)
        #expect(!report.hasRefusals)
    }
}
