internal import Persistence

/// The tables of clients, their branches and keys, and of the assertions that were used.
enum APIClientsSchema {
    static let migrations = [
        Migration(
            "api-clients 1",
            [
                """
                CREATE TABLE api_client (
                    id BIGINT PRIMARY KEY,
                    public_id TEXT NOT NULL UNIQUE,
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    name TEXT,
                    is_whole_agency BOOLEAN NOT NULL,
                    scopes TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    revoked_at BIGINT
                )
                """,
                "CREATE INDEX api_client_by_agency ON api_client (agency_id, id)",
                """
                CREATE TABLE api_client_branch (
                    client_id BIGINT NOT NULL REFERENCES api_client (id),
                    branch_id BIGINT NOT NULL REFERENCES branch (id),
                    PRIMARY KEY (client_id, branch_id)
                )
                """,
                """
                CREATE TABLE api_client_key (
                    id BIGINT PRIMARY KEY,
                    client_id BIGINT NOT NULL REFERENCES api_client (id),
                    key_id TEXT NOT NULL,
                    jwk TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    ended_at BIGINT,
                    UNIQUE (client_id, key_id)
                )
                """,
                """
                CREATE TABLE api_assertion (
                    hash TEXT PRIMARY KEY,
                    expires_at BIGINT NOT NULL
                )
                """,
                "CREATE INDEX api_assertion_by_expiry ON api_assertion (expires_at)",
            ]
        )
    ]
}
