public import Persistence
internal import Synchronization

/// The identity of an `Entity`: a number made here, that grows with time and says nothing else.
public struct ID<Entity>: Hashable, Comparable, Sendable {
    public let rawValue: Int64

    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    public static func < (left: ID, right: ID) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension ID: Codable, CustomStringConvertible, Bindable, ColumnDecodable, FromRow {
    /// The form for addresses and other software: 13 characters of Crockford's base 32, lower case.
    public var text: String { Base32.text(UInt64(bitPattern: rawValue)) }
    public var description: String { text }
    public var sqlValue: SQLValue { .integer(rawValue) }
    public static var sqlType: SQLType { .integer }

    public init?(text: String) {
        guard let value = Base32.value(text) else { return nil }
        rawValue = Int64(bitPattern: value)
    }

    public static func decode(_ column: borrowing Column) throws -> ID {
        ID(try Int64.decode(column))
    }

    public init(from row: inout Row) throws {
        self.init(try row.next())
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = ID(text: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not an id"))
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Crockford's base 32: digits and letters without i, l, o and u, which people mistake for others.
enum Base32 {
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func text(_ value: UInt64) -> String {
        var bytes = [UInt8](repeating: 0, count: 13)
        for position in 0..<13 {
            bytes[12 - position] = alphabet[Int(value >> UInt64(position * 5) & 31)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func value(_ text: String) -> UInt64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 13 else { return nil }
        var value: UInt64 = 0
        for (position, byte) in bytes.enumerated() {
            guard let digit = alphabet.firstIndex(of: byte), position > 0 || digit < 16 else { return nil }
            value = value << 5 | UInt64(digit)
        }
        return value
    }
}

/// Makes ids that grow with time: 41 bits of milliseconds since 2020, 22 of sequence within them.
///
/// Newest-first lists walk the primary key and text indexes walk their document number, so an id has to grow with time.
/// The sequence starts at a random place in each millisecond, so that two instances of the server seldom meet, and the
/// primary key refuses the rest.
public struct IDGenerator: Sendable {
    private let clock: Clock
    private let last = Last()

    private final class Last: Sendable {
        let value = Mutex<Int64>(0)
    }

    private static let epoch: Int64 = 1_577_836_800_000
    private static let sequenceBits: Int64 = 22

    public init(clock: Clock) {
        self.clock = clock
    }

    /// The least id that can be made at an instant, so that rows of some days are found by their key.
    static func least<Entity>(at instant: Instant, _ type: Entity.Type = Entity.self) -> ID<Entity> {
        ID(max(0, instant.milliseconds - epoch) << sequenceBits)
    }

    /// When an id was made, for a row that cannot say so itself any more.
    static func moment<Entity>(of id: ID<Entity>) -> Instant {
        Instant(milliseconds: epoch + (id.rawValue >> sequenceBits))
    }

    public func next<Entity>(_ type: Entity.Type = Entity.self) -> ID<Entity> {
        let moment = max(0, clock.now().milliseconds - IDGenerator.epoch) << IDGenerator.sequenceBits
        let start = moment | Int64.random(in: 0..<1 << 20)
        return ID(
            last.value.withLock { last in
                last = max(last + 1, start)
                return last
            }
        )
    }
}
