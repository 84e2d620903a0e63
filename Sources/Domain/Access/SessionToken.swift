internal import Crypto
internal import Foundation

/// The secret in the browser's cookie: 256 random bits that say nothing.
///
/// The store keeps its hash only, so that a copy of the database opens no session.
public struct SessionToken: Hashable, Sendable {
    /// 43 characters of base64url.
    public let text: String

    init() {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<4).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } }
        text = Secrets.base64URL(bytes)
    }

    public init?(text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Secrets.isBase64URL) else { return nil }
        self.text = text
    }

    var hash: String { Secrets.hash(text) }

    /// What a form has to carry to prove that it comes from our own page: derived, so that only the cookie's holder and
    /// the pages made for it know it.
    public var formToken: String {
        let key = SymmetricKey(data: Data(text.utf8))
        return Secrets.base64URL(Array(HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: key)))
    }
}

enum Secrets {
    static func hash(_ text: String) -> String {
        hex(SHA256.hash(data: Data(text.utf8)))
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    static func base64URL(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
