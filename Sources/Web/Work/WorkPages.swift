internal import Domain
internal import HTML

/// The list that a search finds.
struct WorkListPage {
    let words: Words
    let labels: Labels
    let form: WorkSearchForm
    let page: Page<VacancySummary>
    let count: CappedCount

    var html: HTML {
        """
        <h1>\(words(.searchOffers))</h1><p class="lead">\(words(.findWorkIntro))</p>
        \(form.html(words, []))
        <div class="list-head"><p class="list-count" role="status">\(count.text(words))</p></div>
        \(understood?.html)
        \(page.items.isEmpty ? "<p class=\"alert alert-info\">\(words(.noOffers))</p>" : list)
        \(Pager.html(words, next: page.next, isFirst: form.cursor == nil, path: .work, query: form.query))
        """
    }

    private var understood: UnderstoodSearch? {
        UnderstoodSearch(words, page.understood, isEmpty: page.items.isEmpty, path: .work, query: form.query)
    }

    private var list: HTML {
        "<ul class=\"cards\">\(page.items.map(item))</ul>"
    }

    private func item(_ vacancy: VacancySummary) -> HTML {
        let distance = vacancy.kilometres.map { " – \($0) \(words(.kilometres))" }
        let tags = [
            labels.contract(vacancy.contractTypeCode, months: vacancy.durationMonths),
            labels.label(vacancy.workingTime?.rawValue, in: .workingTime), labels.pay(vacancy.pay),
        ]
        let tagList = tags.compactMap { $0 }.map { "<span class=\"tag\">\($0)</span>" as HTML }
        return """
            <li class="card-item"><h2 class="h4"><a href="\(link: "/lavoro/\(vacancy.code.text)")">\(vacancy.title)</a></h2>
            <p>\(labels.place(vacancy.municipalityCode))\(distance) – \
            \(vacancy.employerName ?? words(.anonymousEmployer))</p>
            <p>\(tagList)</p>
            <p class="muted">\(vacancy.agencyName) – \(words(.publishedOn)) \
            \(words.day(Day(of: vacancy.publicationStart))), \(words(.untilDay).lowercased()) \
            \(words.day(vacancy.publicationEndDate))</p></li>
            """
    }
}

/// One vacancy in full, and the way to express interest in it.
struct WorkDetailPage {
    let words: Words
    let labels: Labels
    let vacancy: PublishedVacancy
    let own: ExpressionOfInterest?
    let isCitizen: Bool
    let formToken: String
    let message: String?
    let findings: [Finding]

    var html: HTML {
        """
        <h1>\(vacancy.terms.title)</h1>
        <p class="lead">\(labels.place(vacancy.terms.workplace.municipalityCode)) – \
        \(vacancy.terms.employer.name ?? words(.anonymousEmployer))</p>
        <dl class="facts">\(Facts.html(VacancyFacts.work(vacancy.terms, labels)))</dl>
        <h2>\(words(.theWork))</h2><p class="prose">\(vacancy.terms.description)</p>
        \(requirements)
        <h2>\(words(.contacts))</h2>
        <dl class="facts">\(Facts.html(about))</dl>
        \(interest)
        """
    }

    private var requirements: HTML? {
        let facts = VacancyFacts.requirements(vacancy.terms, labels)
        return facts.isEmpty
            ? nil : "<h2>\(words(.requirementsTitle))</h2><dl class=\"facts\">\(Facts.html(facts))</dl>"
    }

    private var about: [Fact] {
        let contact = vacancy.terms.contact
        return Facts.present(
            [
                (.agency, vacancy.agencyName), (.branch, vacancy.branchName),
                (.contacts, [contact.name, contact.email, contact.phone].compactMap { $0 }.joined(separator: ", ")),
                (.publishedOn, words.day(Day(of: vacancy.publicationStart))),
                (.untilDay, words.day(vacancy.publicationEndDate)), (.codeLabel, vacancy.code.text),
            ],
            words
        )
    }

    private var interest: HTML {
        if let own {
            return """
                <div class="alert alert-success"><strong>\(words(.alreadyInterested))</strong> – \(words(own.status.label)), \
                \(words.day(Day(of: own.submittedAt))). <a href="\(link: .ownInterests)">\(words(.myInterests))</a></div>
                """
        }
        guard isCitizen else {
            let target = ("/accedi" as Link).query([("ritorno", "/lavoro/\(vacancy.code.text)")])
            return "<p class=\"alert alert-info\"><a href=\"\(link: target)\">\(words(.signInToExpress))</a></p>"
        }
        return """
            <h2 id="interesse">\(words(.expressInterest))</h2><p>\(words(.expressInterestText))</p>
            \(Field.summary(findings, words))
            <form method="post" action="\(link: "/lavoro/\(vacancy.code.text)/interesse")">\(Field.csrf(formToken))\
            \(Field.page("/lavoro/\(vacancy.code.text)"))
            \(Field.area(.init(name: "messaggio", label: words(.messageToAgency), value: message, findings: findings,
            attributes: [("maxlength", "1000")]), rows: 4, words))
            <button type="submit" class="btn btn-primary">\(words(.expressInterest))</button></form>
            """
    }
}

extension CappedCount {
    /// `12 offerte`, or `Oltre 1.000 offerte`.
    func text(_ words: Words) -> String {
        let number = words.count(value, one: .oneOffer, many: .manyOffers)
        return isCapped ? "\(words(.moreThan)) \(number)" : number
    }
}
