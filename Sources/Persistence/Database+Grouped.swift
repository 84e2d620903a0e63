internal import Synchronization

extension Database {
    /// Carries out the many small units of work of a load, so many to a commit.
    ///
    /// A commit costs about as much as what a small unit does; a load of thousands saves most of that. All units go over
    /// one connection, reads among them, so that each sees what those before it did. A unit that throws takes the earlier
    /// ones of its group with it, and none is carried out afterwards: it is for loads that are begun anew when they fail,
    /// on a database that they have to themselves, because on SQLite nobody else can write meanwhile.
    public func grouped<T>(by size: Int = 250, _ body: (Database) async throws -> T) async throws -> T {
        let connections = ConnectionPool(size: 1, open: pools.writes.open)
        let group = CommitGroup(size: size)
        let database = Database(
            engine: engine,
            pools: Pools(reads: connections, writes: connections, streams: pools.streams, atEnd: {}),
            logger: logger,
            group: group
        )
        do {
            let result = try await body(database)
            try await connections.run { try group.finish(on: $0) }
            await connections.close()
            return result
        } catch {
            try? await connections.run { group.abandon(on: $0) }
            await connections.close()
            throw error
        }
    }
}

/// Units of work that are committed together; it is used by the one thread of its connection.
final class CommitGroup: Sendable {
    private struct State {
        /// The units that were carried out since the last commit; nil while no transaction is open.
        var pending: Int?
        var isLost = false
    }

    private let size: Int
    private let state = Mutex(State())

    init(size: Int) {
        self.size = max(1, size)
    }

    func carryOut<T>(
        on connection: any Connection,
        _ context: UnitContext,
        _ body: (borrowing Transaction) throws -> T
    ) throws -> T {
        let pending = try state.withLock { state in
            if state.isLost { throw CommitGroupLost() }
            return state.pending
        }
        do {
            if pending == nil { try connection.begin(.write) }
            connection.state = UnitState()
            let result = try body(Transaction(connection, context))
            if connection.state.doomedAt != nil { throw TransactionDoomed() }
            let count = (pending ?? 0) + 1
            if count >= size { try connection.commit(.write) }
            state.withLock { $0.pending = count >= size ? nil : count }
            return result
        } catch {
            abandon(on: connection)
            // To run the unit again would be to run it without those before it.
            throw (error as? RetryableFailure)?.cause ?? error
        }
    }

    func finish(on connection: any Connection) throws {
        let isOpen = try state.withLock { state in
            if state.isLost { throw CommitGroupLost() }
            return state.pending != nil
        }
        if isOpen { try connection.commit(.write) }
        state.withLock { $0.pending = nil }
    }

    func abandon(on connection: any Connection) {
        let wasOpen = state.withLock { state in
            defer {
                state.isLost = true
                state.pending = nil
            }
            return state.pending != nil || !state.isLost
        }
        if wasOpen { connection.rollback() }
    }
}

/// A unit of work before this one failed, and took its group with it.
public struct CommitGroupLost: Error, Hashable, Sendable {
    public init() {}
}
