/// SQL text with bound values.
///
/// The text can only come from literals of the source, because they are `StaticString`; whatever is interpolated is
/// bound, or is another `SQL`. A text made at run time can therefore never become part of a statement.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Part: Sendable {
        case literal(StaticString)
        case bind(SQLValue)
        /// One bind that stands for a whole list, so that the statement stays the same whatever its length.
        case list(SQLType, [SQLValue])
        case either(sqlite: [Part], postgresql: [Part])
    }

    var parts: [Part]
    /// See ``plannedForItsValues``; only the statement as a whole has it.
    private(set) var isPlannedForItsValues = false

    init(parts: [Part]) {
        self.parts = parts
    }

    public init(stringLiteral value: StaticString) {
        parts = value.utf8CodeUnitCount == 0 ? [] : [.literal(value)]
    }

    public init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
    }

    /// The same, to be planned by PostgreSQL for the values that come with it, each time that it is sent.
    ///
    /// Of a statement that comes again and again the server makes one plan for whatever values; where one agency has a
    /// hundred thousand rows and the next a hundred, there is no such plan. Planning costs some tenths of a millisecond.
    public var plannedForItsValues: SQL {
        var copy = self
        copy.isPlannedForItsValues = true
        return copy
    }

    /// True when nothing would be sent to any engine.
    public var isEmpty: Bool { parts.isEmpty }

    /// The name of a table, an index or a column that is written in the source.
    public init(_ name: StaticString) {
        self.init(stringLiteral: name)
    }

    public static func + (first: SQL, second: SQL) -> SQL {
        SQL(parts: first.parts + second.parts)
    }

    public static func += (first: inout SQL, second: SQL) {
        first.parts += second.parts
    }

    /// How the pieces of a literal come together.
    public struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { parts.append(.literal(literal)) }
        }

        /// A value, bound.
        public mutating func appendInterpolation(_ value: some Bindable) {
            parts.append(.bind(value.sqlValue))
        }

        /// A value or NULL, bound.
        public mutating func appendInterpolation(_ value: (some Bindable)?) {
            parts.append(.bind(value.sqlValue))
        }

        /// A value already in its database form, bound.
        public mutating func appendInterpolation(_ value: SQLValue) {
            parts.append(.bind(value))
        }

        /// A fragment, with its own bound values.
        public mutating func appendInterpolation(_ fragment: SQL) {
            parts += fragment.parts
        }

        /// A list as one bound value: `WHERE id IN \(in: ids)`, also with an empty list.
        public mutating func appendInterpolation<Values: Sequence>(in values: Values) where Values.Element: Bindable {
            parts.append(.list(Values.Element.sqlType, values.map(\.sqlValue)))
        }

        /// A text for each engine, where they differ.
        public mutating func appendInterpolation(sqlite: SQL, postgresql: SQL) {
            parts.append(.either(sqlite: sqlite.parts, postgresql: postgresql.parts))
        }
    }
}

extension SQL {
    public typealias StringInterpolation = Interpolation
}

extension Sequence where Element == SQL {
    /// One fragment made of many: conditions by `" AND "`, columns by `", "`.
    public func joined(by separator: SQL) -> SQL {
        var result: [SQL.Part] = []
        var isFirst = true
        for fragment in self {
            if !isFirst { result += separator.parts }
            result += fragment.parts
            isFirst = false
        }
        return SQL(parts: result)
    }
}
