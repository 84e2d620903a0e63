internal import Domain

extension ContractType.Kind {
    /// The family's name, as people choose from it.
    var label: Localized {
        switch self {
        case .permanent: Localized(it: "Tempo indeterminato", en: "Permanent")
        case .fixedTerm: Localized(it: "Tempo determinato", en: "Fixed term")
        case .apprenticeship: Localized(it: "Apprendistato", en: "Apprenticeship")
        case .domestic: Localized(it: "Lavoro domestico", en: "Domestic work")
        case .intermittent: Localized(it: "Lavoro intermittente", en: "Intermittent work")
        case .agencyPermanent: Localized(it: "Somministrazione a tempo indeterminato", en: "Agency work, permanent")
        case .agencyFixedTerm: Localized(it: "Somministrazione a tempo determinato", en: "Agency work, fixed term")
        case .otherEmployment: Localized(it: "Altro lavoro subordinato", en: "Other employment")
        case .collaboration: Localized(it: "Collaborazione", en: "Collaboration")
        case .traineeship: Localized(it: "Tirocinio", en: "Traineeship")
        case .other: Localized(it: "Altro", en: "Other")
        }
    }
}
