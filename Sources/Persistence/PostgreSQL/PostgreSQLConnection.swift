internal import CPostgres
internal import Synchronization

/// A connection to a PostgreSQL server.
// Sendable because the pool gives it to one thread at a time; `interrupt` alone comes from another, and touches only
// the cancellation key, which libpq allows (manual, 34.7), and an atomic.
final class PostgreSQLConnection: Connection, @unchecked Sendable {
    let engine = Engine.postgresql
    var state = UnitState()

    let handle: OpaquePointer
    private let cancelKey: OpaquePointer?
    private let isInterrupted = Atomic(false)
    private var statements = StatementCache<String>(capacity: 256)
    private var preparedCount = 0
    /// What opens the transaction travels with its first statement, which saves a round trip.
    private var pendingBegin: String?
    /// The end of a reading transaction needs no answer at once; the next unit of work collects it.
    private var owesResult = false
    private var openCursors = 0
    private var isOutdated = false
    /// The temporary tables of this transaction.
    var stages: Set<String> = []

    private static let rowsPerFetch = 1000

    init(uri: String) throws {
        handle = try PostgreSQLConnection.connect(uri)
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        cancelKey = PQgetCancel(handle)
    }

    var isUsable: Bool { !isOutdated && PQstatus(handle) == CONNECTION_OK }

    func begin(_ access: Access) throws {
        try collectOwedResult()
        if PQtransactionStatus(handle) != PQTRANS_IDLE { PQclear(PQexec(handle, "ROLLBACK")) }
        isInterrupted.store(false, ordering: .relaxed)
        stages = []
        openCursors = 0
        pendingBegin =
            switch access {
            case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .write: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
            }
    }

