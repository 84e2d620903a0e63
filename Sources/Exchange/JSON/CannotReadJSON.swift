public import Domain

/// Why bytes are no JSON that may be read.
public struct CannotReadJSON: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Not what RFC 8259 says a JSON text is.
        case malformed
        case notUTF8
        case tooDeep(limit: Int)
        /// Two members of an object have one name: which of them is meant, nobody can know.
        case repeatedMember
    }

    public let reason: Reason
    /// The byte at which reading stopped, from 0.
    public let offset: Int
    /// The member that is there twice, as a JSON pointer (RFC 6901); empty for the other reasons.
    public internal(set) var pointer = ""

    public var finding: Finding {
        switch reason {
        case .malformed:
            Finding(
                pointer,
                "json_malformed",
                it: "Non è JSON valido (byte \(offset)).",
                en: "This is not valid JSON (byte \(offset))."
            )
        case .notUTF8:
            Finding(
                pointer,
                "not_utf8",
                it: "Il testo non è in UTF-8 (byte \(offset)).",
                en: "The text is not UTF-8 (byte \(offset))."
            )
        case .tooDeep(let limit):
            Finding(
                pointer,
                "json_too_deep",
                it: "Il JSON ha più di \(limit) livelli.",
                en: "The JSON is more than \(limit) levels deep."
            )
        case .repeatedMember:
            Finding(
                pointer,
                "repeated_member",
                it: "Lo stesso membro compare due volte nell'oggetto.",
                en: "The same member is in the object twice."
            )
        }
    }
}

extension Finding {
    /// Where the finding is about in a JSON document, as a pointer (RFC 6901).
    ///
    /// Names of fields are dotted and become one part for each name; what is a pointer already stays as it is.
    public var pointer: String {
        if field.isEmpty || field.hasPrefix("/") { return field }
        return "/"
            + field.split(separator: ".", omittingEmptySubsequences: false).map { JSON.pointerPart(String($0)) }
            .joined(separator: "/")
    }
}

extension JSON {
    /// A member's name as a part of a pointer.
    static func pointerPart(_ name: String) -> String {
        if !name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) { return name }
        return name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
