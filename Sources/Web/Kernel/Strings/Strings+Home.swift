internal import Domain

/// The first page and the pages that the law asks for.
extension Localized {
    static let homeTitle = Localized(it: "Il lavoro si incontra qui", en: "Where work and people meet")
    static let homeText = Localized(
        it:
            "Chi segue un percorso di attivazione trova le offerte delle agenzie per il lavoro, e le agenzie trovano le persone che le hanno scelte.",
        en:
            "People on an activation path find the vacancies of employment agencies, and agencies find the people who chose them."
    )
    static let homeWork = Localized(it: "Cerchi lavoro?", en: "Looking for work?")
    static let homeWorkText = Localized(
        it: "Guarda le offerte pubblicate e manifesta il tuo interesse.",
        en: "See the published vacancies and express your interest."
    )
    static let homePact = Localized(it: "Devi sottoscrivere il patto?", en: "Do you have to sign the pact?")
    static let homePactText = Localized(
        it: "Compila il patto di attivazione digitale e indica almeno tre agenzie per il lavoro.",
        en: "Fill in the digital activation pact and name at least three employment agencies."
    )
    static let homeAgency = Localized(it: "Lavori in un'agenzia?", en: "Do you work in an agency?")
    static let homeAgencyText = Localized(
        it: "Consulta i cittadini, le manifestazioni di interesse e le offerte delle tue filiali.",
        en: "See citizens, expressions of interest and vacancies of your branches."
    )
    static let homeAgencyEnter = Localized(it: "Area agenzie", en: "Agencies' area")
    static let accessibilityText = Localized(
        it: """
            Questo servizio vuole essere usabile da tutti: le pagine seguono le WCAG 2.2 livello AA, funzionano senza JavaScript e con la sola tastiera.
            La dichiarazione di accessibilità ai sensi della legge 4/2004 è pubblicata da chi gestisce il servizio. Per segnalare un problema scrivi ai recapiti dell'ente che lo gestisce.
            """,
        en: """
            This service wants to be usable by everybody: pages follow WCAG 2.2 level AA, work without JavaScript and by keyboard alone.
            The accessibility statement under law 4/2004 is published by whoever runs the service. To report a problem, write to the body that runs it.
            """
    )
    static let privacyText = Localized(
        it: """
            Titolare del trattamento è l'amministrazione che gestisce il servizio. Le agenzie vedono i dati delle sole persone che le hanno indicate nel patto o che hanno manifestato interesse per una loro offerta, e diventano titolari autonomi dei dati che esportano.
            Non sono mai mostrati alle agenzie: ISEE, importi, composizione familiare, dati sulla salute, altre agenzie scelte.
            I diritti degli articoli 15-22 del GDPR (accesso, rettifica, opposizione e gli altri) si esercitano scrivendo al titolare, ai recapiti dell'amministrazione che gestisce il servizio, o al suo responsabile della protezione dei dati; per una copia esportata, all'agenzia che l'ha scaricata. Chi ha visto i tuoi dati lo trovi nella tua area riservata.
            Sono usati solo cookie tecnici: la sessione e la lingua.
            """,
        en: """
            The controller is the administration that runs the service. Agencies see the data only of people who named them in the pact or expressed interest in one of their vacancies, and become controllers of the data that they export.
            Agencies are never shown: ISEE, amounts, family, health, other agencies chosen.
            The rights of articles 15 to 22 of the GDPR (access, rectification, objection and the others) are exercised by writing to the controller, at the contacts of the administration that runs the service, or to its data protection officer; for an exported copy, to the agency that downloaded it. Who has seen your data stands in your own pages.
            Only technical cookies are used: the session and the language.
            """
    )
    static let legalText = Localized(
        it: "Incontro è software libero con licenza EUPL-1.2.",
        en: "Incontro is free software under the EUPL-1.2 licence."
    )
}
