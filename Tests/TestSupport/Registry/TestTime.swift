public import Domain
import Synchronization

/// A clock that stands still until a test moves it.
public final class TestTime: Sendable {
    private let value: Mutex<Instant>

    /// Ten in the morning in Rome.
    public init(_ day: Day) {
        value = Mutex(day.start.adding(seconds: 10 * 3600))
    }

    public var now: Instant { value.withLock { $0 } }

    public var clock: Clock { Clock { self.now } }

    public func advance(seconds: Int) {
        value.withLock { $0 = $0.adding(seconds: seconds) }
    }

    public func advance(days: Int) {
        value.withLock { instant in
            let day = Day(of: instant)
            let ofDay = instant.milliseconds - day.start.milliseconds
            instant = day.adding(days: days).start.adding(milliseconds: ofDay)
        }
    }
}
