internal import Foundation

// MARK: - Single fields

extension CurriculumReader {
    mutating func add(
        _ field: String,
        _ code: String,
        _ it: String,
        _ en: String,
        suggestion: Localized? = nil,
        severity: Finding.Severity = .error
    ) {
        findings.append(Finding(field, code, it: it, en: en, suggestion: suggestion, severity: severity))
    }

    func has(_ field: String) -> Bool { draft.text(field) != nil }

    mutating func required(_ field: String, _ it: String, _ en: String) -> String {
        guard let text = draft.text(field) else {
            add(field, "required", it, en)
            return ""
        }
        return text
    }

    func lines(_ field: String) -> [String] {
        (draft.text(field) ?? "").split(separator: "\n").map(trimmed).filter { !$0.isEmpty }
    }

    func answer(_ field: String) -> Bool? {
        switch draft.text(field) {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    mutating func number(_ field: String) -> Int? {
        guard let text = draft.text(field) else { return nil }
        guard text.utf8.count <= 6, let number = Int(digits: text.utf8) else {
            let (it, en) = ("«\(text)» non è un numero: usa solo cifre", "“\(text)” is no number: use digits only")
            add(field, "malformed_number", it, en)
            return nil
        }
        return number
    }

    mutating func day(_ field: String) -> Day? {
        guard let text = draft.text(field) else { return nil }
        guard let day = Day(text) ?? Day(italian: text) else {
            add(
                field,
                "malformed_day",
                "«\(text)» non è una data: scrivi giorno, mese e anno, per esempio 31/12/2026",
                "“\(text)” is no date: write day, month and year, such as 31/12/2026"
            )
            return nil
        }
        return day
    }

    /// A month of a year, with the day that a CV from elsewhere had.
    mutating func month(_ field: String, defaultDay: (_ month: Int, _ year: Int) -> Int) -> Day? {
        let (month, year) = (draft.text("\(field)_month"), draft.text("\(field)_year"))
        guard month != nil || year != nil else { return nil }
        guard let month = month.flatMap({ Int(digits: $0.utf8) }), (1...12).contains(month) else {
            add("\(field)_month", "month_missing", "Scegli il mese", "Choose the month")
            return nil
        }
        guard let text = year, text.utf8.count == 4, let year = Int(digits: text.utf8), (1900...2200).contains(year)
        else {
            add("\(field)_year", "year_missing", "Scrivi l'anno con quattro cifre", "Write the year with four digits")
            return nil
        }
        let last = Day.length(ofMonth: month, year: year)
        let day = draft.text("\(field)_day").flatMap { Int(digits: $0.utf8) } ?? defaultDay(month, year)
        return Day(year: year, month: month, day: min(max(day, 1), last))
    }

    /// The profession chosen in the list for the text, else the one whose very name was typed, in either gender; none
    /// where several have it, or where none was chosen on purpose.
    func profession(_ code: String, for field: String) -> String? {
        if let chosen = draft.choice(code, for: field) { return chosen == CurriculumDraft.none ? nil : chosen }
        let text = draft.text(field) ?? ""
        let key = Fold.key(text)
        guard !key.isEmpty else { return nil }
        let named = reference.professions(matching: text, on: today, limit: 5)
            .filter { $0.searchKeys.contains(key) && $0.code != text }
        return named.count == 1 ? named.first?.code : nil
    }

    func trimmed(_ text: some StringProtocol) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

// MARK: - Places

extension CurriculumReader {
    /// A comune, one of then, or a foreign state.
    mutating func place(_ row: String) -> String? {
        guard let text = draft.text("\(row).municipality") else { return nil }
        if let code = draft.text("\(row).municipality_code"),
            Fold.key(reference.placeText(code)) == Fold.key(text)
        {
            return code
        }
        let states = reference.entries(.foreignState).filter {
            Fold.key($0.label.it) == Fold.key(text) || Fold.key($0.label.en) == Fold.key(text)
        }
        if let state = states.first(where: { $0.validTo == nil }) ?? states.first { return state.code }
        return municipality(PlaceName(text), "\(row).municipality", orOfThen: true)
    }

    mutating func municipalities() -> [String] {
        let field = "availability.municipalities"
        return lines(field).compactMap { municipality(PlaceName($0), field, orOfThen: false) }
    }

    /// - Parameter orOfThen: Whether it may be a comune that has that name no longer. Schools and jobs of long ago are
    ///   where they were, and one that no list knows does not keep the CV from being published.
    private mutating func municipality(_ place: PlaceName, _ field: String, orOfThen: Bool) -> String? {
        var found = reference.municipalities(named: place)
        if found.isEmpty, orOfThen { found = reference.formerMunicipalities(named: place) }
        if found.count == 1 { return found.first?.code }
        if found.isEmpty {
            let nearest = reference.municipalities(matching: place.name, limit: 3).map { reference.placeText($0.code) }
            add(
                field,
                "place_unknown",
                "«\(place.text)» non è un comune conosciuto"
                    + (orOfThen ? ": nel curriculum il luogo resta vuoto" : ""),
                "“\(place.text)” is not a known comune" + (orOfThen ? ": the CV leaves the place out" : ""),
                suggestion: nearest.isEmpty ? nil : .choice(of: nearest),
                severity: orOfThen ? .warning : .error
            )
        } else {
            add(
                field,
                "place_ambiguous",
                "Ci sono più comuni con nome «\(place.name)»: aggiungi la provincia",
                "Several comuni are called “\(place.name)”: add the province",
                suggestion: .choice(of: found.map(\.fullName))
            )
        }
        return nil
    }

    /// Provinces by their letters or their names, parted by commas or lines.
    mutating func provinces() -> [String] {
        let field = "availability.provinces"
        let words = (draft.text(field) ?? "").split { ",;\n".contains($0) }.map(trimmed).filter { !$0.isEmpty }
        return words.compactMap { word in
            let key = Fold.key(word)
            let found = reference.entries(.province, on: today).first { province in
                province.code == word.uppercased() || Fold.key(province.label.it) == key
            }
            if let found { return found.code }
            let (it, en) = ("«\(word)» non è una provincia", "“\(word)” is not a province")
            add(field, "province_unknown", it, en)
            return nil
        }
    }
}

extension Localized {
    fileprivate static func choice(of texts: [String]) -> Localized {
        let list = texts.joined(separator: ", ")
        return Localized(it: "Forse: \(list)", en: "Perhaps: \(list)")
    }
}

extension Finding {
    /// The finding of a CV's field, beside the field in which it was typed.
    func typed() -> Finding {
        var steps = field.split(separator: ".").map(String.init)
        var line: Int?
        if ["skills", "licences"].contains(steps.first), steps.count == 2 {
            line = Int(steps.removeLast()).map { $0 + 1 }
        } else if steps.first == "availability", steps.count == 3 {
            line = Int(steps.removeLast()).map { $0 + 1 }
        }
        let last: String =
            switch steps.last ?? "" {
            case "start": "start_month"
            case "end": "end_month"
            case "municipality_code": "municipality"
            case "profession_code", "activity_code", "activity_version": "title"
            case "code" where steps.first == "desired_professions": "description"
            case "contract_types": "contract_kinds"
            case let name: name
            }
        if !steps.isEmpty { steps[steps.count - 1] = last }
        let lines = steps.joined(separator: ".") == "skills" ? line : nil
        return Finding(
            steps.joined(separator: "."),
            code,
            it: lines.map { "Riga \($0): \(message.it)" } ?? message.it,
            en: lines.map { "Line \($0): \(message.en)" } ?? message.en,
            suggestion: suggestion,
            severity: severity
        )
    }
}
