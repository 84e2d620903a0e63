internal import Logging
internal import NIOPosix
internal import Synchronization

/// Threads that each work with a connection of their own.
///
/// A unit of work costs one hop to a thread, whatever the number of its statements, and never blocks the threads of
/// Swift's tasks. There are as many connections as threads, so a thread always finds one or opens it.
final class ConnectionPool: Sendable {
    private struct State {
        var idle: [any Connection] = []
        var inFlight = 0
        var isStarted = false
        var isClosed = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let threads: NIOThreadPool
    let open: @Sendable () throws -> any Connection
    private let state = Mutex(State())

    init(size: Int, open: @escaping @Sendable () throws -> any Connection) {
        threads = NIOThreadPool(numberOfThreads: size)
        self.open = open
    }

    deinit {
        threads.shutdownGracefully { _ in }
        for connection in state.withLock({ $0.idle }) { connection.close() }
    }

    /// Runs `body` on a thread with its connection.
    func run<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try enter()
        return try await withUnsafeThrowingContinuation { (continuation: UnsafeContinuation<T, any Error>) in
            threads.submit { _ in
                let result = Result { try self.withConnection(body) }
                self.leave()
                continuation.resume(with: result)
            }
        }
    }

    /// Runs `body` on a thread with its connection, and waits for nothing.
    func start(_ body: @escaping @Sendable (Result<any Connection, any Error>) -> Void) throws {
        try enter()
        threads.submit { _ in
            do {
                try self.withConnection { body(.success($0)) }
            } catch {
                body(.failure(error))
            }
            self.leave()
        }
    }

    /// Takes no more work, and waits for what is under way.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.inFlight > 0 { state.waiting.append(continuation) }
                return state.inFlight == 0
            }
            if isIdle { continuation.resume() }
        }
        discardIdle()
        try? await threads.shutdownGracefully()
    }

    private func enter() throws {
        try state.withLock { state in
            if state.isClosed { throw DatabaseClosed() }
            // Threads that are never needed are never made: most processes stream nothing.
            if !state.isStarted { threads.start() }
            state.isStarted = true
            state.inFlight += 1
        }
    }

    private func leave() {
        let waiting = state.withLock { state in
            state.inFlight -= 1
            guard state.inFlight == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func discardIdle() {
        let connections = state.withLock { state in
            defer { state.idle = [] }
            return state.idle
        }
        for connection in connections { connection.close() }
    }

    private func withConnection<T>(_ body: (any Connection) throws -> T) throws -> T {
        let connection = try state.withLock { $0.idle.popLast() } ?? open()
        defer {
            if connection.isUsable {
                state.withLock { $0.idle.append(connection) }
            } else {
                // The others went with it, when the server was restarted.
                discardIdle()
                connection.close()
            }
        }
        return try body(connection)
    }
}
