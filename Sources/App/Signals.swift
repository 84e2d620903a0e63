internal import UnixSignals

/// Does work that SIGINT and SIGTERM cancel, so that it can still say how it ended.
public func cancelledBySignals<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    return try await withThrowingTaskGroup(of: T?.self) { group in
        group.addTask {
            for await _ in signals { throw CancellationError() }
            return nil
        }
        group.addTask { try await work() }
        while let ended = try await group.next() {
            guard let result = ended else { continue }
            group.cancelAll()
            return result
        }
        throw CancellationError()
    }
}
