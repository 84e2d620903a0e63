internal import Foundation

/// The parameters of a list's address as text: what a saved search and an export in the background keep of their list.
public struct ListAddress: Hashable, Sendable {
    /// Names and values in the form of an address: `age_min=30&sort=surname`; empty for the list as it stands.
    public let text: String

    /// The longest text that is kept: with its path it still fits into an address.
    public static let longest = 1900

    init(text: String) {
        self.text = text
    }

    public init(_ list: some OperatorList) { self.init(list.parameters) }

    public init(_ pairs: some Sequence<(String, String)>) {
        text = pairs.map { "\(ListAddress.encoded($0.0))=\(ListAddress.encoded($0.1))" }.joined(separator: "&")
    }

    public var pairs: [(String, String)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (ListAddress.decoded(parts[0]), parts.count > 1 ? ListAddress.decoded(parts[1]) : "")
        }
    }

    /// Letters, digits and the four marks that an address need not escape (RFC 3986, 2.3).
    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }

    private static func decoded(_ text: String) -> String {
        text.removingPercentEncoding ?? text
    }
}

extension ListAddress {
    /// What an audit entry keeps of it: everything that says what could be in the list.
    var trace: [String: AuditValue] {
        Dictionary(grouping: pairs, by: \.0).filter { $0.key != "columns" }.mapValues { values in
            values.count == 1 ? .text(values[0].1) : .list(values.map { .text($0.1) })
        }
    }
}
