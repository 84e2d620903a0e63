internal import Domain
internal import HTML

/// The filters of an agency's vacancies as their address holds them; one reading for the form, the list and its links.
struct VacancyFilterForm {
    let words: Words
    private(set) var list = VacancyList()
    let cursor: Cursor?
    private let values: FormBody
    private let address: ListQuery

    init(_ values: FormBody, _ words: Words) {
        var address = ListQuery(values.list)
        list.text = address.keywords("q") ?? ""
        list.statuses = address.choice("stato", Vacancy.Status.self).map { [$0] } ?? []
        list.sort = address.choice("ordine", VacancyList.Sort.self) ?? .newest
        cursor = address.cursor("cursore")
        self.words = words
        self.values = values
        self.address = address
    }

    /// - Throws: ``Invalid`` with all that cannot be read.
    func check() throws { try address.check() }

    /// The filters in an address, without the page.
    var query: [(String, String)] {
        var pairs: [(String, String)] = []
        if !list.text.isEmpty { pairs.append(("q", list.text)) }
        if let status = list.statuses.first { pairs.append(("stato", status.rawValue)) }
        if list.sort != .newest { pairs.append(("ordine", list.sort.rawValue)) }
        return pairs
    }

    func html(_ findings: [Finding]) -> HTML {
        let states = Vacancy.Status.allCases.map { Field.Option(value: $0.rawValue, label: words($0.label)) }
        let sorts = VacancyList.Sort.allCases.map { sort in
            Field.Option(value: sort.rawValue, label: words(sort == .newest ? .newestFirst : .byEndOfPublication))
        }
        func input(_ name: String, _ label: Localized, type: String = "text") -> Field.Input {
            Field.Input(
                name: name,
                label: words(label),
                value: values.text(name),
                type: type,
                findings: findings.filter { $0.field == name }
            )
        }
        return """
            \(Field.summary(findings, words) { ["q", "stato", "ordine"].contains($0.field) ? .here : .nowhere })
            <form class="filters" method="get" action="\(link: .vacancies)" role="search"><div class="fields">
            \(Field.input(input("q", .keywords, type: "search"), words))
            \(Field.select(input("stato", .stateLabel), states, blank: words(.all), words))
            \(Field.select(input("ordine", .sortBy), sorts, blank: nil, words))
            </div><div class="actions"><button type="submit" class="btn btn-primary">\(words(.filter))</button>
            <a href="\(link: .vacancies)">\(words(.clearFilters))</a></div></form>
            """
    }
}
