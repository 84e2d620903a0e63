#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Whoever reads a stream took nothing for too long, and lost it: its snapshot and its thread are needed by others.
public struct SlowReader: Error, Hashable, Sendable {}

/// A short queue between a thread that reads rows and a task that uses them.
///
/// The thread waits when the queue is full, so a slow reader costs no memory; the task suspends when it is empty, so
/// no thread of Swift's is ever blocked.
// Sendable because every access to the stored properties is under the mutex.
final class ChunkQueue<Chunk: Sendable>: @unchecked Sendable {
    private enum End {
        case complete
        case failed(any Error)
    }

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let space = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let capacity: Int
    /// How long the thread waits for the reader to take something, in seconds.
    private let patience: Int
    private var chunks: [Chunk] = []
    private var end: End?
    private var isStopped = false
    private var waiting: UnsafeContinuation<Chunk?, any Error>?

    init(capacity: Int, patience: Int = 60) {
        self.capacity = capacity
        self.patience = patience
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(space, nil)
    }

    deinit {
        pthread_cond_destroy(space)
        pthread_mutex_destroy(mutex)
        space.deallocate()
        mutex.deallocate()
    }

    /// Called by the thread: waits for space, and throws when nobody wants more or nobody takes what is there.
    func push(_ chunk: Chunk) throws {
        pthread_mutex_lock(mutex)
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_sec += patience
        while chunks.count >= capacity, !isStopped {
            guard pthread_cond_timedwait(space, mutex, &deadline) != ETIMEDOUT else {
                pthread_mutex_unlock(mutex)
                throw SlowReader()
            }
        }
        if isStopped {
            pthread_mutex_unlock(mutex)
            throw CancellationError()
        }
        let receiver = waiting
        waiting = nil
        if receiver == nil { chunks.append(chunk) }
        pthread_mutex_unlock(mutex)
        receiver?.resume(returning: chunk)
    }

    /// Called by the thread when there is no more.
    func finish(_ error: (any Error)? = nil) {
        pthread_mutex_lock(mutex)
        let receiver = waiting
        waiting = nil
        end = error.map(End.failed) ?? .complete
        pthread_mutex_unlock(mutex)
        if let error { receiver?.resume(throwing: error) } else { receiver?.resume(returning: nil) }
    }

    /// Called when the rows are not wanted any more.
    func stop() {
        pthread_mutex_lock(mutex)
        let receiver = waiting
        waiting = nil
        isStopped = true
        chunks = []
        pthread_cond_signal(space)
        pthread_mutex_unlock(mutex)
        receiver?.resume(throwing: CancellationError())
    }

    func next() async throws -> Chunk? {
        try await withUnsafeThrowingContinuation { continuation in
            switch take(for: continuation) {
            case .success(let chunk)?: continuation.resume(returning: chunk)
            case .failure(let error)?: continuation.resume(throwing: error)
            case nil: break
            }
        }
    }

    /// What is there at once; otherwise the continuation is kept for what comes.
    private func take(for continuation: UnsafeContinuation<Chunk?, any Error>) -> Result<Chunk?, any Error>? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        if isStopped { return .failure(CancellationError()) }
        if !chunks.isEmpty {
            pthread_cond_signal(space)
            return .success(chunks.removeFirst())
        }
        switch end {
        case .complete: return .success(nil)
        case .failed(let error): return .failure(error)
        case nil:
            waiting = continuation
            return nil
        }
    }
}
