public import Persistence

/// The lists in which operators work; the name stands in the audit trail, in saved searches and in kept exports.
public enum ListName: String, Hashable, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// *Cittadini*
    case citizens
    /// *Manifestazioni di interesse*
    case interests
    /// *Offerte di lavoro*
    case vacancies
}

extension ListName {
    public var title: Localized {
        switch self {
        case .citizens: Localized(it: "Cittadini", en: "Citizens")
        case .interests: Localized(it: "Manifestazioni di interesse", en: "Expressions of interest")
        case .vacancies: Localized(it: "Offerte di lavoro", en: "Vacancies")
        }
    }
}
