internal import Foundation

/// An absolute `http` or `https` address without credentials and without fragment.
public struct WebAddress: Sendable, Hashable {
    public let text: String
    public let scheme: String
    /// In lower case, without the brackets of an IPv6 address.
    public let host: String

    public init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return nil }
        self.text = text
        self.scheme = scheme
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    }

    /// Whether nothing leaves the machine: `localhost`, 127.0.0.0/8 or ::1.
    public var isLoopback: Bool { Self.isLoopback(host: host) }

    /// Whether a host's name or address is of the machine itself, without asking a name server.
    public static func isLoopback(host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy {
                $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) && UInt8($0) != nil
            }
    }

    /// Whether what is sent there cannot be read or changed on the way: TLS, or no way at all.
    public var isConfidential: Bool { scheme == "https" || isLoopback }
}
