internal import Domain

/// Looking for work, and the citizen's own interests.
extension Localized {
    static let month = Localized(it: "mese", en: "month")
    static let months = Localized(it: "mesi", en: "months")
    static let findWorkIntro = Localized(
        it: "Offerte pubblicate oggi dalle agenzie per il lavoro.",
        en: "Vacancies published today by employment agencies."
    )
    static let whatWork = Localized(it: "Che lavoro cerchi?", en: "What work are you looking for?")
    static let whatWorkHint = Localized(
        it: "Parole, \"frasi tra virgolette\", -parole da escludere",
        en: "Words, \"phrases in quotes\", -words to leave out"
    )
    static let whereWork = Localized(it: "Dove?", en: "Where?")
    static let whereWorkHint = Localized(
        it: "Comune o provincia, per esempio Milano",
        en: "Comune or province, such as Milano"
    )
    static let within = Localized(it: "Entro", en: "Within")
    static let wholeProvince = Localized(it: "Tutta la provincia", en: "The whole province")
    static let kilometres = Localized(it: "km", en: "km")
    static let contractKind = Localized(it: "Contratto", en: "Contract")
    static let workingTimeLabel = Localized(it: "Orario", en: "Working time")
    static let anyChoice = Localized(it: "Qualsiasi", en: "Any")
    static let fullTime = Localized(it: "Tempo pieno", en: "Full time")
    static let partTime = Localized(it: "Tempo parziale", en: "Part time")
    static let sortBy = Localized(it: "Ordina per", en: "Sort by")
    static let newestFirst = Localized(it: "Più recenti", en: "Newest")
    static let closestFirst = Localized(it: "Più vicine", en: "Closest")
    static let oneOffer = Localized(it: "offerta", en: "vacancy")
    static let manyOffers = Localized(it: "offerte", en: "vacancies")
    static let moreThan = Localized(it: "Oltre", en: "More than")
    static let noOffers = Localized(
        it: "Nessuna offerta corrisponde alla ricerca. Prova con meno parole o con una distanza maggiore.",
        en: "No vacancy matches the search. Try fewer words or a longer distance."
    )
    static let unknownPlace = Localized(
        it: "Il luogo non è tra i comuni e le province italiane: controlla come è scritto.",
        en: "The place is not among the Italian comuni and provinces: check its spelling."
    )
    static let placeWithoutPosition = Localized(
        it: "Di questo comune non conosciamo la posizione: scegli «Tutta la provincia», oppure un comune vicino.",
        en: "We do not know where this comune lies: choose “The whole province”, or a comune nearby."
    )
    static let severalPlaces = Localized(
        it: "Più comuni hanno questo nome: aggiungi la sigla della provincia, per esempio «Samone (TO)».",
        en: "Several comuni have this name: add the letters of the province, such as “Samone (TO)”."
    )
    static let distanceNeedsComune = Localized(
        it: "La distanza si conta da un comune: scrivi quale, oppure scegli tutta la provincia.",
        en: "The distance is counted from a comune: write which, or choose the whole province."
    )
    static let closestNeedsComune = Localized(
        it: "Per vedere prima le più vicine scrivi un comune e scegli una distanza.",
        en: "To see the closest first, write a comune and choose a distance."
    )
    static let workplace = Localized(it: "Sede di lavoro", en: "Workplace")
    static let profession = Localized(it: "Professione", en: "Profession")
    static let employer = Localized(it: "Datore di lavoro", en: "Employer")
    static let anonymousEmployer = Localized(it: "Riservato, tramite l'agenzia", en: "Confidential, through the agency")
    static let agency = Localized(it: "Agenzia", en: "Agency")
    static let branch = Localized(it: "Filiale", en: "Branch")
    static let pay = Localized(it: "Retribuzione lorda", en: "Gross pay")
    static let positionsLabel = Localized(it: "Posti", en: "Positions")
    static let collectiveAgreementLabel = Localized(it: "Contratto collettivo", en: "Collective agreement")
    static let hours = Localized(it: "Ore settimanali", en: "Weekly hours")
    static let minimumEducation = Localized(it: "Titolo di studio minimo", en: "Minimum education")
    static let experienceWanted = Localized(it: "Esperienza richiesta", en: "Experience asked for")
    static let licences = Localized(it: "Patenti", en: "Driving licences")
    static let languagesWanted = Localized(it: "Lingue", en: "Languages")
    static let skillsWanted = Localized(it: "Competenze", en: "Skills")
    static let ownVehicle = Localized(it: "Automunito", en: "Own vehicle")
    static let required = Localized(it: "richiesto", en: "required")
    static let welcome = Localized(it: "gradito", en: "welcome")
    static let publishedOn = Localized(it: "Pubblicata il", en: "Published on")
    static let untilDay = Localized(it: "Fino al", en: "Until")
    static let contacts = Localized(it: "Contatti", en: "Contacts")
    static let codeLabel = Localized(it: "Codice", en: "Code")
    static let theWork = Localized(it: "Il lavoro", en: "The work")
    static let requirementsTitle = Localized(it: "Requisiti", en: "Requirements")
    static let expressInterest = Localized(it: "Manifesta interesse", en: "Express interest")
    static let expressInterestText = Localized(
        it: "L'agenzia riceve il tuo curriculum com'è ora, i tuoi contatti e il messaggio.",
        en: "The agency receives your CV as it is now, your contacts and the message."
    )
    static let messageToAgency = Localized(it: "Messaggio per l'agenzia", en: "Message to the agency")
    static let interestSent = Localized(
        it: "Manifestazione di interesse inviata: l'agenzia la vede da subito.",
        en: "Your interest has been sent: the agency sees it at once."
    )
    static let interestWithdrawn = Localized(it: "Manifestazione ritirata.", en: "Your interest was withdrawn.")
    static let alreadyInterested = Localized(
        it: "Hai già manifestato interesse",
        en: "You have already expressed interest"
    )
    static let curriculumNeeded = Localized(
        it: "Per manifestare interesse serve un curriculum: compilalo dal tuo percorso.",
        en: "To express interest you need a CV: fill it in from your path."
    )
    static let notPublishedNow = Localized(
        it: "L'offerta non è più pubblicata.",
        en: "The vacancy is no longer published."
    )
    static let notPublishedText = Localized(
        it:
            "L'agenzia l'ha sospesa o chiusa mentre scrivevi: la manifestazione non è stata inviata. Puoi copiare il messaggio e cercare un'altra offerta.",
        en:
            "The agency has suspended or closed it while you were writing: your interest was not sent. You can copy the message and look for another vacancy."
    )
    static let yourMessage = Localized(it: "Il messaggio che hai scritto", en: "The message that you have written")
    static let messageTooLong = Localized(
        it: "Il messaggio è troppo lungo: al massimo 1000 caratteri.",
        en: "The message is too long: 1000 characters at most."
    )
    static let messageUnreadable = Localized(
        it: "Il messaggio contiene caratteri che non si possono leggere.",
        en: "The message has characters that cannot be read."
    )
    static let signInToExpress = Localized(
        it: "Accedi come cittadino per manifestare interesse.",
        en: "Sign in as a citizen to express interest."
    )
    static let noInterests = Localized(
        it: "Non hai ancora manifestato interesse per un'offerta.",
        en: "You have not expressed interest in a vacancy yet."
    )
    static let sentOn = Localized(it: "Inviata il", en: "Sent on")
    static let stateLabel = Localized(it: "Stato", en: "State")
    static let withdraw = Localized(it: "Ritira", en: "Withdraw")
}
