internal import HTTPTypes
internal import Hummingbird

/// Refuses what came through a proxy: behind one, a service that believes itself on a developer's machine is open to
/// everybody, and its development identity provider would let anybody be anybody.
struct DirectRequestsOnly<Context: RequestContext>: RouterMiddleware {
    private static var traces: [HTTPField.Name] {
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"].compactMap { HTTPField.Name($0) }
    }

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if Self.traces.contains(where: { request.headers[$0] != nil }) { throw HTTPError(.notFound) }
        return try await next(request, context)
    }
}
