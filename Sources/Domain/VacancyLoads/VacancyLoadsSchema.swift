internal import Persistence

/// Tables of the loads of agencies' software, with the keys by which a request is known to be the same.
enum VacancyLoadsSchema {
    static let migrations = [
        Migration(
            "vacancy-loads 1",
            [
                """
                CREATE TABLE vacancy_load (
                    id BIGINT PRIMARY KEY,
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    client_id BIGINT NOT NULL,
                    branches TEXT,
                    mode TEXT NOT NULL,
                    dry_run BOOLEAN NOT NULL,
                    format TEXT NOT NULL,
                    state TEXT NOT NULL,
                    total INTEGER NOT NULL,
                    processed INTEGER NOT NULL,
                    next_piece INTEGER NOT NULL,
                    attempt INTEGER NOT NULL,
                    idle_attempts INTEGER NOT NULL,
                    requested_at BIGINT NOT NULL,
                    beat_at BIGINT NOT NULL,
                    finished_at BIGINT
                )
                """,
                """
                CREATE INDEX vacancy_load_under_way ON vacancy_load (id)
                    WHERE state IN ('receiving', 'waiting', 'running')
                """,
                "CREATE INDEX vacancy_load_client ON vacancy_load (client_id, id)",
                """
                CREATE TABLE vacancy_load_key (
                    client_id BIGINT NOT NULL,
                    request_key TEXT NOT NULL,
                    body_hash TEXT NOT NULL,
                    load_id BIGINT NOT NULL REFERENCES vacancy_load (id),
                    PRIMARY KEY (client_id, request_key)
                )
                """,
                "CREATE INDEX vacancy_load_key_load ON vacancy_load_key (load_id)",
                """
                CREATE TABLE vacancy_load_piece (
                    load_id BIGINT NOT NULL REFERENCES vacancy_load (id),
                    number INTEGER NOT NULL,
                    first_row INTEGER NOT NULL,
                    rows INTEGER NOT NULL,
                    content \(sqlite: "BLOB", postgresql: "BYTEA") NOT NULL,
                    PRIMARY KEY (load_id, number)
                )
                """,
                """
                CREATE TABLE vacancy_load_receipt (
                    load_id BIGINT NOT NULL,
                    number INTEGER NOT NULL,
                    external_reference TEXT NOT NULL,
                    outcome TEXT NOT NULL,
                    code TEXT,
                    findings TEXT,
                    PRIMARY KEY (load_id, number)
                )
                """,
                """
                CREATE INDEX vacancy_load_receipt_rejected ON vacancy_load_receipt (load_id, number)
                    WHERE outcome = 'rejected'
                """,
            ]
        )
    ]
}
