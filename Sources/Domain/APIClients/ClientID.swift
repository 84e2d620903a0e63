internal import Foundation
public import Persistence

/// The name of a client in its tokens: a UUID (RFC 9562), in lower case.
public struct ClientID: Hashable, Sendable, CustomStringConvertible, Bindable, ColumnDecodable {
    public let text: String

    /// A new one, that nobody can guess.
    init() {
        text = UUID().uuidString.lowercased()
    }

    public init?(_ text: String) {
        guard text.utf8.count == 36, let uuid = UUID(uuidString: text) else { return nil }
        self.text = uuid.uuidString.lowercased()
    }

    public var description: String { text }
    public var sqlValue: SQLValue { .text(text) }
    public static var sqlType: SQLType { .text }

    public static func decode(_ column: borrowing Column) throws -> ClientID {
        let text = try String.decode(column)
        guard let id = ClientID(text) else { throw UnreadableValue(type: "ClientID", value: text) }
        return id
    }
}
