/// A value in a list, typed so that the page can write it for people and a spreadsheet can sort, sum and filter it.
public enum ListValue: Hashable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    case decimal(Hundredths)
    case day(Day)
    case instant(Instant)
    case boolean(Bool)

    public init(_ text: String?) {
        self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
    }

    public init(_ number: Int?) {
        self = number.map(ListValue.integer) ?? .empty
    }

    public init(_ amount: Hundredths?) {
        self = amount.map(ListValue.decimal) ?? .empty
    }

    public init(_ day: Day?) {
        self = day.map(ListValue.day) ?? .empty
    }

    public init(_ instant: Instant?) {
        self = instant.map(ListValue.instant) ?? .empty
    }
}

/// What the values of a column are.
public enum ListValueKind: Hashable, Sendable {
    case text
    /// Text that looks like a number and is none: telephone numbers, codes.
    case code
    case integer
    /// With two decimals.
    case decimal
    case day
    case instant
    case boolean
}

/// How many rows a list holds, counted no further than people care to know.
public struct CappedCount: Hashable, Sendable {
    /// From here on a list has "more than" so many rows, unless the exact number is asked for.
    public static let limit = 1000

    public let value: Int
    /// True when there are more.
    public let isCapped: Bool

    public init(value: Int, isCapped: Bool = false) {
        self.value = value
        self.isCapped = isCapped
    }

    /// Out of a count that stopped one row after the limit.
    init(counted: Int) {
        self.init(value: min(counted, CappedCount.limit), isCapped: counted > CappedCount.limit)
    }
}
