internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import OpenIDConnect

/// The answers of the development provider, none of which may be kept by anybody on the way.
enum DevelopmentAnswer {
    static func json(_ members: [String: JSONValue], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSONValue.object(members).json))
        )
    }

    /// An error of RFC 6749 section 5.2.
    static func refusal(_ code: String, status: HTTPResponse.Status = .badRequest) -> Response {
        json(["error": .string(code)], status: status)
    }

    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes))
        )
    }

    /// 303, so that what was posted here is not posted there (RFC 9700 section 4.12).
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
    }

    /// The body as a form; `nil` when it is none.
    static func form(of request: Request) async throws -> FormParameters? {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased()
        guard type == "application/x-www-form-urlencoded" else { return nil }
        let body = try await request.body.collect(upTo: 64 * 1024)
        return FormParameters(decoding: String(buffer: body))
    }
}
