internal import HTTPTypes
internal import Hummingbird

/// Headers that each answer carries: nothing from elsewhere, no framing, no guessing of types, no caching of pages.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// Whether people reach the site by TLS; only then a browser may be told to insist on it.
    let isSecure: Bool
    let policy: String

    /// - Parameter formTarget: The identity provider's origin: browsers apply `form-action` to where a form's answer
    ///   sends them on to, and signing out ends there.
    init(isSecure: Bool, formTarget: String?) {
        self.isSecure = isSecure
        policy = [
            "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
            "form-action 'self'" + (formTarget.map { " " + $0 } ?? ""),
        ].joined(separator: "; ")
    }

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers.set("Request-Id", context.id)
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers.set("Referrer-Policy", "same-origin")
        response.headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.set("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.set("Cross-Origin-Resource-Policy", "same-origin")
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

extension HTTPFields {
    /// Sets a header whose name the library has no constant for.
    mutating func set(_ name: StaticString, _ value: String) {
        if let name = HTTPField.Name(name.description) { self[name] = value }
    }
}
