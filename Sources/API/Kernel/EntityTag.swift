internal import Domain
internal import Hummingbird

/// The version of a resource as HTTP compares it (RFC 9110 section 8.8.3).
struct EntityTag: Hashable, Sendable {
    /// With its quotes.
    let text: String

    /// A vacancy's: its version, and the state that is true today, which a day may change without a new version.
    init(_ vacancy: Vacancy, on today: Day) {
        text = "\"\(vacancy.version)-\(vacancy.status(on: today).rawValue)\""
    }

    /// Whether a list of tags, as `If-Match` has it, names this one; weak ones never do (RFC 9110 section 8.8.3.2).
    func isStrongly(in header: String) -> Bool {
        EntityTag.tags(header).contains { $0 == "*" || $0 == text }
    }

    /// Whether a list of tags, as `If-None-Match` has it, names this one, weak or not.
    func isWeakly(in header: String) -> Bool {
        EntityTag.tags(header).contains { $0 == "*" || $0 == text || $0 == "W/" + text }
    }

    private static func tags(_ header: String) -> [String] {
        header.split(separator: ",").map { part in
            var tag = part
            while let first = tag.first, first.isWhitespace { tag.removeFirst() }
            while let last = tag.last, last.isWhitespace { tag.removeLast() }
            return String(tag)
        }
    }
}
