import Synchronization

/// Counts what happens on any thread.
public final class Counter: Sendable {
    private let count = Atomic(0)

    public init() {}

    public func increment() { count.add(1, ordering: .relaxed) }

    public var value: Int { count.load(ordering: .relaxed) }
}
