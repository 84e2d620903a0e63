internal import CCurl

/// Why a mail has not been taken over by the mail server.
///
/// No case carries an address or the server's words, which may hold one: errors go to the log.
public enum CannotSendMail: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server will never take this mail (status 5xx).
    case refused(status: Int)
    /// The server may take it later (status 4xx).
    case postponed(status: Int)
    /// The server asks for a sign-in, or does not accept ours.
    case notSignedIn(status: Int)
    /// The server does not offer TLS, which is required.
    case withoutTLS
    /// No connection, or one that broke.
    case unreachable(CannotCall)

    /// Whether the mail itself is at fault, so that trying again is of no use.
    public var isPermanent: Bool {
        switch self {
        case .refused: true
        case .postponed, .notSignedIn, .withoutTLS, .unreachable: false
        }
    }

    public var description: String {
        switch self {
        case .refused(let status): "the mail server refused it for good (\(status))"
        case .postponed(let status): "the mail server postponed it (\(status))"
        case .notSignedIn(let status): "the mail server did not let us in (\(status))"
        case .withoutTLS: "the mail server does not offer TLS"
        case .unreachable(let reason): "the mail server cannot be reached: \(reason)"
        }
    }

    /// What libcurl's result and the server's last status mean.
    ///
    /// - Parameter isRead: Whether the server has been given the mail's text: a refusal before the sender was named is one
    ///   of the server, not of the mail.
    init(_ code: CURLcode, status: Int, isRead: Bool) {
        switch code {
        case CURLE_USE_SSL_FAILED: self = .withoutTLS
        case CURLE_LOGIN_DENIED: self = .notSignedIn(status: status)
        case CURLE_SEND_ERROR where status == 530: self = .notSignedIn(status: status)
        case CURLE_SEND_ERROR where (500...599).contains(status): self = .refused(status: status)
        case CURLE_WEIRD_SERVER_REPLY where isRead && (500...599).contains(status): self = .refused(status: status)
        case CURLE_SEND_ERROR where (400...499).contains(status): self = .postponed(status: status)
        case CURLE_WEIRD_SERVER_REPLY where (400...499).contains(status): self = .postponed(status: status)
        default: self = .unreachable(CannotCall(code))
        }
    }
}
