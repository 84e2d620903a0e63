extension CitizenFilter {
    public func words(_ reference: ReferenceSnapshot, branches names: [ID<Branch>: String]) -> [FilterWords] {
        var list = FilterWordsList()
        list.add("q", keywords)
        list.add("age_min", ageMin)
        list.add("age_max", ageMax)
        list.add("education_min", educationMin.map { reference.label($0, in: .education) })
        list.add("profession", profession.map { reference.label($0, in: .profession) })
        list.add("experience_min", experienceMin.map { Localized(it: "\($0) anni", en: "\($0) years") })
        list.add("language", language.map { languageWords($0, reference) })
        list.add("working_time", workingTimes.map { reference.label($0, in: .workingTime) })
        list.add("branch", branches, named: names)
        list.add("municipality", municipality.map { reference.municipality($0)?.name ?? $0 })
        list.add("province", provinces)
        list.add("measure", measures)
        list.add("pad_from", padFrom)
        list.add("pad_to", padTo)
        list.add("cv_since", curriculumSince)
        list.add("licence", licence)
        list.add("own_vehicle", ownVehicle)
        return list.words
    }

    private func languageWords(_ code: String, _ reference: ReferenceSnapshot) -> Localized {
        let name = reference.label(code, in: .language)
        guard let level = languageLevel?.rawValue else { return name }
        return Localized(it: "\(name.it), almeno \(level)", en: "\(name.en), at least \(level)")
    }
}

extension CitizenSortKey {
    public var title: Localized {
        switch self {
        case .pact: Localized(it: "data PAD", en: "day of the activation pact")
        case .surname: Localized(it: "cognome", en: "family name")
        case .age: Localized(it: "età", en: "age")
        case .education: Localized(it: "titolo di studio", en: "education")
        }
    }
}
