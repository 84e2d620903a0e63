internal import Persistence

/// Tables of exports in the background, and of who may not export.
enum ExportsSchema {
    static let migrations = [
        Migration(
            "exports 1",
            [
                """
                CREATE TABLE prepared_export (
                    id BIGINT PRIMARY KEY,
                    operator_id BIGINT NOT NULL REFERENCES operator (id),
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    branch_id BIGINT REFERENCES branch (id),
                    list TEXT NOT NULL,
                    query TEXT NOT NULL,
                    format TEXT NOT NULL,
                    language TEXT NOT NULL,
                    state TEXT NOT NULL,
                    branches TEXT NOT NULL,
                    total BIGINT,
                    rows BIGINT NOT NULL,
                    size BIGINT NOT NULL,
                    attempt INTEGER NOT NULL,
                    requested_at BIGINT NOT NULL,
                    beat_at BIGINT,
                    expires_at BIGINT
                )
                """,
                "CREATE INDEX prepared_export_operator ON prepared_export (operator_id, id)",
                """
                CREATE INDEX prepared_export_under_way ON prepared_export (id) WHERE state IN ('waiting', 'running')
                """,
                "CREATE INDEX prepared_export_ready ON prepared_export (expires_at) WHERE state = 'ready'",
                """
                CREATE TABLE prepared_export_piece (
                    export_id BIGINT NOT NULL REFERENCES prepared_export (id),
                    number INTEGER NOT NULL,
                    content \(sqlite: "BLOB", postgresql: "BYTEA") NOT NULL,
                    PRIMARY KEY (export_id, number)
                )
                """,
                """
                CREATE TABLE export_withdrawal (
                    operator_id BIGINT PRIMARY KEY REFERENCES operator (id),
                    withdrawn_by BIGINT NOT NULL REFERENCES operator (id),
                    withdrawn_at BIGINT NOT NULL
                )
                """,
            ]
        )
    ]
}
