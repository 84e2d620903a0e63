internal import Domain

/// What stands on each page.
extension Localized {
    static let skipToContent = Localized(it: "Vai al contenuto", en: "Skip to content")
    static let owner = Localized(
        it: "Incontro tra domanda e offerta di lavoro",
        en: "Meeting of labour supply and demand"
    )
    static let claim = Localized(
        it: "Persone in percorso di attivazione e agenzie per il lavoro",
        en: "People on an activation path and employment agencies"
    )
    static let languages = Localized(it: "Lingua", en: "Language")
    static let mainNavigation = Localized(it: "Navigazione principale", en: "Main navigation")
    static let breadcrumb = Localized(it: "Percorso", en: "Breadcrumb")
    static let home = Localized(it: "Inizio", en: "Home")
    static let signIn = Localized(it: "Accedi", en: "Sign in")
    static let signOut = Localized(it: "Esci", en: "Sign out")
    static let changeRole = Localized(it: "Cambia ruolo", en: "Change role")
    static let changeScope = Localized(it: "Cambia ambito", en: "Change scope")
    static let operatingScope = Localized(it: "Ambito operativo", en: "Operating scope")
    static let crossBranch = Localized(it: "Tutte le filiali abilitate", en: "All granted branches")
    static let accessibilityStatement = Localized(it: "Dichiarazione di accessibilità", en: "Accessibility statement")
    static let privacyNotice = Localized(it: "Informativa privacy", en: "Privacy notice")
    static let legalNotes = Localized(it: "Note legali", en: "Legal notes")
    static let developmentBanner = Localized(
        it: "Ambiente di sviluppo: persone e dati di prova",
        en: "Development environment: test people and data"
    )
    static let optional = Localized(it: "facoltativo", en: "optional")
    static let pleaseCorrect = Localized(it: "Correggi questi punti", en: "Please correct these points")
    static let search = Localized(it: "Cerca", en: "Search")
    static let filter = Localized(it: "Filtra", en: "Filter")
    static let clearFilters = Localized(it: "Togli i filtri", en: "Clear filters")
    static let nextPage = Localized(it: "Pagina successiva", en: "Next page")
    static let previousPage = Localized(it: "Pagina precedente", en: "Previous page")
    static let firstPage = Localized(it: "Prima pagina", en: "First page")
    static let pagination = Localized(it: "Pagine dell'elenco", en: "Pages of the list")
    static let save = Localized(it: "Salva", en: "Save")
    static let confirm = Localized(it: "Conferma", en: "Confirm")
    static let cancel = Localized(it: "Annulla", en: "Cancel")
    static let back = Localized(it: "Indietro", en: "Back")
    static let yes = Localized(it: "Sì", en: "Yes")
    static let no = Localized(it: "No", en: "No")
    static let all = Localized(it: "Tutti", en: "All")
    static let day = Localized(it: "giorno", en: "day")
    static let days = Localized(it: "giorni", en: "days")
}
