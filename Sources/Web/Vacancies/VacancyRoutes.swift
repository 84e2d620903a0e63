internal import Domain
internal import HTML
internal import Hummingbird

/// The vacancies of the branches in scope, for the agency's operators.
struct VacancyRoutes {
    let site: Site
    let clock: Clock
    let vacancies: Vacancies
    let references: References
    let exports: Exports
    let savedSearches: SavedSearches
    let listPolicy: ListPolicy

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        ListRoutes(
            site: site,
            clock: clock,
            desk: VacancyDesk(vacancies: vacancies),
            references: references,
            exports: exports,
            savedSearches: savedSearches,
            policy: listPolicy
        ).add(to: operators)
        operators.get("offerte/:code", use: detail)
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
        layout.crumbs = [.init(title: words(.vacancies), link: .vacancies)]
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
