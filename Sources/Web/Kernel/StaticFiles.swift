internal import Hummingbird
internal import Logging

/// Style sheets, fonts and images from the public folder, without looking for a session first.
struct StaticFiles<Context: RequestContext>: RouterMiddleware {
    private let files: FileMiddleware<Context, LocalFileSystem>

    init(folder: String, logger: Logger) {
        let day = [CacheControl.Value.public, .maxAge(86_400)]
        files = FileMiddleware(
            folder,
            cacheControl: CacheControl([
                (MediaType(type: .text), day), (MediaType(type: .font), day), (MediaType(type: .image), day),
            ]),
            logger: logger
        )
    }

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard path.hasPrefix("/vendor/") || path.hasPrefix("/incontro.") else {
            return try await next(request, context)
        }
        return try await files.handle(request, context: context) { _, _ in throw HTTPError(.notFound) }
    }
}
