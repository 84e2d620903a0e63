internal import Domain
internal import HTML
internal import Hummingbird

/// The vacancies of the branches in scope, for the agency's operators.
struct VacancyRoutes {
    let site: Site
    let clock: Clock
    let vacancies: Vacancies
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        operators.get("offerte", use: list)
        operators.get("offerte/:code", use: detail)
    }

    @Sendable
    private func list(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        var list = VacancyList()
        list.text = query.text("q") ?? ""
        list.statuses = query.text("stato").flatMap(Vacancy.Status.init(rawValue:)).map { [$0] } ?? []
        list.sort = query.text("ordine").flatMap(VacancyList.Sort.init(rawValue:)) ?? .newest
        let cursor = query.text("cursore").flatMap(Cursor.init(text:))
        let publisher = Publisher(context.person)
        let page = try await vacancies.list(list, as: publisher, after: cursor)
        let count = try await vacancies.count(list, as: publisher)
        let labels = Labels(words: context.words, reference: try await references.snapshot())
        let view = VacancyListPage(labels: labels, list: list, page: page, count: count, isFirst: cursor == nil)
        var layout = site.layout(context, title: context.words(.vacancies))
        layout.isWide = true
        return .page(layout.page(view.html))
    }

    @Sendable
    private func detail(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let vacancy = try await vacancies.find(try context.parameters.require("code"), as: Publisher(context.person))
        let labels = Labels(words: context.words, reference: try await references.snapshot())
        let words = context.words
        let publication = Facts.present(
            [
                (.stateLabel, words(vacancy.status(on: clock.today).label)), (.branch, vacancy.branchCode),
                (.codeLabel, vacancy.code.text), (.referenceLabel, vacancy.externalReference),
                (.publishedOn, vacancy.publicationStart.map { words.day(Day(of: $0)) }),
                (.endOfPublication, vacancy.publicationEndDate.map(words.day)),
                (.employer, vacancy.terms.employer.name),
            ],
            words
        )
        var layout = site.layout(context, title: vacancy.terms.title ?? vacancy.code.text)
        layout.crumbs = [.init(title: words(.vacancies), link: "/offerte")]
        return .page(
            layout.page(
                """
                <h1>\(vacancy.terms.title)</h1><dl class="facts">\(Facts.html(publication))</dl>
                <h2>\(words(.theWork))</h2><dl class="facts">\(Facts.html(VacancyFacts.work(vacancy.terms, labels)))</dl>
                <p class="prose">\(vacancy.terms.description)</p>
                <h2>\(words(.requirementsTitle))</h2>
                <dl class="facts">\(Facts.html(VacancyFacts.requirements(vacancy.terms, labels)))</dl>
                """
            )
        )
    }
}

/// The list of an agency's vacancies.
struct VacancyListPage {
    let labels: Labels
    let list: VacancyList
    let page: Page<ListedVacancy>
    let count: VacancyCount
    let isFirst: Bool

    private var words: Words { labels.words }

    private var query: [(String, String)] {
        var pairs: [(String, String)] = []
        if !list.text.isEmpty { pairs.append(("q", list.text)) }
        if let status = list.statuses.first { pairs.append(("stato", status.rawValue)) }
        if list.sort != .newest { pairs.append(("ordine", list.sort.rawValue)) }
        return pairs
    }

    var html: HTML {
        """
        <h1>\(words(.vacancies))</h1>\(filters)
        <div class="list-head"><p class="list-count" role="status">\(count.text(words))</p>
        <a class="btn btn-primary btn-sm" href="/offerte/carica">\(words(.uploadVacancies))</a></div>
        \(page.items.isEmpty ? "<p class=\"alert alert-info\">\(words(.noVacancies))</p>" : table)
        \(Pager.html(words, next: page.next, isFirst: isFirst, path: "/offerte", query: query))
        """
    }

    private var filters: HTML {
        let states = Vacancy.Status.allCases.map { Field.Option(value: $0.rawValue, label: words($0.label)) }
        let sorts = VacancyList.Sort.allCases.map { sort in
            Field.Option(value: sort.rawValue, label: words(sort == .newest ? .newestFirst : .byEndOfPublication))
        }
        return """
            <form class="filters" method="get" action="/offerte" role="search"><div class="fields">
            \(Field.input(.init(name: "q", label: words(.keywords), value: list.text, type: "search"), words))
            \(Field.select(.init(name: "stato", label: words(.stateLabel), value: list.statuses.first?.rawValue), states,
            blank: words(.all), words))
            \(Field.select(.init(name: "ordine", label: words(.sortBy), value: list.sort.rawValue), sorts, blank: nil, words))
            </div><div class="actions"><button type="submit" class="btn btn-primary">\(words(.filter))</button>
            <a href="/offerte">\(words(.clearFilters))</a></div></form>
            """
    }

    private var table: HTML {
        let titles: [Localized] = [
            .titleLabel, .stateLabel, .branch, .municipalityLabel, .contractKind, .positionsLabel, .endOfPublication,
            .interestsReceived, .referenceLabel,
        ]
        let heads = titles.map { "<th scope=\"col\">\(words($0))</th>" as HTML }
        return """
            <div class="table-scroll"><table class="list stacks"><thead><tr>\(heads)</tr></thead>
            <tbody>\(page.items.map(row))</tbody></table></div>
            """
    }

    private func row(_ listed: ListedVacancy) -> HTML {
        let (vacancy, terms) = (listed.vacancy, listed.vacancy.terms)
        let cells: [(Localized, String?)] = [
            (.stateLabel, words(listed.status.label)), (.branch, vacancy.branchCode),
            (.municipalityLabel, labels.place(terms.workplace.municipalityCode)),
            (.contractKind, labels.contract(terms.contract.typeCode, months: terms.contract.durationMonths)),
            (.positionsLabel, terms.positions.map(String.init)),
            (.endOfPublication, vacancy.publicationEndDate.map(words.day)),
            (.interestsReceived, String(listed.interests)), (.referenceLabel, vacancy.externalReference),
        ]
        let columns = cells.map { name, value -> HTML in
            "<td\(attribute: "class", value == nil ? "empty" : nil) data-label=\"\(words(name))\">\(value)</td>"
        }
        return """
            <tr><th scope="row" data-label="\(words(.titleLabel))">\
            <a href="\(link: "/offerte/\(vacancy.code.text)")">\(terms.title ?? vacancy.code.text)</a></th>\(columns)</tr>
            """
    }
}
