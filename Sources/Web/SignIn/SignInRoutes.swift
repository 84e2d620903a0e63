internal import Domain
internal import Foundation
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import OpenIDConnect

/// Signing in at the identity provider, and out.
struct SignInRoutes {
    let site: Site
    let cookies: SiteCookies
    let clock: Clock
    let sessions: Sessions
    let people: People
    let relyingParty: RelyingParty

    func add(to router: some RouterMethods<WebContext>) {
        router.get("accedi", use: begin)
        router.get("accedi/ritorno", use: complete)
        router.form("esci", use: signOut)
    }

    private var now: Date { Date(timeIntervalSince1970: Double(clock.now().milliseconds) / 1000) }

    /// What is kept of a sign-in on its way.
    ///
    /// The verifier never reaches the browser, and a browser that did not begin
    /// the sign-in has no cookie for it.
    private struct Attempt: Codable {
        let pending: PendingSignIn
        let browser: String
    }

    @Sendable
    private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = FormBody(encoded: request.uri.query ?? "")
        let target = query?.text("ritorno").flatMap(Link.init(local:)) ?? "/"
        let begun: BegunSignIn
        do {
            begun = try await relyingParty.begin(returnTo: target.text, at: now)
        } catch let reason as CannotSignIn {
            return failed(reason, context)
        }
        let browser = Secret.random()
        let body = try JSONEncoder().encode(Attempt(pending: begun.pending, browser: browser))
        try await sessions.begin(begun.pending.state, String(decoding: body, as: UTF8.self))

        var response = Response(status: .seeOther, headers: [.location: begun.url])
        response.setCookie(cookies.cookie(cookies.attempt, browser, maximumAge: 600))
        return response
    }

    @Sendable
    private func complete(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let answer = FormParameters(decoding: request.uri.query ?? ""), let state = answer["state"],
            let body = try await sessions.resume(state),
            let attempt = try? JSONDecoder().decode(Attempt.self, from: Data(body.utf8)),
            let browser = request.cookies[cookies.attempt]?.value, Secret.equal(browser, attempt.browser)
        else { return failed(.wrongState, context) }

        let person: Domain.SignedInPerson
        do {
            person = try Domain.SignedInPerson(
                await relyingParty.complete(answer, pending: attempt.pending, at: now)
            )
        } catch let reason as CannotSignIn {
            return failed(reason, context)
        }
        if let old = context.token { try await sessions.close(old) }
        let token = try await sessions.open(for: person, device: request.headers[.userAgent])
        let roles = try await people.roles(of: person.taxCode)
        if roles.count == 1, let only = roles.first { try await sessions.wear(only, in: token) }

        let target = Link(local: attempt.pending.returnTo) ?? "/"
        var response = Response.seeOther(
            roles.count == 1 ? target : ("/accedi/ruolo" as Link).query([("ritorno", target.text)])
        )
        response.setCookie(cookies.cookie(cookies.session, token.text))
        response.setCookie(cookies.removal(cookies.attempt))
        return response
    }

    @Sendable
    private func signOut(_ form: FormBody, _ context: WebContext) async throws -> Response {
        var target: Link = "/"
        if let token = context.token {
            let idToken = try await sessions.close(token)
            // The provider's sign-out is a courtesy: ours has happened, whether it answers or not.
            let address = try? await relyingParty.signOutURL(idToken: idToken, at: now)
            if let address, let link = Link(provider: address) { target = link }
        }
        var response = Response.seeOther(target)
        response.setCookie(cookies.removal(cookies.session))
        return response
    }

    private func failed(_ reason: CannotSignIn, _ context: WebContext) -> Response {
        context.logger.notice("sign-in failed", metadata: ["reason": "\(reason.code)", "details": "\(reason)"])
        let words = context.words
        let text: Localized =
            switch reason {
            case .providerUnavailable, .unusableProvider, .discoveredAnotherIssuer: .signInUnavailable
            case .refused: .signInRefused
            default: .signInFailedText
            }
        return .page(
            site.layout(context, title: words(.signInFailedTitle)).page(
                """
                <h1>\(words(.signInFailedTitle))</h1><p class="lead">\(words(text))</p>
                <p class="actions"><a class="btn btn-primary" href="/accedi">\(words(.tryAgain))</a></p>
                """
            ),
            status: .forbidden
        )
    }
}

extension Domain.SignedInPerson {
    /// - Throws: ``CannotSignIn/foreignTaxCode`` when the provider's tax code is not one.
    fileprivate init(_ person: OpenIDConnect.SignedInPerson) throws {
        guard let taxCode = try? TaxCode(person: person.taxCode) else { throw CannotSignIn.foreignTaxCode }
        self.init(
            taxCode: taxCode,
            givenName: person.givenName ?? "",
            familyName: person.familyName ?? "",
            assurance: person.level.flatMap { AssuranceLevel.known[$0]?.rawValue } ?? 1,
            providerSession: person.idToken
        )
    }
}
