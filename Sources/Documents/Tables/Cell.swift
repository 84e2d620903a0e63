/// One value of a table on its way out, typed so that a spreadsheet can sort, sum and filter it.
public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case integer(Int64)
    case decimal(Double)
    /// A decimal number in digits (`1500.00`), written as it stands, without a detour through binary fractions.
    case amount(String)
    /// A civil day in ISO 8601 (`2024-02-10`).
    case day(String)
    /// An instant in epoch milliseconds, shown on the clock that is `offset` seconds ahead of UTC.
    case instant(milliseconds: Int64, offset: Int)
    /// A date and time of day on the reader's own clock (`2024-02-10T09:30`, seconds optional).
    case localTime(String)
    case boolean(Bool)
}

/// What fills the cells of one row, from left to right.
///
/// A value that its type cannot hold (a day that does not exist, an amount that is no number) is written as text rather
/// than lost.
public protocol RowCells: ~Copyable {
    mutating func empty()
    mutating func text(_ value: String)
    mutating func integer(_ value: Int64)
    mutating func decimal(_ value: Double)
    mutating func amount(_ digits: String)
    mutating func day(_ iso: String)
    mutating func instant(milliseconds: Int64, offset: Int)
    mutating func localTime(_ iso: String)
    mutating func boolean(_ value: Bool)
}

extension RowCells where Self: ~Copyable {
    /// The next cell, of whatever type `value` is.
    public mutating func cell(_ value: Cell) {
        switch value {
        case .empty: empty()
        case .text(let value): text(value)
        case .integer(let value): integer(value)
        case .decimal(let value): decimal(value)
        case .amount(let digits): amount(digits)
        case .day(let iso): day(iso)
        case .instant(let milliseconds, let offset): instant(milliseconds: milliseconds, offset: offset)
        case .localTime(let iso): localTime(iso)
        case .boolean(let value): boolean(value)
        }
    }

    /// The text, or an empty cell when there is none.
    public mutating func text(_ value: String?) {
        if let value { text(value) } else { empty() }
    }

    /// The whole number, or an empty cell when there is none.
    public mutating func integer(_ value: Int64?) {
        if let value { integer(value) } else { empty() }
    }

    /// The civil day, or an empty cell when there is none.
    public mutating func day(_ iso: String?) {
        if let iso { day(iso) } else { empty() }
    }
}
