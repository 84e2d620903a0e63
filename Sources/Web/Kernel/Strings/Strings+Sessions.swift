internal import Domain

/// Sign-ins, sessions, confirming who one is, forms that outlive a session.
extension Localized {
    static let ownSessions = Localized(it: "I miei accessi", en: "My sign-ins")
    static let ownSessionsText = Localized(
        it:
            "Questi sono gli accessi aperti con la tua identità. Se non ne riconosci uno, chiudilo: chi lo sta usando dovrà identificarsi di nuovo.",
        en:
            "These are the sign-ins open with your identity. If you do not recognise one, close it: whoever uses it will have to identify themselves again."
    )
    static let sessionsCaption = Localized(it: "Accessi aperti", en: "Open sign-ins")
    static let sessionOpened = Localized(it: "Aperto il", en: "Opened on")
    static let sessionSeen = Localized(it: "Ultima attività", en: "Last seen")
    static let thisSession = Localized(it: "Questo accesso", en: "This sign-in")
    static let closeSession = Localized(it: "Chiudi", en: "Close")
    static let closeOtherSessions = Localized(it: "Chiudi tutti gli altri accessi", en: "Close all other sign-ins")
    static let sessionClosed = Localized(it: "L'accesso è stato chiuso.", en: "The sign-in was closed.")
    static let sessionsClosed = Localized(
        it: "Tutti gli altri accessi sono stati chiusi.",
        en: "All other sign-ins were closed."
    )
    static let unknownDevice = Localized(it: "Dispositivo non riconosciuto", en: "Unknown device")
    static let unknownBrowser = Localized(it: "Browser non riconosciuto", en: "Unknown browser")
    static let onDevice = Localized(it: "su", en: "on")
    static let sessionIdleLimit = Localized(
        it: "Un accesso si chiude da solo dopo un periodo senza attività di",
        en: "A sign-in closes by itself without activity for"
    )
    static let sessionAbsoluteLimit = Localized(it: "e in ogni caso dopo", en: "and in any case after")
    static let oneHour = Localized(it: "ora", en: "hour")
    static let manyHours = Localized(it: "ore", en: "hours")
    static let sessionOverTitle = Localized(it: "L'accesso è scaduto", en: "Your sign-in has expired")
    static let sessionOverText = Localized(
        it:
            "Per sicurezza l'accesso si chiude dopo un periodo senza attività, o quando lo chiudi da un altro dispositivo. Accedi di nuovo per continuare.",
        en:
            "For safety a sign-in closes after a time without activity, or when you close it from another device. Sign in again to go on."
    )
    static let sessionOverKeptText = Localized(
        it:
            "Per sicurezza l'accesso si chiude dopo un periodo senza attività, o quando lo chiudi da un altro dispositivo. Quello che hai scritto è conservato per due ore: accedi di nuovo e lo ritrovi nel modulo.",
        en:
            "For safety a sign-in closes after a time without activity, or when you close it from another device. What you wrote is kept for two hours: sign in again and you will find it in the form."
    )
    static let signInAgain = Localized(it: "Accedi di nuovo", en: "Sign in again")

    static let confirmIdentityTitle = Localized(it: "Conferma la tua identità", en: "Confirm your identity")
    static let confirmIdentityText = Localized(
        it:
            "Per questa operazione serve un'identificazione recente. Ti portiamo dal gestore dell'identità e poi torni alla pagina da cui vieni; quello che hai scritto resta.",
        en:
            "This needs a recent identification. We take you to the identity provider and then back to the page you come from; what you wrote stays."
    )
    static let confirmIdentityAction = Localized(it: "Conferma l'identità", en: "Confirm identity")
    static let otherPersonTitle = Localized(it: "Si è identificata un'altra persona", en: "Another person signed in")
    static let otherPersonText = Localized(
        it:
            "L'identità confermata non è quella di questo accesso: l'operazione non è stata eseguita. Se vuoi entrare con un'altra identità, prima esci.",
        en:
            "The identity confirmed is not the one of this session: nothing was done. To enter with another identity, sign out first."
    )

    static let tooManyAttemptsTitle = Localized(it: "Troppi tentativi di accesso", en: "Too many sign-in attempts")
    static let tooManyAttemptsText = Localized(
        it: "Dalla tua connessione sono arrivati troppi tentativi in poco tempo. Puoi riprovare tra",
        en: "Too many attempts came from your connection in a short time. You can try again in"
    )
    static let tooManySignInsText = Localized(
        it: "In questo momento molte persone stanno accedendo. Puoi riprovare tra",
        en: "Many people are signing in right now. You can try again in"
    )
    static let oneMinute = Localized(it: "minuto", en: "minute")
    static let manyMinutes = Localized(it: "minuti", en: "minutes")

    static let formKept = Localized(
        it:
            "Abbiamo conservato quello che avevi scritto: controlla i campi e invia di nuovo il modulo. Nulla è stato inviato al tuo posto.",
        en:
            "We kept what you had written: check the fields and send the form again. Nothing was sent for you."
    )
    static let formKeptWithoutFiles = Localized(
        it: "I file non sono stati conservati: scegli di nuovo quelli da allegare.",
        en: "Files were not kept: choose again the ones to attach."
    )
    static let discardKeptForm = Localized(it: "Scarta quello che avevo scritto", en: "Discard what I had written")
}
