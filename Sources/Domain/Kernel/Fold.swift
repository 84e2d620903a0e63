internal import Foundation

/// Texts in the form in which they are compared, searched and sorted.
public enum Fold {
    /// Lower case, without accents, apostrophes as blanks, one blank between words: `D’Angelò` → `d angelo`.
    ///
    /// Both engines compare it byte by byte, so that a sorted list is the same on each.
    public static func key(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var pendingBlank = false
        func append(_ byte: UInt8) {
            if pendingBlank, !bytes.isEmpty { bytes.append(0x20) }
            pendingBlank = false
            bytes.append(byte)
        }
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let folded =
            isASCII
            ? text
            : text.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        for scalar in folded.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: append(UInt8(scalar.value + 0x20))
            case 0x61...0x7A, 0x30...0x39: append(UInt8(scalar.value))
            case 0x2B, 0x23: append(UInt8(scalar.value))  // c++ and c# are skills
            case 0..<0x80: pendingBlank = true
            default:
                if let plain = special[scalar.value] {
                    plain.utf8.forEach(append)
                } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    String(scalar).lowercased().utf8.forEach(append)
                } else {
                    pendingBlank = true
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Letters that lose no accent when folded, and how people type them.
    private static let special: [UInt32: String] = [
        0xDF: "ss", 0xE6: "ae", 0xC6: "ae", 0xF8: "o", 0xD8: "o", 0x142: "l", 0x141: "l", 0x111: "d", 0x110: "d",
        0x131: "i", 0xF0: "d", 0xFE: "th", 0x153: "oe", 0x152: "oe", 0x1C6: "dz",
    ]
}
