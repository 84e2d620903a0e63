import Domain
import TestSupport

@testable import Exchange

/// A file of vacancies as an agency would bring it.
struct VacancyFile {
    var rows: [[String: String]]
    var isItalian = false
    /// The rows that are refused, and why.
    private(set) var faultyRows: [Int] = []
    private(set) var expectedCodes: [String?] = []

    init(rows: [[String: String]], isItalian: Bool = false) {
        self.rows = rows.enumerated().map { index, row in
            row["external_reference"] == VacancyFile.row["external_reference"]
                ? row.merging(["external_reference": "R-\(index)"]) { $1 } : row
        }
        self.isItalian = isItalian
    }

    /// Rows that differ, so many of which have one fault each, of all kinds.
    init(count: Int, faulty: Int) {
        self.init(rows: (0..<count).map { VacancyFile.row.merging(["external_reference": "R-\($0)"]) { $1 } })
        for index in 0..<faulty {
            let row = (index + 1) * (count / faulty) - 1
            let fault = VacancyFile.faults[index % VacancyFile.faults.count]
            rows[row][fault.column] = fault.cell
            faultyRows.append(row + 2)
            expectedCodes.append(fault.code)
        }
    }

    static let row: [String: String] = [
        "external_reference": "R",
        "branch_code": "ALFA-MI1",
        "title": "Magazziniere/a con patentino",
        "profession_code": "8.1.3.1.0",
        "description": "Ricevimento merci, stoccaggio con carrello elevatore e preparazione degli ordini.",
        "positions": "2",
        "employer.tax_code": "1234567897",
        "employer.name": "Logistica Nord S.r.l.",
        "employer.ateco_code": "52.10.10",
        "employer.ateco_version": "2007",
        "employer.anonymous": "N",
        "workplace.municipality_code": "H501",
        "workplace.postal_code": "155",
        "workplace.address": "Via Collatina 200",
        "workplace.remote_work": "no",
        "contract.type_code": "A.06.01",
        "contract.duration_months": "3",
        "contract.working_time": "tempo pieno",
        "contract.weekly_hours": "38,5",
        "contract.part_time_percentage": "",
        "contract.shifts": "S",
        "contract.night": "",
        "contract.collective_agreement": "H011",
        "contract.level": "4",
        "pay.minimum": "1.500,00",
        "pay.maximum": "1650.5",
        "pay.currency": "EUR",
        "pay.period": "mese",
        "requirements.minimum_education_code": "LSE",
        "requirements.experience_months": "12",
        "requirements.driving_licences": "B|C",
        "requirements.own_vehicle": "no",
        "requirements.languages": "en:B1:required|de:A2",
        "requirements.skills": "carrello elevatore | uso del PC",
        "contact.name": "Ufficio selezione",
        "contact.email": "roma@agenzia.example",
        "contact.phone": "",
        "status": "pubblicata",
        "publication_end_date": "31/12/2026",
    ]

    private struct Fault {
        let column: String
        let cell: String
        let code: String

        init(_ column: String, _ cell: String, _ code: String) {
            self.column = column
            self.cell = cell
            self.code = code
        }
    }

    private static let faults: [Fault] = [
        Fault("title", "Boss", "too_short"),
        Fault("title", "", "required"),
        Fault("profession_code", "magazziniere", "code_malformed"),
        Fault("description", "Cercasi.", "too_short"),
        Fault("positions", "0", "out_of_range"),
        Fault("positions", "tre", "not_an_integer"),
        Fault("employer.tax_code", "01234567890", "malformed"),
        Fault("employer.name", "", "required"),
        Fault("employer.ateco_version", "1991", "ateco_version_unknown"),
        Fault("workplace.municipality_code", "Roma", "code_malformed"),
        Fault("workplace.postal_code", "1A55", "malformed"),
        Fault("contract.type_code", "A.99.99", "code_unknown"),
        Fault("contract.duration_months", "", "required"),
        Fault("contract.weekly_hours", "60", "out_of_range"),
        Fault("contract.collective_agreement", "", "required"),
        Fault("pay.maximum", "1200", "pay_minimum_above_maximum"),
        Fault("pay.period", "settimana", "unknown_code"),
        Fault("requirements.languages", "inglese ottimo", "language_malformed"),
        Fault("contact.email", "roma@agenzia", "malformed"),
        Fault("publication_end_date", "2026-11-30", "publication_end_date_in_the_past"),
        Fault("publication_end_date", "2027-06-30", "publication_end_date_too_late"),
        Fault("branch_code", "ALFA-XX9", "branch_code_unknown"),
        Fault("external_reference", "R-0", "duplicate_in_file"),
        Fault("external_reference", "", "required"),
    ]

    var table: ImportTable {
        let columns = VacancyColumn.all.filter { VacancyFile.row[$0.name] != nil }
        return ImportTable(
            headings: columns.map { isItalian ? $0.aliases.first ?? $0.name : $0.name },
            rows: rows.map { row in columns.map { row[$0.name] ?? "" } }
        )
    }
}
