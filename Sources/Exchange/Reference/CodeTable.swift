internal import Domain

/// How an official table of codes is laid out, and how one of its rows is read.
struct CodeTable: Sendable {
    let columns: [ImportColumn]
    let read: @Sendable (inout RowFields) -> ReferenceEntry?
}

extension References {
    func importing(_ table: CodeTable, into list: ReferenceList, source: String) -> ImportDefinition<ReferenceEntry> {
        ImportDefinition(
            .reference,
            columns: table.columns,
            portion: .wholeFile,
            mayBeFull: true,
            keyColumn: "codice",
            key: { $0.raw("codice") },
            read: table.read,
            load: { rows, request in
                try await load(list, rows, extent: request.extent, source: source, isDryRun: request.isDryRun)
            }
        )
    }
}

// MARK: - The layouts

extension CodeTable {
    /// CP2021: each group of the code is one level, from the nine great groups to the professions.
    static let professions = CodeTable(
        columns: [
            ImportColumn("livello"),
            ImportColumn("codice", .obligatory, aliases: ["codice_cp2021", "cod_5"]),
            ImportColumn("codice_padre"),
            ImportColumn("denominazione", .obligatory, aliases: ["nome"]),
        ],
        read: { fields in
            let code = fields.filled("codice") { $0.code("codice", groups: 1...5, digits: [1, 1, 1, 1, 1]) }
            let label = fields.required("denominazione", atMost: 500)
            let parent = fields.text("codice_padre")
            guard let code, let label else { return nil }
            return ReferenceEntry(code: code, label: label, parent: parent ?? code.withoutLastGroup)
        }
    )

    /// ATECO: a section's letter, then two to six digits; the code tells its parent, and a division its section.
    static let activities = CodeTable(
        columns: [
            ImportColumn("codice", .obligatory, aliases: ["codice ateco"]),
            ImportColumn(
                "descrizione",
                .obligatory,
                aliases: ["titolo", "denominazione"]
            ),
            ImportColumn("aggiornamento"),
        ],
        read: { fields in
            let code = fields.filled("codice") { $0.activityCode("codice") }
            let note = fields.text("aggiornamento", atMost: 1000)
            let dates = ActivityCode.Dates(note ?? "")
            // The table keeps the row of a code that it has struck out, without its words.
            let struckOut = dates.removed == nil ? nil : "Codice eliminato"
            let label = fields.text("descrizione", atMost: 1000) ?? struckOut
            if label == nil, !fields.hasErrors { fields.add(.blank("descrizione")) }
            guard let code, let label else { return nil }
            return ReferenceEntry(
                code: code,
                label: label,
                parent: ActivityCode.parent(of: code),
                attributes: note.map { ["note": $0] } ?? [:],
                validFrom: dates.added,
                validTo: dates.removed?.adding(days: -1)
            )
        }
    )

    /// Education levels; ranks are ours and stay.
    static let educationLevels = CodeTable(
        columns: [
            ImportColumn("codice", .obligatory),
            ImportColumn("titolo_it", .obligatory, aliases: ["titolo", "label_ita"]),
            ImportColumn("titolo_en", aliases: ["label_eng"]),
            ImportColumn("definizione", aliases: ["definizione_it"]),
        ],
        read: { fields in
            let code = fields.required("codice", atMost: 10)
            let label = fields.required("titolo_it", atMost: 500)
            let english = fields.text("titolo_en", atMost: 500)
            let definition = fields.text("definizione", atMost: 4000)
            guard let code, let label else { return nil }
            return ReferenceEntry(
                code: code,
                label: label,
                englishLabel: english,
                attributes: definition.map { ["definition": $0] } ?? [:]
            )
        }
    )
}

// MARK: - Codes

extension RowFields {
    /// Groups of digits with points between them.
    mutating func code(_ column: String, groups: ClosedRange<Int>, digits: [Int]) -> String? {
        guard let text = text(column) else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isCode =
            groups.contains(parts.count)
            && zip(parts, digits).allSatisfy { $0.utf8.count == $1 && $0.utf8.allSatisfy { (48...57).contains($0) } }
        if isCode { return text }
        add(.notACode(column, text))
        return nil
    }

    mutating func activityCode(_ column: String) -> String? {
        guard let text = text(column) else { return nil }
        if ActivityCode.isCode(text) { return text }
        add(.notACode(column, text))
        return nil
    }
}

extension String {
    fileprivate var withoutLastGroup: String? {
        lastIndex(of: ".").map { String(self[..<$0]) }
    }
}

/// The codes of ATECO: `I`, `56`, `56.1`, `56.10`, `56.10.1`, `56.10.11`.
enum ActivityCode {
    static func isCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        if bytes.count == 1 { return (65...90).contains(bytes[0]) }
        let groups = text.split(separator: ".", omittingEmptySubsequences: false).map { $0.utf8.count }
        let isWhole = groups.dropLast().allSatisfy { $0 == 2 } && (1...2).contains(groups.last ?? 0)
        return (1...3).contains(groups.count) && groups[0] == 2 && isWhole
            && bytes.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }

    /// The days in the table's notes: `Codice inserito a partire dal 1 gennaio 2009`, `Codice eliminato a partire dal …`.
    struct Dates {
        private(set) var added: Day?
        private(set) var removed: Day?

        init(_ note: String) {
            let words = note.lowercased().split(separator: " ")
            guard words.count >= 8, words[0] == "codice", words[2...4].elementsEqual(["a", "partire", "dal"]),
                let day = Int(words[5].filter(\.isNumber)), let year = Int(words[7].prefix(4)),
                let month = Dates.months.firstIndex(where: { $0 == words[6] })
            else { return }
            let date = Day(year: year, month: month + 1, day: day)
            if words[1] == "inserito" { added = date }
            if words[1] == "eliminato" { removed = date }
        }

        private static let months = [
            "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
            "novembre", "dicembre",
        ]
    }

    /// The code one level up; none for a section, nor for a division, whose section changes with the edition.
    static func parent(of code: String) -> String? {
        guard code.utf8.count > 2 else { return nil }
        let shorter = code.dropLast()
        return String(shorter.hasSuffix(".") ? shorter.dropLast() : shorter)
    }
}

extension Finding {
    fileprivate static func notACode(_ column: String, _ text: String) -> Finding {
        Finding(
            column,
            "code_malformed",
            it: "«\(text.prefix(40))» non ha la forma di un codice della tabella",
            en: "“\(text.prefix(40))” does not have the form of a code of this table"
        )
    }
}
