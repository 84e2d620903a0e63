internal import HTTPTypes
internal import Hummingbird

/// Reads bodies of the types that an operation takes.
enum SentBody {
    /// What a single object may have.
    static let largest = 1 << 20

    /// The media type of a request, without its parameters, in lower case.
    static func mediaType(of request: Request) -> String? {
        request.headers[.contentType]?.split(separator: ";").first.map { $0.filter { !$0.isWhitespace }.lowercased() }
    }

    /// The bytes of a body of one type.
    ///
    /// - Parameter header: The header that tells which types are taken: `Accept-Patch` for PATCH (RFC 5789 section 3.1).
    static func bytes(
        of request: Request,
        as type: String,
        orElse header: HTTPField.Name = .accept,
        upTo largest: Int = largest
    ) async throws -> [UInt8] {
        guard mediaType(of: request) == type else { throw Problem.unsupportedMediaType(type, header: header) }
        var bytes: [UInt8] = []
        for try await part in request.body {
            if bytes.count + part.readableBytes > largest { throw Problem.contentTooLarge }
            bytes += part.readableBytesView
        }
        return bytes
    }
}

extension HTTPField.Name {
    /// RFC 5789 section 3.1.
    static var acceptPatch: HTTPField.Name { HTTPField.Name("Accept-Patch") ?? .accept }
}
