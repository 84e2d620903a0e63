public import Persistence

/// A message that has not arrived, as those who run the service see it: without its text, which names people.
public struct UndeliveredMessage: Hashable, Sendable {
    public let id: ID<OutboxMessage>
    public let topic: OutboxTopic
    public let createdAt: Instant
    public let attempts: Int
    /// Nil for one that was set aside.
    public let nextAttempt: Instant?
    public let lastError: String?
}

extension UndeliveredMessage: FromRow {
    public init(from row: inout Row) throws {
        id = try row.next()
        topic = try row.next()
        createdAt = try row.next()
        attempts = try row.next()
        nextAttempt = try row.next()
        lastError = try row.next()
    }
}

extension Outbox {
    /// The messages that were set aside, and those that were tried and are due again, oldest first.
    public func undelivered(atMost limit: Int = 1000) async throws -> [UndeliveredMessage] {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT m.id, m.topic, m.created_at, m.attempts, CASE WHEN m.state = 'pending' THEN m.next_attempt_at END,
                    m.last_error
                FROM outbox_message m
                WHERE m.state = 'quarantined' OR (m.state = 'pending' AND m.last_error IS NOT NULL)
                ORDER BY m.id LIMIT \(limit)
                """
            )
        }
    }

    /// Puts messages that were set aside back in the queue, with all their attempts before them.
    ///
    /// - Parameter ids: All that were set aside when nil.
    /// - Returns: How many there were.
    /// - Throws: ``NotFound`` for one that was not set aside; then none is put back.
    @discardableResult
    public func retry(_ ids: [ID<OutboxMessage>]?, as actor: Actor) async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let chosen: SQL = ids.map { " AND id IN \(in: $0)" } ?? ""
            let retried: [ID<OutboxMessage>] = try transaction.all(
                """
                UPDATE outbox_message
                SET state = 'pending', attempts = 0, next_attempt_at = \(store.now), finished_at = NULL
                WHERE state = 'quarantined'\(chosen) RETURNING id
                """
            )
            if let ids, Set(ids) != Set(retried) { throw NotFound() }
            let entries = retried.sorted().map {
                AuditEntry(actor, "outbox.retried", on: AuditSubject("outbox_message", $0))
            }
            if !entries.isEmpty { try store.audit.record(entries, in: transaction) }
            return retried.count
        }
    }
}
