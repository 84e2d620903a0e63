/// How an e-mail address is written, as far as can be told without writing to it.
public enum EmailAddress {
    public static func isWellFormed(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count),
            !text.contains(where: \.isWhitespace), !text.hasControlCharacter(isMultiline: false),
            !text.unicodeScalars.contains(where: "<>()[]\\,;:\"".unicodeScalars.contains)
        else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && !parts[0].hasPrefix(".") && !parts[0].hasSuffix(".")
            && labels.allSatisfy { (1...63).contains($0.utf8.count) && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
    }
}

/// How a telephone number is written: digits, what people put between them, and a leading `+`.
enum PhoneNumber {
    static func isWellFormed(_ text: String) -> Bool {
        let rest = text.hasPrefix("+") ? text.dropFirst() : text[...]
        let digits = rest.utf8.count { (48...57).contains($0) }
        return (5...15).contains(digits)
            && rest.utf8.allSatisfy { (48...57).contains($0) || " ./-()".utf8.contains($0) }
    }
}
