internal import CCurl

/// Why a mail has not been taken over by the mail server.
///
/// No case carries an address or the server's words, which may hold one: errors go to the log.
public enum CannotSendMail: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such recipient, and never will be (status 5xx, with a reason of RFC 3463).
    case noSuchRecipient(status: Int)
    /// The server does not take this mail (status 5xx) for another reason, or for none that it tells: our account, our
    /// address, its policy. That is put right at the server, and not by giving the mail up.
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
        case .noSuchRecipient: true
        case .refused, .postponed, .notSignedIn, .withoutTLS, .unreachable: false
        }
    }

    /// Whether somebody has to put something right first, so that trying again soon is of no use.
    public var isSlow: Bool {
        switch self {
        case .refused, .notSignedIn, .withoutTLS: true
        case .noSuchRecipient, .postponed, .unreachable: false
        }
    }

    public var description: String {
        switch self {
        case .noSuchRecipient(let status): "the mail server knows no such recipient (\(status))"
        case .refused(let status): "the mail server refused it (\(status))"
        case .postponed(let status): "the mail server postponed it (\(status))"
        case .notSignedIn(let status): "the mail server did not let us in (\(status))"
        case .withoutTLS: "the mail server does not offer TLS"
        case .unreachable(let reason): "the mail server cannot be reached: \(reason)"
        }
    }

    /// What libcurl's result and the server's last status mean.
    ///
    /// - Parameters:
    ///   - reply: The line with that status, for the reason in it.
    ///   - isRead: Whether the server has been given the mail's text: a refusal before the sender was named is one
    ///     of the server, not of the mail.
    init(_ code: CURLcode, status: Int, reply: String, isRead: Bool) {
        switch code {
        case CURLE_USE_SSL_FAILED: self = .withoutTLS
        case CURLE_LOGIN_DENIED: self = .notSignedIn(status: status)
        case CURLE_SEND_ERROR where status == 530: self = .notSignedIn(status: status)
        case CURLE_SEND_ERROR where (500...599).contains(status):
            self =
                CannotSendMail.isOfRecipient(reply) ? .noSuchRecipient(status: status) : .refused(status: status)
        case CURLE_WEIRD_SERVER_REPLY where isRead && (500...599).contains(status): self = .refused(status: status)
        case CURLE_SEND_ERROR where (400...499).contains(status): self = .postponed(status: status)
        case CURLE_WEIRD_SERVER_REPLY where (400...499).contains(status): self = .postponed(status: status)
        default: self = .unreachable(CannotCall(code))
        }
    }

    /// Whether a reply as `550 5.1.1 no such user` blames the recipient's address: RFC 3463 section 3.2, and a mailbox
    /// that takes nothing.
    private static func isOfRecipient(_ reply: String) -> Bool {
        let words = reply.dropFirst(4).split(separator: " ", maxSplits: 1)
        return ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"].contains(words.first)
    }
}
