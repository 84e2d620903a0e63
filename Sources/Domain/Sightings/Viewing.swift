internal import Persistence

/// An occasion on which an agency saw many citizens at once: a list on a day, or an export.
struct Viewing: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable, CaseIterable, Bindable, ColumnDecodable {
        /// Pages of the list of citizens.
        case list
        /// Pages of the expressions of interest that the agency received.
        case interests
        /// The list of citizens as a file.
        case export
    }

    let kind: Kind
    let agency: ID<Agency>
    /// Nil across branches.
    let branch: ID<Branch>?
    let isBySoftware: Bool
    /// By what the citizens were looked for.
    let filters: Set<SightingFilter>
    /// What an export holds of each.
    var columns: [CitizenColumn] = []

    /// Nil when it was not an agency that looked: citizens see their own data; the system, and who has not chosen a scope,
    /// look at nobody.
    init?(_ kind: Kind, by actor: Actor, filters: Set<SightingFilter> = []) {
        switch actor {
        case .operator(let person):
            agency = person.agency
            branch = person.scope.branch
            isBySoftware = false
        case .client(_, let agency):
            self.agency = agency
            branch = nil
            isBySoftware = true
        case .citizen, .account, .official, .system:
            return nil
        }
        self.kind = kind
        self.filters = filters
    }
}

/// By what a citizen was looked for, as she is told: the kind of filter, not its value.
public enum SightingFilter: String, Hashable, Sendable, CaseIterable {
    case keywords
    case age
    case education
    case branches
    case provinces
    case measures
    case pact
    case curriculum
    case licence
    case ownVehicle = "own_vehicle"
    case profession
    case languages
    case availability
    case vacancy
    case status
    case since

    public var title: Localized {
        switch self {
        case .keywords: Localized(it: "parole chiave", en: "keywords")
        case .age: Localized(it: "età", en: "age")
        case .education: Localized(it: "titolo di studio", en: "education")
        case .branches: Localized(it: "filiale", en: "branch")
        case .provinces: Localized(it: "provincia", en: "province")
        case .measures: Localized(it: "misura", en: "measure")
        case .pact: Localized(it: "data del patto", en: "day of the pact")
        case .curriculum: Localized(it: "aggiornamento del CV", en: "update of the CV")
        case .licence: Localized(it: "patente", en: "driving licence")
        case .ownVehicle: Localized(it: "mezzo proprio", en: "own vehicle")
        case .profession: Localized(it: "professione ed esperienza", en: "profession and experience")
        case .languages: Localized(it: "lingue", en: "languages")
        case .availability: Localized(it: "orario gradito", en: "working time wanted")
        case .vacancy: Localized(it: "offerta", en: "vacancy")
        case .status: Localized(it: "stato della candidatura", en: "state of the application")
        case .since: Localized(it: "data di modifica", en: "day of change")
        }
    }

    /// As a column keeps them: in their order, parted by blanks.
    static func words(_ filters: Set<SightingFilter>) -> String {
        allCases.filter(filters.contains).map(\.rawValue).joined(separator: " ")
    }

    static func read(_ words: String) -> [SightingFilter] {
        words.split(separator: " ").compactMap { SightingFilter(rawValue: String($0)) }
    }
}

extension CitizenFilter {
    /// The kinds of filters that are set.
    var kinds: Set<SightingFilter> {
        var kinds: Set<SightingFilter> = []
        if !terms.isEmpty { kinds.insert(.keywords) }
        if usesAge { kinds.insert(.age) }
        if educationMin != nil { kinds.insert(.education) }
        if !branches.isEmpty { kinds.insert(.branches) }
        if !provinces.isEmpty { kinds.insert(.provinces) }
        if !measures.isEmpty { kinds.insert(.measures) }
        if padFrom != nil || padTo != nil { kinds.insert(.pact) }
        if curriculumSince != nil { kinds.insert(.curriculum) }
        if licence != nil { kinds.insert(.licence) }
        if ownVehicle { kinds.insert(.ownVehicle) }
        if municipality != nil { kinds.insert(.provinces) }
        if profession != nil || experienceMin != nil { kinds.insert(.profession) }
        if language != nil { kinds.insert(.languages) }
        if !workingTimes.isEmpty { kinds.insert(.availability) }
        return kinds
    }
}
