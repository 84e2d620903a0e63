/// Rows in chunks, from one snapshot, while they are read.
///
/// The reading starts with the first `next()`, on a thread of the streams' own; it stops when the consuming task is
/// cancelled or the iterator goes away.
public struct RowStream<T: Sendable>: AsyncSequence, Sendable {
    public typealias Element = [T]
    typealias Producer = @Sendable (borrowing Transaction, _ emit: (T) throws -> Void) throws -> Void

    let database: Database
    let rows: Int
    let produce: Producer

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(source: Source(stream: self))
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let source: Source

        public mutating func next() async throws -> [T]? {
            try await source.next()
        }
    }

    /// What an iterator holds: when the last copy goes, the reading stops.
    final class Source: Sendable {
        /// Chunks that wait to be used: enough to keep both sides busy, few enough to cost nothing.
        private static var backlog: Int { 4 }

        private let stream: RowStream
        private let cancellation = Cancellation()
        private let queue = ChunkQueue<[T]>(capacity: Source.backlog)
        private let isStarted = Once()

        init(stream: RowStream) {
            self.stream = stream
        }

        deinit {
            stop()
        }

        func next() async throws -> [T]? {
            try await withTaskCancellationHandler {
                try isStarted.run { try start() }
                return try await queue.next()
            } onCancel: {
                stop()
            }
        }

        private func stop() {
            cancellation.cancel()
            queue.stop()
        }

        /// The thread must not keep `self` alive, or a dropped iterator would never stop it.
        private func start() throws {
            let context = UnitContext(
                logger: stream.database.logger,
                recording: StatementLog.current,
                cancellation: cancellation
            )
            let (queue, cancellation, rows, produce) = (queue, cancellation, stream.rows, stream.produce)
            try stream.database.pools.streams.start { connection in
                do {
                    let connection = try connection.get()
                    try cancellation.start(connection)
                    defer { cancellation.end() }
                    try connection.transact(.read, context) { (transaction: borrowing Transaction) in
                        var chunk: [T] = []
                        try produce(transaction) { row in
                            if chunk.isEmpty { chunk.reserveCapacity(rows) }
                            chunk.append(row)
                            if chunk.count == rows {
                                try queue.push(chunk)
                                chunk = []
                            }
                        }
                        if !chunk.isEmpty { try queue.push(chunk) }
                    }
                    queue.finish()
                } catch let failure as RetryableFailure {
                    queue.finish(failure.cause)
                } catch {
                    queue.finish(error)
                }
            }
        }
    }
}

extension Database {
    /// The rows of a query, as many as there are, in constant memory.
    public func stream<T: FromRow>(_ sql: SQL, as type: T.Type = T.self, rows: Int = 1000) -> RowStream<T> {
        stream(rows: rows) { (transaction: borrowing Transaction, emit: (T) throws -> Void) in
            try transaction.forEach(sql, as: T.self, emit)
        }
    }

    /// What `produce` emits while it reads, from one snapshot: for rows that need more than one query.
    public func stream<T: Sendable>(
        rows: Int = 1000,
        _ produce: @escaping @Sendable (borrowing Transaction, _ emit: (T) throws -> Void) throws -> Void
    ) -> RowStream<T> {
        RowStream(database: self, rows: Swift.max(1, rows), produce: produce)
    }
}
