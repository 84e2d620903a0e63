/// Where many rows go at once, and what happens to those that are already there.
public struct BulkTable: Sendable {
    let table: StaticString
    let columns: [StaticString]
    let key: [StaticString]
    let update: [StaticString]

    /// - Parameters:
    ///   - columns: The columns in the order of the values of a row.
    ///   - key: The unique key by which a row is known; none for rows that are always new.
    ///   - update: The columns that take the new values when the key is there; none to leave such a row as it is.
    public init(_ table: StaticString, columns: [StaticString], key: [StaticString], update: [StaticString]) {
        self.table = table
        self.columns = columns
        self.key = key
        self.update = update
    }

    private func list(_ names: [StaticString]) -> String {
        names.map(\.description).joined(separator: ", ")
    }

    var columnList: String { list(columns) }
    var keyList: String { list(key) }

    /// The statement's end that says what happens to a row that is already there.
    var onConflict: String {
        if key.isEmpty { return "" }
        if update.isEmpty { return " ON CONFLICT (\(keyList)) DO NOTHING" }
        let assignments = update.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return " ON CONFLICT (\(keyList)) DO UPDATE SET \(assignments)"
    }

    /// The statement for one row, with a placeholder per column.
    func insertion(for engine: Engine) -> String {
        let places = (1...max(1, columns.count)).map { engine == .sqlite ? "?" : "$\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(table) (\(columnList)) VALUES (\(places))\(onConflict)"
    }

    func check(_ row: [SQLValue]) throws {
        if row.count != columns.count { throw UnevenRow(expected: columns.count, found: row.count) }
        for value in row { try value.checkStorable() }
    }
}

extension Transaction {
    /// Inserts many rows, or updates those whose key is there, by the way that is the fastest for the engine.
    ///
    /// Of two rows with one key the later wins where rows are updated, the earlier where they are not.
    ///
    /// - Returns: How many of the rows took effect.
    @discardableResult
    public func upsert(into table: BulkTable, rows: some Sequence<[SQLValue]>) throws -> Int {
        try ensureAlive()
        let text = table.insertion(for: engine)
        context.recording?.append(text)
        var iterator = rows.makeIterator()
        return try context.timed(text) { () throws in try connection.load(into: table, &iterator) }
    }
}
