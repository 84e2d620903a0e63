import Foundation

/// Holds a thread at a place until the test lets it go on.
// Sendable because both semaphores may be used from any thread.
final class Gate: Sendable {
    private let arrival = DispatchSemaphore(value: 0)
    private let departure = DispatchSemaphore(value: 0)

    /// Called by the thread.
    func signalAndWait() {
        arrival.signal()
        _ = departure.wait(timeout: .now() + 20)
    }

    /// Called by the test: returns when the thread is there.
    func reached() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                _ = self.arrival.wait(timeout: .now() + 20)
                continuation.resume()
            }
        }
    }

    func open() {
        departure.signal()
    }
}
