internal import Domain

/// The masters' pages: super users, requests that wait for a second master, suspensions.
extension Localized {
    static let superUsers = Localized(it: "Utenti Super", en: "Super users")
    static let superUsersIntro = Localized(
        it: "Gli utenti Super della tua agenzia: crearli, sospenderli, riabilitarli e vedere che cosa è successo.",
        en: "The Super users of your agency: create, suspend and re-enable them, and see what happened."
    )
    static let superUsersOfScope = Localized(
        it: "Operi per una filiale sola: vedi gli utenti che lavorano per",
        en: "You work for one branch: you see the users who work for"
    )
    static let noSuperUsers = Localized(it: "Nessun utente Super.", en: "No Super user.")
    static let newSuperUser = Localized(it: "Nuovo utente Super", en: "New Super user")
    static let newSuperUserIntro = Localized(
        it:
            "La persona accede con la propria identità digitale e opera per le filiali che le assegni, finché anche tu ne hai l'abilitazione.",
        en:
            "The person signs in with their own digital identity and works for the branches that you assign, as long as you have a grant for them yourself."
    )
    static let needsSecondMaster = Localized(
        it: "La tua agenzia ha più utenti Master: serve la conferma di un altro entro sette giorni.",
        en: "Your agency has several Master users: another one has to confirm within seven days."
    )
    static let askForConfirmation = Localized(it: "Chiedi la conferma", en: "Ask for confirmation")
    static let createSuperUser = Localized(it: "Crea l'utente Super", en: "Create the Super user")
    static let accountPerson = Localized(it: "La persona", en: "The person")
    static let accountName = Localized(it: "Cognome e nome", en: "Name")
    static let accountGivenName = Localized(it: "Nome", en: "Given name")
    static let accountFamilyName = Localized(it: "Cognome", en: "Family name")
    static let superUserEmailHint = Localized(
        it: "Riceverà un avviso quando il profilo è attivo, sospeso o riabilitato",
        en: "It receives word when the profile is active, suspended or re-enabled"
    )
    static let lentBranches = Localized(it: "Filiali", en: "Branches")
    static let lentBranchesHint = Localized(
        it: "Puoi assegnare solo filiali per cui hai l'abilitazione oggi.",
        en: "You can only assign branches that you have a grant for today."
    )
    static let noFurtherBranch = Localized(it: "Non ci sono filiali da assegnare.", en: "There is no branch to assign.")
    static let noBranchToday = Localized(it: "nessuna filiale oggi", en: "no branch today")
    static let otherBranch = Localized(it: "altra", en: "more")
    static let otherBranches = Localized(it: "altre", en: "more")
    static let branchesWhenActive = Localized(it: "Quando sarà riabilitato:", en: "Once re-enabled:")
    static let addBranches = Localized(it: "Aggiungi filiali", en: "Add branches")
    static let branchesAdded = Localized(it: "Filiali aggiunte.", en: "Branches added.")
    static let takeBranchesBack = Localized(it: "Togli filiali", en: "Take branches back")
    static let branchesToTakeBack = Localized(it: "Filiali da togliere", en: "Branches to take back")
    static let branchesToTakeBackHint = Localized(
        it:
            "Filiali assegnate da un utente Master: da te, oppure da altri ma nell'ambito in cui operi. Quelle del registro nazionale non si tolgono da qui.",
        en:
            "Branches assigned by a Master user: by you, or by others within your scope. Those of the national register cannot be taken back here."
    )
    static let branchesTakenBack = Localized(it: "Filiali tolte.", en: "Branches taken back.")
    static let branchesNotYours = Localized(
        it:
            "Una delle filiali non è più assegnata da un utente Master, o è fuori dal tuo ambito: non è cambiato nulla.",
        en: "One of the branches is no longer assigned by a Master user, or is out of your scope: nothing was changed."
    )
    static let lastSignIn = Localized(it: "Ultimo accesso", en: "Last sign-in")
    static let neverYet = Localized(it: "mai", en: "never")
    static let appointedBy = Localized(it: "Provenienza", en: "Source")
    static let byMaster = Localized(it: "Utente Master", en: "Master user")
    static let byRegister = Localized(it: "Registro nazionale", en: "National register")
    static let accountWithoutEmail = Localized(it: "nessun indirizzo: non riceve avvisi", en: "no address: not told")
    static let statusActive = Localized(it: "Attivo", en: "Active")
    static let statusSuspended = Localized(it: "Sospeso", en: "Suspended")
    static let superUserCreated = Localized(it: "L'utente Super è attivo.", en: "The Super user is active.")
    static let superUserSuspended = Localized(
        it: "L'utente è sospeso: le sue sessioni sono finite.",
        en: "The user is suspended: their sessions have ended."
    )
    static let superUserReenabled = Localized(it: "L'utente è di nuovo attivo.", en: "The user is active again.")
    static let alreadyInState = Localized(it: "L'utente è già nello stato", en: "The user already is")
}

