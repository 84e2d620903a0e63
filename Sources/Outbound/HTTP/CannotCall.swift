internal import CCurl

/// Why a call has no answer.
///
/// No case carries the address or a header: both may hold secrets, and errors go to the log.
public enum CannotCall: Error, Hashable, Sendable {
    /// Not an absolute `http` or `https` address.
    case invalidURL
    /// A header whose name or value would end the line, and so write another one.
    case invalidHeader(name: String)
    case nameNotResolved
    case notConnected
    /// The certificate is not valid, not of this host, or not of an authority that is trusted.
    case untrustedCertificate
    case timedOut
    case bodyTooLarge(limit: Int)
    case headersTooLarge(limit: Int)
    /// The connection broke before the answer was whole.
    case interrupted
    /// The client has been closed.
    case closed
    /// Anything else, with libcurl's number and words.
    case failed(code: Int, reason: String)

    /// What a result of libcurl means.
    init(_ code: CURLcode) {
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: self = .invalidURL
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .nameNotResolved
        case CURLE_COULDNT_CONNECT: self = .notConnected
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            self = .untrustedCertificate
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: self = .interrupted
        default: self = .failed(code: Int(code.rawValue), reason: String(cString: curl_easy_strerror(code)))
        }
    }
}
