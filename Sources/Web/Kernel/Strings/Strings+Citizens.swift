internal import Domain

/// The operators' list of citizens, and one citizen.
extension Localized {
    static let oneCitizen = Localized(it: "persona", en: "person")
    static let manyCitizens = Localized(it: "persone", en: "people")
    static let ageMin = Localized(it: "Età minima", en: "Minimum age")
    static let ageMax = Localized(it: "Età massima", en: "Maximum age")
    static let ageNotice = Localized(
        it:
            "Il filtro per età è ammesso solo per ragioni oggettive legate al lavoro (art. 10 d.lgs. 276/2003): il suo uso resta registrato.",
        en:
            "The age filter is allowed only for objective reasons of the job (art. 10 d.lgs. 276/2003): its use is recorded."
    )
    static let province = Localized(it: "Provincia", en: "Province")
    static let provinceHint = Localized(it: "Sigla, per esempio MI", en: "Letters, such as MI")
    static let padFrom = Localized(it: "PAD dal", en: "Activation pact from")
    static let padTo = Localized(it: "PAD fino al", en: "Activation pact until")
    static let drivingLicence = Localized(it: "Patente", en: "Driving licence")
    static let exportExcel = Localized(it: "Esporta in Excel", en: "Export to Excel")
    static let exportNotice = Localized(
        it:
            "L'esportazione contiene tutte le persone di questo elenco, con questi filtri e queste colonne, e resta registrata. Da quel momento l'agenzia è titolare autonoma della copia.",
        en:
            "The export holds all people of this list, with these filters and columns, and is recorded. From then on the agency is a controller of the copy."
    )
    static let noCitizens = Localized(
        it: "Nessuna persona corrisponde: togli qualche filtro.",
        en: "Nobody matches: take some filters out."
    )
    static let otherFilters = Localized(it: "Altri filtri attivi:", en: "Other filters that are set:")
    static let takeFilterOut = Localized(it: "Togli il filtro", en: "Take the filter out")
    static let listCaption = Localized(it: "Ordine", en: "Order")
    static let personalData = Localized(it: "Recapiti e percorso", en: "Contacts and path")
    static let padDay = Localized(it: "Data PAD", en: "Day of the activation pact")
    static let servicePactLabel = Localized(it: "Patto di servizio", en: "Service pact")
    static let birthDateLabel = Localized(it: "Data di nascita", en: "Date of birth")
    static let addressLabel = Localized(it: "Indirizzo", en: "Address")
    static let taxCodeLabel = Localized(it: "Codice fiscale", en: "Tax code")
    static let curriculumTitle = Localized(it: "Curriculum", en: "CV")
    static let curriculumAt = Localized(it: "Aggiornato il", en: "Updated on")
    static let summaryLabel = Localized(it: "Presentazione", en: "Summary")
    static let experiencesTitle = Localized(it: "Esperienze", en: "Experience")
    static let educationTitle = Localized(it: "Istruzione", en: "Education")
    static let trainingTitle = Localized(it: "Formazione", en: "Training")
    static let computerTitle = Localized(it: "Informatica", en: "Computer skills")
    static let qualificationsTitle = Localized(it: "Abilitazioni", en: "Qualifications")
    static let desiredTitle = Localized(it: "Professioni desiderate", en: "Desired professions")
    static let present = Localized(it: "in corso", en: "present")
    static let noCurriculum = Localized(it: "Nessun curriculum.", en: "No CV.")
    static let branchesLabel = Localized(it: "Filiali scelte", en: "Branches chosen")
    static let exactCount = Localized(it: "Conta esattamente", en: "Count exactly")
    static let sortAscending = Localized(it: "ordine crescente", en: "ascending order")
    static let sortDescending = Localized(it: "ordine decrescente", en: "descending order")
}
