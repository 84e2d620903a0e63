internal import Foundation

/// Where a page of a list ends: the sort key's values and the id of its last row, opaque to whoever carries it.
///
/// A keyset, not an offset: the next page costs as much as the first, and rows written meanwhile are neither missed nor
/// repeated.
public struct Cursor: Hashable, Sendable {
    public enum Key: Hashable, Sendable, Codable {
        case text(String)
        case integer(Int64)
        case null
    }

    public enum Direction: String, Hashable, Sendable, Codable {
        case forward = "f"
        case backward = "b"
    }

    public let keys: [Key]
    public let id: Int64
    public let direction: Direction
    /// What the cursor belongs to (the sort's name): a cursor of another order is refused.
    public let order: String

    public init(keys: [Key], id: Int64, direction: Direction = .forward, order: String) {
        self.keys = keys
        self.id = id
        self.direction = direction
        self.order = order
    }

    private struct Form: Codable {
        var k: [String?]
        var t: String
        var i: Int64
        var d: Direction
        var o: String
    }

    /// The cursor as base64url text without padding.
    public var text: String {
        var types = ""
        let values = keys.map { key -> String? in
            switch key {
            case .text(let value):
                types += "t"
                return value
            case .integer(let value):
                types += "i"
                return String(value)
            case .null:
                types += "n"
                return nil
            }
        }
        let form = Form(k: values, t: types, i: id, d: direction, o: order)
        guard let data = try? JSONEncoder().encode(form) else { return "" }
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    public init?(text: String) {
        guard text.utf8.count <= 1024 else { return nil }
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64), let form = try? JSONDecoder().decode(Form.self, from: data),
            form.k.count == form.t.count
        else { return nil }
        var keys: [Key] = []
        for (value, type) in zip(form.k, form.t) {
            switch (type, value) {
            case ("t", let value?):
                // No engine keeps U+0000: a cursor of ours has none.
                if value.utf8.contains(0) { return nil }
                keys.append(.text(value))
            case ("i", let value?):
                guard let number = Int64(value) else { return nil }
                keys.append(.integer(number))
            case ("n", nil): keys.append(.null)
            default: return nil
            }
        }
        self.init(keys: keys, id: form.i, direction: form.d, order: form.o)
    }
}

/// One page of a list, with the ways to its neighbours.
public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    public let next: Cursor?
    public let previous: Cursor?
    /// What the search was taken for, where as it was typed it found nothing: then these are its rows.
    public var understood: Understanding?

    public init(items: [Item], next: Cursor?, previous: Cursor? = nil) {
        self.items = items
        self.next = next
        self.previous = previous
    }
}

extension Finding {
    /// A cursor of another list, or one that somebody has changed.
    static var foreignCursor: Finding {
        Finding(
            "cursor",
            "cursor_of_another_list",
            it: "Questa pagina appartiene a un altro elenco: riparti dall'inizio",
            en: "This page belongs to another list: start again"
        )
    }
}
