internal import Domain
internal import HTML

/// The filters of the list of citizens: the names are those of the list's own grammar.
struct CitizenFilterForm {
    let words: Words
    let values: FormBody
    let findings: [Finding]
    let reference: ReferenceSnapshot

    var html: HTML {
        """
        \(Field.summary(findings, words))
        <form class="filters" method="get" action="/cittadini" role="search">
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
        \(Field.checkbox(.init(name: "own_vehicle", label: words(.ownVehicle), value: "true"),
        isTicked: values.isTicked("own_vehicle"), words))
        \(usesAge ? "<p class=\"field-hint\">\(words(.ageNotice))</p>" : nil)
        <div class="actions"><button type="submit" class="btn btn-primary">\(words(.filter))</button>
        <a href="/cittadini">\(words(.clearFilters))</a></div>
        </form>
        """
    }

    private var usesAge: Bool { values.text("age_min") != nil || values.text("age_max") != nil }

    private func input(_ name: String, _ label: Localized, type: String = "text", hint: String? = nil) -> HTML {
        var input = Field.Input(name: name, label: words(label), value: values.text(name), hint: hint, type: type)
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
        return Field.select(.init(name: "sort", label: words(.sortBy), value: value), options, blank: nil, words)
    }
}
