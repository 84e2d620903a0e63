public import Domain

extension Registry {
    /// The file of branches:
    /// `agency_code,code,name,municipality_code,address,postal_code,email,phone,valid_from,valid_to`.
    public func importingBranches(place: @escaping PlaceOfMunicipality) -> ImportDefinition<BranchEntry> {
        let registry = self
        return ImportDefinition(
            .branches,
            columns: ImportColumn.branches,
            portion: .wholeFile,
            mayBeFull: true,
            keyColumn: "code",
            key: { $0.raw("code") },
            read: { fields in
                let agency = fields.required("agency_code", atMost: 40)
                let code = fields.required("code", atMost: 40)
                let name = fields.required("name")
                let municipality = fields.required("municipality_code", atMost: 10)?.uppercased()
                let contact = Branch.Contact(
                    address: fields.text("address"),
                    postalCode: fields.text("postal_code", atMost: 10),
                    email: fields.email("email"),
                    phone: fields.text("phone", atMost: 40)
                )
                let from = fields.filled("valid_from") { $0.day("valid_from") }
                let to = fields.day("valid_to")
                guard let agency, let code, let name, let municipality, let from else { return nil }
                return BranchEntry(
                    agencyCode: agency,
                    code: code,
                    name: name,
                    municipalityCode: municipality,
                    contact: contact,
                    validFrom: from,
                    validTo: to
                )
            },
            load: { rows, request in try await registry.load(branches: rows, request, place: place) }
        )
    }
}

extension ImportColumn {
    /// The columns of the file of branches.
    static let branches: [ImportColumn] =
        [
            .agencyCode,
            ImportColumn("code", .obligatory, aliases: ["codice", "codice filiale"]),
            ImportColumn(
                "name",
                .obligatory,
                aliases: ["denominazione", "nome", "filiale"]
            ),
            .municipality, .address,
            ImportColumn("postal_code", aliases: ["cap"]),
            .email,
            ImportColumn("phone", aliases: ["telefono"]),
        ] + ImportColumn.validity
}
