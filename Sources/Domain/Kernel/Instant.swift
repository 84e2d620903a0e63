internal import Foundation
public import Persistence

/// A point in time, to the millisecond, always UTC.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// From 1970 to 2100: what lies beyond was not written by any clock of ours, and may not be reckoned with.
    static let believable = Instant(milliseconds: 0)..<Instant(milliseconds: 4_102_444_800_000)

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    public func adding(milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    public func adding(seconds: Int) -> Instant {
        adding(milliseconds: Int64(seconds) * 1000)
    }

    /// Whole seconds from `earlier` to this instant, negative when this one comes first.
    public func seconds(since earlier: Instant) -> Int {
        Int((milliseconds - earlier.milliseconds) / 1000)
    }
}

extension Instant {
    /// The instant as RFC 3339 text in UTC, with milliseconds only where there are some.
    public var rfc3339: String {
        let day = Day(daysSinceEpoch: Int(milliseconds.flooredQuotient(by: 86_400_000)))
        // The first day that can be said begins before the first millisecond that can.
        let rest = milliseconds &- Int64(day.daysSinceEpoch) &* 86_400_000
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
        let (second, fraction) = (rest / 1000 % 60, rest % 1000)
        let time = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
        return "\(day.description)T\(time)\(fraction == 0 ? "" : "." + fraction.padded(3))Z"
    }

    /// Reads RFC 3339 date-times, with `Z` or a numeric offset; fractions beyond milliseconds are cut.
    public init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"), let day = Day(String(text.prefix(10))) else {
            return nil
        }
        guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Int(digits: bytes[11..<13]), let minute = Int(digits: bytes[14..<16]),
            let second = Int(digits: bytes[17..<19]), hour < 24, minute < 60, second <= 60
        else { return nil }

        var index = 19
        var fraction: Int64 = 0
        if bytes[index] == UInt8(ascii: ".") {
            let digits = bytes[(index + 1)...].prefix { (48...57).contains($0) }
            guard !digits.isEmpty else { return nil }
            fraction = Int64(digits: (Array(digits.prefix(3)) + Array("000".utf8)).prefix(3)) ?? 0
            index += 1 + digits.count
        }
        guard let offset = Instant.offsetMinutes(bytes[index...]) else { return nil }
        let minutes = Int64(day.daysSinceEpoch) * 1440 + Int64(hour * 60 + minute - offset)
        milliseconds = minutes * 60_000 + Int64(min(second, 59)) * 1000 + fraction
    }

    private static func offsetMinutes(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.count == 1, let only = bytes.first, only | 0x20 == UInt8(ascii: "z") { return 0 }
        let bytes = Array(bytes)
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = Int(digits: bytes[1..<3]),
            let minutes = Int(digits: bytes[4..<6]), hours < 24, minutes < 60
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }
}

extension Instant: CustomStringConvertible, Codable, Bindable, ColumnDecodable {
    public var description: String { rfc3339 }
    public var sqlValue: SQLValue { .integer(milliseconds) }
    public static var sqlType: SQLType { .integer }

    public static func decode(_ column: borrowing Column) throws -> Instant {
        Instant(milliseconds: try Int64.decode(column))
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let instant = Instant(rfc3339: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not RFC 3339"))
        }
        self = instant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}
