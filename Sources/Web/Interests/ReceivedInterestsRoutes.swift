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
    let exports: Exports
    let savedSearches: SavedSearches
    let listPolicy: ListPolicy

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        ListRoutes(
            site: site,
            clock: clock,
            desk: InterestDesk(interests: interests),
            references: references,
            exports: exports,
            savedSearches: savedSearches,
            policy: listPolicy
        ).add(to: operators)
        operators.get("manifestazioni/:id", use: detail)
        operators.form("manifestazioni/:id/stato", use: move)
    }

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
}
