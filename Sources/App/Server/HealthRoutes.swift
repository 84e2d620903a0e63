internal import Domain
internal import Hummingbird
internal import Persistence

/// What those who run the service ask it: is it alive, is it ready, how is it doing.
struct HealthRoutes {
    let services: Services
    let metrics: MetricsRegistry

    func add(to router: some RouterMethods<some RequestContext>) {
        router.get("health/live") { _, _ in plain("alive\n") }
        router.get("health/ready") { _, _ in try await ready() }
        router.get("metrics") { _, _ in
            plain(metrics.text, contentType: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    /// Ready when the store answers and its tables are those of this version.
    private func ready() async throws -> Response {
        guard await services.database.isReachable() else {
            return plain("the database does not answer\n", status: .serviceUnavailable)
        }
        let pending = try await services.database.pendingMigrations(Schema.migrations)
        guard pending.isEmpty else {
            return plain("\(pending.count) migrations are pending\n", status: .serviceUnavailable)
        }
        return plain("ready\n")
    }

    private func plain(
        _ text: String,
        status: HTTPResponse.Status = .ok,
        contentType: String = "text/plain; charset=utf-8"
    ) -> Response {
        var headers: HTTPFields = [.contentType: contentType]
        if status == .serviceUnavailable { headers[.retryAfter] = "5" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
