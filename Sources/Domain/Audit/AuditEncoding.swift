internal import Crypto
internal import Foundation
internal import Persistence

/// Fields in their order as bytes for a hash, each with its presence and length in front.
///
/// Lengths keep `("ab", "c")` and `("a", "bc")` apart; the version in front lets the encoding change some day. A number
/// is its decimal digits. Whoever checks an exported trail needs no more than this.
struct AuditEncoding: Sendable {
    private(set) var bytes: [UInt8]

    init(_ version: StaticString, capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
        version.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String?) {
        guard var text else { return appendNothing() }
        text.withUTF8 { append(bytes: $0) }
    }

    mutating func append(_ number: Int64?) {
        guard let number else { return appendNothing() }
        append(String(number))
    }

    /// A value as it is stored; a trace has texts and whole numbers only.
    mutating func append(_ value: SQLValue) {
        switch value {
        case .text(let text): append(text)
        case .integer(let number): append(number)
        case .null, .real, .blob, .boolean: appendNothing()
        }
    }

    mutating func append(bytes field: UnsafeBufferPointer<UInt8>) {
        bytes.append(1)
        withUnsafeBytes(of: UInt64(field.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: field)
    }

    mutating func appendNothing() {
        bytes.append(0)
    }

    /// SHA-256 in hexadecimal.
    var digest: String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return AuditEncoding.hexadecimal(hash.finalize())
    }

    private static let digits = Array("0123456789abcdef".utf8)

    static func hexadecimal(_ digest: SHA256.Digest) -> String {
        digest.withUnsafeBytes { bytes in
            String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
                for (index, byte) in bytes.enumerated() {
                    text[2 * index] = digits[Int(byte >> 4)]
                    text[2 * index + 1] = digits[Int(byte & 15)]
                }
                return 2 * bytes.count
            }
        }
    }
}
