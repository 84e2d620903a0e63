internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird

/// The expressions of interest in the vacancies of the branches in scope.
struct ReceivedInterestsRoutes {
    let site: Site
    let clock: Clock
    let interests: Interests
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        operators.get("manifestazioni", use: list)
        operators.get("manifestazioni/:id", use: detail)
        operators.form("manifestazioni/:id/stato", use: move)
    }

    // MARK: - One of them

    @Sendable
    private func detail(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let isMoved = FormBody(encoded: request.uri.query ?? "")?.text("esito") == "aggiornata"
        let text = context.words(.interestMoved)
        return try await page(context, notice: isMoved ? .init(kind: .success, text: text) : nil)
    }

    private func id(_ context: OperatorContext) throws -> ID<ExpressionOfInterest> {
        guard let id = ID<ExpressionOfInterest>(text: try context.parameters.require("id")) else { throw NotFound() }
        return id
    }

    private func page(
        _ context: OperatorContext,
        notice: Layout.Notice? = nil,
        findings: [Finding] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let detail = try await interests.detail(id(context), as: Publisher(context.person))
        let page = ReceivedInterestPage(
            labels: Labels(words: context.words, reference: try await references.snapshot()),
            detail: detail,
            curriculum: try Curriculum(json: detail.curriculum),
            today: clock.today,
            findings: findings,
            formToken: context.formToken
        )
        let received = detail.received
        var layout = site.layout(context, title: "\(received.familyName) \(received.givenName)")
        layout.crumbs = [.init(title: context.words(.interests), link: .receivedInterests)]
        if let notice { layout.notices = [notice] }
        return .page(layout.page(page.html), status: status)
    }

    @Sendable
    private func move(_ body: FormBody, _ context: OperatorContext) async throws -> Response {
        let id = try id(context)
        guard let status = body.text("stato").flatMap(ExpressionOfInterest.Status.init(rawValue:)) else {
            let finding = Finding("stato", "required", Localized.interestChooseState)
            return try await page(context, findings: [finding], status: .unprocessableContent)
        }
        let seen = body.text("da").flatMap(ExpressionOfInterest.Status.init(rawValue:))
        do {
            _ = try await interests.move(id, to: status, from: seen, as: Publisher(context.person))
        } catch is IllegalInterestTransition {
            let notice = Layout.Notice(kind: .danger, text: context.words(.interestMovedMeanwhile))
            return try await page(context, notice: notice, status: .conflict)
        }
        return .seeOther(ReceivedInterestPage.link(id).query([("esito", "aggiornata")]))
    }

    // MARK: - The list

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
        return """
            <tr><th scope="row" data-label="\(words(.citizen))">\
            <a href="\(link: ReceivedInterestPage.link(received.interest.id))">\(received.familyName) \
            \(received.givenName)</a></th>\(columns)
            <td data-label="\(words(.vacancyLabel))"><a href="\(link: "/offerte/\(received.vacancyCode.text)")">\
            \(received.vacancyTitle)</a></td>
            <td data-label="\(words(.branch))">\(received.branchCode)</td>
            <td data-label="\(words(.stateLabel))"><span class="tag">\(words(received.interest.status.label))</span></td>
            <td data-label="\(words(.receivedOn))">\(words.day(Day(of: received.interest.submittedAt)))</td></tr>
            """
    }
}
