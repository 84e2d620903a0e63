internal import Domain
internal import Hummingbird

/// Whether the service is up, as the national interoperability model asks of each API (AgID, RAC_REST_NAME_011).
struct StatusRoutes: Sendable {
    let isReachable: @Sendable () async -> Bool

    func add(to api: some RouterMethods<APIContext>) {
        api.get("rest/v1/status") { request, context in
            guard await isReachable() else { throw Problem.unavailable }
            return Problem(.ok, "ok", it: "OK", en: "OK").response(to: request.uri.path, in: context.language)
        }
    }
}
