internal import Persistence

/// The feed of changes, numbered per agency without gaps.
enum ChangesSchema {
    static let migrations = [
        Migration(
            "changes 1",
            [
                """
                CREATE TABLE change_head (
                    agency_id BIGINT PRIMARY KEY,
                    sequence BIGINT NOT NULL
                )
                """,
                """
                CREATE TABLE change (
                    agency_id BIGINT NOT NULL,
                    sequence BIGINT NOT NULL,
                    type TEXT NOT NULL,
                    object_id BIGINT NOT NULL,
                    branch_id BIGINT,
                    operation TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    PRIMARY KEY (agency_id, sequence)
                )
                """,
            ]
        )
    ]
}
