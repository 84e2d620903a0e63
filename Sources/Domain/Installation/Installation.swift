internal import Persistence

/// What is to be known of this installation itself, whatever process asks: facts by name.
public struct Installation: Sendable {
    /// How far the invented world has come that somebody had made here.
    public enum DemoWorld: String, Sendable, CaseIterable {
        /// Begun, and not finished: it is being made now, or whoever made it was stopped.
        case unfinished
        case complete
    }

    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    private static let demoWorld = "demo_world"

    /// Nil where no invented world was ever begun.
    public func demoWorld() async throws -> DemoWorld? {
        let value = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(
                "SELECT f.value FROM installation_fact f WHERE f.name = \(Installation.demoWorld)",
                as: String.self
            )
        }
        return value.flatMap(DemoWorld.init)
    }

    /// Notes it, before the first row of the world and after the last.
    public func note(demoWorld state: DemoWorld) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                INSERT INTO installation_fact (name, value, noted_at)
                VALUES (\(Installation.demoWorld), \(state.rawValue), \(store.now))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value, noted_at = excluded.noted_at
                """
            )
        }
    }
}
