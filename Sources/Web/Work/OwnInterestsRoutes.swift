internal import Domain
internal import HTML
internal import Hummingbird

/// The citizen's own expressions of interest.
struct OwnInterestsRoutes {
    let site: Site
    let interests: Interests
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        let citizens = router.group(context: CitizenContext.self)
        citizens.get("manifestazioni-inviate", use: list)
        citizens.form("manifestazioni-inviate/:id/ritiro", use: withdraw)
    }

    @Sendable
    private func list(_ request: Request, _ context: CitizenContext) async throws -> Response {
        let query = FormBody(encoded: request.uri.query ?? "") ?? FormBody()
        var address = ListQuery(query.list)
        let cursor = address.cursor("cursore")
        let words = context.words
        let labels = Labels(words: words, reference: try await references.snapshot())
        var layout = site.layout(context, title: words(.myInterests))
        let page: Page<OwnInterest>
        do {
            try address.check()
            page = try await interests.list(of: context.person, after: cursor)
        } catch let invalid as Invalid {
            return unreadable(invalid.findings, layout)
        }
        switch query.text("esito") {
        case "inviata": layout.notices = [.init(kind: .success, text: words(.interestSent))]
        case "ritirata": layout.notices = [.init(kind: .success, text: words(.interestWithdrawn))]
        default: break
        }
        let items = page.items.map { item($0, labels, context.formToken) }
        return .page(
            layout.page(
                """
                <h1>\(words(.myInterests))</h1>
                \(items.isEmpty ? "<p>\(words(.noInterests)) <a href=\"\(link: .work)\">\(words(.searchOffers))</a></p>" : nil)
                <ul class="cards">\(items)</ul>
                \(Pager.html(words, next: page.next, isFirst: cursor == nil, path: .ownInterests, query: []))
                """
            )
        )
    }

    private func unreadable(_ findings: [Finding], _ layout: Layout) -> Response {
        let words = layout.words
        return .page(
            layout.page(
                """
                <h1>\(words(.myInterests))</h1>\(Field.summary(findings, words) { _ in .nowhere })
                <p><a href="\(link: .ownInterests)">\(words(.firstPage))</a></p>
                """
            ),
            status: .unprocessableContent
        )
    }

    private func item(_ own: OwnInterest, _ labels: Labels, _ formToken: String) -> HTML {
        let words = labels.words
        let title: HTML =
            own.isVacancyOpen
            ? "<a href=\"\(link: "/lavoro/\(own.vacancyCode.text)")\">\(own.vacancyTitle)</a>" : "\(own.vacancyTitle)"
        let mayWithdraw = ExpressionOfInterest.transitions.allow(own.interest.status, .withdrawn, by: .citizen)
        let withdrawal: HTML? =
            mayWithdraw
            ? """
            <form method="post" action="\(link: "/manifestazioni-inviate/\(own.interest.id.text)/ritiro")">\
            \(Field.csrf(formToken))<button type="submit" class="btn btn-outline-primary btn-sm">\(words(.withdraw))\
            <span class="visually-hidden"> \(own.vacancyTitle)</span></button></form>
            """ : nil
        return """
            <li class="card-item"><h2 class="h4">\(title)</h2>
            <p>\(own.agencyName) – \(labels.place(own.municipalityCode))</p>
            <p><span class="tag">\(words(own.interest.status.label))</span> \(words(.sentOn)) \
            \(words.day(Day(of: own.interest.submittedAt)))</p>\(withdrawal)</li>
            """
    }

    @Sendable
    private func withdraw(_ form: FormBody, _ context: CitizenContext) async throws -> Response {
        guard let id = ID<ExpressionOfInterest>(text: try context.parameters.require("id")) else { throw NotFound() }
        do {
            try await interests.withdraw(id, as: context.person)
        } catch is IllegalInterestTransition {
            // It ended meanwhile: the list shows how.
            return .seeOther(.ownInterests)
        }
        return .seeOther(Link.ownInterests.query([("esito", "ritirata")]))
    }
}
