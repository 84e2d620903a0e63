internal import Synchronization

/// Counts the statements of a piece of work, for the tests that hold a page to its number of statements.
public enum StatementLog {
    @TaskLocal static var current: Recording?

    final class Recording: Sendable {
        private let texts = Mutex<[String]>([])

        func append(_ text: String) {
            texts.withLock { $0.append(text) }
        }

        var statements: [String] { texts.withLock { $0 } }
    }

    /// Runs `body` and tells the texts of the statements it sent, without what opens and ends a transaction.
    public static func recording<T>(
        _ body: () async throws -> T
    ) async rethrows -> (statements: [String], result: T) {
        let recording = Recording()
        let result = try await $current.withValue(recording) { try await body() }
        return (recording.statements, result)
    }
}
