internal import Crypto

/// What makes a request the same as an earlier one, in constant memory while it comes in.
public struct RequestHash: Sendable {
    private var hash = SHA256()

    public init() {}

    public mutating func take(_ bytes: [UInt8]) {
        hash.update(data: bytes)
    }

    /// A word of the request, parted from what comes next.
    public mutating func take(_ word: String) {
        hash.update(data: Array(word.utf8) + [0])
    }

    public var text: String {
        hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
