internal import Domain
internal import HTML
internal import Hummingbird

/// Published vacancies for whoever looks for work; signed-in citizens express their interest here.
struct WorkRoutes {
    let site: Site
    let vacancies: Vacancies
    let interests: Interests
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        router.get("lavoro", use: search)
        router.get("lavoro/:code", use: detail)
        router.group(context: CitizenContext.self).form("lavoro/:code/interesse", use: express)
    }

    @Sendable
    private func search(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        let reference = try await references.snapshot()
        let form = WorkSearchForm(query, reference)
        let layout = site.layout(context, title: context.words(.searchOffers))
        do {
            try form.check()
            let page = try await vacancies.search(form.search, after: form.cursor)
            let shown = WorkSearchForm(query.understood(as: page.understood), reference)
            let count = try await vacancies.count(shown.search)
            let list = WorkListPage(
                words: context.words,
                labels: Labels(words: context.words, reference: reference),
                form: shown,
                page: page,
                count: count
            )
            return .page(layout.page(list.html))
        } catch let invalid as Invalid {
            return .page(
                layout.page("<h1>\(context.words(.searchOffers))</h1>\(form.html(context.words, invalid.findings))"),
                status: .unprocessableContent
            )
        }
    }

    @Sendable
    private func detail(_ request: Request, _ context: WebContext) async throws -> Response {
        let code = try context.parameters.require("code")
        return try await show(code, context, message: context.typed?.text("messaggio"), findings: [])
    }

    private func show(
        _ code: String,
        _ context: some PageContext,
        message: String?,
        findings: [Finding]
    ) async throws -> Response {
        let vacancy = try await vacancies.published(code)
        let reference = try await references.snapshot()
        var own: ExpressionOfInterest?
        var isCitizen = false
        if case .citizen(let citizen) = context.web.session?.standing {
            isCitizen = true
            own = try await interests.current(in: code, of: citizen)
        }
        let page = WorkDetailPage(
            words: context.words,
            labels: Labels(words: context.words, reference: reference),
            vacancy: vacancy,
            own: own,
            isCitizen: isCitizen,
            formToken: context.formToken,
            message: message,
            findings: findings
        )
        var layout = site.layout(context, title: vacancy.terms.title ?? vacancy.code.text)
        layout.crumbs = [.init(title: context.words(.searchOffers), link: .work)]
        return .page(layout.page(page.html), status: findings.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable
    private func express(_ form: FormBody, _ context: CitizenContext) async throws -> Response {
        let code = try context.parameters.require("code")
        let message = form.text("messaggio")
        do {
            _ = try await interests.express(in: code, message: message, as: context.person)
        } catch let reason as CannotExpressInterest {
            switch reason {
            case .alreadyExpressed: return .seeOther(.ownInterests)
            case .vacancyNotPublished: return gone(message, context)
            case .curriculumMissing, .messageTooLong, .messageUnreadable:
                let finding = Finding("messaggio", "cannot_express", reason.text)
                do {
                    return try await show(code, context, message: message, findings: [finding])
                } catch is NotFound {
                    return gone(message, context)
                }
            }
        }
        return .seeOther(Link.ownInterests.query([("esito", "inviata")]))
    }

    /// The vacancy went while somebody wrote: what was written is not lost with it.
    private func gone(_ message: String?, _ context: CitizenContext) -> Response {
        let words = context.words
        let text = message.map { message in
            Field.area(
                .init(
                    name: "messaggio",
                    label: words(.yourMessage),
                    value: message,
                    isRequired: true,
                    attributes: [("readonly", "readonly")]
                ),
                rows: 4,
                words
            )
        }
        var layout = site.layout(context, title: words(.notPublishedNow))
        layout.crumbs = [.init(title: words(.searchOffers), link: .work)]
        return .page(
            layout.page(
                """
                <h1>\(words(.notPublishedNow))</h1><p class="lead">\(words(.notPublishedText))</p>\(text)
                <p class="actions"><a class="btn btn-primary" href="\(link: .work)">\(words(.searchOffers))</a></p>
                """
            ),
            status: .conflict
        )
    }
}

extension CannotExpressInterest {
    fileprivate var text: Localized {
        switch self {
        case .vacancyNotPublished: .notPublishedNow
        case .alreadyExpressed: .alreadyInterested
        case .curriculumMissing: .curriculumNeeded
        case .messageTooLong: .messageTooLong
        case .messageUnreadable: .messageUnreadable
        }
    }
}
