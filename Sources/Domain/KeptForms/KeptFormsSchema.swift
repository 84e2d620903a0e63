internal import Persistence

/// The table of forms that wait for their owner.
enum KeptFormsSchema {
    static let migrations = [
        Migration(
            "kept-forms 1",
            [
                """
                CREATE TABLE kept_form (
                    key_hash TEXT NOT NULL,
                    page_hash TEXT NOT NULL,
                    sealed \(sqlite: "BLOB", postgresql: "BYTEA") NOT NULL,
                    expires_at BIGINT NOT NULL,
                    PRIMARY KEY (key_hash, page_hash)
                )
                """,
                "CREATE INDEX kept_form_by_expiry ON kept_form (expires_at)",
            ]
        )
    ]
}
