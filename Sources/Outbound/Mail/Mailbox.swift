/// Where a mail goes, or where it comes from: an address, perhaps with a name.
public struct Mailbox: Hashable, Sendable {
    public let address: String
    public let name: String?

    /// Nil for an address that a mail server could read otherwise than it was meant.
    ///
    /// Plain ASCII addresses (RFC 5321 section 4.1.2, dot-strings): no quotes, no comments, no blanks, and so no way to
    /// end the line that the address stands in.
    public init?(_ address: String, name: String? = nil) {
        guard Mailbox.isAddress(address) else { return nil }
        self.address = address
        self.name = name
    }

    /// Reads `noreply@example.it` or `Incontro <noreply@example.it>`.
    public init?(text: String) {
        guard let bracket = text.lastIndex(of: "<"), text.last == ">" else {
            self.init(text)
            return
        }
        let name = text[..<bracket].split(separator: " ").joined(separator: " ")
        self.init(String(text[text.index(after: bracket)...].dropLast()), name: name.isEmpty ? nil : name)
    }

    var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count), (1...255).contains(parts[1].count) else {
            return false
        }
        let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)
        func isDotted(_ part: Substring.UTF8View, _ isAllowed: (UInt8) -> Bool) -> Bool {
            part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
        }
        return isDotted(parts[0]) { $0.isLetterOrDigit || marks.contains($0) }
            && isDotted(parts[1]) { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
