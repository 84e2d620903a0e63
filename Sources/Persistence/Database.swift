public import Logging
internal import Synchronization

/// A database with its connections, for as long as the process lives.
public struct Database: Sendable {
    public let engine: Engine
    let pools: Pools
    let logger: Logger
    /// The units of work that are committed together, for a load; nil where each is committed by itself.
    var group: CommitGroup?

    final class Pools: Sendable {
        let reads: ConnectionPool
        let writes: ConnectionPool
        let streams: ConnectionPool
        let atEnd: @Sendable () -> Void

        init(
            reads: ConnectionPool,
            writes: ConnectionPool,
            streams: ConnectionPool,
            atEnd: @escaping @Sendable () -> Void
        ) {
            self.reads = reads
            self.writes = writes
            self.streams = streams
            self.atEnd = atEnd
        }
    }

    /// As many streams as run at once; further ones wait for their turn.
    static let streamsAtOnce = 4

    /// Opens a database, and finds out at once when it cannot be reached.
    ///
    /// - Parameter readers: The number of connections: of those that read on SQLite (beside the one that writes), of
    ///   all on PostgreSQL.
    public static func open(
        _ location: DatabaseLocation,
        readers: Int? = nil,
        logger: Logger
    ) async throws -> Database {
        let database =
            switch location.place {
            case .file(let path): try openSQLite(path, readers: readers, logger: logger)
            case .memory: try openTemporarySQLite(readers: readers, logger: logger)
            case .server(let uri, _): openPostgreSQL(uri, connections: readers, logger: logger)
            }
        do {
            try await database.write { (transaction: borrowing Transaction) in
                _ = try transaction.first("SELECT 1", as: Int64.self)
            }
        } catch {
            await database.close()
            throw error
        }
        return database
    }

    /// Reads what belongs together, from one snapshot.
    ///
    /// Cancelling the task interrupts the statement that runs.
    public func read<T: Sendable>(_ body: @escaping @Sendable (borrowing Transaction) throws -> T) async throws -> T {
        let cancellation = Cancellation()
        let context = UnitContext(logger: logger, recording: StatementLog.current, cancellation: cancellation)
        return try await withTaskCancellationHandler {
            try await retrying { () async throws in
                try await pools.reads.run { connection in
                    try cancellation.start(connection)
                    defer { cancellation.end() }
                    if let group { return try group.carryOut(on: connection, context, body) }
                    return try connection.transact(.read, context, body)
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// Writes, as a whole or not at all.
    ///
    /// Where PostgreSQL asks for it, after a conflict with another transaction or a lost connection, `body` runs again
    /// from the start. Once begun, it is not interrupted when the task is cancelled.
    ///
    /// - Parameter evenWhenCancelled: Begins for a cancelled task too: how something ended, a lease to give back. A
    ///   cancelled task may still wait for an answer, so that nothing outlives the one who asked.
    @discardableResult
    public func write<T: Sendable>(
        evenWhenCancelled: Bool = false,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        let cancellation = Cancellation()
        let context = UnitContext(logger: logger, recording: StatementLog.current)
        return try await withTaskCancellationHandler {
            try await retrying(evenWhenCancelled: evenWhenCancelled) { () async throws in
                try await pools.writes.run { connection in
                    if cancellation.isCancelled, !evenWhenCancelled { throw CancellationError() }
                    if let group { return try group.carryOut(on: connection, context, body) }
                    return try connection.transact(.write, context, body)
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// Counts anew what the planner of the engine goes by; for after a large import.
    public func renewStatistics() async throws {
        try await write { (transaction: borrowing Transaction) in
            if transaction.engine == .sqlite { try transaction.run("PRAGMA analysis_limit = 1000") }
            try transaction.run("ANALYZE")
        }
    }

    /// True when the database answers.
    public func isReachable() async -> Bool {
        do {
            return try await read { (transaction: borrowing Transaction) in
                try transaction.first("SELECT 1", as: Int64.self) == 1
            }
        } catch {
            return false
        }
    }

    /// Takes no more work, waits for what is under way, and closes the connections.
    public func close() async {
        await pools.streams.close()
        await pools.reads.close()
        await pools.writes.close()
        pools.atEnd()
    }

    /// Runs a unit of work again where that is safe and of use.
    private func retrying<T>(evenWhenCancelled: Bool = false, _ unit: () async throws -> T) async throws -> T {
        var attempt = 1
        while true {
            do {
                return try await unit()
            } catch let failure as RetryableFailure {
                if attempt == failure.attempts { throw failure.cause }
                do {
                    try await Task.sleep(for: .milliseconds(Int.random(in: 1...(10 << attempt))))
                } catch {
                    // A cancelled task does not wait: what it has to write all the same is tried again at once.
                    if !evenWhenCancelled { throw error }
                }
                attempt += 1
            }
        }
    }
}

/// A failure after which the unit of work may run again, because nothing of it was kept.
struct RetryableFailure: Error {
    let cause: any Error
    let attempts: Int
}
