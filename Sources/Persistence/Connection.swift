/// What a unit of work is allowed to do.
enum Access: Sendable {
    case read
    case write
}

/// How far a transaction has come.
struct UnitState {
    /// The number of open savepoints.
    var depth = 0
    /// The number of savepoints that were open when a statement failed.
    var doomedAt: Int?

    mutating func fail() {
        doomedAt = min(depth, doomedAt ?? depth)
    }
}

/// How many rows a statement is read for.
enum Demand: Sendable {
    /// All, at once.
    case all
    /// One after the other, in constant memory, with other statements in between.
    case each
}

/// A connection to one of the engines: a thread at a time uses it, as ``ConnectionPool`` sees to.
protocol Connection: AnyObject, Sendable {
    var engine: Engine { get }
    var state: UnitState { get set }

    /// False when the connection is of no use any more.
    var isUsable: Bool { get }

    func begin(_ access: Access) throws
    func commit(_ access: Access) throws
    func rollback()
    func run(_ statement: Statement) throws -> Int
    func query(_ statement: Statement, _ demand: Demand, _ body: (inout Row) throws -> Bool) throws

    /// Many rows by the way that is the fastest for the engine.
    func load(into table: BulkTable, _ rows: inout some IteratorProtocol<[SQLValue]>) throws -> Int

    /// Stops the running statement, from another thread.
    func interrupt()
    func close()
}

extension Connection {
    /// Runs a statement without values and without rows.
    func execute(_ text: String) throws {
        _ = try run(Statement(text: text, values: []))
    }

    /// Runs `body` in a transaction: what it does is kept as a whole, or not at all.
    func transact<T>(
        _ access: Access,
        _ context: UnitContext,
        _ body: (borrowing Transaction) throws -> T
    ) throws -> T {
        state = UnitState()
        try begin(access)
        do {
            let transaction = Transaction(self, context)
            let result = try body(transaction)
            if state.doomedAt != nil { throw TransactionDoomed() }
            try commit(access)
            return result
        } catch {
            rollback()
            throw error
        }
    }
}
