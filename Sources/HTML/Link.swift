/// An address that a page may point to: a path of this site, or an https address that was checked.
///
/// Interpolated values become percent-encoded path or query components, so that none of them can change where the link
/// leads; `javascript:` and the like cannot be written at all.
public struct Link: Sendable, Hashable {
    public let text: String

    /// An address outside; nil unless it is https, mailto or tel.
    public init?(external text: String) {
        let lower = text.lowercased()
        guard ["https://", "mailto:", "tel:"].contains(where: lower.hasPrefix), text.utf8.allSatisfy({ $0 > 0x20 })
        else {
            return nil
        }
        self.text = text
    }

    /// The identity provider's own address, from its discovery document; http only where the site itself is local.
    public init?(provider text: String) {
        guard text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1") || text.hasPrefix("http://localhost"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        self.text = text
    }

    /// A path of this site that came from outside; nil when it leads elsewhere.
    ///
    /// `//host` and `/\\host` are addresses of other sites to a browser.
    public init?(local text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"), text.utf8.count <= 2000,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        self.text = text
    }

    private init(text: String) {
        self.text = text
    }

    /// The address without its query and without the place on the page.
    public var path: String {
        String(text.prefix { $0 != "?" && $0 != "#" })
    }

    /// The same path with a query; pairs keep their order.
    public func query(_ pairs: [(String, String)]) -> Link {
        if pairs.isEmpty { return self }
        let encoded = pairs.map { "\(Link.encoded($0.0))=\(Link.encoded($0.1))" }.joined(separator: "&")
        return Link(text: text + (text.contains("?") ? "&" : "?") + encoded)
    }

    /// Percent-encodes all but RFC 3986's unreserved characters.
    public static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Link: ExpressibleByStringInterpolation {
    public init(stringLiteral value: StaticString) {
        text = value.description
    }

    public init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    public struct Interpolation: StringInterpolationProtocol {
        var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        public mutating func appendInterpolation(_ component: String) {
            text += Link.encoded(component)
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }
    }
}
