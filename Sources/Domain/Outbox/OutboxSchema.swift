internal import Persistence

/// Messages that leave the system, and which process runs which job.
enum OutboxSchema {
    static let migrations = [
        Migration(
            "outbox 1",
            [
                """
                CREATE TABLE outbox_message (
                    id BIGINT PRIMARY KEY,
                    topic TEXT NOT NULL,
                    dedup_key TEXT,
                    body TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'quarantined')),
                    attempts INTEGER NOT NULL,
                    next_attempt_at BIGINT NOT NULL,
                    lease_owner TEXT,
                    lease_until BIGINT,
                    last_error TEXT,
                    finished_at BIGINT,
                    UNIQUE (topic, dedup_key)
                )
                """,
                """
                CREATE INDEX outbox_message_due ON outbox_message (topic, next_attempt_at, id)
                WHERE state = 'pending'
                """,
                """
                CREATE TABLE job_lease (
                    name TEXT PRIMARY KEY,
                    owner TEXT NOT NULL,
                    until BIGINT NOT NULL
                )
                """,
            ]
        )
    ]
}
