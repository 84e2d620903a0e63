internal import Domain

/// Codes in the words of the one who reads.
struct Labels {
    let words: Words
    let reference: ReferenceSnapshot

    func label(_ code: String?, in list: ReferenceList) -> String? {
        code.map { words(reference.label($0, in: list)) }
    }

    /// `Milano (MI)`, or the foreign state.
    func place(_ code: String?) -> String? {
        guard let code else { return nil }
        if let municipality = reference.municipality(code) { return municipality.fullName }
        return label(code, in: code.hasPrefix("Z") ? .foreignState : .municipality)
    }

    /// `da 1.500,00 a 1.700,00 euro al mese`.
    func pay(_ pay: VacancyTerms.Pay) -> String? {
        let period = pay.period.map { " " + words($0.label) } ?? ""
        switch (pay.minimum, pay.maximum) {
        case (let minimum?, let maximum?) where minimum != maximum:
            return words.language == .it
                ? "da \(amount(minimum)) a \(amount(maximum)) euro\(period)"
                : "€\(amount(minimum)) to €\(amount(maximum))\(period)"
        case (let one?, _), (nil, let one?):
            return words.language == .it ? "\(amount(one)) euro\(period)" : "€\(amount(one))\(period)"
        case (nil, nil):
            return nil
        }
    }

    func amount(_ amount: Hundredths) -> String { words.amount(amount) }

    func contract(_ code: String?, months: Int?) -> String? {
        guard let label = label(code, in: .contractType) else { return nil }
        guard let months else { return label }
        return "\(label), \(words.count(months, one: .month, many: .months))"
    }
}