    func commit(_ access: Access) throws {
        if pendingBegin != nil {
            pendingBegin = nil
            return
        }
        if access == .read {
            owesResult = PQsendQuery(handle, "COMMIT") == 1
            return
        }
        guard let result = PQexec(handle, "COMMIT") else { throw lost(isRetryable: false) }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw failure(result, "COMMIT", isRetryable: isUsable)
        }
        // The answer to COMMIT in a failed transaction is a success that reads ROLLBACK.
        if String(cString: PQcmdStatus(result)) == "ROLLBACK" { throw TransactionDoomed() }
    }

    func rollback() {
        if pendingBegin != nil {
            pendingBegin = nil
        } else if isUsable, PQtransactionStatus(handle) != PQTRANS_IDLE {
            PQclear(PQexec(handle, "ROLLBACK"))
        }
    }

    func run(_ statement: Statement) throws -> Int {
        let result = try execute(statement, keep: !statement.values.isEmpty || statement.isData)
        defer { PQclear(result) }
        return changes(result)
    }

    func query(_ statement: Statement, _ demand: Demand, _ body: (inout Row) throws -> Bool) throws {
        if demand == .each, statement.isQuery {
            try walk(statement, body)
        } else {
            let result = try execute(statement, keep: !statement.isPlannedForItsValues)
            defer { PQclear(result) }
            _ = try deliver(result, body)
        }
    }

    func interrupt() {
        isInterrupted.store(true, ordering: .relaxed)
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = PQcancel(cancelKey, message.baseAddress, 256)
        }
    }

    func close() {
        PQfreeCancel(cancelKey)
        PQfinish(handle)
    }

    /// The rows that a command changed; a query changes none.
    func changes(_ result: OpaquePointer) -> Int {
        if PQresultStatus(result) == PGRES_TUPLES_OK, String(cString: PQcmdStatus(result)).hasPrefix("SELECT") {
            return 0
        }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    private func deliver(_ result: OpaquePointer, _ body: (inout Row) throws -> Bool) throws -> Bool {
        let width = PQnfields(result)
        for index in 0..<PQntuples(result) {
            var row = Row(.postgresql(result, row: index), width: width)
            if try !body(&row) { return false }
        }
        return true
    }

    /// Reads through a cursor, so that the rows never stand in memory all together.
    private func walk(_ statement: Statement, _ body: (inout Row) throws -> Bool) throws {
        openCursors += 1
        let cursor = "walk_\(openCursors)"
        defer {
            openCursors -= 1
            if isUsable, PQtransactionStatus(handle) == PQTRANS_INTRANS { PQclear(PQexec(handle, "CLOSE \(cursor)")) }
        }
        let declaration = "DECLARE \(cursor) NO SCROLL CURSOR FOR \(statement.text)"
        PQclear(try execute(Statement(text: declaration, values: statement.values), keep: false))
        let fetch = Statement(text: "FETCH \(PostgreSQLConnection.rowsPerFetch) FROM \(cursor)", values: [])
        while true {
            let result = try execute(fetch, keep: false)
            defer { PQclear(result) }
            if try !deliver(result, body) || PQntuples(result) < PostgreSQLConnection.rowsPerFetch { return }
        }
    }

    /// Sends a statement and gives its result, which the caller clears.
    ///
    /// - Parameter keep: Whether to prepare it, because it is likely to come again.
    func execute(_ statement: Statement, keep: Bool) throws -> OpaquePointer {
        // The protocol counts parameters in 16 bits.
        if statement.values.count > UInt16.max {
            state.fail()
            throw StatementFailure(
                engine: .postgresql,
                code: "54023",
                message: "too many parameters",
                statement: statement.text
            )
        }
        let known = keep ? statements.find(statement.text)?.handle : nil
        if pendingBegin == nil, known != nil || !keep {
            let result = withParameters(statement.values) { parameters in
                if let known {
                    PQexecPrepared(
                        handle,
                        known,
                        parameters.count,
                        parameters.values,
                        parameters.lengths,
                        parameters.formats,
                        0
                    )
                } else {
                    PQexecParams(
                        handle,
                        statement.text,
                        parameters.count,
                        nil,
                        parameters.values,
                        parameters.lengths,
                        parameters.formats,
                        0
                    )
                }
            }
            return try check(result, statement.text)
        }
        return try executeTogether(statement, name: known, keep: keep)
    }

    /// Opens the transaction, prepares the statement and executes it in one round trip (manual, 34.5).
    private func executeTogether(_ statement: Statement, name known: String?, keep: Bool) throws -> OpaquePointer {
        let begin = pendingBegin
        pendingBegin = nil
        let name = known ?? (keep ? nextName() : nil)
        if begin == nil { deallocateEvicted() }
        guard PQenterPipelineMode(handle) == 1 else { throw lost(isRetryable: true) }
        var commands = 1
        if let begin {
            PQsendQueryParams(handle, begin, 0, nil, nil, nil, nil, 0)
            commands += 1
        }
        if let name, known == nil {
            PQsendPrepare(handle, name, statement.text, 0, nil)
            commands += 1
        }
        _ = withParameters(statement.values) { parameters in
            if let name {
                PQsendQueryPrepared(
                    handle,
                    name,
                    parameters.count,
                    parameters.values,
                    parameters.lengths,
                    parameters.formats,
                    0
                )
            } else {
                PQsendQueryParams(
                    handle,
                    statement.text,
                    parameters.count,
                    nil,
                    parameters.values,
                    parameters.lengths,
                    parameters.formats,
                    0
                )
            }
        }
        PQpipelineSync(handle)
        let result = collect(commands)
        guard PQexitPipelineMode(handle) == 1 else {
            PQclear(result)
            throw lost(isRetryable: true)
        }
        let checked = try check(result, statement.text)
        if let name, known == nil { keepPrepared(name, statement.text) }
        return checked
    }

    /// The result of the last command of a pipeline, or the first failure in it.
    private func collect(_ commands: Int) -> OpaquePointer? {
        var kept: OpaquePointer?
        var hasFailed = false
        var remaining = commands
        while remaining > 0 {
            guard let result = PQgetResult(handle) else {
                if PQstatus(handle) != CONNECTION_OK { break }
                remaining -= 1
                continue
            }
            if hasFailed {
                PQclear(result)
            } else {
                PQclear(kept)
                kept = result
                hasFailed = PQresultStatus(result) == PGRES_FATAL_ERROR
            }
        }
        // The answer to the synchronisation, which ends the pipeline.
        while PQstatus(handle) == CONNECTION_OK, let result = PQgetResult(handle) {
            let isEnd = PQresultStatus(result) == PGRES_PIPELINE_SYNC
            PQclear(result)
            if isEnd { break }
        }
        return kept
    }

    private var evicted: [String] = []

    private func nextName() -> String {
        preparedCount += 1
        return "s\(preparedCount)"
    }

    private func keepPrepared(_ name: String, _ text: String) {
        evicted += statements.insert(name, for: text).evicted
        statements.find(text)?.isInUse = false
    }

    private func deallocateEvicted() {
        if evicted.isEmpty || state.doomedAt != nil { return }
        for name in evicted { PQclear(PQexec(handle, "DEALLOCATE \(name)")) }
        evicted = []
    }

    private func collectOwedResult() throws {
        guard owesResult else { return }
        owesResult = false
        while let result = PQgetResult(handle) { PQclear(result) }
        if !isUsable { throw lost(isRetryable: true) }
    }

    private func check(_ result: OpaquePointer?, _ text: String) throws -> OpaquePointer {
        guard let result else { throw lost(isRetryable: true) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN:
            return result
        default:
            defer { PQclear(result) }
            throw failure(result, text, isRetryable: true)
        }
    }

    func failure(_ result: OpaquePointer, _ text: String, isRetryable: Bool) -> any Error {
        state.fail()
        if PQstatus(handle) != CONNECTION_OK { return lost(isRetryable: isRetryable) }
        let diagnosis = Diagnosis(result)
        if diagnosis.state == "57014", isInterrupted.load(ordering: .relaxed) { return CancellationError() }
        if diagnosis.asksForReconnection { isOutdated = true }
        let cause = diagnosis.error(statement: text)
        return diagnosis.asksForRepetition ? RetryableFailure(cause: cause, attempts: 8) : cause
    }

    /// Nothing was kept of a transaction whose connection went before its end, so it may run again.
    private func lost(isRetryable: Bool) -> any Error {
        state.fail()
        isOutdated = true
        let cause = CannotReachDatabase(message: isRetryable ? "connection lost" : "connection lost while committing")
        return isRetryable ? RetryableFailure(cause: cause, attempts: 3) : cause
    }
}

extension Statement {
    private func begins(with words: [String]) -> Bool {
        let start = text.utf8.drop { $0 == 32 || $0 == 10 || $0 == 9 || $0 == 13 }
            .prefix { $0 > 32 && $0 != UInt8(ascii: "(") }
        return words.contains(String(decoding: start, as: UTF8.self).uppercased())
    }

    /// True of what a cursor can read.
    var isQuery: Bool { begins(with: ["SELECT", "WITH", "VALUES"]) }

    /// True of what works on rows; the rest (definitions, savepoints) is not worth preparing.
    var isData: Bool { begins(with: ["SELECT", "WITH", "VALUES", "INSERT", "UPDATE", "DELETE"]) }
}
