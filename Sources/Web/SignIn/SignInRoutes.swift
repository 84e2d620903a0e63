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
    let signOut: SignOut
    let quotas: Quotas
    let limits: SignInLimits

    func add(to router: some RouterMethods<WebContext>) {
        router.get("accedi", use: begin)
        router.get("accedi/ritorno", use: complete)
        router.get("accedi/scaduta", use: over)
        router.get("accedi/conferma", use: confirm)
        router.post("esci", use: leave)
    }

    private var now: Date { Date(clock.now()) }

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
            try await quotas.takeSignIn(from: context.client, limits)
            // To prove again who one is there must be somebody to compare with.
            let isFresh = context.session != nil && query?.isTicked("conferma") == true
            begun = try await relyingParty.begin(returnTo: target.text, isFresh: isFresh, at: now)
        } catch let reason as TooManySignIns {
            return tooMany(reason, context)
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
        do {
            // Before anything is written: whoever guesses gets no more out of the store than one row's count.
            try await quotas.checkFailures(from: context.client, limits)
        } catch let reason as TooManySignIns {
            return tooMany(reason, context)
        }
        guard let answer = FormParameters(decoding: request.uri.query ?? ""), let state = answer["state"],
            let body = try await sessions.resume(state),
            let attempt = try? JSONDecoder().decode(Attempt.self, from: Data(body.utf8)),
            let browser = request.cookies[cookies.attempt]?.value, Secret.equal(browser, attempt.browser)
        else { return try await failedAttempt(.wrongState, context) }

        let person: Domain.SignedInPerson
        do {
            person = try Domain.SignedInPerson(
                await relyingParty.complete(answer, pending: attempt.pending, at: now)
            )
        } catch let reason as CannotSignIn {
            return try await failedAttempt(reason, context)
        }
        let target = Link(local: attempt.pending.returnTo) ?? "/"
        if attempt.pending.isFresh, let session = context.session, let token = context.token {
            return try await confirmed(person, session, token, target, context)
        }
        return try await open(for: person, device: request.headers[.userAgent], target, context)
    }

    /// A new session, always under a new token: none that was planted in a browser before becomes somebody's.
    private func open(
        for person: Domain.SignedInPerson,
        device: String?,
        _ target: Link,
        _ context: WebContext
    ) async throws -> Response {
        let old = context.token ?? context.endedToken
        if let token = context.token { try await sessions.close(token) }
        let token = try await sessions.open(for: person, device: device)
        let roles = try await people.roles(of: person.taxCode)
        if roles.count == 1, let only = roles.first { try await sessions.wear(only, in: token) }

        var response = Response.seeOther(
            roles.count == 1 ? target : ("/accedi/ruolo" as Link).query([("ritorno", target.text)])
        )
        response.setCookie(cookies.cookie(cookies.session, token.text))
        response.setCookie(cookies.removal(cookies.attempt))
        if let old {
            if try await sessions.owner(of: old) == person.taxCode {
                // Forms that were opened in the session before still prove whose they are.
                response.setCookie(cookies.cookie(cookies.previous, old.text, maximumAge: 12 * 3600))
            } else {
                try await signOut.forget(context, &response)
            }
        }
        return response
    }

    /// The person of the session proved again who they are; anybody else changes nothing.
    private func confirmed(
        _ person: Domain.SignedInPerson,
        _ session: Session,
        _ token: SessionToken,
        _ target: Link,
        _ context: WebContext
    ) async throws -> Response {
        var response: Response
        if person.taxCode == session.person.taxCode {
            try await sessions.confirmIdentity(in: token, at: person.authenticatedAt)
            response = .seeOther(target)
        } else {
            context.logger.notice("sign-in failed", metadata: ["reason": "another-person"])
            response = message(.otherPersonTitle, .otherPersonText, .forbidden, context)
        }
        response.setCookie(cookies.removal(cookies.attempt))
        return response
    }

    /// Signs out; whose session is over already is not asked to sign in for that, and an older window may do it too.
    @Sendable
    private func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await FormBody(reading: request, upTo: context.maxUploadSize)
        if !form.hasToken(context.endedToken?.formToken ?? context.formToken) {
            guard try await context.keeper?.owner(of: SentForm(fields: form), context) != nil else {
                throw ForgedForm()
            }
        }
        return try await signOut.leave(context)
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
            authenticatedAt: person.authenticatedAt.map {
                Instant(milliseconds: Int64($0.timeIntervalSince1970 * 1000))
            },
            providerSession: person.idToken
        )
    }
}
