public import Persistence

/// Messages to other systems: written with the change that causes them, delivered afterwards until they arrive.
public struct Outbox: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// Puts a message in, in the transaction of what causes it.
    ///
    /// - Parameters:
    ///   - key: A second message of the topic with the same key is passed over.
    ///   - notBefore: The first attempt waits until then.
    public func enqueue(
        _ topic: OutboxTopic,
        _ body: String,
        key: String? = nil,
        notBefore: Instant? = nil,
        in transaction: borrowing Transaction
    ) throws {
        let now = store.now
        try transaction.run(
            """
            INSERT INTO outbox_message (id, topic, dedup_key, body, created_at, state, attempts, next_attempt_at)
            VALUES (
                \(store.ids.next(OutboxMessage.self)), \(topic), \(key), \(body), \(now), 'pending', 0,
                \(notBefore ?? now)
            )
            ON CONFLICT (topic, dedup_key) DO NOTHING
            """
        )
    }

    /// Takes messages that are due, for as long as the lease lasts: nobody else gets them meanwhile, and if this
    /// process dies they are due again afterwards.
    public func claim(
        _ topic: OutboxTopic,
        atMost limit: Int,
        owner: String,
        leaseSeconds: Int = 60
    ) async throws -> [OutboxMessage] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let now = store.now
            let messages: [OutboxMessage] = try transaction.all(
                """
                UPDATE outbox_message
                SET lease_owner = \(owner), lease_until = \(now.adding(seconds: leaseSeconds)), attempts = attempts + 1
                WHERE id IN (
                    SELECT id FROM outbox_message
                    WHERE topic = \(topic) AND state = 'pending' AND next_attempt_at <= \(now)
                    AND (lease_until IS NULL OR lease_until <= \(now))
                    ORDER BY next_attempt_at, id LIMIT \(limit) \(sqlite: "", postgresql: "FOR UPDATE SKIP LOCKED")
                )
                RETURNING \(OutboxMessage.columns)
                """
            )
            return messages.sorted { $0.id < $1.id }
        }
    }

    /// The message has arrived; false when the lease was lost meanwhile.
    @discardableResult
    public func done(_ id: ID<OutboxMessage>, owner: String, in transaction: borrowing Transaction) throws -> Bool {
        try transaction.run(
            """
            UPDATE outbox_message
            SET state = 'done', finished_at = \(store.now), lease_owner = NULL, lease_until = NULL, last_error = NULL
            WHERE id = \(id) AND lease_owner = \(owner) AND state = 'pending'
            """
        ) == 1
    }

    /// What became of a message that did not arrive.
    public enum Failure: Hashable, Sendable {
        case dueAgain(Instant)
        /// For a person to look at, after the policy's last attempt.
        case setAside
        /// Somebody else has the message by now.
        case leaseLost
    }

    /// The message did not arrive: it is due again later, or is set aside after the policy's last attempt.
    @discardableResult
    public func failed(
        _ message: OutboxMessage,
        because reason: String,
        owner: String,
        policy: RetryPolicy = RetryPolicy(),
        in transaction: borrowing Transaction
    ) throws -> Failure {
        let now = store.now
        let isOver = message.attempts >= policy.attempts
        let next = now.adding(seconds: policy.delaySeconds(after: message.attempts))
        let changed = try transaction.run(
            """
            UPDATE outbox_message
            SET state = \(isOver ? "quarantined" : "pending"), next_attempt_at = \(next),
                finished_at = \(isOver ? now : nil), lease_owner = NULL, lease_until = NULL,
                last_error = \(String(reason.prefix(1000)))
            WHERE id = \(message.id) AND lease_owner = \(owner) AND state = 'pending'
            """
        )
        if changed == 0 { return .leaseLost }
        return isOver ? .setAside : .dueAgain(next)
    }

    /// Gives claimed messages back as if they had not been claimed, so that another process need not wait for the lease's
    /// end; also at the end of this one.
    public func giveBack(_ messages: [OutboxMessage], owner: String) async throws {
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                UPDATE outbox_message SET lease_owner = NULL, lease_until = NULL, attempts = attempts - 1
                WHERE id IN \(in: messages.map(\.id)) AND lease_owner = \(owner) AND state = 'pending'
                """
            )
        }
    }
}

extension Store {
    public var outbox: Outbox { Outbox(self) }
}
