/// A value as it goes to the database, beside the text of the statement and never inside it.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
    case boolean(Bool)
}

/// What can be bound to a statement.
///
/// An enumeration with a raw value needs only to declare the conformance.
public protocol Bindable: Sendable {
    var sqlValue: SQLValue { get }

    /// The type of the values, which an empty list cannot tell by itself.
    static var sqlType: SQLType { get }
}

/// What goes into a column and comes back from it.
public typealias ColumnConvertible = Bindable & ColumnDecodable

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    @inlinable public var sqlValue: SQLValue { rawValue.sqlValue }
    @inlinable public static var sqlType: SQLType { RawValue.sqlType }
}

extension Optional where Wrapped: Bindable {
    /// The value to bind, or NULL.
    @inlinable public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Int64: Bindable {
    @inlinable public var sqlValue: SQLValue { .integer(self) }
    @inlinable public static var sqlType: SQLType { .integer }
}

extension Int: Bindable {
    @inlinable public var sqlValue: SQLValue { .integer(Int64(self)) }
    @inlinable public static var sqlType: SQLType { .integer }
}

extension Int32: Bindable {
    @inlinable public var sqlValue: SQLValue { .integer(Int64(self)) }
    @inlinable public static var sqlType: SQLType { .integer }
}

extension Bool: Bindable {
    @inlinable public var sqlValue: SQLValue { .boolean(self) }
    @inlinable public static var sqlType: SQLType { .boolean }
}

extension Double: Bindable {
    @inlinable public var sqlValue: SQLValue { .real(self) }
    @inlinable public static var sqlType: SQLType { .real }
}

extension String: Bindable {
    @inlinable public var sqlValue: SQLValue { .text(self) }
    @inlinable public static var sqlType: SQLType { .text }
}

extension [UInt8]: Bindable {
    @inlinable public var sqlValue: SQLValue { .blob(self) }
    @inlinable public static var sqlType: SQLType { .blob }
}

extension SQLValue {
    /// Refuses what one of the two engines cannot give back as it was.
    ///
    /// PostgreSQL has no text with U+0000 and SQLite turns a NaN into NULL: what one of them cannot keep, neither takes.
    func checkStorable() throws(UnstorableValue) {
        switch self {
        case .text(let text):
            if text.utf8.withContiguousStorageIfAvailable(Platform.holdsNUL) ?? text.utf8.contains(0) {
                throw .textWithNUL
            }
        case .real(let number):
            if number.isNaN { throw .notANumber }
        case .null, .integer, .blob, .boolean:
            break
        }
    }
}