/// Suspending and re-enabling.
extension Localized {
    static let suspend = Localized(it: "Sospendi", en: "Suspend")
    static let confirmSuspension = Localized(it: "Conferma la sospensione", en: "Confirm the suspension")
    static let reenable = Localized(it: "Riabilita", en: "Re-enable")
    static let suspensionEffect = Localized(
        it: "da subito non potrà più operare per",
        en: "will at once no longer be able to work for"
    )
    static let suspensionSessions = Localized(
        it: "Le sessioni aperte come operatore dell'agenzia finiscono subito: il prossimo clic porta all'accesso.",
        en: "Sessions open as an operator of the agency end at once: the next click leads to the sign-in."
    )
    static let suspensionBranches = Localized(it: "Perde le filiali:", en: "Loses the branches:")
    static let suspensionMail = Localized(it: "Riceve un avviso all'indirizzo", en: "Receives word at")
    static let suspensionWithoutMail = Localized(
        it: "Non ha un indirizzo e-mail: non riceve avvisi.",
        en: "Has no e-mail address: is not told."
    )
    static let suspensionUndone = Localized(
        it: "Puoi riabilitarlo in ogni momento, entro le tue abilitazioni.",
        en: "You can re-enable the user at any time, within your own grants."
    )
    static let suspensionReasonHint = Localized(
        it: "Resta nella storia dell'utente, visibile ai soli utenti Master",
        en: "Stays in the user's history, for Master users only"
    )
    static let reenableBeyond = Localized(
        it: "Non puoi riabilitare questo utente: avrebbe filiali che non hai nell'ambito in cui operi:",
        en: "You cannot re-enable this user, who would have branches that you do not have in your scope:"
    )
    static let accountReason = Localized(it: "Motivo", en: "Reason")
}

/// Requests that wait for a second master.
extension Localized {
    static let toConfirm = Localized(it: "Da confermare", en: "To be confirmed")
    static let requestedBy = Localized(it: "Richiesta di", en: "Requested by")
    static let decidedBy = Localized(it: "Decisa da", en: "Decided by")
    static let toDecideBy = Localized(it: "Da decidere entro il", en: "To decide by")
    static let waitsForYou = Localized(it: "Attende la tua decisione.", en: "Waits for your decision.")
    static let waitsForOther = Localized(
        it: "Attende un altro utente Master.",
        en: "Waits for another Master user."
    )
    static let appointmentTitle = Localized(it: "Richiesta di utente Super", en: "Request for a Super user")
    static let accountDecision = Localized(it: "Decisione", en: "Decision")
    static let ownNeedsOther = Localized(
        it: "La richiesta è tua: la conferma spetta a un altro utente Master.",
        en: "The request is yours: it is for another Master user to confirm it."
    )
    static let confirmationEffect = Localized(
        it: "Con la conferma il profilo è attivo subito e la persona riceve un avviso.",
        en: "With the confirmation the profile is active at once and the person is told."
    )
    static let confirmAppointment = Localized(it: "Conferma la richiesta", en: "Confirm the request")
    static let declineReason = Localized(it: "Motivo del rifiuto", en: "Why you decline")
    static let declineAppointment = Localized(it: "Rifiuta la richiesta", en: "Decline the request")
    static let withdrawAppointment = Localized(it: "Ritira la richiesta", en: "Withdraw the request")
    static let superUserRequested = Localized(
        it: "La richiesta è stata inviata agli altri utenti Master.",
        en: "The request has been sent to the other Master users."
    )
    static let appointmentWasDeclined = Localized(it: "La richiesta è rifiutata.", en: "The request is declined.")
    static let appointmentWasWithdrawn = Localized(it: "La richiesta è ritirata.", en: "The request is withdrawn.")
    static let appointmentPending = Localized(it: "Da confermare", en: "To be confirmed")
    static let appointmentInForce = Localized(it: "Confermata", en: "Confirmed")
    static let appointmentDeclined = Localized(it: "Rifiutata", en: "Declined")
    static let appointmentWithdrawn = Localized(it: "Ritirata", en: "Withdrawn")
    static let appointmentExpired = Localized(it: "Scaduta", en: "Expired")
    static let appointmentEnded = Localized(it: "Conclusa: filiali tolte", en: "Ended: branches taken back")
    static let appointmentAlreadyDecided = Localized(
        it: "La richiesta è già stata decisa o è scaduta.",
        en: "The request has been decided already, or has expired."
    )
    static let appointmentNotYours = Localized(
        it: "Chi ha fatto la richiesta non può deciderla, e solo chi l'ha fatta può ritirarla.",
        en: "Who made the request cannot decide it, and only who made it can withdraw it."
    )
    static let appointmentRequesterGone = Localized(
        it: "Chi ha fatto la richiesta non è più utente Master: va rifiutata e rifatta.",
        en: "Who made the request is a Master user no longer: decline it and make a new one."
    )
    static let appointmentPersonChanged = Localized(
        it: "Nel frattempo la persona ha un altro ruolo nell'agenzia: la richiesta va rifiutata.",
        en: "Meanwhile the person has another role in the agency: decline the request."
    )
    static let appointmentPersonSuspended = Localized(
        it: "La persona è sospesa: prima va riabilitata.",
        en: "The person is suspended: re-enable them first."
    )
}

/// What happened to an account.
extension Localized {
    static let accountHistory = Localized(it: "Storia", en: "History")
    static let noAccountHistory = Localized(it: "Nessun evento.", en: "No event.")
    static let accountEvent = Localized(it: "Che cosa", en: "What")
    static let whoDidIt = Localized(it: "Chi", en: "Who")
    static let theSystem = Localized(it: "Il sistema", en: "The system")
    static let eventRequested = Localized(it: "Richiesto", en: "Requested")
    static let eventCreated = Localized(it: "Creato", en: "Created")
    static let eventExtended = Localized(it: "Filiali aggiunte", en: "Branches added")
    static let eventDeclined = Localized(it: "Richiesta rifiutata", en: "Request declined")
    static let eventWithdrawn = Localized(it: "Richiesta ritirata", en: "Request withdrawn")
    static let eventExpired = Localized(it: "Richiesta scaduta", en: "Request expired")
    static let eventReduced = Localized(it: "Filiali tolte", en: "Branches taken back")
    static let eventSuspended = Localized(it: "Sospeso", en: "Suspended")
    static let eventReenabled = Localized(it: "Riabilitato", en: "Re-enabled")
}
