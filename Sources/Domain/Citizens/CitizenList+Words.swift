/// A filter in words, for the page's summary and for the sheet that goes with an export.
public struct FilterWords: Hashable, Sendable {
    /// The filter's parameter in addresses.
    public let field: String
    public let value: Localized

    public var name: Localized { FilterWords.name(of: field) }

    /// What the filter of a parameter is called.
    public static func name(of field: String) -> Localized {
        switch field {
        case "q": Localized(it: "Parole chiave", en: "Keywords")
        case "age_min": Localized(it: "Età minima", en: "Minimum age")
        case "age_max": Localized(it: "Età massima", en: "Maximum age")
        case "education_min": Localized(it: "Titolo di studio minimo", en: "Minimum education")
        case "branch": Localized(it: "Filiali", en: "Branches")
        case "province": Localized(it: "Province", en: "Provinces")
        case "measure": Localized(it: "Misure", en: "Measures")
        case "pad_from": Localized(it: "PAD dal", en: "Activation pact from")
        case "pad_to": Localized(it: "PAD fino al", en: "Activation pact until")
        case "cv_since": Localized(it: "CV aggiornato dal", en: "CV updated since")
        case "licence": Localized(it: "Patente", en: "Driving licence")
        case "own_vehicle": Localized(it: "Automunito", en: "Own vehicle")
        default: Localized(it: field, en: field)
        }
    }
}

extension CitizenFilter {
    /// What is set of the filter, in the words of people.
    public func words(_ reference: ReferenceSnapshot, branches: [ID<Branch>: String]) -> [FilterWords] {
        var words: [FilterWords] = []
        func add(_ field: String, _ value: Localized?) {
            if let value { words.append(FilterWords(field: field, value: value)) }
        }
        func same(_ text: String?) -> Localized? { text.map { Localized(it: $0, en: $0) } }
        func list(_ texts: [String]) -> Localized? { texts.isEmpty ? nil : same(texts.joined(separator: ", ")) }
        func day(_ day: Day?) -> Localized? { day.map { Localized(it: $0.italian, en: $0.description) } }
        add("q", same(keywords))
        add("age_min", same(ageMin.map(String.init)))
        add("age_max", same(ageMax.map(String.init)))
        add("education_min", educationMin.map { reference.label($0, in: .education) })
        add("branch", list(self.branches.map { branches[$0] ?? $0.text }.sorted()))
        add("province", list(provinces))
        add("measure", list(measures))
        add("pad_from", day(padFrom))
        add("pad_to", day(padTo))
        add("cv_since", day(curriculumSince))
        add("licence", same(licence))
        if ownVehicle { add("own_vehicle", Localized(it: "sì", en: "yes")) }
        return words
    }
}

extension CitizenSort {
    public var title: Localized {
        let name =
            switch key {
            case .pact: Localized(it: "data PAD", en: "day of the activation pact")
            case .surname: Localized(it: "cognome", en: "family name")
            case .age: Localized(it: "età", en: "age")
            case .education: Localized(it: "titolo di studio", en: "education")
            }
        return isDescending
            ? Localized(it: "\(name.it), decrescente", en: "\(name.en), descending")
            : Localized(it: "\(name.it), crescente", en: "\(name.en), ascending")
    }
}
