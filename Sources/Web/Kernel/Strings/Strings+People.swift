internal import Domain

/// Roles, sign-in and navigation.
extension Localized {
    static let citizen = Localized(it: "Cittadino", en: "Citizen")
    static let citizenRole = Localized(it: "Cittadino in percorso di attivazione", en: "Citizen on an activation path")
    static let jobCentreOperator = Localized(it: "Operatore del centro per l'impiego", en: "Job-centre operator")
    static let authority = Localized(it: "Autorità", en: "Authority")
    static let myPath = Localized(it: "Il mio percorso", en: "My path")
    static let myPact = Localized(it: "Patto di attivazione", en: "Activation pact")
    static let searchOffers = Localized(it: "Cerca lavoro", en: "Find work")
    static let myInterests = Localized(it: "Le mie manifestazioni", en: "My expressions of interest")
    static let citizens = Localized(it: "Cittadini", en: "Citizens")
    static let interests = Localized(it: "Manifestazioni di interesse", en: "Expressions of interest")
    static let vacancies = Localized(it: "Offerte di lavoro", en: "Vacancies")
    static let chooseRole = Localized(it: "Con quale ruolo vuoi operare?", en: "Which role do you want to act in?")
    static let chooseRoleText = Localized(
        it: "Alla tua identità corrispondono questi profili. Puoi cambiare ruolo in ogni momento.",
        en: "These profiles belong to your identity. You can change role at any time."
    )
    static let chooseScope = Localized(it: "In quale ambito vuoi operare?", en: "Which scope do you want to work in?")
    static let chooseScopeText = Localized(
        it:
            "L'ambito vale per elenchi, conteggi ed esportazioni, e resta scritto in ogni operazione. Puoi cambiarlo in ogni momento.",
        en:
            "The scope holds for lists, counts and exports, and is written in each operation. You can change it at any time."
    )
    static let crossBranchText = Localized(
        it: "Elenchi aggregati di tutte le filiali per cui hai l'abilitazione",
        en: "Lists over all the branches that you have a grant for"
    )
    static let noBranchOpen = Localized(
        it: "Nessuna filiale ti è aperta oggi: le abilitazioni arrivano dal registro nazionale.",
        en: "No branch is open to you today: grants come from the national register."
    )
    static let chooseThis = Localized(it: "Scegli", en: "Choose")
    static let workAs = Localized(it: "Entra come", en: "Enter as")
    static let signInUnavailable = Localized(
        it: "Il gestore dell'identità non risponde. Riprova tra qualche minuto.",
        en: "The identity provider does not answer. Try again in some minutes."
    )
    static let signInRefused = Localized(
        it: "L'accesso è stato annullato o rifiutato dal gestore dell'identità.",
        en: "The sign-in was cancelled, or refused by the identity provider."
    )
    static let tryAgain = Localized(it: "Riprova", en: "Try again")
}
