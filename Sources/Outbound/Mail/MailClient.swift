internal import Foundation
public import Logging

/// Hands mails to a mail server (SMTP submission, RFC 6409), which brings them further.
///
/// TLS is required, by STARTTLS or from the first byte (`smtps`), and certificates are always verified; without TLS only a
/// server on this machine is spoken to. The waiting is done on a thread of its own, never on Swift's pool.
public final class MailClient: Sendable {
    /// The server that takes our mails.
    public struct Relay: Sendable, Hashable {
        /// `smtp://host:port` or `smtps://host:port`, without a slash at its end.
        let url: String
        let requiresTLS: Bool
        var user: String?
        var password: String?
        /// A file with the certificates of the authorities to trust, in PEM, in place of the system's.
        public var authorities: String?

        /// Nil for anything else than a server's address, or for one beyond this machine without TLS.
        public init?(
            url: String,
            requiresTLS: Bool = true,
            user: String? = nil,
            password: String? = nil,
            authorities: String? = nil
        ) {
            guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
                ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty, parts.user == nil,
                parts.password == nil, ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil,
                requiresTLS || scheme == "smtps" || Loopback.isHost(host)
            else { return nil }
            self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
            self.requiresTLS = requiresTLS && scheme == "smtp"
            self.user = user
            self.password = password
            self.authorities = authorities
        }
    }

    /// So long a mail takes at most, whatever the server does.
    public static let longestSeconds = MailTransfer.longestSeconds

    private let loop: TransferLoop
    private let relay: Relay

    /// Starts a client with its thread.
    public init(relay: Relay, logger: Logger) {
        self.relay = relay
        loop = TransferLoop(connections: 4, logger: logger)
        loop.start()
    }

    deinit {
        loop.close()
    }

    /// Sends a mail: when this returns, the server has taken it over.
    ///
    /// Cancelling the task breaks it off.
    ///
    /// - Throws: ``CannotSendMail``, `CannotCall.closed`, `CancellationError`.
    public func send(_ mail: Mail) async throws {
        let relay = relay
        do {
            try await loop.carry { interest, continuation throws(CannotCall) in
                try MailTransfer(mail, to: relay, interest: interest, continuation: continuation)
            }
        } catch let reason as CannotCall where reason != .closed {
            throw CannotSendMail.unreachable(reason)
        }
    }

    /// Breaks off what is under way, and ends the thread.
    public func close() {
        loop.close()
    }
}

/// Hosts that are this machine.
enum Loopback {
    static func isHost(_ host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "[::1]", "::1"].contains(host) || host.hasSuffix(".localhost") { return true }
        return host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
    }
}
