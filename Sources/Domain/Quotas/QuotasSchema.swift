internal import Persistence

/// The table of counts.
enum QuotasSchema {
    static let migrations = [
        Migration(
            "quotas 1",
            [
                """
                CREATE TABLE quota_window (
                    key TEXT PRIMARY KEY,
                    taken BIGINT NOT NULL,
                    ends_at BIGINT NOT NULL
                )
                """,
                "CREATE INDEX quota_window_by_end ON quota_window (ends_at)",
            ]
        )
    ]
}
