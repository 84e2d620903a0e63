internal import Domain
internal import HTML
internal import Hummingbird

/// Whoever is signed in sees where they are signed in, and closes what is not theirs; whatever the hat, and without one.
struct SessionRoutes {
    let site: Site
    let sessions: Sessions
    let keptForms: KeptForms
    let signOut: SignOut

    func add(to router: some RouterMethods<WebContext>) {
        router.get("sessioni", use: list)
        router.form("sessioni/chiudi", use: close)
        router.form("sessioni/chiudi-altre", use: closeOthers)
        router.form("moduli/scarta", use: discard)
    }

    @Sendable
    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let session = context.session else { throw SignInNeeded() }
        let words = context.words
        let page = SessionsPage(
            words: words,
            sessions: try await sessions.list(of: session.person.taxCode),
            current: session.id,
            formToken: session.formToken,
            idleMinutes: sessions.limits.idleSeconds / 60,
            hours: sessions.limits.absoluteSeconds / 3600
        )
        var layout = site.layout(context, title: words(.ownSessions))
        switch FormBody(encoded: request.uri.query ?? "")?.text("esito") {
        case "chiuso": layout.notices = [.init(kind: .success, text: words(.sessionClosed))]
        case "chiusi": layout.notices = [.init(kind: .success, text: words(.sessionsClosed))]
        default: break
        }
        return .page(layout.page(page.html))
    }

    @Sendable
    private func close(_ form: FormBody, _ context: WebContext) async throws -> Response {
        guard let session = context.session else { throw SignInNeeded() }
        guard let id = form.text("sessione").flatMap(ID<Session>.init(text:)) else { throw NotFound() }
        if id == session.id { return try await signOut.leave(context) }
        try await sessions.revoke(id, of: session.person.taxCode, by: session.actor)
        return .seeOther(("/sessioni" as Link).query([("esito", "chiuso")]))
    }

    @Sendable
    private func closeOthers(_ form: FormBody, _ context: WebContext) async throws -> Response {
        guard let session = context.session else { throw SignInNeeded() }
        try await sessions.revokeAll(of: session.person.taxCode, except: session.id, by: session.actor)
        return .seeOther(("/sessioni" as Link).query([("esito", "chiusi")]))
    }

    /// Gives up what was kept of a form; its page then starts from what is stored.
    @Sendable
    private func discard(_ form: FormBody, _ context: WebContext) async throws -> Response {
        guard context.session != nil else { throw SignInNeeded() }
        let page = form.text("pagina").flatMap(Link.init(local:)) ?? "/"
        if let key = context.keeper?.key { try await keptForms.remove(on: page.path, under: key) }
        return .seeOther(page)
    }
}
