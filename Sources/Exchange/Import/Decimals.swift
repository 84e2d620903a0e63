/// Numbers as Italian and English spreadsheets write them, without a locale.
enum Decimals {
    static func integer(_ text: String) -> Int? {
        guard let value = hundredths(text), value % 100 == 0 else { return nil }
        return Int(exactly: value / 100)
    }

    /// The number times 100; nil when it has further decimals that are not zero, or is no number.
    ///
    /// With both signs the last one separates the decimals. A single one is a thousands separator only where it is a
    /// point followed by exactly three digits, as in `1.500`: nobody writes pay to the thousandth.
    static func hundredths(_ text: String) -> Int64? {
        var digits = text.filter { !$0.isWhitespace && $0 != "€" && $0 != "'" }[...]
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        let mark = decimalMark(in: digits)
        let beforeMark = mark.map { digits[..<$0] } ?? digits
        let fraction = mark.map { digits[digits.index(after: $0)...] } ?? ""
        let groups = beforeMark.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let first = groups.first, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            groups.count == 1 || (1...3).contains(first.utf8.count)
        else { return nil }
        let whole = groups.joined()
        guard !whole.isEmpty, whole.utf8.count <= 15, isDigits(whole), isDigits(fraction),
            fraction.dropFirst(2).allSatisfy({ $0 == "0" })
        else { return nil }
        let cents = (String(fraction.prefix(2)) + "00").prefix(2)
        guard let value = Int64(whole + cents) else { return nil }
        return isNegative ? -value : value
    }

    private static func decimalMark(in digits: Substring) -> Substring.Index? {
        guard let last = digits.lastIndex(where: { $0 == "." || $0 == "," }) else { return nil }
        let sign = digits[last]
        let isRepeated = digits.count { $0 == sign } > 1
        let hasOther = digits.contains { $0 == (sign == "." ? "," : ".") }
        let tail = digits.distance(from: last, to: digits.endIndex) - 1
        let isThousands = isRepeated || (sign == "." && !hasOther && tail == 3)
        return isThousands ? nil : last
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) }
    }

    static func text(_ hundredths: Int64) -> String {
        let cents = abs(hundredths % 100)
        let whole = "\(hundredths < 0 ? "-" : "")\(abs(hundredths / 100))"
        return cents == 0 ? whole : "\(whole),\(cents < 10 ? "0" : "")\(cents)"
    }
}
