internal import Domain
internal import Hummingbird

/// Finds the session of a browser's cookie, the language, and ties all that the request causes to its id.
struct VisitMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let sessions: Sessions
    let cookies: SiteCookies

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.path = request.uri.path
        if request.method == .get { context.address = request.uri.string }
        context.words = Words(language(of: request))
        return try await RequestTrace.$current.withValue(RequestTrace(id: context.id)) {
            if let text = request.cookies[cookies.session]?.value, let token = SessionToken(text: text),
                let session = try await sessions.find(token)
            {
                context.session = session
                context.token = token
            }
            return try await next(request, context)
        }
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
