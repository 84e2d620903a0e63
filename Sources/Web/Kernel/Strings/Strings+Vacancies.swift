internal import Domain

/// The operators' vacancies and their upload; the interests received.
extension Localized {
    static let uploadVacancies = Localized(it: "Carica offerte da file", en: "Upload vacancies from a file")
    static let uploadIntro = Localized(
        it:
            "Carica un file CSV o Excel (.xlsx) con una riga per offerta. Prima di scrivere qualcosa vedi un'anteprima con l'esito di ogni riga.",
        en:
            "Upload a CSV or Excel (.xlsx) file with one vacancy a row. Before anything is written you see a preview with the outcome of each row."
    )
    static let uploadTemplates = Localized(it: "Modelli da compilare", en: "Templates to fill in")
    static let templateCSV = Localized(it: "Modello CSV", en: "CSV template")
    static let templateXLSX = Localized(it: "Modello Excel", en: "Excel template")
    static let fileLabel = Localized(it: "File delle offerte", en: "File of vacancies")
    static let fileHint = Localized(it: "CSV o .xlsx, al massimo 32 MB", en: "CSV or .xlsx, 32 MB at most")
    static let fileMissing = Localized(it: "Scegli un file da caricare.", en: "Choose a file to upload.")
    static let preview = Localized(it: "Anteprima", en: "Preview")
    static let previewTitle = Localized(it: "Anteprima del caricamento", en: "Preview of the upload")
    static let previewNothingWritten = Localized(
        it: "Nulla è stato ancora scritto. Controlla l'esito e conferma.",
        en: "Nothing has been written yet. Check the outcome and confirm."
    )
    static let confirmUpload = Localized(it: "Conferma e carica le righe valide", en: "Confirm and load the valid rows")
    static let nothingToLoad = Localized(
        it: "Nessuna riga da caricare: correggi il file e ricaricalo.",
        en: "There is no row to load: correct the file and upload it again."
    )
    static let uploadDone = Localized(it: "Esito del caricamento", en: "Outcome of the upload")
    static let uploadUnderWay = Localized(
        it:
            "Il caricamento non risulta ancora concluso: ricarica questa pagina fra poco. Se resta così, guarda le offerte e carica di nuovo il file: le righe già caricate restano come sono.",
        en:
            "The upload has not come to its end yet: reload this page in a while. If it stays like this, look at the vacancies and upload the file again: the rows that are loaded stay as they are."
    )
    static let uploadExpired = Localized(it: "L'anteprima è scaduta", en: "The preview has expired")
    static let uploadExpiredText = Localized(
        it:
            "Un'anteprima vale un'ora, e quella di un altro file prende il suo posto. Nulla è stato caricato: carica di nuovo il file.",
        en:
            "A preview holds for an hour, and that of another file takes its place. Nothing was loaded: upload the file again."
    )
    static let rowLabel = Localized(it: "Riga", en: "Row")
    static let referenceLabel = Localized(it: "Codice intermediario", en: "Agency's reference")
    static let outcomeLabel = Localized(it: "Esito", en: "Outcome")
    static let findingsLabel = Localized(it: "Osservazioni", en: "Findings")
    static let rowsToLookAt = Localized(it: "Righe da guardare", en: "Rows to look at")
    static let rowsShownAtMost = Localized(
        it: "Sono mostrate le prime 200 righe con osservazioni.",
        en: "The first 200 rows with findings are shown."
    )
    static let outcomeCreated = Localized(it: "nuove", en: "new")
    static let outcomeUpdated = Localized(it: "modificate", en: "changed")
    static let outcomeUnchanged = Localized(it: "invariate", en: "unchanged")
    static let outcomeEnded = Localized(it: "terminate", en: "ended")
    static let outcomeRejected = Localized(it: "rifiutate", en: "refused")
    static let titleLabel = Localized(it: "Titolo", en: "Title")
    static let endOfPublication = Localized(it: "Fine pubblicazione", en: "End of publication")
    static let interestsReceived = Localized(it: "Manifestazioni", en: "Interests")
    static let noVacancies = Localized(it: "Nessuna offerta in questo elenco.", en: "No vacancy in this list.")
    static let noReceivedInterests = Localized(
        it: "Nessuna manifestazione di interesse in questo elenco.",
        en: "No expression of interest in this list."
    )
    static let interestIn = Localized(it: "Manifestazione di interesse per", en: "Expression of interest in")
    static let interestMessage = Localized(it: "Messaggio", en: "Message")
    static let interestProgress = Localized(it: "Stato e passaggi", en: "State and steps")
    static let interestViewedOn = Localized(it: "Letta il", en: "Viewed on")
    static let interestSnapshot = Localized(
        it: "Recapiti e curriculum sono quelli del giorno in cui la manifestazione è stata inviata.",
        en: "Contacts and CV are those of the day on which the interest was sent."
    )
    static let interestNewState = Localized(it: "Nuovo stato", en: "New state")
    static let interestMove = Localized(it: "Aggiorna lo stato", en: "Update the state")
    static let interestMoved = Localized(it: "Stato aggiornato.", en: "State updated.")
    static let interestChooseState = Localized(it: "Scegli il nuovo stato", en: "Choose the new state")
    static let interestMovedMeanwhile = Localized(
        it: "Lo stato è cambiato nel frattempo, e questo passaggio non è più possibile: guarda lo stato di ora.",
        en: "The state has changed meanwhile, and this step is no longer possible: look at the state of now."
    )
    static let interestIsOver = Localized(
        it: "La manifestazione è conclusa: lo stato non cambia più.",
        en: "This interest has come to its end: its state no longer changes."
    )
    static let byEndOfPublication = Localized(it: "Fine pubblicazione", en: "End of publication")
    static let keywords = Localized(it: "Parole chiave", en: "Keywords")
    static let receivedOn = Localized(it: "Ricevuta il", en: "Received on")
    static let vacancyLabel = Localized(it: "Offerta", en: "Vacancy")
    static let educationLabel = Localized(it: "Titolo di studio", en: "Education")
    static let ageLabel = Localized(it: "Età", en: "Age")
    static let municipalityLabel = Localized(it: "Comune", en: "Comune")
    static let phoneLabel = Localized(it: "Telefono", en: "Phone")
    static let emailLabel = Localized(it: "E-mail", en: "E-mail")
}
