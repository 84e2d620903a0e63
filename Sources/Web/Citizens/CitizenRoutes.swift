internal import Domain
internal import HTML
internal import Hummingbird

/// The citizens whom the branches in scope may see: the list, and one of them.
struct CitizenRoutes {
    let site: Site
    let clock: Clock
    let citizens: Citizens
    let references: References
    let exports: Exports
    let savedSearches: SavedSearches
    let listPolicy: ListPolicy

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        operators.get("cittadini/:id", use: detail)
        ListRoutes(
            site: site,
            clock: clock,
            desk: CitizenDesk(citizens: citizens),
            references: references,
            exports: exports,
            savedSearches: savedSearches,
            policy: listPolicy
        ).add(to: operators)
    }

    @Sendable
    private func detail(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let id = ID<Citizen>(text: try context.parameters.require("id")) else { throw NotFound() }
        // Who reads her for an application does so on the application's own page.
        let detail = try await citizens.detail(id, as: context.person, because: "search")
        let labels = Labels(words: context.words, reference: try await references.snapshot())
        let page = CitizenDetailPage(labels: labels, detail: detail, today: clock.today)
        var layout = site.layout(context, title: "\(detail.familyName) \(detail.givenName)")
        layout.crumbs = [.init(title: context.words(.citizens), link: .citizens)]
        return .page(layout.page(page.html))
    }
}
