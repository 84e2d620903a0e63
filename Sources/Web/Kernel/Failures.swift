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
        } catch is SignInNeeded {
            return signIn(request)
        } catch let wrong as WrongRole {
            return role(wrong, request, context)
        } catch is NotFound {
            return page(.notFound, .notFoundTitle, .notFoundText, context)
        } catch is ForgedForm {
            return page(.forbidden, .expiredFormTitle, .expiredFormText, context)
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

    /// Sign in first and come back: only for pages that are read, since a form's fields would be lost on the way.
    private func signIn(_ request: Request) -> Response {
        let target = request.method == .get ? request.uri.string : "/"
        return .seeOther(("/accedi" as Link).query([("ritorno", target)]))
    }

    private func role(_ wrong: WrongRole, _ request: Request, _ context: WebContext) -> Response {
        switch wrong {
        case .roleMissing: .seeOther(("/accedi/ruolo" as Link).query([("ritorno", request.uri.path)]))
        case .scopeMissing: .seeOther(("/ambito" as Link).query([("ritorno", request.uri.path)]))
        case .otherRole: page(.forbidden, .forbiddenTitle, .forbiddenText, context)
        }
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
        _ context: WebContext
    ) -> Response {
        let words = context.words
        let number: HTML? =
            status.kind == .serverError
            ? "<p>\(words(.requestNumber)): <code>\(context.id)</code></p>" : nil
        return .page(
            site.layout(context, title: words(title)).page(
                """
                <h1>\(words(title))</h1><p class="lead">\(words(text))</p>\(number)
                <p><a href="/">\(words(.home))</a></p>
                """
            ),
            status: status
        )
    }
}
