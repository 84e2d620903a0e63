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
        let cursor = query.text("cursore").flatMap(Cursor.init(text:))
        let agency = query.text("agenzia").flatMap(ID<Agency>.init(text:))
        let page = SightingPage(
            words: context.words,
            summary: try await sightings.summary(of: context.person),
            page: try await sightings.list(of: context.person, by: agency, after: cursor),
            agency: agency,
            isFirst: cursor == nil
        )
        return .page(site.layout(context, title: context.words(.whoSaw)).page(page.html))
    }
}
