public import Hummingbird

/// The REST interface for agencies' software: the table of contents.
///
/// What it answers so far is whether the service is up, as the national interoperability model asks of each API
/// (AgID, RAC_REST_NAME_011).
public struct APIRouter: Sendable {
    /// Whether the store can be reached.
    let isReachable: @Sendable () async -> Bool

    public init(isReachable: @escaping @Sendable () async -> Bool) {
        self.isReachable = isReachable
    }

    public func add<Context: RequestContext>(to router: some RouterMethods<Context>) {
        router.group("rest/v1").get("status") { _, _ in await status() }
    }

    private func status() async -> Response {
        guard await isReachable() else {
            var response = Response.problem(.serviceUnavailable, title: "Service Unavailable")
            response.headers[.retryAfter] = "5"
            return response
        }
        return .problem(.ok, title: "OK")
    }
}

extension Response {
    /// An answer in the form of RFC 9457.
    static func problem(_ status: HTTPResponse.Status, title: StaticString) -> Response {
        let json = "{\"status\": \(status.code), \"title\": \"\(title)\"}"
        return Response(
            status: status,
            headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: json))
        )
    }
}
