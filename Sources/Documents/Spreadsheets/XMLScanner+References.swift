extension XMLScanner {
    /// Resolves character references and line endings; false when a reference is unknown.
    static func decode(_ raw: ArraySlice<UInt8>, into text: inout [UInt8]) -> Bool {
        guard raw.contains(where: { $0 == UInt8(ascii: "&") || $0 == 0x0D }) else {
            text += raw
            return true
        }
        var index = raw.startIndex
        while index < raw.endIndex {
            let byte = raw[index]
            index += 1
            if byte == 0x0D {
                text.append(0x0A)
                if index < raw.endIndex, raw[index] == 0x0A { index += 1 }
            } else if byte == UInt8(ascii: "&") {
                guard let end = raw[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                    let scalar = scalar(String(decoding: raw[index..<end], as: UTF8.self))
                else { return false }
                text += Array(String(Character(scalar)).utf8)
                index = end + 1
            } else {
                text.append(byte)
            }
        }
        return true
    }

    private static func scalar(_ reference: String) -> Unicode.Scalar? {
        switch reference {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            if reference.hasPrefix("#x") {
                UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
            } else if reference.hasPrefix("#") {
                UInt32(reference.dropFirst(1)).flatMap(Unicode.Scalar.init)
            } else {
                nil
            }
        }
    }

    /// The text with `_x0041_` read as `A`, which is how workbooks write what XML cannot (ECMA-376, 22.9.2.19).
    static func unescaped(_ bytes: [UInt8]) -> String {
        let underscore = UInt8(ascii: "_")
        guard bytes.contains(underscore) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        let source = Array(String(decoding: bytes, as: UTF8.self).utf16)
        var index = 0
        while index < source.count {
            if index + 6 < source.count, source[index] == UInt16(underscore), source[index + 1] == 0x78,
                source[index + 6] == UInt16(underscore),
                let unit = UInt16(String(decoding: source[(index + 2)...(index + 5)], as: UTF16.self), radix: 16),
                source[index + 2] != 0x2B
            {
                units.append(unit)
                index += 7
            } else {
                units.append(source[index])
                index += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
