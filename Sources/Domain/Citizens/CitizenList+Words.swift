/// A filter in words, for the page's summary and for the sheet that goes with an export.
public struct FilterWords: Hashable, Sendable {
    public let name: Localized
    public let value: Localized
}

extension CitizenFilter {
    /// What is set of the filter, in the words of people.
    public func words(_ reference: ReferenceSnapshot, branches: [ID<Branch>: String]) -> [FilterWords] {
        var words: [FilterWords] = []
        func add(_ it: String, _ en: String, _ value: Localized?) {
            if let value { words.append(FilterWords(name: Localized(it: it, en: en), value: value)) }
        }
        func same(_ text: String?) -> Localized? { text.map { Localized(it: $0, en: $0) } }
        add("Parole chiave", "Keywords", same(keywords))
        add("Età minima", "Minimum age", same(ageMin.map(String.init)))
        add("Età massima", "Maximum age", same(ageMax.map(String.init)))
        add("Titolo di studio minimo", "Minimum education", educationMin.map { reference.label($0, in: .education) })
        if !self.branches.isEmpty {
            add(
                "Filiali",
                "Branches",
                same(self.branches.map { branches[$0] ?? $0.text }.sorted().joined(separator: ", "))
            )
        }
        if !provinces.isEmpty { add("Province", "Provinces", same(provinces.joined(separator: ", "))) }
        if !measures.isEmpty { add("Misure", "Measures", same(measures.joined(separator: ", "))) }
        add("PAD dal", "Activation pact from", padFrom.map { Localized(it: $0.italian, en: $0.description) })
        add("PAD fino al", "Activation pact until", padTo.map { Localized(it: $0.italian, en: $0.description) })
        add(
            "CV aggiornato dal",
            "CV updated since",
            curriculumSince.map { Localized(it: $0.italian, en: $0.description) }
        )
        add("Patente", "Driving licence", same(licence))
        if ownVehicle { add("Automunito", "Own vehicle", Localized(it: "sì", en: "yes")) }
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
