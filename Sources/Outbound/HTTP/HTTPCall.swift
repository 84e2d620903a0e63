/// A call to somebody else's server over HTTP.
public struct HTTPCall: Sendable {
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    public var method: Method
    /// An absolute `http` or `https` address.
    public var url: String
    public var headers: [HTTPField]
    public var body: [UInt8]?
    /// How long to wait for the connection, name and TLS included.
    public var connectTimeout: Duration
    /// How long the whole call may take, from the queue to the last byte of the answer.
    public var timeout: Duration
    /// The largest body of an answer that is read, in bytes.
    ///
    /// A limit and not an option: what another server sends is never let into memory without one.
    public var largestBody: Int

    public init(
        _ method: Method,
        _ url: String,
        headers: [HTTPField] = [],
        body: [UInt8]? = nil,
        connectTimeout: Duration = .seconds(5),
        timeout: Duration = .seconds(20),
        largestBody: Int = 1 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.connectTimeout = connectTimeout
        self.timeout = timeout
        self.largestBody = largestBody
    }
}

/// One header field.
public struct HTTPField: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What the server answered, whatever the status.
public struct HTTPAnswer: Sendable, Hashable {
    public let status: Int
    /// In the order of arrival.
    public let headers: [HTTPField]
    public let body: [UInt8]

    public init(status: Int, headers: [HTTPField], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of a field, whose name may be in any case.
    public subscript(header name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
