public import Domain

extension Operators {
    /// The file of operators: `agency_code,tax_code,given_name,family_name,email,role`.
    public func importing() -> ImportDefinition<OperatorEntry> {
        let operators = self
        return ImportDefinition(
            .operators,
            columns: ImportColumn.operators,
            portion: .wholeFile,
            keyColumn: "tax_code",
            key: { "\($0.raw("agency_code") ?? "")/\($0.rawTaxCode("tax_code"))" },
            read: { fields in
                let agency = fields.required("agency_code", atMost: 40)
                let taxCode = fields.filled("tax_code") { $0.personTaxCode("tax_code") }
                let givenName = fields.required("given_name", atMost: 100)
                let familyName = fields.required("family_name", atMost: 100)
                let email = fields.email("email")
                let words: [String: OperatorRole] = ["filiale": .branch, "operatore": .branch]
                let role = fields.filled("role") { $0.code("role", as: OperatorRole.self, words: words) }
                guard let agency, let taxCode, let givenName, let familyName, let role else { return nil }
                return OperatorEntry(
                    agencyCode: agency,
                    taxCode: taxCode,
                    givenName: givenName,
                    familyName: familyName,
                    email: email,
                    role: role
                )
            },
            load: { rows, request in try await operators.load(rows, request) }
        )
    }

    /// The file of grants: `agency_code,operator_tax_code,branch_code,valid_from,valid_to`.
    public func importingGrants() -> ImportDefinition<GrantEntry> {
        let operators = self
        return ImportDefinition(
            .grants,
            columns: ImportColumn.grants,
            portion: .wholeFile,
            mayBeFull: true,
            keyColumn: "branch_code",
            key: { fields in
                let agency = fields.raw("agency_code") ?? ""
                let branch = fields.raw("branch_code") ?? ""
                return "\(agency)/\(fields.rawTaxCode("operator_tax_code"))/\(branch)/\(fields.rawDay("valid_from"))"
            },
            read: { fields in
                let agency = fields.required("agency_code", atMost: 40)
                let person = fields.filled("operator_tax_code") { $0.personTaxCode("operator_tax_code") }
                let branch = fields.required("branch_code", atMost: 40)
                let from = fields.filled("valid_from") { $0.day("valid_from") }
                let to = fields.day("valid_to")
                guard let agency, let person, let branch, let from else { return nil }
                return GrantEntry(
                    agencyCode: agency,
                    operatorTaxCode: person,
                    branchCode: branch,
                    validFrom: from,
                    validTo: to
                )
            },
            load: { rows, request in try await operators.load(grants: rows, request) }
        )
    }
}

extension ImportColumn {
    /// The columns of the file of operators.
    static let operators: [ImportColumn] = [
        .agencyCode,
        ImportColumn("tax_code", .obligatory, aliases: ["codice fiscale", "cf"]),
        ImportColumn("given_name", .obligatory, aliases: ["nome"]),
        ImportColumn("family_name", .obligatory, aliases: ["cognome"]),
        .email,
        ImportColumn("role", .obligatory, aliases: ["ruolo", "profilo"]),
    ]
}

extension ImportColumn {
    /// The columns of the file of grants.
    static let grants: [ImportColumn] =
        [
            .agencyCode,
            ImportColumn(
                "operator_tax_code",
                .obligatory,
                aliases: ["codice fiscale operatore", "codice fiscale", "cf operatore"]
            ),
            ImportColumn(
                "branch_code",
                .obligatory,
                aliases: ["codice filiale", "filiale"]
            ),
        ] + ImportColumn.validity
}
