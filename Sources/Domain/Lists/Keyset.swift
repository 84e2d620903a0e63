internal import Persistence

/// The order of a list and the way behind a cursor, as SQL: total, the same on both engines, and at the last row as cheap
/// as at the first.
struct Keyset: Sendable {
    enum Kind: Sendable {
        case text
        case integer
    }

    /// What rows are ordered by first; nil where the last column alone orders them.
    let key: (column: SQL, kind: Kind)?
    /// What tells rows of one key apart, and goes the same way.
    let id: SQL
    let isDescending: Bool
    /// The name of the order, which a cursor carries.
    let word: String

    func order(reversed: Bool) -> SQL {
        let direction: SQL = reversed != isDescending ? " DESC" : ""
        guard let key else { return "\(id)\(direction)" }
        return "\(key.column)\(direction), \(id)\(direction)"
    }

    /// The rows behind a cursor, in its direction.
    ///
    /// - Throws: ``Invalid`` for a cursor of another order.
    func after(_ cursor: Cursor) throws -> SQL {
        guard cursor.order == word else { throw Invalid([.foreignCursor]) }
        let isLess = (cursor.direction == .backward) != isDescending
        let sign: SQL = isLess ? "<" : ">"
        switch (key, cursor.keys.count, cursor.keys.first) {
        case (nil, 0, nil):
            return "\(id) \(sign) \(cursor.id)"
        case (let key?, 1, .text(let value)?) where key.kind == .text:
            return "(\(key.column), \(id)) \(sign) (\(value), \(cursor.id))"
        case (let key?, 1, .integer(let value)?) where key.kind == .integer:
            return "(\(key.column), \(id)) \(sign) (\(value), \(cursor.id))"
        default:
            throw Invalid([.foreignCursor])
        }
    }
}
