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
        var list = InterestList()
        list.statuses = query.text("stato").flatMap(ExpressionOfInterest.Status.init(rawValue:)).map { [$0] } ?? []
        let cursor = query.text("cursore").flatMap(Cursor.init(text:))
        let page = try await interests.list(list, as: Publisher(context.person), after: cursor)
        let words = context.words
        let labels = Labels(words: words, reference: try await references.snapshot())
        let rows = page.items.map { row($0, labels, today: clock.today) }
        let states = ExpressionOfInterest.Status.allCases.map {
            Field.Option(value: $0.rawValue, label: words($0.label))
        }
        let state = list.statuses.first?.rawValue
        let titles: [Localized] = [
            .citizen, .ageLabel, .municipalityLabel, .educationLabel, .phoneLabel, .emailLabel, .vacancyLabel, .branch,
            .stateLabel, .receivedOn,
        ]
        let heads = titles.map { "<th scope=\"col\">\(words($0))</th>" as HTML }
        var layout = site.layout(context, title: words(.interests))
        layout.isWide = true
        return .page(
            layout.page(
                """
                <h1>\(words(.interests))</h1>
                <form class="filters" method="get" action="/manifestazioni"><div class="fields">
                \(Field.select(.init(name: "stato", label: words(.stateLabel), value: state), states,
                blank: words(.all), words))</div>
                <div class="actions"><button type="submit" class="btn btn-primary">\(words(.filter))</button></div></form>
                \(rows.isEmpty ? "<p class=\"alert alert-info\">\(words(.noReceivedInterests))</p>" : nil)
                <div class="table-scroll"><table class="list stacks"><thead><tr>\(heads)</tr></thead>
                <tbody>\(rows)</tbody></table></div>
                \(Pager.html(words, next: page.next, isFirst: cursor == nil, path: "/manifestazioni",
                query: state.map { [("stato", $0)] } ?? []))
                """
            )
        )
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
        return """
            <tr><th scope="row" data-label="\(words(.citizen))">\
            <a href="\(link: "/cittadini/\(received.interest.citizen.text)")">\(received.familyName) \
            \(received.givenName)</a></th>\(columns)
            <td data-label="\(words(.vacancyLabel))"><a href="\(link: "/offerte/\(received.vacancyCode.text)")">\
            \(received.vacancyTitle)</a></td>
            <td data-label="\(words(.branch))">\(received.branchCode)</td>
            <td data-label="\(words(.stateLabel))"><span class="tag">\(words(received.interest.status.label))</span></td>
            <td data-label="\(words(.receivedOn))">\(words.day(Day(of: received.interest.submittedAt)))</td></tr>
            """
    }
}
