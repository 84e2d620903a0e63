/// A JSON text as a value (RFC 8259): members keep their order, and numbers their digits.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As it was written: a binary fraction would change an amount on its way.
    case number(String)
    case text(String)
    case array([JSON])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    public static func integer(_ value: some BinaryInteger) -> JSON { .number(String(value)) }

    /// The text, or null where there is none.
    public static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    /// The member's value; nil in an object without it, and in what is no object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}

extension JSON: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSON: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
}

// MARK: - Writing

extension JSON {
    /// The value as UTF-8, on one line.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    /// Appends the value as UTF-8, on one line.
    public func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .text(let text): JSON.write(text, to: &bytes)
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

// MARK: - Merge patch

extension JSON {
    /// The value with a merge patch applied (RFC 7396): null takes a member away, anything else puts it in its place.
    public func merging(_ patch: JSON) -> JSON {
        guard case .object(let changes) = patch else { return patch }
        var members: [Member?] = []
        if case .object(let own) = self { members = own }
        var places = Dictionary(
            members.enumerated().compactMap { place, member in member.map { ($0.name, place) } },
            uniquingKeysWith: { first, _ in first }
        )
        for change in changes {
            let place = places[change.name]
            if change.value == .null {
                if let place { members[place] = nil }
                places[change.name] = nil
                continue
            }
            let own = place.flatMap { members[$0]?.value } ?? .null
            let merged = Member(change.name, own.merging(change.value))
            if let place {
                members[place] = merged
            } else {
                places[change.name] = members.count
                members.append(merged)
            }
        }
        return .object(members.compactMap(\.self))
    }
}
