internal import Domain

/// Searches that are kept under a name, shared and followed.
extension Localized {
    static let savedSearches = Localized(it: "Ricerche salvate", en: "Saved searches")
    static let savedSearchesIntro = Localized(
        it:
            "Gli elenchi che tieni sotto un nome, con filtri, ordine e colonne, e quelli che i colleghi condividono. Chi li apre vede solo ciò che può vedere.",
        en:
            "The lists that you keep under a name, with filters, order and columns, and those that colleagues share. Whoever opens them sees only what they may see."
    )
    static let noSavedSearches = Localized(it: "Nessuna ricerca salvata.", en: "No saved search.")
    static let allSavedSearches = Localized(it: "Tutte le ricerche salvate", en: "All saved searches")
    static let howToSave = Localized(
        it: "Una ricerca si salva dal suo elenco:",
        en: "A search is saved from its list:"
    )
    static let saveSearch = Localized(it: "Salva la ricerca", en: "Save the search")
    static let listLabel = Localized(it: "Elenco", en: "List")
    static let searchName = Localized(it: "Nome della ricerca", en: "Name of the search")
    static let searchNameHint = Localized(
        it: "Una tua ricerca con lo stesso nome viene sostituita",
        en: "A search of yours with the same name is replaced"
    )
    static let shareSearch = Localized(it: "Condividi con l'agenzia", en: "Share with the agency")
    static let shareSearchHint = Localized(
        it: "La trovano gli altri operatori: non scrivere nomi di persone nel titolo",
        en: "The other operators find it: write no names of people in the title"
    )
    static let unshareSearch = Localized(it: "Non condividere più", en: "Stop sharing")
    static let watchSearch = Localized(it: "Segui le novità", en: "Follow what is new")
    static let watchSearchHint = Localized(
        it: "Ti diciamo quante righe sono nuove da quando l'hai aperta l'ultima volta",
        en: "You are told how many rows are new since you last opened it"
    )
    static let unwatchSearch = Localized(it: "Non seguire più", en: "Stop following")
    static let changeSearch = Localized(it: "Modifica", en: "Change")
    static let renameSearch = Localized(it: "Rinomina", en: "Rename")
    static let deleteSearch = Localized(it: "Elimina", en: "Delete")
    static let sharedWithAgency = Localized(it: "Tua, condivisa con l'agenzia", en: "Yours, shared with the agency")
    static let onlyYours = Localized(it: "Solo tua", en: "Yours alone")
    static let sharedBy = Localized(it: "Condivisa da", en: "Shared by")
    static let searchSeen = Localized(it: "Vista l'ultima volta:", en: "Last seen:")

    static let newRowsLabel = Localized(it: "novità", en: "new")

    static let searchUnreadable = Localized(it: "filtri da rivedere", en: "filters to be looked at")
    static let searchSaved = Localized(it: "Ricerca salvata.", en: "Search saved.")
    static let searchRenamed = Localized(it: "Ricerca rinominata.", en: "Search renamed.")
    static let searchWasShared = Localized(it: "Ora la trovano anche i colleghi.", en: "Colleagues find it now, too.")
    static let searchWasUnshared = Localized(it: "Ora la trovi solo tu.", en: "Only you find it now.")
    static let searchWatched = Localized(
        it: "Da ora ti diciamo le novità.",
        en: "From now on you are told what is new."
    )
    static let searchUnwatched = Localized(it: "Non la segui più.", en: "You no longer follow it.")
    static let searchDeleted = Localized(it: "Ricerca eliminata.", en: "Search deleted.")
}
