public import Persistence

/// A citizen's activation pact (*patto di attivazione digitale*), one version of it.
///
/// A signed version never changes: a new choice of agencies is a new version, which replaces it when it is signed.
public struct ActivationPact: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
        case draft
        /// Everything is there; the citizen may sign.
        case complete
        /// Signed before INPS has decided on the application: takes effect with a positive outcome.
        case awaitingOutcome = "awaiting_outcome"
        case signed
        /// A newer version was signed.
        case replaced
        case suspended
        case ended
        case archived
    }

    /// Who leads a pact from state to state.
    public enum Mover: String, Hashable, Sendable, CaseIterable {
        case citizen
        /// INPS: outcomes of applications, suspensions, ends of a measure.
        case authority
        case system
    }

    public struct Choice: Hashable, Sendable {
        public let agency: ID<Agency>
        public let branch: ID<Branch>
        public let agencyCode: String
        public let agencyName: String
        public let branchCode: String
        public let branchName: String
        public let municipalityCode: String
    }

    public let id: ID<ActivationPact>
    public let citizen: ID<Citizen>
    public let version: Int
    public let state: State
    public let email: String?
    public let phone: String?
    public let jobCentre: ID<JobCentre>?
    /// The day of the declaration of immediate availability (DID, article 19 of decree 150/2015).
    public let availabilityDeclaredOn: Day?
    public let commitments: Set<Commitment>
    /// The version of the notice that the citizen was shown and has acknowledged.
    public let noticeVersion: String?
    public let signedAt: Instant?
    /// When it began to open the citizen's data to the agencies chosen.
    public let effectiveAt: Instant?
    public let documentHash: String?
    public let updatedAt: Instant
    /// In the order of preference.
    public let choices: [Choice]
}

extension ActivationPact {
    /// The state machine of activation pacts: what is not here is illegal.
    public static let transitions: [Transition<State, Mover>] = [
        Transition(.draft, .complete, by: [.citizen]),
        Transition(.complete, .draft, by: [.citizen]),
        Transition(.complete, .awaitingOutcome, by: [.citizen]),
        Transition(.complete, .signed, by: [.citizen]),
        Transition(.awaitingOutcome, .draft, by: [.citizen]),
        Transition(.awaitingOutcome, .signed, by: [.authority]),
        Transition(.awaitingOutcome, .ended, by: [.authority]),
        Transition(.signed, .replaced, by: [.citizen]),
        Transition(.signed, .suspended, by: [.authority]),
        Transition(.signed, .ended, by: [.authority]),
        Transition(.suspended, .signed, by: [.authority]),
        Transition(.suspended, .ended, by: [.authority]),
        Transition(.replaced, .archived, by: [.system]),
        Transition(.ended, .archived, by: [.system]),
    ]
}

extension ActivationPact.State {
    /// The states of a version that is being prepared: a citizen has one such version at most.
    public static let inPreparation: [Self] = [.draft, .complete, .awaitingOutcome]

    public var isEditable: Bool { self == .draft || self == .complete }

    public var label: Localized {
        switch self {
        case .draft: Localized(it: "Bozza", en: "Draft")
        case .complete: Localized(it: "Completo, da sottoscrivere", en: "Complete, to be signed")
        case .awaitingOutcome: Localized(it: "In attesa dell'esito", en: "Awaiting the outcome")
        case .signed: Localized(it: "Sottoscritto", en: "Signed")
        case .replaced: Localized(it: "Sostituito", en: "Replaced")
        case .suspended: Localized(it: "Sospeso", en: "Suspended")
        case .ended: Localized(it: "Cessato", en: "Ended")
        case .archived: Localized(it: "Archiviato", en: "Archived")
        }
    }
}

/// A move that the table of transitions does not hold.
public struct IllegalPactTransition: Error, Hashable, Sendable {
    public let from: ActivationPact.State
    public let to: ActivationPact.State
    public let allowed: [ActivationPact.State]
}

/// What a citizen promises in the pact, and declares (section H).
public enum Commitment: String, Sendable, CaseIterable, Codable {
    case attendSummons = "attend_summons"
    case takePart = "take_part"
    case acceptSuitableOffers = "accept_suitable_offers"
    case confirmEveryNinetyDays = "confirm_every_90_days"
    case truthfulness
    case authoriseTransmission = "authorise_transmission"
    case adultEducation = "adult_education"

    /// What has to be promised for a measure to sign a pact.
    ///
    /// Who enrols of her own accord (DM 174/2024) has no benefit, and so none of the duties that come with one.
    public static func required(for measure: String?) -> [Commitment] {
        switch measure {
        case "SFL", "ADI":
            [
                .attendSummons, .takePart, .acceptSuitableOffers, .confirmEveryNinetyDays, .truthfulness,
                .authoriseTransmission,
            ]
        case "NASPI", "DISCOLL":
            [.attendSummons, .takePart, .acceptSuitableOffers, .truthfulness, .authoriseTransmission]
        default:
            [.truthfulness, .authoriseTransmission]
        }
    }

    /// The sentence that the citizen agrees to.
    public var text: Localized {
        switch self {
        case .attendSummons:
            Localized(
                it: "Mi impegno a presentarmi alle convocazioni del centro per l'impiego.",
                en: "I undertake to attend the summons of the job centre."
            )
        case .takePart:
            Localized(
                it: "Mi impegno a partecipare alle attività formative e di accompagnamento al lavoro concordate.",
                en: "I undertake to take part in the training and work activities agreed on."
            )
        case .acceptSuitableOffers:
            Localized(
                it: "So che devo accettare un'offerta di lavoro congrua (art. 9 DL 48/2023; art. 25 d.lgs. 150/2015).",
                en: "I know that I have to accept a suitable job offer (art. 9 DL 48/2023; art. 25 d.lgs. 150/2015)."
            )
        case .confirmEveryNinetyDays:
            Localized(
                it: "Mi impegno a confermare la partecipazione alle attività almeno ogni 90 giorni.",
                en: "I undertake to confirm that I take part in the activities at least every 90 days."
            )
        case .truthfulness:
            Localized(
                it: "Dichiaro che i dati sono veri, consapevole delle sanzioni dell'art. 76 DPR 445/2000.",
                en: "I declare that the data are true, aware of the penalties of art. 76 DPR 445/2000."
            )
        case .authoriseTransmission:
            Localized(
                it: "Autorizzo la trasmissione dei miei dati al centro per l'impiego e alle agenzie che ho scelto.",
                en: "I authorise the transmission of my data to the job centre and to the agencies I have chosen."
            )
        case .adultEducation:
            Localized(
                it: "Sono iscritto a un percorso di istruzione degli adulti (CPIA) o di obbligo scolastico.",
                en: "I am enrolled in adult education (CPIA) or in compulsory schooling."
            )
        }
    }
}
