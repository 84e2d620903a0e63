internal import Persistence

/// The tables of saved searches, and of who wants to know what is new in them.
enum SavedSearchesSchema {
    static let migrations = [
        Migration(
            "saved-searches 1",
            [
                """
                CREATE TABLE saved_search (
                    id BIGINT PRIMARY KEY,
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    operator_id BIGINT NOT NULL REFERENCES operator (id),
                    list TEXT NOT NULL,
                    name TEXT NOT NULL,
                    sort_key TEXT\(sqlite: "", postgresql: " COLLATE \"C\"") NOT NULL,
                    query TEXT NOT NULL,
                    is_shared BOOLEAN NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL,
                    UNIQUE (operator_id, list, name)
                )
                """,
                "CREATE INDEX saved_search_shared ON saved_search (agency_id, list, sort_key) WHERE is_shared",
                // Each operator watches for herself: whoever shares a search does not watch it for the others.
                """
                CREATE TABLE saved_search_watch (
                    operator_id BIGINT NOT NULL REFERENCES operator (id),
                    saved_search_id BIGINT NOT NULL REFERENCES saved_search (id),
                    seen_at BIGINT NOT NULL,
                    PRIMARY KEY (operator_id, saved_search_id)
                )
                """,
                "CREATE INDEX saved_search_watch_by_search ON saved_search_watch (saved_search_id)",
            ]
        )
    ]
}
