/// What is made of one column.
///
/// An enumeration with a raw value needs only to declare the conformance.
public protocol ColumnDecodable: Sendable {
    static func decode(_ column: borrowing Column) throws -> Self
}

extension ColumnDecodable where Self: RawRepresentable, RawValue: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> Self {
        guard let value = Self(rawValue: try RawValue.decode(column)) else {
            throw CannotDecode(column: column.name, expected: "\(Self.self)", found: "an unknown value")
        }
        return value
    }
}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> Wrapped? {
        column.isNull ? nil : try Wrapped.decode(column)
    }
}

extension Int64: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> Int64 { try column.integer() }
}

extension Int: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> Int { Int(try column.integer()) }
}

extension Int32: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> Int32 {
        guard let number = Int32(exactly: try column.integer()) else {
            throw CannotDecode(column: column.name, expected: "Int32", found: "a greater number")
        }
        return number
    }
}

extension Bool: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> Bool { try column.boolean() }
}

extension Double: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> Double { try column.real() }
}

extension String: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> String { try column.text() }
}

extension [UInt8]: ColumnDecodable {
    @inlinable
    public static func decode(_ column: borrowing Column) throws -> [UInt8] { try column.blob() }
}
