internal import Domain
internal import HTML
internal import Hummingbird

/// The first page, the language, and the pages that the law asks each site for.
struct HomeRoutes {
    let site: Site
    let cookies: SiteCookies

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/", use: home)
        router.get("lingua/:language", use: language)
        router.get("accessibilita") { _, context in text(.accessibilityStatement, .accessibilityText, context) }
        router.get("privacy") { _, context in text(.privacyNotice, .privacyText, context) }
        router.get("note-legali") { _, context in text(.legalNotes, .legalText, context) }
    }

    /// Whoever is signed in goes to the page of the day's work; everybody else sees what this is.
    @Sendable
    private func home(_ request: Request, _ context: WebContext) async throws -> Response {
        switch context.session?.standing {
        case .citizen: return .seeOther("/percorso")
        case .operator: return .seeOther(.citizens)
        case .withoutRole: return .seeOther("/accedi/ruolo")
        case .withoutScope: return .seeOther("/ambito")
        case .jobCentre, .authority, nil: break
        }
        let words = context.words
        return .page(
            site.layout(context, title: words(.home)).page(
                """
                <h1>\(words(.homeTitle))</h1><p class="lead">\(words(.homeText))</p>
                <ul class="choices">
                <li class="choice"><h2 class="h4">\(words(.homeWork))</h2><p>\(words(.homeWorkText))</p>
                <a class="btn btn-primary" href="\(link: .work)">\(words(.searchOffers))</a></li>
                <li class="choice"><h2 class="h4">\(words(.homePact))</h2><p>\(words(.homePactText))</p>
                <a class="btn btn-outline-primary" href="/patto">\(words(.myPact))</a></li>
                <li class="choice"><h2 class="h4">\(words(.homeAgency))</h2><p>\(words(.homeAgencyText))</p>
                <a class="btn btn-outline-primary" href="\(link: .citizens)">\(words(.homeAgencyEnter))</a></li>
                </ul>
                """
            )
        )
    }

    @Sendable
    private func language(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let language = Language(rawValue: try context.parameters.require("language")) else { throw NotFound() }
        let target = FormBody(encoded: request.uri.query ?? "")?.text("ritorno").flatMap(Link.init(local:))
        var response = Response.seeOther(target ?? "/")
        response.setCookie(cookies.cookie(SiteCookies.language, language.rawValue, maximumAge: 31_536_000))
        return response
    }

    private func text(_ title: Localized, _ text: Localized, _ context: WebContext) -> Response {
        let words = context.words
        return .page(
            site.layout(context, title: words(title)).page(
                "<h1>\(words(title))</h1><p class=\"prose\">\(words(text))</p>"
            )
        )
    }
}
