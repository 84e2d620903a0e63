/// A filter in words, for the page's summary and for the sheet that goes with an export.
public struct FilterWords: Hashable, Sendable {
    /// The filter's parameter in addresses.
    public let field: String
    public let value: Localized

    public init(field: String, value: Localized) {
        self.field = field
        self.value = value
    }

    public var name: Localized { FilterWords.name(of: field) }

    /// What the filter of a parameter is called.
    public static func name(of field: String) -> Localized { names[field] ?? Localized(it: field, en: field) }

    /// Whether a parameter is a filter of some list; an address may hold others, which narrow nothing.
    public static func isFilter(_ field: String) -> Bool { names[field] != nil }

    private static let names: [String: Localized] = [
        "q": Localized(it: "Parole chiave", en: "Keywords"),
        "branch": Localized(it: "Filiali", en: "Branches"),
        "province": Localized(it: "Province", en: "Provinces"),
        "municipality": Localized(it: "Comune", en: "Municipality"),
        "status": Localized(it: "Stato", en: "State"),
        "age_min": Localized(it: "Età minima", en: "Minimum age"),
        "age_max": Localized(it: "Età massima", en: "Maximum age"),
        "education_min": Localized(it: "Titolo di studio minimo", en: "Minimum education"),
        "measure": Localized(it: "Misure", en: "Measures"),
        "pad_from": Localized(it: "PAD dal", en: "Activation pact from"),
        "pad_to": Localized(it: "PAD fino al", en: "Activation pact until"),
        "cv_since": Localized(it: "CV aggiornato dal", en: "CV updated since"),
        "licence": Localized(it: "Patente", en: "Driving licence"),
        "own_vehicle": Localized(it: "Automunito", en: "Own vehicle"),
        "profession": Localized(it: "Professione", en: "Profession"),
        "experience_min": Localized(it: "Esperienza minima", en: "Minimum experience"),
        "language": Localized(it: "Lingua", en: "Language"),
        "language_level": Localized(it: "Livello minimo", en: "Minimum level"),
        "working_time": Localized(it: "Orario gradito", en: "Working time wanted"),
        "contract": Localized(it: "Contratto", en: "Contract"),
        "published_from": Localized(it: "Pubblicata dal", en: "Published from"),
        "published_to": Localized(it: "Pubblicata fino al", en: "Published until"),
        "published_since": Localized(it: "Pubblicata da", en: "Published since"),
        "expiring_before": Localized(it: "Scade prima del", en: "Ends before"),
        "expiring_days": Localized(it: "Scade entro giorni", en: "Ends within days"),
        "without_interests": Localized(it: "Senza manifestazioni", en: "Without expressions of interest"),
        "external_reference": Localized(it: "Codice dell'agenzia", en: "Agency's reference"),
        "vacancy": Localized(it: "Offerta", en: "Vacancy"),
        "citizen": Localized(it: "Cittadino", en: "Citizen"),
        "unread": Localized(it: "Solo non lette", en: "Unread only"),
        "submitted_from": Localized(it: "Inviata dal", en: "Submitted from"),
        "submitted_to": Localized(it: "Inviata fino al", en: "Submitted until"),
        "since": Localized(it: "Cambiata da", en: "Changed since"),
    ]
}

/// The collecting of a filter's words.
struct FilterWordsList {
    private(set) var words: [FilterWords] = []

    mutating func add(_ field: String, _ value: Localized?) {
        if let value { words.append(FilterWords(field: field, value: value)) }
    }

    mutating func add(_ field: String, _ text: String?) {
        if let text, !text.isEmpty { add(field, Localized(it: text, en: text)) }
    }

    mutating func add(_ field: String, _ number: Int?) { add(field, number.map(String.init)) }
    mutating func add(_ field: String, _ day: Day?) {
        add(field, day.map { Localized(it: $0.italian, en: $0.description) })
    }

    mutating func add(_ field: String, _ texts: [String]) { add(field, texts.joined(separator: ", ")) }
    mutating func add(_ field: String, _ labels: [Localized]) {
        if labels.isEmpty { return }
        let (it, en) = (labels.map(\.it).joined(separator: ", "), labels.map(\.en).joined(separator: ", "))
        add(field, Localized(it: it, en: en))
    }

    mutating func add(_ field: String, _ isSet: Bool) {
        if isSet { add(field, Localized(it: "sì", en: "yes")) }
    }

    mutating func add(_ field: String, _ branches: [ID<Branch>], named names: [ID<Branch>: String]) {
        add(field, branches.map { names[$0] ?? $0.text }.sorted())
    }
}
