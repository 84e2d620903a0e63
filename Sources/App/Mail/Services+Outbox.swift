internal import Domain

/// A message that was named does not exist, or was not set aside.
public struct NoSuchMessage: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

extension Services {
    /// The messages that have not arrived, a line each: id, topic, when it was made, attempts, what is next, why.
    public func undeliveredMessages() async throws -> [String] {
        try await store.outbox.undelivered().map { message in
            let next = message.nextAttempt.map { "next \($0.rfc3339)" } ?? "set aside"
            return [
                message.id.text, message.topic.rawValue, message.createdAt.rfc3339, "\(message.attempts) attempts",
                next,
                message.lastError ?? "",
            ].joined(separator: "\t")
        }
    }

    /// Puts messages that were set aside back in the queue.
    ///
    /// - Parameter ids: All of them when nil.
    /// - Returns: How many there were.
    public func retryMessages(_ ids: [String]?) async throws -> Int {
        let chosen = try ids?.map { text in
            guard let id = ID<OutboxMessage>(text: text) else {
                throw NoSuchMessage(description: "\(text) is no message's id")
            }
            return id
        }
        do {
            return try await store.outbox.retry(chosen, as: .system("outbox"))
        } catch is NotFound {
            throw NoSuchMessage(description: "one of them is not there or was not set aside; none was put back")
        }
    }
}
