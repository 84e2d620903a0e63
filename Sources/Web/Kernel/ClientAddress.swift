internal import HTTPTypes
public import Hummingbird

/// The address that a request comes from.
///
/// Behind a proxy the connection is the proxy's. What it says of the client is believed only when the settings name it,
/// since everybody can write the header.
public struct TrustedProxies: Hashable, Sendable {
    private let networks: [AddressRange]

    public static let none = TrustedProxies(networks: [])

    private init(networks: [AddressRange]) {
        self.networks = networks
    }

    /// Reads addresses and networks such as `10.0.0.7`, `10.0.0.0/8` or `fd00::/8`; nil when one of them is neither.
    public init?(_ texts: [String]) {
        let ranges = texts.map(AddressRange.init)
        guard ranges.allSatisfy({ $0 != nil }) else { return nil }
        networks = ranges.compactMap { $0 }
    }

    /// The address that a request comes from, as far as the network tells.
    public func client(of request: Request, _ context: WebContext) -> String {
        client(
            of: context.connection,
            forwarded: HTTPField.Name("X-Forwarded-For").map { request.headers[values: $0] } ?? []
        )
    }

    /// The client's address: the last hop that no proxy of ours added (RFC 7239 section 5.2 tells the same of its header).
    ///
    /// - Parameter forwarded: The values of `X-Forwarded-For`, in their order.
    func client(of connection: String?, forwarded: [String]) -> String {
        var client = connection.flatMap(NetworkAddress.init)
        var hops = forwarded.flatMap { $0.split(separator: ",") }.map { String($0).trimmed }
        while let known = client, networks.contains(where: { $0.contains(known) }), let hop = hops.popLast() {
            // What cannot be read is no address of anybody's: the proxy itself then stands for its clients.
            guard let address = NetworkAddress(hop) else { break }
            client = address
        }
        return client?.subscriber ?? "unknown"
    }
}

/// A network of addresses.
private struct AddressRange: Hashable {
    let address: NetworkAddress
    let bits: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let address = NetworkAddress(String(first)) else { return nil }
        let all = address.bytes.count * 8
        let bits = parts.count == 2 ? Int(parts[1]) : all
        guard let bits, (0...all).contains(bits) else { return nil }
        self.address = address
        self.bits = bits
    }

    func contains(_ other: NetworkAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        return (0..<bits).allSatisfy { bit in
            let mask = UInt8(0x80) >> (bit % 8)
            return other.bytes[bit / 8] & mask == address.bytes[bit / 8] & mask
        }
    }
}

/// An IPv4 or IPv6 address; an IPv4 address written as IPv6 is the former.
struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    init?(_ text: String) {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        guard let bytes = NetworkAddress.version4(bare) ?? NetworkAddress.version6(bare) else { return nil }
        let isMapped =
            bytes.count == 16 && bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255
            && bytes[11] == 255
        self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
    }

    /// What one subscriber has: an IPv4 address, or the /64 within which an IPv6 client may take any.
    var subscriber: String {
        let significant = bytes.count == 16 ? bytes.prefix(8) : bytes[...]
        return significant.map(String.init).joined(separator: bytes.count == 16 ? ":" : ".")
    }

    private static func version4(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { part in
            part.utf8.allSatisfy { (48...57).contains($0) } && part.utf8.count <= 3 ? UInt8(part) : nil
        }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func version6(_ text: String) -> [UInt8]? {
        // A zone (`fe80::1%eth0`) says where the address holds, not which it is.
        let bare = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let halves = bare.components(separatedBy: "::")
        guard (1...2).contains(halves.count), let head = groups(halves[0]) else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? head : nil }
        guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
        return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// The bytes of groups with colons between; the last may be an IPv4 address.
    private static func groups(_ text: String) -> [UInt8]? {
        if text.isEmpty { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let four = version4(String(part)) {
                bytes += four
            } else if (1...4).contains(part.utf8.count), !part.hasPrefix("+"), let group = UInt16(part, radix: 16) {
                bytes += [UInt8(group >> 8), UInt8(group & 255)]
            } else {
                return nil
            }
        }
        return bytes
    }
}

extension StringProtocol {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let found = rest.firstRange(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}
