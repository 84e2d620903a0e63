internal import CSQLite

extension SQLiteConnection {
    /// What an extended result code means (sqlite.org/rescode.html).
    static func failure(_ code: Int32, message: String, statement: String) -> any Error {
        switch code {
        case SQLITE_INTERRUPT:
            return CancellationError()
        case 1555, 2067, 2579:
            return violation(.unique, message)
        case 787, 1811:
            return violation(.foreignKey, message)
        case 275:
            return violation(.check, message)
        case 1299:
            return violation(.notNull, message)
        default:
            return StatementFailure(engine: .sqlite, code: "\(code)", message: message, statement: statement)
        }
    }

    /// Reads `UNIQUE constraint failed: citizen.tax_code, citizen.number`.
    private static func violation(_ kind: ConstraintViolation.Kind, _ message: String) -> ConstraintViolation {
        guard let colon = message.firstIndex(of: ":") else {
            return ConstraintViolation(kind: kind, constraint: nil, table: nil, columns: [])
        }
        let subject = message[message.index(after: colon)...].drop { $0 == " " }
        if kind == .check || subject.hasPrefix("index ") {
            let name = subject.split(separator: "'").last ?? subject
            return ConstraintViolation(kind: kind, constraint: String(name), table: nil, columns: [])
        }
        let places = subject.split(separator: ",").map { $0.drop { $0 == " " }.split(separator: ".") }
        return ConstraintViolation(
            kind: kind,
            constraint: nil,
            table: places.first?.first.map(String.init),
            columns: places.compactMap { $0.count > 1 ? String($0[1]) : nil }
        )
    }
}
