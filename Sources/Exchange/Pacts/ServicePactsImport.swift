public import Domain

extension Pacts {
    /// The file of service pacts: `tax_code,job_centre_code,state,signed_on,branch_codes` (`|` between the codes).
    public func importing() -> ImportDefinition<ServicePactEntry> {
        let pacts = self
        return ImportDefinition(
            .servicePacts,
            columns: ImportColumn.servicePacts,
            portion: .rows(1000),
            keyColumn: "tax_code",
            key: { fields in
                guard let taxCode = fields.raw("tax_code"), let centre = fields.raw("job_centre_code") else {
                    return nil
                }
                return "\(taxCode.uppercased())/\(centre)"
            },
            read: { fields in
                let taxCode = fields.filled("tax_code") { $0.personTaxCode("tax_code") }
                let centre = fields.required("job_centre_code", atMost: 40)
                let state: ServicePact.State? = fields.filled("state") { $0.code("state", words: states) }
                let signedOn = fields.day("signed_on")
                let branches = fields.list("branch_codes")
                guard let taxCode, let centre, let state else { return nil }
                return ServicePactEntry(
                    taxCode: taxCode,
                    jobCentreCode: centre,
                    state: state,
                    signedOn: signedOn,
                    branchCodes: branches
                )
            },
            load: { rows, request in try await pacts.load(servicePacts: rows, request) }
        )
    }
}

/// The words of the job centres.
private let states: [String: ServicePact.State] = [
    "da convocare": .toSummon, "convocato": .summoned, "stipulato": .signed, "sottoscritto": .signed,
    "aggiornato": .updated, "sospeso": .suspended, "chiuso": .closed,
]

extension ImportColumn {
    /// The columns of the file of service pacts.
    static let servicePacts: [ImportColumn] = [
        ImportColumn("tax_code", .obligatory, aliases: ["codice fiscale", "cf"]),
        ImportColumn("job_centre_code", .obligatory, aliases: ["codice cpi", "cpi"]),
        ImportColumn("state", .obligatory, aliases: ["stato"]),
        ImportColumn("signed_on", aliases: ["data stipula", "stipulato il"]),
        ImportColumn(
            "branch_codes",
            .obligatory,
            aliases: ["codici filiali", "filiali"]
        ),
    ]
}
