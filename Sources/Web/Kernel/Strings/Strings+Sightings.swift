internal import Domain

/// Who has seen the citizen's data.
extension Localized {
    static let whoSaw = Localized(it: "Chi ha visto i miei dati", en: "Who has seen my data")
    static let whoSawIntro = Localized(
        it:
            "Qui trovi le agenzie e gli uffici che negli ultimi due anni hanno consultato i tuoi dati: quando, da quale filiale e perché. Le tue consultazioni non compaiono.",
        en:
            "Here are the agencies and offices that have consulted your data in the last two years: when, from which branch and why. What you looked at yourself is not shown."
    )
    static let whoSawShort = Localized(
        it: "Puoi controllare quali agenzie hanno visto i tuoi dati, quando e perché.",
        en: "You can check which agencies have seen your data, when and why."
    )
    static let yourData = Localized(it: "I tuoi dati", en: "Your data")
    static let nobodySaw = Localized(
        it: "Negli ultimi due anni nessuno ha consultato i tuoi dati.",
        en: "Nobody has consulted your data in the last two years."
    )
    static let summaryByAgency = Localized(it: "In sintesi", en: "In short")
    static let whoColumn = Localized(it: "Chi", en: "Who")
    static let readsColumn = Localized(it: "Scheda o candidatura", en: "Your page or application")
    static let listDaysColumn = Localized(it: "Elenchi (giorni)", en: "Lists (days)")
    static let exportsColumn = Localized(it: "Elenchi scaricati", en: "Lists downloaded")
    static let latestColumn = Localized(it: "Ultima volta", en: "Last time")
    static let sightingsDetail = Localized(it: "In dettaglio", en: "In detail")
    static let sightingsOfAgency = Localized(it: "In dettaglio, solo", en: "In detail, only")
    static let allViewers = Localized(it: "Mostra tutti", en: "Show all")
    static let showOnly = Localized(it: "Mostra solo", en: "Show only")
    static let whenColumn = Localized(it: "Quando", en: "When")
    static let whyColumn = Localized(it: "Perché", en: "Why")
    static let wholeAgencySeen = Localized(it: "più filiali insieme", en: "several branches together")
    static let seenThrough = Localized(
        it: "che potevano vederti dalla filiale",
        en: "which could see you through the branch"
    )
    static let becauseOfSearch = Localized(it: "durante una ricerca di candidati", en: "while searching for candidates")
    static let becauseOfVacancy = Localized(it: "per l'offerta", en: "for the vacancy")
    static let agencySoftware = Localized(it: "con il software dell'agenzia", en: "by the agency's software")
    static let sawDetail = Localized(
        it: "Ha aperto la tua scheda, con i contatti e il CV",
        en: "Opened your page, with contacts and CV"
    )
    static let sawInterest = Localized(
        it: "Ha letto la tua candidatura per l'offerta",
        en: "Read your application to the vacancy"
    )
    static let sawInterestOfNone = Localized(it: "Ha letto una tua candidatura", en: "Read an application of yours")
    static let sawInList = Localized(
        it: "Ti ha visto nell'elenco dei cittadini",
        en: "Saw you in the list of citizens"
    )
    static let sawInInterests = Localized(
        it: "Ti ha visto nell'elenco delle candidature ricevute",
        en: "Saw you in the list of applications received"
    )
    static let sawInExport = Localized(
        it: "Ha scaricato un elenco in cui c'eri anche tu",
        en: "Downloaded a list that held you too"
    )
    static let filtersUsed = Localized(it: "filtri usati", en: "filters used")
    static let noFilterUsed = Localized(it: "senza filtri", en: "without filters")
    static let dataTaken = Localized(it: "Dati contenuti", en: "Data in it")
    static let movedInterest = Localized(
        it: "Ha aggiornato la tua candidatura per l'offerta",
        en: "Took your application on, to the vacancy"
    )
    static let movedInterestOfNone = Localized(it: "Ha aggiornato una tua candidatura", en: "Took an application on")
    static let workedOnData = Localized(it: "Ha lavorato sui tuoi dati", en: "Worked on your data")
    static let jobCentreOffice = Localized(it: "Centro per l'impiego", en: "Job centre")
    static let whatYouCanDo = Localized(it: "Che cosa puoi fare", en: "What you can do")
    static let rightOfAccess = Localized(
        it:
            "Chiedere all'agenzia, o all'amministrazione che gestisce il servizio, quali tuoi dati tratta, da dove vengono e a chi li ha dati (art. 15 GDPR).",
        en:
            "Ask the agency, or the administration that runs the service, which data of yours it processes, where they come from and whom it gave them to (GDPR, article 15)."
    )
    static let rightOfRectification = Localized(
        it: "Far correggere i dati sbagliati o incompleti (art. 16 GDPR). I contatti del patto e il CV li correggi tu.",
        en:
            "Have wrong or incomplete data corrected (GDPR, article 16). The contacts of the pact and the CV you correct yourself."
    )
    static let rightToObject = Localized(
        it:
            "Opporti all'uso dei tuoi dati per motivi legati alla tua situazione (art. 21 GDPR), anche verso l'agenzia che ha scaricato un elenco: da quel momento risponde lei della copia.",
        en:
            "Object to the use of your data on grounds of your situation (GDPR, article 21), also towards an agency that downloaded a list: from then on it answers for the copy."
    )
    static let rightToChoose = Localized(
        it: "Cambiare le agenzie che ti vedono: sottoscrivi un nuovo patto con un'altra scelta.",
        en: "Change the agencies that see you: sign a new pact with another choice."
    )
    static let rightToComplain = Localized(
        it:
            "Se la risposta non arriva o non basta, puoi rivolgerti al Garante per la protezione dei dati personali (art. 77 GDPR).",
        en: "If no answer comes, or not enough, you can turn to the data protection authority (GDPR, article 77)."
    )
    static let contactsInNotice = Localized(
        it: "A chi scrivere: informativa sulla privacy",
        en: "Whom to write to: the privacy notice"
    )
}
