extension VacancyField {
    static let externalReference = VacancyField(
        "external_reference",
        it: "il codice dell'agenzia",
        en: "the agency's own code"
    )
    static let branchCode = VacancyField("branch_code", it: "la filiale", en: "the branch")
    static let status = VacancyField("status", it: "lo stato", en: "the state")
    static let title = VacancyField("title", it: "il titolo", en: "the title")
    static let professionCode = VacancyField("profession_code", it: "la professione", en: "the profession")
    static let description = VacancyField("description", it: "la descrizione", en: "the description")
    static let positions = VacancyField("positions", it: "il numero di posti", en: "the number of posts")
    static let employerTaxCode = VacancyField(
        "employer.tax_code",
        it: "il codice fiscale del datore di lavoro",
        en: "the employer's tax code"
    )
    static let employerName = VacancyField(
        "employer.name",
        it: "la denominazione del datore di lavoro",
        en: "the employer's name"
    )
    static let atecoCode = VacancyField(
        "employer.ateco_code",
        it: "il codice ATECO del datore di lavoro",
        en: "the employer's ATECO code"
    )
    static let atecoVersion = VacancyField(
        "employer.ateco_version",
        it: "la versione della classificazione ATECO",
        en: "the version of the ATECO classification"
    )
    static let anonymous = VacancyField(
        "employer.anonymous",
        it: "se il datore di lavoro resta anonimo",
        en: "whether the employer stays anonymous"
    )
    static let municipalityCode = VacancyField(
        "workplace.municipality_code",
        it: "il comune della sede di lavoro",
        en: "the workplace's municipality"
    )
    static let postalCode = VacancyField("workplace.postal_code", it: "il CAP", en: "the postal code")
    static let address = VacancyField("workplace.address", it: "l'indirizzo", en: "the address")
    static let contractType = VacancyField("contract.type_code", it: "il tipo di contratto", en: "the contract type")
    static let duration = VacancyField("contract.duration_months", it: "la durata in mesi", en: "the months it lasts")
    static let workingTime = VacancyField("contract.working_time", it: "l'orario di lavoro", en: "the working time")
    static let weeklyHours = VacancyField("contract.weekly_hours", it: "le ore settimanali", en: "the hours a week")
    static let partTimePercentage = VacancyField(
        "contract.part_time_percentage",
        it: "la percentuale di part time",
        en: "the part-time percentage"
    )
    static let collectiveAgreement = VacancyField(
        "contract.collective_agreement",
        it: "il contratto collettivo (CCNL)",
        en: "the collective agreement (CCNL)"
    )
    static let level = VacancyField("contract.level", it: "il livello di inquadramento", en: "the level")
    static let payMinimum = VacancyField("pay.minimum", it: "la retribuzione minima", en: "the lowest pay")
    static let payMaximum = VacancyField("pay.maximum", it: "la retribuzione massima", en: "the highest pay")
    static let payPeriod = VacancyField("pay.period", it: "il periodo della retribuzione", en: "the pay's period")
    static let education = VacancyField(
        "requirements.minimum_education_code",
        it: "il titolo di studio minimo",
        en: "the lowest education level"
    )
    static let experience = VacancyField(
        "requirements.experience_months",
        it: "i mesi di esperienza",
        en: "the months of experience"
    )
    static let licences = VacancyField("requirements.driving_licences", it: "le patenti", en: "the driving licences")
    static let languages = VacancyField("requirements.languages", it: "le lingue", en: "the languages")
    static let skills = VacancyField("requirements.skills", it: "le competenze", en: "the skills")
    static let contactName = VacancyField("contact.name", it: "il referente", en: "the contact's name")
    static let contactEmail = VacancyField("contact.email", it: "l'e-mail del referente", en: "the contact's e-mail")
    static let contactPhone = VacancyField(
        "contact.phone",
        it: "il telefono del referente",
        en: "the contact's phone number"
    )
    static let publicationEndDate = VacancyField(
        "publication_end_date",
        it: "la data di fine pubblicazione",
        en: "the last day of publication"
    )
    static let closingReason = VacancyField(
        "closing_reason",
        it: "il motivo della chiusura",
        en: "the reason for closing"
    )
}
