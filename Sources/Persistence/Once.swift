internal import Synchronization

/// Something that happens the first time only.
struct Once: ~Copyable, Sendable {
    private let isDone = Atomic(false)

    borrowing func run(_ body: () throws -> Void) rethrows {
        if !isDone.exchange(true, ordering: .acquiringAndReleasing) { try body() }
    }
}
