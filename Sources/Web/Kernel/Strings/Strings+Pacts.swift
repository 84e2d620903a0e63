internal import Domain

/// The citizen's path and the activation pact.
extension Localized {
    static let pathIntro = Localized(
        it: "I passi del percorso di attivazione e a che punto sei.",
        en: "The steps of the activation path and where you are."
    )
    static let stepApplication = Localized(it: "Domanda", en: "Application")
    static let stepCurriculum = Localized(it: "Curriculum", en: "CV")
    static let stepPact = Localized(it: "Patto di attivazione digitale", en: "Digital activation pact")
    static let stepWork = Localized(it: "Ricerca di lavoro", en: "Looking for work")
    static let noApplication = Localized(
        it: "Nessuna domanda ricevuta da INPS.",
        en: "No application received from INPS."
    )
    static let applicationNumber = Localized(it: "Numero", en: "Number")
    static let submittedOn = Localized(it: "Presentata il", en: "Submitted on")
    static let measureLabel = Localized(it: "Misura", en: "Measure")
    static let curriculumThere = Localized(it: "Curriculum presente, aggiornato il", en: "CV present, updated on")
    static let curriculumMissing = Localized(
        it: "Il curriculum non è ancora compilato.",
        en: "The CV is not filled in yet."
    )
    static let pactSignedOn = Localized(it: "Sottoscritto il", en: "Signed on")
    static let pactNone = Localized(it: "Non hai ancora un patto.", en: "You have no pact yet.")
    static let pactTitle = Localized(it: "Patto di attivazione digitale", en: "Digital activation pact")
    static let pactIntro = Localized(
        it:
            "Con il patto indichi i recapiti, il centro per l'impiego e almeno tre agenzie per il lavoro, che potranno vedere il tuo curriculum e contattarti.",
        en:
            "With the pact you give your contacts, the job centre and at least three employment agencies, which may then see your CV and contact you."
    )
    static let pactVersion = Localized(it: "Versione", en: "Version")
    static let pactChoices = Localized(it: "Agenzie scelte", en: "Agencies chosen")
    static let pactStart = Localized(it: "Compila il patto", en: "Fill in the pact")
    static let pactContinue = Localized(it: "Continua la compilazione", en: "Continue filling in")
    static let pactChange = Localized(it: "Prepara una nuova versione", en: "Prepare a new version")
    static let pactChangeText = Localized(
        it:
            "Un patto sottoscritto non si modifica: per cambiare agenzie prepari una nuova versione, che sostituisce questa quando la sottoscrivi.",
        en:
            "A signed pact is never changed: to change agencies you prepare a new version, which replaces this one when you sign it."
    )
    static let pactInPreparation = Localized(it: "Versione in preparazione", en: "Version in preparation")
    static let pactContacts = Localized(it: "Recapiti", en: "Contacts")
    static let pactEmail = Localized(it: "Indirizzo e-mail", en: "E-mail address")
    static let pactPhone = Localized(it: "Cellulare", en: "Mobile phone")
    static let pactContactHint = Localized(it: "Almeno uno dei due", en: "At least one of the two")
    static let pactJobCentre = Localized(it: "Centro per l'impiego competente", en: "Competent job centre")
    static let pactAvailability = Localized(
        it: "Data della dichiarazione di immediata disponibilità (DID)",
        en: "Day of the declaration of immediate availability (DID)"
    )
    static let pactBranches = Localized(
        it: "Scegli almeno tre agenzie diverse",
        en: "Choose at least three distinct agencies"
    )
    static let pactBranchesHint = Localized(
        it: "Le filiali più vicine a te sono per prime. Quelle già scelte restano in alto.",
        en: "The branches nearest to you come first. Those already chosen stay on top."
    )
    static let pactSearchBranch = Localized(
        it: "Cerca per agenzia, filiale o comune",
        en: "Search by agency, branch or comune"
    )
    static let pactSearchButton = Localized(it: "Cerca filiali", en: "Search branches")
    static let pactCommitments = Localized(it: "Impegni e dichiarazioni", en: "Commitments and declarations")
    static let pactNotice = Localized(it: "Informativa sui dati personali", en: "Notice on personal data")
    static let pactNoticeRead = Localized(it: "Ho letto l'informativa", en: "I have read the notice")
    static let pactSaveDraft = Localized(it: "Salva la bozza", en: "Save the draft")
    static let pactProceed = Localized(it: "Prosegui alla sottoscrizione", en: "Proceed to signing")
    static let pactDraftSaved = Localized(it: "Bozza salvata.", en: "Draft saved.")
    static let pactCheck = Localized(it: "Controlla e sottoscrivi", en: "Check and sign")
    static let pactCheckText = Localized(
        it: "Rileggi: dopo la sottoscrizione questa versione non si può più modificare.",
        en: "Read it again: once signed, this version can no longer be changed."
    )
    static let pactSign = Localized(it: "Sottoscrivi il patto", en: "Sign the pact")
    static let pactBackToForm = Localized(it: "Torna alla compilazione", en: "Back to the form")
    static let pactSigned = Localized(
        it: "Patto sottoscritto: da ora le agenzie scelte vedono il tuo curriculum.",
        en: "Pact signed: from now on the agencies you chose see your CV."
    )
    static let pactAwaiting = Localized(
        it: "Patto sottoscritto: avrà effetto con l'esito positivo della domanda.",
        en: "Pact signed: it takes effect with a positive outcome of the application."
    )
    static let pactChangedMeanwhile = Localized(
        it: "Il patto è cambiato mentre lo leggevi: controllalo di nuovo.",
        en: "The pact changed while you were reading it: check it again."
    )
    static let pactConflict = Localized(
        it:
            "La bozza del patto è stata modificata in un'altra finestra: qui sotto c'è quello che hai scelto ora, più in basso quello che è già salvato. Salva di nuovo per tenere quello che hai scelto qui.",
        en:
            "The draft of the pact was changed in another window: below is what you have just chosen, further down what is already saved. Save again to keep what you have chosen here."
    )
    static let pactBranchUnavailable = Localized(
        it: "Oggi questa filiale non si può scegliere: toglila, o scegline un'altra.",
        en: "This branch cannot be chosen today: take it out, or choose another one."
    )
    static let pactEarlierSuspended = Localized(
        it:
            "Il tuo patto è sospeso: la nuova versione si può sottoscrivere quando la sospensione finisce. La trovi qui, pronta.",
        en: "Your pact is suspended: the new version can be signed when the suspension ends. You find it here, ready."
    )
    static let pactApplicationMissing = Localized(
        it: "Il patto si sottoscrive dopo la domanda: INPS non ne ha ancora trasmessa una accolta o in istruttoria.",
        en: "The pact is signed after the application: INPS has not passed on one that is accepted or pending."
    )
    static let pactTakeBack = Localized(it: "Riprendi e modifica", en: "Take back and change")
    static let distanceAway = Localized(it: "km da casa", en: "km from home")
    static let documentHash = Localized(it: "Impronta del documento", en: "Fingerprint of the document")
    static let chosenMark = Localized(it: "già scelta", en: "already chosen")
}
