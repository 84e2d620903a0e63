internal import Domain
internal import HTML
internal import Hummingbird

/// Who has seen the citizen's own data.
struct SightingRoutes {
    let site: Site
    let sightings: Sightings

    func add(to router: some RouterMethods<WebContext>) {
        router.group(context: CitizenContext.self).get("chi-ha-visto", use: list)
    }

    @Sendable
    private func list(_ request: Request, _ context: CitizenContext) async throws -> Response {
        let query = FormBody(encoded: request.uri.query ?? "") ?? FormBody()
        var address = ListQuery(query.list)
        let cursor = address.cursor("cursore")
        let agency = address.id("agenzia", Agency.self)
        let layout = site.layout(context, title: context.words(.whoSaw))
        do {
            try address.check()
            let page = SightingPage(
                words: context.words,
                summary: try await sightings.summary(of: context.person),
                page: try await sightings.list(of: context.person, by: agency, after: cursor),
                agency: agency,
                isFirst: cursor == nil
            )
            return .page(layout.page(page.html))
        } catch let invalid as Invalid {
            return unreadable(invalid.findings, layout)
        }
    }

    private func unreadable(_ findings: [Finding], _ layout: Layout) -> Response {
        let words = layout.words
        return .page(
            layout.page(
                """
                <h1>\(words(.whoSaw))</h1>\(Field.summary(findings, words) { _ in .nowhere })
                <p><a href="\(link: SightingPage.path)">\(words(.allViewers))</a></p>
                """
            ),
            status: .unprocessableContent
        )
    }
}
