internal import OpenIDConnect

/// The pairs of an `application/x-www-form-urlencoded` body or of a query, in their order.
///
/// A name may stand more than once (check boxes, repeated fields), so this is a list and not a dictionary.
public struct FormBody: Sendable, Hashable {
    public struct Pair: Sendable, Hashable {
        public let name: String
        public let value: String
    }

    public private(set) var pairs: [Pair]

    public init(_ pairs: [Pair] = []) {
        self.pairs = pairs
    }

    public init(_ pairs: [(String, String)]) {
        self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }
    }

    /// Reads encoded text; nil when an escape is broken or the bytes are not UTF-8.
    public init?(encoded text: some StringProtocol) {
        guard let parameters = FormParameters(decoding: text) else { return nil }
        // No engine stores U+0000, and no person types it.
        guard !parameters.pairs.contains(where: { $0.name.utf8.contains(0) || $0.value.utf8.contains(0) }) else {
            return nil
        }
        pairs = parameters.pairs.map { Pair(name: $0.name, value: $0.value) }
    }

    /// The value of the first field of that name, without blanks around it; nil when absent or empty.
    public func text(_ name: String) -> String? {
        guard let value = pairs.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    public func integer(_ name: String) -> Int? {
        text(name).flatMap { Int($0) }
    }

    /// Whether a check box was ticked: browsers send it only then.
    public func isTicked(_ name: String) -> Bool {
        pairs.contains { $0.name == name }
    }

    public var list: [(String, String)] { pairs.map { ($0.name, $0.value) } }
}

extension StringProtocol {
    /// The text without blanks at its ends.
    var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
