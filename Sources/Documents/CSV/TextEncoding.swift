/// The encoding of a text that someone brings.
///
/// Italian offices save CSV files as Windows-1252 as often as UTF-8, and nothing in the file says which. Bytes beyond
/// ASCII that happen to form valid UTF-8 throughout a whole file are UTF-8; no text in the other encoding does that.
public enum TextEncoding: Hashable, Sendable {
    case utf8
    case utf8WithByteOrderMark
    case windows1252

    static func detect(_ content: FileContent) throws(CannotReadTable) -> TextEncoding {
        var stream = try content.stream()
        var validator = UTF8Validator()
        var isFirst = true
        var hasMark = false
        while true {
            let piece = try stream.next()
            if isFirst {
                if piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) {
                    throw .unsupportedEncoding("UTF-16")
                }
                hasMark = piece.starts(with: [0xEF, 0xBB, 0xBF])
                isFirst = false
            }
            if piece.isEmpty { break }
            validator.take(piece)
            if !validator.isValidSoFar { return .windows1252 }
        }
        if !validator.isComplete { return .windows1252 }
        return hasMark ? .utf8WithByteOrderMark : .utf8
    }

    func decode(_ bytes: ArraySlice<UInt8>) -> String {
        if self != .windows1252 { return String(decoding: bytes, as: UTF8.self) }
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(0x80...0x9F ~= byte ? Self.upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }

    /// Bytes 0x80 to 0x9F (WHATWG Encoding, index windows-1252, where the five that are free stand for themselves).
    private static let upper: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}

/// Checks UTF-8 piece by piece (RFC 3629): no overlong forms, no surrogates, nothing beyond U+10FFFF.
struct UTF8Validator {
    private(set) var isValidSoFar = true
    /// Continuation bytes that are still to come, and what the next of them may be.
    private var pending = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    var isComplete: Bool { isValidSoFar && pending == 0 }

    mutating func take(_ bytes: [UInt8]) {
        for byte in bytes {
            if pending > 0 {
                guard allowed.contains(byte) else { return isValidSoFar = false }
                allowed = 0x80...0xBF
                pending -= 1
            } else if byte >= 0x80 {
                guard begin(byte) else { return isValidSoFar = false }
            }
        }
    }

    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, allowed) = (2, 0xA0...0xBF)
        case 0xED: (pending, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
