internal import Logging

/// A transaction, lent to a closure and never kept.
///
/// Everything is synchronous, on the thread of one connection: there is no `await` with an open transaction.
/// Spell the parameter in a closure: `{ (transaction: borrowing Transaction) in`.
public struct Transaction: ~Copyable {
    public let engine: Engine
    let connection: any Connection
    let context: UnitContext

    // Inlined into generic code, it makes the optimiser of Swift 6.3.1 crash.
    @inline(never)
    init(_ connection: any Connection, _ context: UnitContext) {
        engine = connection.engine
        self.connection = connection
        self.context = context
    }

    /// Carries a statement out and tells how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        let statement = try prepare(sql)
        return try context.timed(statement.text) { () throws in try connection.run(statement) }
    }

    /// All rows, in memory.
    @inlinable
    public func all<T: FromRow>(_ sql: SQL, as type: T.Type = T.self) throws -> [T] {
        var result: [T] = []
        try readAll(sql) { row in
            result.append(try T(from: &row))
            return true
        }
        return result
    }

    /// The first row, when there is one.
    @inlinable
    public func first<T: FromRow>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        var result: T?
        try readAll(sql) { row in
            result = try T(from: &row)
            return false
        }
        return result
    }

    /// Row by row, in constant memory; other statements may run in between.
    ///
    /// For queries; the rows of a `RETURNING` are for ``all(_:as:)``.
    @inlinable
    public func forEach<T: FromRow>(_ sql: SQL, as type: T.Type = T.self, _ body: (T) throws -> Void) throws {
        try readEach(sql) { row in
            try body(T(from: &row))
            return true
        }
    }

    /// Runs `body`; when it throws, what it did is undone, and the rest of the transaction goes on.
    @discardableResult
    public func savepoint<T>(_ body: (borrowing Transaction) throws -> T) throws -> T {
        let name = "savepoint_\(connection.state.depth + 1)"
        try ensureAlive()
        try connection.execute("SAVEPOINT \(name)")
        connection.state.depth += 1
        do {
            let result = try body(self)
            if connection.state.doomedAt != nil { throw TransactionDoomed() }
            connection.state.depth -= 1
            try connection.execute("RELEASE \(name)")
            return result
        } catch {
            try undo(to: name)
            throw error
        }
    }

    private func undo(to savepoint: String) throws {
        connection.state.depth = max(0, connection.state.depth - 1)
        try connection.execute("ROLLBACK TO \(savepoint)")
        try connection.execute("RELEASE \(savepoint)")
        if let doomed = connection.state.doomedAt, doomed > connection.state.depth {
            connection.state.doomedAt = nil
        }
    }

    @usableFromInline
    func readAll(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws {
        let statement = try prepare(sql)
        try context.timed(statement.text) { () throws in try connection.query(statement, .all, body) }
    }

    @usableFromInline
    func readEach(_ sql: SQL, _ body: (inout Row) throws -> Bool) throws {
        let statement = try prepare(sql)
        var stopwatch = context.stopwatch(statement.text)
        try connection.query(statement, .each) { row in
            stopwatch.stop()
            return try body(&row)
        }
        stopwatch.stop()
    }

    func prepare(_ sql: SQL) throws -> Statement {
        try ensureAlive()
        let statement = try sql.statement(for: engine)
        context.recording?.append(statement.text)
        return statement
    }

    func ensureAlive() throws {
        if context.cancellation?.isCancelled == true { throw CancellationError() }
        if connection.state.doomedAt != nil { throw TransactionDoomed() }
    }
}

/// What a unit of work carries from the task that asked for it to the thread that does it.
struct UnitContext: Sendable {
    let logger: Logger
    let recording: StatementLog.Recording?
    var cancellation: Cancellation?

    /// From here on a statement is worth a line in the log.
    static let slow: Duration = .milliseconds(200)

    func timed<T>(_ text: String, _ body: () throws -> T) throws -> T {
        var stopwatch = stopwatch(text)
        defer { stopwatch.stop() }
        return try body()
    }

    func stopwatch(_ text: String) -> Stopwatch {
        Stopwatch(text: text, logger: logger)
    }
}

/// Tells the log of a statement that is slow to give its first row, or to end.
struct Stopwatch {
    let text: String
    let logger: Logger
    private var start: ContinuousClock.Instant? = .now

    init(text: String, logger: Logger) {
        self.text = text
        self.logger = logger
    }

    /// The text goes to the log, the values never: they are personal data.
    mutating func stop() {
        guard let start else { return }
        self.start = nil
        let duration = ContinuousClock.now - start
        guard duration > UnitContext.slow else { return }
        let milliseconds = Int64(duration / .milliseconds(1))
        logger.warning("slow statement", metadata: ["statement": "\(text)", "milliseconds": "\(milliseconds)"])
    }
}
