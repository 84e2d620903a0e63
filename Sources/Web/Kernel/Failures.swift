internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Turns what went wrong into a page that says what to do; internals go to the log, with the request's id, once.
struct FailurePages: RouterMiddleware {
    typealias Context = WebContext

    let site: Site

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let needed as SignInNeeded {
            return try await signIn(needed, request, context)
        } catch let wrong as WrongRole {
            return try await role(wrong, request, context)
        } catch is NotFound {
            return page(.notFound, .notFoundTitle, .notFoundText, context)
        } catch let forged as ForgedForm {
            return try await stale(forged, context)
        } catch let needed as FreshSignInNeeded {
            return try await fresh(needed, context)
        } catch let unreadable as UnreadableForm {
            switch unreadable {
            case .malformed: return page(.badRequest, .badRequestTitle, .badRequestText, context)
            case .tooLarge: return page(.contentTooLarge, .tooLargeTitle, .tooLargeText, context)
            }
        } catch is Invalid {
            return page(.unprocessableContent, .badRequestTitle, .badRequestText, context)
        } catch let error as any HTTPResponseError {
            return failure(error.status, context)
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
            return page(.internalServerError, .brokenTitle, .brokenText, context)
        }
    }

    /// Sign in first and come back; what was typed is kept meanwhile.
    private func signIn(_ needed: SignInNeeded, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let kept = try await keep(needed.form, request, context) else {
            return .seeOther(("/accedi" as Link).query([("ritorno", context.address)]))
        }
        return leading(to: FailurePages.over(kept.page), kept.cookie)
    }

    /// A hat or a scope first, and back; the same for a form, as when a grant was withdrawn while it was filled in.
    private func role(_ wrong: WrongRole, _ request: Request, _ context: WebContext) async throws -> Response {
        let kept = try await keep(wrong.form, request, context)
        let target = [("ritorno", kept?.page.text ?? context.address)]
        switch wrong.reason {
        case .roleMissing: return leading(to: ("/accedi/ruolo" as Link).query(target), kept?.cookie)
        case .scopeMissing: return leading(to: ("/ambito" as Link).query(target), kept?.cookie)
        case .otherRole:
            // The hat may have been changed in another window while the form was filled in.
            let link = ("/accedi/ruolo" as Link).query(target)
            var answer = page(.forbidden, .forbiddenTitle, .forbiddenText, context, more: otherHat(link, context))
            if let kept { answer.setCookie(kept.cookie) }
            return answer
        }
    }

    private func otherHat(_ link: Link, _ context: WebContext) -> HTML {
        "<p><a href=\"\(link: link)\">\(context.words(.changeRole))</a></p>"
    }

    /// A form of an earlier session of the same person comes back filled; any other is refused.
    private func stale(_ forged: ForgedForm, _ context: WebContext) async throws -> Response {
        guard let form = forged.form, let kept = try await context.keeper?.keep(form, context) else {
            return page(.forbidden, .expiredFormTitle, .expiredFormText, context)
        }
        return leading(to: context.session == nil ? FailurePages.over(kept.page) : kept.page, kept.cookie)
    }

    private static func over(_ page: Link) -> Link {
        ("/accedi/scaduta" as Link).query([("ritorno", page.text)])
    }

    private func fresh(_ needed: FreshSignInNeeded, _ context: WebContext) async throws -> Response {
        var kept: (page: Link, cookie: Cookie)?
        if let form = needed.form { kept = try await context.keeper?.keep(form, context) }
        let page = needed.page?.text ?? kept?.page.text ?? context.address
        return leading(to: ("/accedi/conferma" as Link).query([("ritorno", page)]), kept?.cookie)
    }

    /// Keeps the form of a handler that could not go on, and reads first that of one that was never reached.
    ///
    /// Nothing is read from a browser whose cookies are of nobody: anybody can invent one and send megabytes with it.
    private func keep(
        _ sent: SentForm?,
        _ request: Request,
        _ context: WebContext
    ) async throws -> (page: Link, cookie: Cookie)? {
        guard request.method == .post, let keeper = context.keeper else { return nil }
        if let sent { return try await keeper.keep(sent, context) }
        guard try await keeper.knows(context),
            let form = try? await SentForm(reading: request, upTo: context.maxUploadSize)
        else { return nil }
        return try await keeper.keep(form, context)
    }

    private func leading(to target: Link, _ cookie: Cookie?) -> Response {
        var response = Response.seeOther(target)
        if let cookie { response.setCookie(cookie) }
        return response
    }

    private func failure(_ status: HTTPResponse.Status, _ context: WebContext) -> Response {
        switch status {
        case .notFound: return page(.notFound, .notFoundTitle, .notFoundText, context)
        case .contentTooLarge: return page(status, .tooLargeTitle, .tooLargeText, context)
        case _ where status.kind == .clientError: return page(status, .badRequestTitle, .badRequestText, context)
        default: return page(status, .brokenTitle, .brokenText, context)
        }
    }

    private func page(
        _ status: HTTPResponse.Status,
        _ title: Localized,
        _ text: Localized,
        _ context: WebContext,
        more: HTML? = nil
    ) -> Response {
        let words = context.words
        let number: HTML? =
            status.kind == .serverError
            ? "<p>\(words(.requestNumber)): <code>\(context.id)</code></p>" : nil
        return .page(
            site.layout(context, title: words(title)).page(
                """
                <h1>\(words(title))</h1><p class="lead">\(words(text))</p>\(number)\(more)
                <p><a href="/">\(words(.home))</a></p>
                """
            ),
            status: status
        )
    }
}
