public import Persistence

/// A civil day of the Gregorian calendar; where a rule needs an hour, it is that of Europe/Rome.
public struct Day: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD` (RFC 3339 full-date) of a day that exists.
    public init?(_ iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Int(digits: bytes[0..<4]), let month = Int(digits: bytes[5..<7]),
            let day = Int(digits: bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `31/12/2026`, `1-2-2026` or `1.2.2026`: how people in Italy write a day.
    public init?(italian text: String) {
        let parts = text.split(whereSeparator: { "/-.".contains($0) })
        guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(digits: parts[0].utf8),
            let month = Int(digits: parts[1].utf8), let year = Int(digits: parts[2].utf8)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// Days since 1970-01-01, negative before (the civil-from-days algorithm over eras of 400 years).
    public var daysSinceEpoch: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    public init(daysSinceEpoch days: Int) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    public func adding(days: Int) -> Day {
        Day(daysSinceEpoch: daysSinceEpoch + days)
    }

    /// The same day of a later (or earlier) month, or that month's last day where it is shorter.
    public func adding(months: Int) -> Day {
        let index = year * 12 + month - 1 + months
        let (year, month) = (index.flooredQuotient(by: 12), index - index.flooredQuotient(by: 12) * 12 + 1)
        return Day(uncheckedYear: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
    }

    /// Days from this day to `other`: 0 for the same day, negative when `other` comes first.
    public func days(until other: Day) -> Int {
        other.daysSinceEpoch - daysSinceEpoch
    }

    /// Completed years, on `day`, of somebody born on this day (29 February counts from 1 March in common years).
    public func age(on day: Day) -> Int {
        day.year - year - ((day.month, day.day) < (month, self.day) ? 1 : 0)
    }

    public var italian: String { "\(day.padded(2))/\(month.padded(2))/\(year.padded(4))" }

    /// 0 for Sunday … 6 for Saturday.
    public var weekday: Int {
        let index = (daysSinceEpoch + 4) % 7
        return index < 0 ? index + 7 : index
    }
}

extension Day: Comparable, CustomStringConvertible, Codable, Bindable, ColumnDecodable {
    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public var description: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
    public var sqlValue: SQLValue { .text(description) }
    public static var sqlType: SQLType { .text }

    public static func decode(_ column: borrowing Column) throws -> Day {
        let text = try String.decode(column)
        guard let day = Day(text) else { throw UnreadableValue(type: "Day", value: text) }
        return day
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a day"))
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A value in the store that its type cannot read: the store was written by something else.
public struct UnreadableValue: Error, Hashable, Sendable, CustomStringConvertible {
    public let type: String
    public let value: String

    public init(type: String, value: String) {
        self.type = type
        self.value = value
    }

    public var description: String { "\(type) cannot be read from '\(value)'" }
}
