public import Domain
public import Foundation

extension ImportReport {
    /// The report as a table, one line for each finding and one for each row without any.
    public func csv(in language: Language = .it) -> String {
        let headings =
            language == .it
            ? ["riga", "chiave", "esito", "codice", "campo", "gravità", "problema", "spiegazione", "suggerimento"]
            : ["row", "key", "outcome", "code", "field", "severity", "finding", "explanation", "suggestion"]
        var lines = [headings]
        lines += fileFindings.map { ["", "", "", ""] + cells(of: $0, in: language) }
        for receipt in receipts {
            let row = receipt.row == 0 ? "" : String(receipt.row)
            let start = [row, receipt.key, receipt.outcome.rawValue, receipt.code ?? ""]
            if receipt.findings.isEmpty { lines.append(start + ["", "", "", "", ""]) }
            lines += receipt.findings.map { start + cells(of: $0, in: language) }
        }
        let text = lines.map { $0.map(CSVField.safe).joined(separator: ";") + "\r\n" }.joined()
        return "\u{FEFF}" + text
    }

    private func cells(of finding: Finding, in language: Language) -> [String] {
        let suggestion = finding.suggestion?[language] ?? ""
        return [finding.field, finding.severity.rawValue, finding.code, finding.message[language], suggestion]
    }

    /// The report for software, in the words of the API's load results.
    public func json(in language: Language = .it) throws -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Form(self, language))
    }

    private struct Form: Encodable {
        let kind: String
        let dryRun: Bool
        let encoding: String
        let separator: String?
        let summary: [String: Int]
        let interruption: Problem?
        let warnings: [Problem]
        let items: [Item]

        init(_ report: ImportReport, _ language: Language) {
            kind = report.kind.rawValue
            dryRun = report.isDryRun
            encoding = report.encoding
            separator = report.separator
            let counts = LoadOutcome.allCases.map { ($0.rawValue, report.summary[$0]) }
            summary = Dictionary(uniqueKeysWithValues: counts)
            interruption = report.interruption.map { Problem($0, language) }
            warnings = report.warnings.map { Problem($0, language) }
            items = report.receipts.map { Item($0, language) }
        }
    }

    private struct Item: Encodable {
        let row: Int
        let key: String
        let outcome: LoadOutcome
        let code: String?
        let errors: [Problem]?
        let warnings: [Problem]?

        init(_ receipt: LoadReceipt, _ language: Language) {
            row = receipt.row
            key = receipt.key
            outcome = receipt.outcome
            code = receipt.code
            func problems(_ severity: Finding.Severity) -> [Problem]? {
                let found = receipt.findings.filter { $0.severity == severity }.map { Problem($0, language) }
                return found.isEmpty ? nil : found
            }
            errors = problems(.error)
            warnings = problems(.warning)
        }
    }

    private struct Problem: Encodable {
        let field: String
        let code: String
        let detail: String
        let suggestion: String?

        init(_ finding: Finding, _ language: Language) {
            field = finding.field
            code = finding.code
            detail = finding.message[language]
            suggestion = finding.suggestion?[language]
        }
    }
}

/// Cells of the CSV files that we write.
enum CSVField {
    static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x3B || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    /// Quoted, and with an apostrophe before what a spreadsheet would take for a formula: keys come from strangers.
    static func safe(_ text: String) -> String {
        let isFormula = text.utf8.first.map { Array("=+-@\t\r".utf8).contains($0) } ?? false
        return quoted(isFormula ? "'" + text : text)
    }
}
