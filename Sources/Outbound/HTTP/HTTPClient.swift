internal import Foundation
public import Logging

/// Calls other servers over HTTP and HTTPS.
///
/// Certificates are always verified, redirects never followed (an answer from elsewhere than the address that was asked is
/// for the caller to judge), cookies and credentials never kept. The waiting is done on a thread of its own, never on
/// Swift's pool. The usual `https_proxy` and `no_proxy` of the environment hold, except for the machine itself.
public final class HTTPClient: Sendable {
    /// What holds for all calls of a client.
    public struct Settings: Sendable {
        /// A file with the certificates of the authorities to trust, in PEM, in place of the system's.
        ///
        /// Gateways inside public bodies often have certificates of an authority of their own.
        public var authorities: String?
        /// The most connections at once; further calls wait.
        public var connections = 32

        public init() {}
    }

    private let loop: TransferLoop
    private let settings: Settings

    /// Starts a client with its thread.
    public init(settings: Settings = Settings(), logger: Logger) {
        self.settings = settings
        loop = TransferLoop(connections: settings.connections, logger: logger)
        loop.start()
    }

    deinit {
        loop.close()
    }

    /// Sends a call and waits for the whole answer; cancelling the task ends the call.
    public func send(_ call: HTTPCall) async throws -> HTTPAnswer {
        try call.validate()
        let authorities = settings.authorities
        return try await loop.carry { interest, continuation throws(CannotCall) in
            try HTTPTransfer(call, authorities: authorities, interest: interest, continuation: continuation)
        }
    }

    /// Ends the calls in flight, which fail with `CannotCall.closed`, and the thread.
    public func close() {
        loop.close()
    }
}

extension HTTPCall {
    /// Refuses what libcurl would take and a server read otherwise than it was meant.
    func validate() throws(CannotCall) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", parts.host?.isEmpty == false
        else { throw .invalidURL }
        for field in headers where !field.isWellFormed {
            throw .invalidHeader(name: String(field.name.filter { $0.isLetter || $0.isNumber || $0 == "-" }.prefix(60)))
        }
    }

    /// Whether the call stays on the machine, so that no proxy has a part in it.
    var isLoopback: Bool {
        URLComponents(string: url)?.host.map(Loopback.isHost) ?? false
    }
}

extension HTTPField {
    /// A token for a name and no control character in the value (RFC 9110 sections 5.1 and 5.5).
    var isWellFormed: Bool {
        let marks = Set("!#$%&'*+-.^_`|~".utf8)
        let isToken = !name.isEmpty && name.utf8.allSatisfy { $0.isLetterOrDigit || marks.contains($0) }
        return isToken && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}
