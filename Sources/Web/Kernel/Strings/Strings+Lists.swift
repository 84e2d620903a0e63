internal import Domain

/// The operators' lists: tools, columns, facets.
extension Localized {
    static let moreFilters = Localized(it: "Altri filtri", en: "More filters")
    static let facets = Localized(it: "Riepilogo", en: "Summary")
    static let otherValues = Localized(it: "altri", en: "others")
    static let noValue = Localized(it: "non indicato", en: "not told")
    static let chooseColumns = Localized(it: "Scegli le colonne", en: "Choose columns")
    static let hiddenColumns = Localized(it: "Colonne non mostrate", en: "Columns that are not shown")
    static let standardColumns = Localized(it: "Ripristina le colonne", en: "Restore the columns")
    static let columnsDone = Localized(it: "Fatto", en: "Done")
    static let moveColumnUp = Localized(it: "Sposta prima", en: "Move earlier")
    static let moveColumnDown = Localized(it: "Sposta dopo", en: "Move later")
    static let hideColumn = Localized(it: "Nascondi", en: "Hide")
    static let showColumn = Localized(it: "Mostra", en: "Show")
    static let exportCSV = Localized(it: "Esporta in CSV", en: "Export to CSV")
    static let open = Localized(it: "Apri", en: "Open")
    static let atLeast = Localized(it: "Livello minimo", en: "Minimum level")
    static let inYears = Localized(it: "In anni", en: "In years")
    static let professionCodeHint = Localized(
        it: "Codice CP2021 a qualsiasi livello, per esempio 5.2",
        en: "A code of CP2021 at any level, such as 5.2"
    )
    static let municipalityCodeHint = Localized(
        it: "Codice catastale, per esempio F205",
        en: "Cadastral code, such as F205"
    )
    static let citizenNameHint = Localized(it: "Cognome, o cognome e nome", en: "Family name, or family and given name")
    static let vacancyCodeHint = Localized(
        it: "Codice dell'offerta, o quello dell'agenzia",
        en: "Its code, or the agency's own"
    )
    static let vacancyExportNotice = Localized(
        it:
            "Il file contiene tutte le offerte di questo elenco, con questi filtri e queste colonne; l'esportazione resta registrata.",
        en: "The file holds all vacancies of this list, with these filters and columns; the export is recorded."
    )
    static let oneInterest = Localized(it: "manifestazione", en: "expression of interest")
    static let manyInterests = Localized(it: "manifestazioni", en: "expressions of interest")
}
