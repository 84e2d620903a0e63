public import Domain

extension Registry {
    /// The file of agencies: `code,tax_code,name,sections,authorised_from,authorised_to`.
    public func importingAgencies() -> ImportDefinition<AgencyEntry> {
        let registry = self
        return ImportDefinition(
            .agencies,
            columns: ImportColumn.agencies,
            portion: .wholeFile,
            keyColumn: "code",
            key: { $0.raw("code") },
            read: { fields in
                let code = fields.required("code", atMost: 40)
                let taxCode = fields.filled("tax_code") { $0.organisationTaxCode("tax_code") }
                let name = fields.required("name")
                let sections = fields.filled("sections") { $0.sections("sections") }
                let from = fields.filled("authorised_from") { $0.day("authorised_from") }
                let to = fields.day("authorised_to")
                guard let code, let taxCode, let name, let sections, let from else { return nil }
                return AgencyEntry(
                    code: code,
                    taxCode: taxCode,
                    name: name,
                    sections: sections,
                    authorisedFrom: from,
                    authorisedTo: to
                )
            },
            load: { rows, request in try await registry.load(agencies: rows, request) }
        )
    }
}

extension RowFields {
    /// Sections of the register, in digits or Roman numerals: `1|3.1`, `I, III.1`.
    fileprivate mutating func sections(_ column: String) -> Set<RegisterSection>? {
        guard let text = text(column) else { return nil }
        let words = text.split(whereSeparator: { "|,; ".contains($0) }).map(String.init)
        var sections: Set<RegisterSection> = []
        for word in words {
            guard let section = RegisterSection(rawValue: word) ?? RowFields.roman[word.uppercased()] else {
                add(.unknownCode(column, word, known: RegisterSection.allCases.map(\.rawValue)))
                return nil
            }
            sections.insert(section)
        }
        if sections.isEmpty { add(.blank(column)) }
        return sections.isEmpty ? nil : sections
    }

    private static let roman: [String: RegisterSection] = [
        "I": .generalist, "II": .specialist, "III": .brokering, "III.1": .specialRegime, "IV": .searchAndSelection,
        "V": .relocation,
    ]
}

extension ImportColumn {
    /// The columns of the file of agencies.
    static let agencies: [ImportColumn] = [
        ImportColumn("code", .obligatory, aliases: ["codice", "codice agenzia"]),
        ImportColumn("tax_code", .obligatory, aliases: ["codice fiscale", "cf"]),
        ImportColumn(
            "name",
            .obligatory,
            aliases: ["denominazione", "ragione sociale", "nome"]
        ),
        ImportColumn("sections", .obligatory, aliases: ["sezioni", "sezioni albo"]),
        ImportColumn(
            "authorised_from",
            .obligatory,
            aliases: ["autorizzata dal", "data autorizzazione"]
        ),
        ImportColumn("authorised_to", aliases: ["autorizzata al", "data cessazione"]),
    ]
}
