internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import OpenIDConnect

/// The pages on the way in: what went wrong, and what is needed first.
extension SignInRoutes {
    /// The session was over when a form was sent: says so, and that nothing is lost, before it leads to the provider.
    ///
    /// A page of its own, not a redirect: browsers apply `form-action` to where a form's answer leads on to.
    @Sendable
    func over(_ request: Request, _ context: WebContext) async throws -> Response {
        let target = FormBody(encoded: request.uri.query ?? "")?.text("ritorno").flatMap(Link.init(local:)) ?? "/"
        if context.session != nil { return .seeOther(target) }
        let words = context.words
        let text: Localized = context.keeper?.key == nil ? .sessionOverText : .sessionOverKeptText
        return .page(
            site.layout(context, title: words(.sessionOverTitle)).page(
                """
                <h1>\(words(.sessionOverTitle))</h1><p class="lead">\(words(text))</p>
                <p class="actions"><a class="btn btn-primary" \
                href="\(link: ("/accedi" as Link).query([("ritorno", target.text)]))">\(words(.signInAgain))</a></p>
                """
            )
        )
    }

    /// Something grave needs a fresh proof of who one is.
    @Sendable
    func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        guard context.session != nil else { throw SignInNeeded() }
        let target = FormBody(encoded: request.uri.query ?? "")?.text("ritorno").flatMap(Link.init(local:)) ?? "/"
        let words = context.words
        let link = ("/accedi" as Link).query([("conferma", "1"), ("ritorno", target.text)])
        return .page(
            site.layout(context, title: words(.confirmIdentityTitle)).page(
                """
                <h1>\(words(.confirmIdentityTitle))</h1><p class="lead">\(words(.confirmIdentityText))</p>
                <p class="actions"><a class="btn btn-primary" href="\(link: link)">\(words(.confirmIdentityAction))</a>
                <a href="\(link: target)">\(words(.cancel))</a></p>
                """
            )
        )
    }

    func tooMany(_ reason: TooManySignIns, _ context: WebContext) -> Response {
        let words = context.words
        let text: Localized =
            switch reason {
            case .fromAddress: .tooManyAttemptsText
            case .overall: .tooManySignInsText
            }
        let minutes = words.count((reason.retryAfter + 59) / 60, one: .oneMinute, many: .manyMinutes)
        var response = Response.page(
            site.layout(context, title: words(.tooManyAttemptsTitle)).page(
                """
                <h1>\(words(.tooManyAttemptsTitle))</h1><p class="lead">\(words(text)) \(minutes).</p>
                """
            ),
            status: .tooManyRequests
        )
        response.headers[.retryAfter] = String(reason.retryAfter)
        return response
    }

    /// What was tried and failed counts.
    func failedAttempt(_ reason: CannotSignIn, _ context: WebContext) async throws -> Response {
        do {
            try await quotas.takeFailure(from: context.client, limits)
        } catch let many as TooManySignIns {
            return tooMany(many, context)
        }
        return failed(reason, context)
    }

    func message(
        _ title: Localized,
        _ text: Localized,
        _ status: HTTPResponse.Status,
        _ context: WebContext
    ) -> Response {
        let words = context.words
        return .page(
            site.layout(context, title: words(title)).page(
                """
                <h1>\(words(title))</h1><p class="lead">\(words(text))</p>
                <p class="actions"><a class="btn btn-primary" href="/">\(words(.home))</a></p>
                """
            ),
            status: status
        )
    }

    func failed(_ reason: CannotSignIn, _ context: WebContext) -> Response {
        context.logger.notice("sign-in failed", metadata: ["reason": "\(reason.code)", "details": "\(reason)"])
        let words = context.words
        // What is the provider's fault is not the visitor's: not forbidden, but unavailable for now (RFC 9110, 15.6.4).
        let (text, status): (Localized, HTTPResponse.Status) =
            switch reason {
            case .providerUnavailable, .unusableProvider, .discoveredAnotherIssuer:
                (.signInUnavailable, .serviceUnavailable)
            case .refused: (.signInRefused, .forbidden)
            default: (.signInFailedText, .forbidden)
            }
        var response = Response.page(
            site.layout(context, title: words(.signInFailedTitle)).page(
                """
                <h1>\(words(.signInFailedTitle))</h1><p class="lead">\(words(text))</p>
                <p class="actions"><a class="btn btn-primary" href="/accedi">\(words(.tryAgain))</a></p>
                """
            ),
            status: status
        )
        if status == .serviceUnavailable { response.headers[.retryAfter] = "30" }
        return response
    }
}
