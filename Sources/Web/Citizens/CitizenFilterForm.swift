internal import Domain
internal import HTML

/// The filters of the list of citizens: the names are those of the list's own grammar.
struct CitizenFilterForm {
    let words: Words
    let values: FormBody
    let findings: [Finding]
    let reference: ReferenceSnapshot
    /// The filters in words; none while something cannot be read.
    var filters: [FilterWords] = []

    /// The filters that have a field; an address may hold more.
    private static let fields: Set<String> = [
        "q", "age_min", "age_max", "education_min", "province", "licence", "pad_from", "pad_to", "own_vehicle-true",
        "sort",
    ]
    /// The filters that an address may hold besides: they stay when the form is sent, or the list would grow unseen, and
    /// stand beside it with the way to take each out.
    private static let unshown = ["branch", "measure", "cv_since"]
    private static let carried = Set(unshown + ["columns"])

    var html: HTML {
        """
        \(Field.summary(placed, words) { CitizenFilterForm.fields.contains($0.field) ? .here : .nowhere })
        \(active)
        <form class="filters" method="get" action="\(link: .citizens)" role="search">\(others)
        <div class="fields">
        \(input("q", .keywords, type: "search", hint: words(.whatWorkHint)))
        \(input("age_min", .ageMin, type: "number"))
        \(input("age_max", .ageMax, type: "number"))
        \(education)
        \(input("province", .province, hint: words(.provinceHint)))
        \(input("licence", .drivingLicence))
        \(input("pad_from", .padFrom, type: "date"))
        \(input("pad_to", .padTo, type: "date"))
        \(sort)
        </div>
        \(Field.checkbox(.init(name: "own_vehicle", label: words(.ownVehicle), value: "true",
        findings: findings.filter { $0.field == "own_vehicle" }), isTicked: hasVehicle, words))
        \(usesAge ? "<p class=\"field-hint\">\(words(.ageNotice))</p>" : nil)
        <div class="actions"><button type="submit" class="btn btn-primary">\(words(.filter))</button>
        <a href="\(link: .citizens)">\(words(.clearFilters))</a></div>
        </form>
        """
    }

    /// A check box is found by its value as well.
    private var placed: [Finding] {
        findings.map { $0.field == "own_vehicle" ? $0.at("own_vehicle-true") : $0 }
    }

    private var hasVehicle: Bool {
        var address = ListQuery(values.list)
        return address.flag("own_vehicle")
    }

    private var others: [HTML] {
        values.pairs.filter { CitizenFilterForm.carried.contains($0.name) }.map { Field.hidden($0.name, $0.value) }
    }

    /// The filters without a field, in words, or as they were sent where they cannot be read.
    private var active: HTML? {
        let items = CitizenFilterForm.unshown.compactMap { field -> HTML? in
            let sent = values.all(field).map(\.trimmed).filter { !$0.isEmpty }
            if sent.isEmpty { return nil }
            let name = words(FilterWords.name(of: field))
            let value = filters.first { $0.field == field }.map { words($0.value) } ?? sent.joined(separator: ", ")
            let rest = values.list.filter { $0.0 != field && $0.0 != "cursore" }
            return """
                <li>\(name): \(value) <a href="\(link: Link.citizens.query(rest))">\(words(.takeFilterOut))\
                <span class="visually-hidden"> \(name)</span></a></li>
                """
        }
        return items.isEmpty ? nil : "<p>\(words(.otherFilters))</p><ul>\(items)</ul>"
    }

    private var usesAge: Bool { values.text("age_min") != nil || values.text("age_max") != nil }

    private func input(_ name: String, _ label: Localized, type: String = "text", hint: String? = nil) -> HTML {
        // A filter with several values is one field: `MI,TO`.
        let value = values.all(name).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: ",")
        var input = Field.Input(name: name, label: words(label), value: value.isEmpty ? nil : value)
        input.hint = hint
        input.type = type
        input.findings = findings.filter { $0.field == name }
        if type == "number" { input.attributes = [("min", "0"), ("max", "130"), ("inputmode", "numeric")] }
        return Field.input(input, words)
    }

    private var education: HTML {
        let levels = reference.entries(.education).sorted { ($0.rank ?? 0, $0.code) < ($1.rank ?? 0, $1.code) }
        let options = levels.map { Field.Option(value: $0.code, label: words($0.label)) }
        let input = Field.Input(
            name: "education_min",
            label: words(.minimumEducation),
            value: values.text("education_min"),
            findings: findings.filter { $0.field == "education_min" }
        )
        return Field.select(input, options, blank: words(.anyChoice), words)
    }

    private var sort: HTML {
        let options = CitizenSort.all.map { Field.Option(value: $0.word, label: words($0.title)) }
        let value = values.text("sort") ?? CitizenSort.standard.word
        let input = Field.Input(
            name: "sort",
            label: words(.sortBy),
            value: value,
            findings: findings.filter { $0.field == "sort" }
        )
        return Field.select(input, options, blank: nil, words)
    }
}
