internal import NIOPosix
internal import Synchronization

/// Ties a task that may be cancelled to the connection that works for it.
///
/// The connection is known only while it works: an interruption can never hit the unit of work that comes next on it.
final class Cancellation: Sendable {
    private struct State {
        var isCancelled = false
        var connection: (any Connection)?
    }

    private let state = Mutex(State())

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Called by the connection's thread, before the first statement.
    func start(_ connection: any Connection) throws {
        try state.withLock { state in
            if state.isCancelled { throw CancellationError() }
            state.connection = connection
        }
    }

    /// Called by the connection's thread, before the connection goes back; waits for an interruption under way.
    func end() {
        state.withLock { $0.connection = nil }
    }

    /// Called by whoever cancels.
    ///
    /// PostgreSQL is told over a connection of its own, so another thread does it.
    func cancel() {
        let isRunning = state.withLock { state in
            state.isCancelled = true
            return state.connection != nil
        }
        guard isRunning else { return }
        NIOThreadPool.singleton.submit { _ in
            self.state.withLock { $0.connection?.interrupt() }
        }
    }
}
