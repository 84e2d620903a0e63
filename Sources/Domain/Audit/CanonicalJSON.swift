/// JSON with one spelling per value: keys in byte order, no blanks, only the escapes that are needed.
///
/// Its bytes go into a hash, so that two writers of the same details have to write the same text.
enum CanonicalJSON {
    static func object(_ members: [String: AuditValue]) -> String {
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return "{" + sorted.map { string($0.key) + ":" + value($0.value) }.joined(separator: ",") + "}"
    }

    private static func value(_ value: AuditValue) -> String {
        switch value {
        case .text(let text): string(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): "[" + values.map(CanonicalJSON.value).joined(separator: ",") + "]"
        }
    }

    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{00}"..<"\u{20}":
                let code = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
