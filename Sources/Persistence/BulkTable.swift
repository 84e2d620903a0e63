/// Where many rows go at once, and what happens to those that are already there.
public struct BulkTable: Sendable {
    let table: StaticString
    let columns: [StaticString]
    let key: [StaticString]
    let update: [StaticString]
    /// The texts for one row, made once: most tables are constants, and rows come by themselves.
    private let sqliteInsertion: String
    private let postgreSQLInsertion: String

    /// - Parameters:
    ///   - columns: The columns in the order of the values of a row.
    ///   - key: The unique key by which a row is known; none for rows that are always new.
    ///   - update: The columns that take the new values when the key is there; none to leave such a row as it is.
    public init(_ table: StaticString, columns: [StaticString], key: [StaticString], update: [StaticString]) {
        self.table = table
        self.columns = columns
        self.key = key
        self.update = update
        columnList = BulkTable.list(columns)
        keyList = BulkTable.list(key)
        onConflict = BulkTable.onConflict(key, update)
        let start = "INSERT INTO \(table) (\(columnList)) VALUES ("
        let numbers = 1...max(1, columns.count)
        sqliteInsertion = start + numbers.map { _ in "?" }.joined(separator: ", ") + ")" + onConflict
        postgreSQLInsertion = start + numbers.map { "$\($0)" }.joined(separator: ", ") + ")" + onConflict
    }

    let columnList: String
    let keyList: String
    /// The statement's end that says what happens to a row that is already there.
    let onConflict: String

    /// The statement for one row, with a placeholder per column.
    func insertion(for engine: Engine) -> String {
        switch engine {
        case .sqlite: sqliteInsertion
        case .postgresql: postgreSQLInsertion
        }
    }

    private static func list(_ names: [StaticString]) -> String {
        names.map(\.description).joined(separator: ", ")
    }

    private static func onConflict(_ key: [StaticString], _ update: [StaticString]) -> String {
        if key.isEmpty { return "" }
        if update.isEmpty { return " ON CONFLICT (\(list(key))) DO NOTHING" }
        let assignments = update.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return " ON CONFLICT (\(list(key))) DO UPDATE SET \(assignments)"
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
