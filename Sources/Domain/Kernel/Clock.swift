internal import Foundation

/// Where the time comes from: an argument, so that a test can stop it.
public struct Clock: Sendable {
    public let now: @Sendable () -> Instant

    public init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }

    public static let system = Clock {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    public static func frozen(_ instant: Instant) -> Clock {
        Clock { instant }
    }

    /// Today in Europe/Rome.
    public var today: Day { Day(of: now()) }
}
