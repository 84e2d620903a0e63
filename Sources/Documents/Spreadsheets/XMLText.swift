/// Text on its way into a spreadsheet's XML.
///
/// XML 1.0 has no place for control characters, and a spreadsheet reads `_x0041_` as `A` (ECMA-376, 22.9.2.19). Line
/// breaks of all kinds become line feeds, which is what a cell knows; other control characters fall off; what looks
/// like an escape is escaped itself.
enum XMLText {
    /// The longest that one byte can become.
    static let expansion = 7

    static func escaped(_ text: String, inAttribute: Bool = false) -> [UInt8] {
        let source = Array(text.utf8)
        return [UInt8](unsafeUninitializedCapacity: source.count * expansion + 1) { target, count in
            guard let start = target.baseAddress else { return }
            let end = source.withUnsafeBufferPointer { escape($0, to: start, inAttribute: inAttribute) }
            count = end - start
        }
    }

    /// Writes `source` to `target`, which has room for ``expansion`` times as much, and answers where it ended.
    static func escape(
        _ source: UnsafeBufferPointer<UInt8>,
        to target: UnsafeMutablePointer<UInt8>,
        inAttribute: Bool
    ) -> UnsafeMutablePointer<UInt8> {
        var end = target
        var index = 0
        while index < source.count {
            let byte = source[index]
            if !isSpecial(byte) {
                end.pointee = byte
                end += 1
                index += 1
                continue
            }
            let dropped = droppable(source, index)
            if dropped > 0 {
                index += dropped
                continue
            }
            switch byte {
            case UInt8(ascii: "&"): put("&amp;", &end)
            case UInt8(ascii: "<"): put("&lt;", &end)
            case UInt8(ascii: ">"): put("&gt;", &end)
            case UInt8(ascii: "\"") where inAttribute: put("&quot;", &end)
            case UInt8(ascii: "_") where beginsEscape(source, index): put("_x005F_", &end)
            case 0x0A...0x0D:
                put(inAttribute ? " " : "\n", &end)
                if byte == 0x0D, index + 1 < source.count, source[index + 1] == 0x0A { index += 1 }
            case 0x09 where inAttribute: put(" ", &end)
            default:
                end.pointee = byte
                end += 1
            }
            index += 1
        }
        return end
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        if byte >= 0x40 { return byte == UInt8(ascii: "_") || byte == 0xEF }
        // Control characters, `"`, `&`, `<`, `>`.
        let mask: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
        return mask >> UInt64(byte) & 1 == 1
    }

    /// How many bytes at `index` have no place in XML 1.0: control characters, U+FFFE and U+FFFF.
    private static func droppable(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        switch source[index] {
        case 0x09...0x0D: 0
        case 0..<0x20: 1
        case 0xEF where index + 2 < source.count && source[index + 1] == 0xBF && source[index + 2] >= 0xBE: 3
        default: 0
        }
    }

    /// Whether the underscore at `index` begins `_xHHHH_`, looking past bytes that will fall off.
    ///
    /// Excel wants four digits; LibreOffice also reads `_x0_`.
    private static func beginsEscape(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard var next = kept(source, after: index), source[next] == UInt8(ascii: "x") else { return false }
        var digits = 0
        while let following = kept(source, after: next) {
            next = following
            if !isHexadecimal(source[next]) { return digits > 0 && source[next] == UInt8(ascii: "_") }
            digits += 1
        }
        return false
    }

    private static func kept(_ source: UnsafeBufferPointer<UInt8>, after index: Int) -> Int? {
        var next = index + 1
        while next < source.count {
            let dropped = droppable(source, next)
            if dropped == 0 { return next }
            next += dropped
        }
        return nil
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }

    private static func put(_ text: StaticString, _ end: inout UnsafeMutablePointer<UInt8>) {
        end.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        end += text.utf8CodeUnitCount
    }
}
