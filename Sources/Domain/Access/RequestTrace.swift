public import Persistence

/// The request that the work belongs to, so that its traces in audit and logs can be found together.
public struct RequestTrace: Hashable, Sendable {
    /// The `Request-Id` of the answer.
    public let id: String

    public init(id: String) {
        self.id = id
    }

    /// Set by the edge around each request, and empty for background work.
    @TaskLocal public static var current: RequestTrace?
}

extension Store {
    /// One snapshot of the database, with the request's trace at hand.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await database.read(carryingTrace(body))
    }

    /// One transaction, with the request's trace at hand: it runs on a connection's thread, where task-local values of
    /// the caller are not seen.
    ///
    /// - Parameter evenWhenCancelled: Also for a task that was cancelled: the trace of how something ended.
    @discardableResult
    public func write<T: Sendable>(
        evenWhenCancelled: Bool = false,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) async throws -> T {
        try await database.write(evenWhenCancelled: evenWhenCancelled, carryingTrace(body))
    }

    /// The rows of a query, in constant memory.
    public func stream<T: FromRow>(_ sql: SQL, as type: T.Type = T.self) -> RowStream<T> {
        database.stream(sql)
    }

    /// What `produce` emits while it reads, from one snapshot, with the request's trace at hand.
    public func stream<T: Sendable>(
        _ produce: @escaping @Sendable (borrowing Transaction, _ emit: (T) throws -> Void) throws -> Void
    ) -> RowStream<T> {
        guard let trace = RequestTrace.current else { return database.stream(produce) }
        return database.stream { (transaction: borrowing Transaction, emit: (T) throws -> Void) in
            try RequestTrace.$current.withValue(trace) { try produce(transaction, emit) }
        }
    }

    private func carryingTrace<T: Sendable>(
        _ body: @escaping @Sendable (borrowing Transaction) throws -> T
    ) -> @Sendable (borrowing Transaction) throws -> T {
        guard let trace = RequestTrace.current else { return body }
        return { (transaction: borrowing Transaction) in
            try RequestTrace.$current.withValue(trace) { try body(transaction) }
        }
    }
}
