internal import Domain

/// Exports in the background, and the right to export.
extension Localized {
    static let exportsTitle = Localized(it: "Esportazioni", en: "Exports")
    static let export = Localized(it: "Esportazione", en: "Export")
    static let exportsIntro = Localized(
        it:
            "Gli elenchi lunghi diventano file in background: qui ne segui l'avanzamento e li scarichi entro un giorno.",
        en: "Long lists become files in the background: here you follow them, and take them within a day."
    )
    static let noExports = Localized(it: "Nessuna esportazione richiesta.", en: "No export was asked for.")
    static let formatLabel = Localized(it: "Formato", en: "Format")
    static let rowsLabel = Localized(it: "righe", en: "rows")
    static let requestedAt = Localized(it: "Richiesta il", en: "Asked for at")
    static let availableUntil = Localized(it: "Disponibile fino al", en: "Available until")
    static let ofRows = Localized(it: "righe di", en: "rows of")
    static let exportProgress = Localized(it: "Avanzamento", en: "Progress")
    static let exportGoesOn = Localized(
        it: "La preparazione continua anche se lasci questa pagina.",
        en: "It goes on when you leave this page."
    )
    static let refresh = Localized(it: "Aggiorna", en: "Refresh")
    static let cancelExport = Localized(it: "Annulla l'esportazione", en: "Cancel the export")
    static let removeExport = Localized(it: "Elimina il file", en: "Remove the file")
    static let exportReady = Localized(it: "Il file è pronto", en: "The file is ready")
    static let exportUntil = Localized(it: "Si può scaricare fino al", en: "It can be taken until")
    static let download = Localized(it: "Scarica", en: "Download")
    static let exportController = Localized(
        it:
            "Da quando scarichi il file l'agenzia è titolare autonoma della copia: conservala al sicuro e cancellala quando non serve più.",
        en:
            "From when you take the file the agency is a controller of the copy: keep it safe, and delete it when it is no longer needed."
    )
    static let exportFailed = Localized(
        it: "L'esportazione non è riuscita: torna all'elenco e chiedila di nuovo.",
        en: "The export has failed: go back to the list and ask for it again."
    )
    static let exportCancelled = Localized(it: "L'esportazione è stata annullata.", en: "The export was cancelled.")
    static let exportExpired = Localized(
        it: "Il file non c'è più: torna all'elenco e chiedilo di nuovo.",
        en: "The file is gone: go back to the list and ask for it again."
    )
    static let newExport = Localized(it: "Nuova esportazione", en: "New export")
    static let newExportIntro = Localized(
        it: "L'elenco è lungo: il file si prepara in background, con i filtri, l'ordine e le colonne che vedi. Elenco:",
        en:
            "The list is long: the file is prepared in the background, with the filters, order and columns that you see. List:"
    )
    static let prepareExport = Localized(it: "Prepara il file", en: "Prepare the file")
    static let exportAtOnce = Localized(it: "Scarica subito", en: "Download at once")
    static let backToList = Localized(it: "Torna all'elenco", en: "Back to the list")
    static let exportNotAllowed = Localized(
        it: "Il permesso di esportare ti è stato tolto: rivolgiti a un utente Master dell'agenzia.",
        en: "Your right to export was withdrawn: ask a Master user of the agency."
    )
    static func tooManyExports(_ limit: Int) -> Localized {
        Localized(
            it: "Hai già \(limit) esportazioni in preparazione: aspetta che finiscano, o annullane una.",
            en: "You have \(limit) exports under way already: wait for them, or cancel one."
        )
    }
    static let exportNotReady = Localized(
        it: "Il file non è pronto, o non c'è più.",
        en: "The file is not ready, or no longer there."
    )
    static let exportScopeChanged = Localized(
        it: "Una filiale di questo file non è più tra le tue: torna all'elenco e chiedilo di nuovo.",
        en: "A branch of this file is no longer among yours: go back to the list and ask for it again."
    )
    static let exportRights = Localized(it: "Permessi di esportazione", en: "Rights to export")
    static let exportRight = Localized(it: "Esportazione degli elenchi", en: "Export of lists")
    static let exportRightsIntro = Localized(
        it:
            "Gli operatori possono esportare gli elenchi che vedono, finché un utente Master non toglie loro il permesso.",
        en: "Operators may export the lists that they see, until a Master user withdraws the right."
    )
    static let noOperators = Localized(it: "Nessun operatore.", en: "No operator.")
    static let roleLabel = Localized(it: "Ruolo", en: "Role")
    static let operatorLabel = Localized(it: "Operatore", en: "Operator")
    static let exportGranted = Localized(it: "Consentita", en: "Allowed")
    static let exportWithdrawn = Localized(it: "Tolta il", en: "Withdrawn at")
    static let withdrawExport = Localized(it: "Togli il permesso", en: "Withdraw the right")
    static let giveExportBack = Localized(it: "Ridai il permesso", en: "Give the right back")
}
