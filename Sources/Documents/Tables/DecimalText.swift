/// Decimal numbers as text, read and written digit by digit.
enum DecimalText {
    /// Whether the bytes are a plain decimal number: `-12`, `1500.00`.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
        var whole = 0
        var fraction = 0
        while index < bytes.count, isDigit(bytes[index]) {
            whole += 1
            index += 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            while index < bytes.count, isDigit(bytes[index]) {
                fraction += 1
                index += 1
            }
            guard fraction > 0 else { return false }
        }
        // Beyond fifteen digits a spreadsheet silently changes the last ones.
        return index == bytes.count && whole > 0 && whole + fraction <= 15
    }

    /// The number as a spreadsheet shows it: no exponent, no trailing zeros, at most fifteen significant digits.
    ///
    /// A spreadsheet stores 1.1 as `1.1000000000000001`, since it stores what its binary fraction is. Whole numbers are
    /// kept to the last digit. Nil when the text is no number.
    static func shown(_ text: String) -> String? {
        guard var number = Parts(text) else { return nil }
        number.round(to: 15)
        return number.text
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// Sign, digits without leading zeros, and the place of the decimal point among them.
    private struct Parts {
        var negative = false
        var digits: [UInt8] = []
        var point = 0
        var isWhole = true

        init?(_ text: String) {
            var bytes = Array(text.utf8)[...]
            if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                negative = sign == UInt8(ascii: "-")
                bytes = bytes.dropFirst()
            }
            var sawPoint = false
            var sawDigit = false
            while let byte = bytes.first {
                if isDigit(byte) {
                    sawDigit = true
                    if !digits.isEmpty || byte != UInt8(ascii: "0") {
                        digits.append(byte)
                        if !sawPoint { point += 1 }
                    } else if sawPoint {
                        point -= 1
                    }
                } else if byte == UInt8(ascii: "."), !sawPoint {
                    sawPoint = true
                    isWhole = false
                } else {
                    break
                }
                bytes = bytes.dropFirst()
            }
            guard sawDigit else { return nil }
            guard let mark = bytes.first else { return }
            guard mark | 0x20 == UInt8(ascii: "e"),
                let exponent = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
                exponent.magnitude <= 400
            else { return nil }
            isWhole = false
            point += exponent
        }

        mutating func round(to count: Int) {
            if !isWhole, digits.count > count {
                let up = digits[count] >= UInt8(ascii: "5")
                digits.removeSubrange(count...)
                if up { increment() }
            }
            while digits.count > max(point, 0), digits.last == UInt8(ascii: "0") { digits.removeLast() }
        }

        private mutating func increment() {
            var index = digits.count - 1
            while index >= 0 {
                if digits[index] < UInt8(ascii: "9") {
                    digits[index] += 1
                    return
                }
                digits[index] = UInt8(ascii: "0")
                index -= 1
            }
            digits.insert(UInt8(ascii: "1"), at: 0)
            point += 1
        }

        var text: String {
            if digits.isEmpty { return "0" }
            var out: [UInt8] = negative ? [UInt8(ascii: "-")] : []
            if point <= 0 {
                out += Array("0.".utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: -point) + digits
            } else if point >= digits.count {
                out += digits + [UInt8](repeating: UInt8(ascii: "0"), count: point - digits.count)
            } else {
                out += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
            }
            return String(decoding: out, as: UTF8.self)
        }
    }
}
