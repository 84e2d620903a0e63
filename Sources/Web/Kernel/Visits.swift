internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird

/// Finds the session of a browser's cookie, the language, and ties all that the request causes to its id.
struct VisitMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let sessions: Sessions
    let cookies: SiteCookies
    let clock: Clock
    let publicURL: String
    let trustedProxies: TrustedProxies
    let keptForms: KeptForms
    let quotas: Quotas

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.path = request.uri.path
        context.address = address(of: request)
        context.words = Words(language(of: request))
        context.now = clock.now()
        context.client = trustedProxies.client(of: request, context)
        return try await RequestTrace.$current.withValue(RequestTrace(id: context.id)) {
            try await visit(request, &context)
            return try await next(request, context)
        }
    }

    private func visit(_ request: Request, _ context: inout WebContext) async throws {
        func token(_ name: String) -> SessionToken? {
            request.cookies[name].flatMap { SessionToken(text: $0.value) }
        }
        if let token = token(cookies.session) {
            context.session = try await sessions.find(token)
            if context.session == nil { context.endedToken = token } else { context.token = token }
        }
        context.previousToken = token(cookies.previous)
        var keeper = FormKeeper(keptForms: keptForms, sessions: sessions, quotas: quotas, cookies: cookies)
        keeper.key = request.cookies[cookies.form].flatMap { FormKey(text: $0.value) }
        context.keeper = keeper
        if request.method == .get, let key = keeper.key, let session = context.session {
            context.typedForm = try await keptForms.find(on: context.path, under: key, of: session.person.taxCode)
                .map(TypedForm.init)
        }
    }

    /// The page to come back to: the one that is asked for, or the one whose form was sent.
    private func address(of request: Request) -> String {
        if request.method == .get || request.method == .head { return request.uri.string }
        guard let name = HTTPField.Name("Referer"), let from = request.headers[name],
            from.hasPrefix(publicURL + "/"), let page = Link(local: String(from.dropFirst(publicURL.count)))
        else { return "/" }
        return page.text
    }

    /// The language chosen on the page, else Italian: an administration's pages are in Italian unless asked otherwise.
    private func language(of request: Request) -> Language {
        request.cookies[SiteCookies.language].flatMap { Language(rawValue: $0.value) } ?? .it
    }
}

/// The names and the safety of our cookies; all of them are technical, so no consent is asked.
struct SiteCookies: Sendable {
    static let language = "incontro-lingua"

    /// Whether people reach the site by TLS.
    let isSecure: Bool

    /// `__Host-` binds the cookie to this very host and to TLS (RFC 6265bis).
    var session: String { isSecure ? "__Host-incontro" : "incontro" }
    var attempt: String { isSecure ? "__Host-incontro-accesso" : "incontro-accesso" }
    /// The token of the session before this one: it opens nothing and proves forms that were opened then.
    var previous: String { isSecure ? "__Host-incontro-prima" : "incontro-prima" }
    /// The key to the forms that are kept for this browser.
    var form: String { isSecure ? "__Host-incontro-modulo" : "incontro-modulo" }

    func cookie(_ name: String, _ value: String, maximumAge: Int? = nil) -> Cookie {
        Cookie(
            name: name,
            value: value,
            maxAge: maximumAge,
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }

    func removal(_ name: String) -> Cookie {
        cookie(name, "", maximumAge: 0)
    }
}
