/// A request of the relying party, in values of this module: it knows no HTTP client.
public struct HTTPRequestValue: Sendable, Hashable {
    public enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
    }

    public let method: Method
    public let url: String
    /// Names in the usual spelling, in the order to send.
    public let headers: [HTTPHeader]
    /// The bytes of a form, for `POST`.
    public let body: [UInt8]?

    public init(method: Method, url: String, headers: [HTTPHeader] = [], body: [UInt8]? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// One header field.
public struct HTTPHeader: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What the provider answered.
public struct HTTPResponseValue: Sendable, Hashable {
    public let status: Int
    public let headers: [HTTPHeader]
    public let body: [UInt8]

    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The media type without its parameters, in lower case.
    var mediaType: String? {
        let field = headers.first { $0.name.lowercased() == "content-type" }
        return field?.value.split(separator: ";").first.map { $0.trimmedASCII.lowercased() }
    }
}

/// How the relying party reaches the provider.
///
/// It must verify certificates, not follow redirects and bound time and size: an answer from elsewhere than the
/// endpoint that was asked is not the provider's.
public typealias HTTPExchange = @Sendable (HTTPRequestValue) async throws -> HTTPResponseValue

extension Substring {
    /// The text without spaces and tabs at its ends.
    var trimmedASCII: String {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
