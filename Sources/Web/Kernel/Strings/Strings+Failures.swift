internal import Domain

/// What people read when something did not go as asked.
extension Localized {
    static let notFoundTitle = Localized(it: "Pagina non trovata", en: "Page not found")
    static let notFoundText = Localized(
        it: "Quello che cerchi non c'è, non c'è più, oppure non è aperto a chi ha fatto accesso.",
        en: "What you are looking for is not there, is gone, or is not open to the person signed in."
    )
    static let forbiddenTitle = Localized(it: "Operazione non consentita", en: "Not allowed")
    static let forbiddenText = Localized(
        it: "Il tuo ruolo non permette questa operazione.",
        en: "Your role does not allow this."
    )
    static let expiredFormTitle = Localized(it: "Il modulo è scaduto", en: "The form has expired")
    static let expiredFormText = Localized(
        it:
            "Per sicurezza il modulo vale solo per la sessione in cui è stato aperto. Torna indietro, ricarica la pagina e riprova.",
        en:
            "For safety a form only holds for the session in which it was opened. Go back, reload the page and try again."
    )
    static let badRequestTitle = Localized(it: "Richiesta non valida", en: "Invalid request")
    static let badRequestText = Localized(
        it: "I dati ricevuti non si possono leggere.",
        en: "The data received cannot be read."
    )
    static let tooLargeTitle = Localized(it: "File troppo grande", en: "File too large")
    static let tooLargeText = Localized(
        it: "Il file supera la dimensione massima: dividilo in più parti.",
        en: "The file is larger than allowed: split it into parts."
    )
    static let brokenTitle = Localized(it: "Qualcosa non ha funzionato", en: "Something went wrong")
    static let brokenText = Localized(
        it: "L'errore è stato registrato. Riprova tra qualche minuto; se continua, comunica il numero della richiesta.",
        en: "The error was recorded. Try again in some minutes; if it persists, tell us the number of the request."
    )
    static let requestNumber = Localized(it: "Numero della richiesta", en: "Request number")
    static let signInFailedTitle = Localized(it: "Accesso non riuscito", en: "Sign-in failed")
    static let signInFailedText = Localized(
        it: "Il gestore dell'identità non ha confermato l'accesso. Puoi riprovare.",
        en: "The identity provider did not confirm the sign-in. You can try again."
    )
    static let nobodyTitle = Localized(it: "Nessun profilo trovato", en: "No profile found")
    static let nobodyText = Localized(
        it:
            "La tua identità è stata verificata, ma non risulti tra i cittadini in percorso né tra gli operatori abilitati.",
        en:
            "Your identity was verified, but you are neither among the citizens on a path nor among the enabled operators."
    )
}
