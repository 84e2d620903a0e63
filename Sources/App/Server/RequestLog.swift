internal import Hummingbird
internal import Logging

/// One line a request: method, path, outcome and time, under the request's id (AgID, RAC_GEN_LOG_01).
///
/// The query stays out: searches name people.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let level: Logger.Level = request.uri.path.hasPrefix("/health") ? .debug : .info
        context.logger.log(
            level: level,
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(request.uri.path)",
                "status": "\(response.status.code)", "milliseconds": "\(duration / .milliseconds(1))",
            ]
        )
        return response
    }
}
