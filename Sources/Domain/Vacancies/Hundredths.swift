public import Persistence

/// A number with two decimals, kept as a whole number of hundredths: amounts of money, hours a week, percentages.
///
/// Binary fractions cannot hold 0.10 exactly, and a pay that changes by a cent on its way is a wrong pay.
public struct Hundredths: Hashable, Comparable, Sendable, CustomStringConvertible, Bindable, ColumnDecodable {
    public let value: Int64

    public init(_ value: Int64) {
        self.value = value
    }

    /// Reads `1500`, `1500.5` and `1500.00`: digits, at most two decimals after a point, no sign.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, first.count <= 12, let whole = Int64(digits: first) else {
            return nil
        }
        var fraction: Int64 = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let digits = Int64(digits: parts[1]) else { return nil }
            fraction = parts[1].count == 1 ? digits * 10 : digits
        }
        value = whole * 100 + fraction
    }

    public static func < (left: Hundredths, right: Hundredths) -> Bool {
        left.value < right.value
    }

    /// Always with two decimals: `1500.00`.
    public var text: String { "\(value / 100).\((value % 100).padded(2))" }

    /// The shortest form: `40`, `37.5`.
    public var shortText: String {
        switch value % 100 {
        case 0: String(value / 100)
        case let rest where rest % 10 == 0: "\(value / 100).\(rest / 10)"
        default: text
        }
    }

    public var description: String { text }
    public var sqlValue: SQLValue { .integer(value) }
    public static var sqlType: SQLType { .integer }

    public static func decode(_ column: borrowing Column) throws -> Hundredths {
        Hundredths(try Int64.decode(column))
    }
}
