public import Domain

extension Applications {
    /// The file of applications, with the people who made them.
    ///
    /// Headings: `number,tax_code,given_name,family_name,sex,birth_date,birth_place_code,citizenship,municipality_code,`
    /// `postal_code,address,email,phone,measure,submitted_on,outcome,outcome_on,job_centre_code`.
    public func importing(_ reference: ReferenceSnapshot) -> ImportDefinition<ApplicationEntry> {
        let applications = self
        return ImportDefinition(
            .applications,
            columns: ImportColumn.applications,
            portion: .rows(1000),
            keyColumn: "number",
            key: { $0.raw("number") },
            read: { fields in ApplicationColumns.read(&fields, reference) },
            load: { rows, request in try await applications.load(rows, request) }
        )
    }
}

/// The columns of the file of applications, and how a row is read.
private enum ApplicationColumns {
    static let all: [ImportColumn] = person + contacts + application

    private static let person = [
        ImportColumn("number", .obligatory, aliases: ["numero domanda", "numero"]),
        ImportColumn("tax_code", .obligatory, aliases: ["codice fiscale", "cf"]),
        ImportColumn("given_name", .obligatory, aliases: ["nome"]),
        ImportColumn("family_name", .obligatory, aliases: ["cognome"]),
        ImportColumn("sex", .obligatory, aliases: ["sesso"]),
        ImportColumn("birth_date", .obligatory, aliases: ["data di nascita", "data nascita"]),
        ImportColumn(
            "birth_place_code",
            .obligatory,
            aliases: ["codice luogo di nascita", "comune o stato di nascita"]
        ),
        ImportColumn("citizenship", aliases: ["cittadinanza"]),
    ]

    private static let contacts = [
        ImportColumn(
            "municipality_code",
            .obligatory,
            aliases: ["codice comune", "comune di domicilio"]
        ),
        ImportColumn("postal_code", aliases: ["cap"]),
        ImportColumn("address", aliases: ["indirizzo"]),
        ImportColumn("email", aliases: ["e-mail", "posta elettronica"]),
        ImportColumn("phone", aliases: ["telefono", "cellulare"]),
    ]

    private static let application = [
        ImportColumn("measure", .obligatory, aliases: ["misura"]),
        ImportColumn("submitted_on", .obligatory, aliases: ["data domanda", "presentata il"]),
        ImportColumn("outcome", .obligatory, aliases: ["esito"]),
        ImportColumn("outcome_on", aliases: ["data esito"]),
        ImportColumn("job_centre_code", aliases: ["codice cpi", "cpi"]),
    ]

    private static let outcomes: [String: Application.Outcome] = [
        "accolta": .accepted, "accolto": .accepted, "positivo": .accepted, "respinta": .rejected, "respinto": .rejected,
        "negativo": .rejected, "in istruttoria": .pending, "in lavorazione": .pending,
    ]

    private static let sexes: [String: Sex] = ["femmina": .female, "donna": .female, "maschio": .male, "uomo": .male]

    static func read(_ fields: inout RowFields, _ reference: ReferenceSnapshot) -> ApplicationEntry? {
        let number = fields.required("number", atMost: 40)
        let taxCode = fields.filled("tax_code") { $0.personTaxCode("tax_code") }
        let givenName = fields.required("given_name", atMost: 100)
        let familyName = fields.required("family_name", atMost: 100)
        let sex: Sex? = fields.filled("sex") { $0.code("sex", words: sexes) }
        let birthDate = fields.filled("birth_date") { $0.day("birth_date") }
        let birthPlace = fields.required("birth_place_code", atMost: 10)?.uppercased()
        let citizenship = fields.text("citizenship", atMost: 60)
        let municipality = municipality(&fields, reference)
        let postalCode = fields.text("postal_code", atMost: 10)
        let address = fields.text("address")
        let email = fields.email("email")
        let phone = fields.text("phone", atMost: 40)
        let measure = fields.required("measure", atMost: 20)?.uppercased()
        let submittedOn = fields.filled("submitted_on") { $0.day("submitted_on") }
        let outcome: Application.Outcome? = fields.filled("outcome") { $0.code("outcome", words: outcomes) }
        let outcomeOn = fields.day("outcome_on")
        let jobCentre = fields.text("job_centre_code", atMost: 40)
        guard let number, let taxCode, let givenName, let familyName, let sex, let birthDate, let birthPlace,
            let municipality, let measure, let submittedOn, let outcome
        else { return nil }
        return ApplicationEntry(
            number: number,
            taxCode: taxCode,
            givenName: givenName,
            familyName: familyName,
            sex: sex,
            birthDate: birthDate,
            birthPlaceCode: birthPlace,
            citizenship: citizenship,
            municipalityCode: municipality,
            postalCode: postalCode,
            address: address,
            email: email,
            phone: phone,
            measure: measure,
            submittedOn: submittedOn,
            outcome: outcome,
            outcomeOn: outcomeOn,
            jobCentreCode: jobCentre
        )
    }

    /// A municipality that is no more gives way to that of today of the same name, where there is just one.
    private static func municipality(_ fields: inout RowFields, _ reference: ReferenceSnapshot) -> String? {
        guard let code = fields.required("municipality_code", atMost: 10)?.uppercased() else { return nil }
        guard let municipality = reference.municipality(code), municipality.validTo != nil else { return code }
        let namesakes = reference.municipalities(named: municipality.name, province: municipality.province)
        return namesakes.count == 1 ? namesakes[0].code : code
    }
}

extension ImportColumn {
    /// The columns of the file of applications.
    static var applications: [ImportColumn] { ApplicationColumns.all }
}
