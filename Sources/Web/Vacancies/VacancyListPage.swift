internal import Domain
internal import HTML

/// The list of an agency's vacancies.
struct VacancyListPage {
    let labels: Labels
    let form: VacancyFilterForm
    let page: Page<ListedVacancy>
    let count: CappedCount

    private var words: Words { labels.words }

    var html: HTML {
        """
        <h1>\(words(.vacancies))</h1>\(form.html([]))
        <div class="list-head"><p class="list-count" role="status">\(count.text(words))</p>
        <a class="btn btn-primary btn-sm" href="\(link: .vacancyUpload)">\(words(.uploadVacancies))</a></div>
        \(understood?.html)
        \(page.items.isEmpty ? "<p class=\"alert alert-info\">\(words(.noVacancies))</p>" : table)
        \(Pager.html(words, next: page.next, isFirst: form.cursor == nil, path: .vacancies, query: form.query))
        """
    }

    private var understood: UnderstoodSearch? {
        UnderstoodSearch(words, page.understood, isEmpty: page.items.isEmpty, path: .vacancies, query: form.query)
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
