internal import CPostgres

/// What PostgreSQL says about a failure (manual, 34.3.1 `PQresultErrorField`, and appendix A).
struct Diagnosis {
    let state: String
    private let message: String
    private let detail: String
    private let table: String?
    private let column: String?
    private let constraint: String?
    private let routine: String?

    init(_ result: OpaquePointer) {
        func field(_ code: Unicode.Scalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        state = field("C") ?? "XX000"
        message = field("M") ?? "unknown failure"
        detail = field("D") ?? ""
        table = field("t")
        column = field("c")
        constraint = field("n")
        routine = field("R")
    }

    /// A conflict with another transaction: it may well succeed when it runs again.
    var asksForRepetition: Bool {
        state == "40001" || state == "40P01" || asksForReconnection
    }

    /// Prepared statements that do not fit the schema any more, or that the server has lost.
    var asksForReconnection: Bool {
        (state == "0A000" && routine == "RevalidateCachedQuery") || state == "26000"
    }

    func error(statement: String) -> any Error {
        switch state {
        case "23505": violation(.unique)
        case "23503": violation(.foreignKey)
        case "23514": violation(.check)
        case "23502": violation(.notNull)
        default:
            StatementFailure(engine: .postgresql, code: state, message: safeMessage, statement: statement)
        }
    }

    /// Messages about data repeat the data, which is personal; those about the statement do not.
    private var safeMessage: String {
        state.hasPrefix("22") || state.hasPrefix("23") ? "the data does not fit" : message
    }

    private func violation(_ kind: ConstraintViolation.Kind) -> ConstraintViolation {
        let columns = kind == .notNull ? column.map { [$0] } ?? [] : keyColumns
        return ConstraintViolation(kind: kind, constraint: constraint, table: table, columns: columns)
    }

    /// The columns of the key, and never its values.
    ///
    /// They stand in the detail: `Key (tax_code, number)=(…) already exists`.
    private var keyColumns: [String] {
        guard let start = detail.firstIndex(of: "("), let end = detail.firstRange(of: ")=(") else { return [] }
        return detail[detail.index(after: start)..<end.lowerBound].split(separator: ",").map { name in
            String(name.drop { $0 == " " })
        }
    }
}
