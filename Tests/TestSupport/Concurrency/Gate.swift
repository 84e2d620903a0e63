import Foundation

/// Holds a thread at a place until the test lets it go on.
// Sendable because both semaphores may be used from any thread.
public final class Gate: Sendable {
    private let arrival = DispatchSemaphore(value: 0)
    private let departure = DispatchSemaphore(value: 0)

    public init() {}

    /// Called by the thread.
    public func signalAndWait() {
        arrival.signal()
        _ = departure.wait(timeout: .now() + 20)
    }

    /// Called by the test: returns when the thread is there.
    public func reached() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                _ = self.arrival.wait(timeout: .now() + 20)
                continuation.resume()
            }
        }
    }

    public func open() {
        departure.signal()
    }
}
