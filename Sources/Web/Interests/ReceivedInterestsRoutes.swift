internal import Domain
internal import HTML
internal import Hummingbird

/// The expressions of interest in the vacancies of the branches in scope.
struct ReceivedInterestsRoutes {
    let site: Site
    let clock: Clock
    let interests: Interests
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        router.group(context: OperatorContext.self).get("manifestazioni", use: list)
    }

    @Sendable
    private func list(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        var address = ListQuery(query.list)
        var list = InterestList()
        list.statuses = address.choice("stato", ExpressionOfInterest.Status.self).map { [$0] } ?? []
        let cursor = address.cursor("cursore")
        let words = context.words
        var layout = site.layout(context, title: words(.interests))
        layout.isWide = true
        do {
            try address.check()
            let page = try await interests.list(list, as: Publisher(context.person), after: cursor)
            let labels = Labels(words: words, reference: try await references.snapshot())
            let pager = Pager.html(
                words,
                next: page.next,
                isFirst: cursor == nil,
                path: .receivedInterests,
                query: list.statuses.map { ("stato", $0.rawValue) }
            )
            return .page(
                layout.page(
                    """
                    <h1>\(words(.interests))</h1>\(form(query, words, []))
                    \(page.items.isEmpty ? "<p class=\"alert alert-info\">\(words(.noReceivedInterests))</p>"
                    : table(page.items, labels))\(pager)
                    """
                )
            )
        } catch let invalid as Invalid {
            return .page(
                layout.page("<h1>\(words(.interests))</h1>\(form(query, words, invalid.findings))"),
                status: .unprocessableContent
            )
        }
    }

    private func form(_ query: FormBody, _ words: Words, _ findings: [Finding]) -> HTML {
        let states = ExpressionOfInterest.Status.allCases.map {
            Field.Option(value: $0.rawValue, label: words($0.label))
        }
        let state = Field.Input(
            name: "stato",
            label: words(.stateLabel),
            value: query.text("stato"),
            findings: findings.filter { $0.field == "stato" }
        )
        return """
            \(Field.summary(findings, words) { $0.field == "stato" ? .here : .nowhere })
            <form class="filters" method="get" action="\(link: .receivedInterests)"><div class="fields">
            \(Field.select(state, states, blank: words(.all), words))</div>
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(.filter))</button>
            <a href="\(link: .receivedInterests)">\(words(.clearFilters))</a></div></form>
            """
    }

    private func table(_ received: [ReceivedInterest], _ labels: Labels) -> HTML {
        let words = labels.words
        let titles: [Localized] = [
            .citizen, .ageLabel, .municipalityLabel, .educationLabel, .phoneLabel, .emailLabel, .vacancyLabel, .branch,
            .stateLabel, .receivedOn,
        ]
        let heads = titles.map { "<th scope=\"col\">\(words($0))</th>" as HTML }
        let rows = received.map { row($0, labels, today: clock.today) }
        return """
            <div class="table-scroll"><table class="list stacks"><thead><tr>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ received: ReceivedInterest, _ labels: Labels, today: Day) -> HTML {
        let words = labels.words
        let cells: [(Localized, String?)] = [
            (.ageLabel, String(received.birthDate.age(on: today))),
            (.municipalityLabel, labels.place(received.municipalityCode)),
            (.educationLabel, labels.label(received.educationCode, in: .education)),
            (.phoneLabel, received.phone), (.emailLabel, received.email),
        ]
        let columns = cells.map { name, value -> HTML in
            "<td\(attribute: "class", value == nil ? "empty" : nil) data-label=\"\(words(name))\">\(value)</td>"
        }
        let citizen = ("/cittadini/\(received.interest.citizen.text)" as Link)
            .query([("offerta", received.vacancyCode.text)])
        return """
            <tr><th scope="row" data-label="\(words(.citizen))">\
            <a href="\(link: citizen)">\(received.familyName) \
            \(received.givenName)</a></th>\(columns)
            <td data-label="\(words(.vacancyLabel))"><a href="\(link: "/offerte/\(received.vacancyCode.text)")">\
            \(received.vacancyTitle)</a></td>
            <td data-label="\(words(.branch))">\(received.branchCode)</td>
            <td data-label="\(words(.stateLabel))"><span class="tag">\(words(received.interest.status.label))</span></td>
            <td data-label="\(words(.receivedOn))">\(words.day(Day(of: received.interest.submittedAt)))</td></tr>
            """
    }
}
