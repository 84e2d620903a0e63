public import Persistence

/// What a message is about, and so who delivers it: mail, refusals of offers, and so on.
public struct OutboxTopic: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral, Bindable, ColumnDecodable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(stringLiteral value: String) {
        rawValue = value
    }
}

/// A message that was claimed for delivery.
public struct OutboxMessage: Hashable, Sendable {
    public let id: ID<OutboxMessage>
    public let topic: OutboxTopic
    public let body: String
    public let createdAt: Instant
    /// This one included.
    public let attempts: Int
}

extension OutboxMessage: FromRow {
    static let columns: SQL = "id, topic, body, created_at, attempts"

    public init(from row: inout Row) throws {
        id = try row.next()
        topic = try row.next()
        body = try row.next()
        createdAt = try row.next()
        attempts = try row.next()
    }
}

/// How patiently a delivery is tried again.
public struct RetryPolicy: Hashable, Sendable {
    public var firstDelaySeconds: Int
    public var longestDelaySeconds: Int
    /// After so many attempts the message is set aside for a person to look at.
    public var attempts: Int

    public init(firstDelaySeconds: Int = 30, longestDelaySeconds: Int = 6 * 3600, attempts: Int = 12) {
        self.firstDelaySeconds = firstDelaySeconds
        self.longestDelaySeconds = longestDelaySeconds
        self.attempts = attempts
    }

    /// For what somebody has to put right first: an account, a policy.
    ///
    /// RFC 5321 section 4.5.4.1 gives up after four or five days.
    public static let slow = RetryPolicy(firstDelaySeconds: 3600, longestDelaySeconds: 6 * 3600, attempts: 22)

    /// The wait after a failed attempt: it doubles each time, up to the longest.
    public func delaySeconds(after attempt: Int) -> Int {
        let doublings = min(max(attempt - 1, 0), 20)
        return min(firstDelaySeconds << doublings, longestDelaySeconds)
    }
}
