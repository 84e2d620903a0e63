public import Domain

extension Registry {
    /// The file of job centres: `code,name,municipality_code,address,email`.
    public func importingJobCentres(place: @escaping PlaceOfMunicipality) -> ImportDefinition<JobCentreEntry> {
        let registry = self
        return ImportDefinition(
            .jobCentres,
            columns: ImportColumn.jobCentres,
            portion: .wholeFile,
            keyColumn: "code",
            key: { $0.raw("code") },
            read: { fields in
                let code = fields.required("code", atMost: 40)
                let name = fields.required("name")
                let municipality = fields.required("municipality_code", atMost: 10)?.uppercased()
                let (address, email) = (fields.text("address"), fields.email("email"))
                guard let code, let name, let municipality else { return nil }
                return JobCentreEntry(
                    code: code,
                    name: name,
                    municipalityCode: municipality,
                    address: address,
                    email: email
                )
            },
            load: { rows, request in try await registry.load(jobCentres: rows, request, place: place) }
        )
    }
}

extension ImportColumn {
    /// The columns of the file of job centres.
    static let jobCentres: [ImportColumn] = [
        ImportColumn("code", .obligatory, aliases: ["codice", "codice cpi"]),
        ImportColumn(
            "name",
            .obligatory,
            aliases: ["denominazione", "nome"]
        ),
        .municipality, .address, .email,
    ]
}
