internal import Persistence

/// The table of annotations: rows are added, and never change.
enum AnnotationsSchema {
    static let migrations = [
        Migration(
            "annotations 1",
            [
                """
                CREATE TABLE annotation (
                    id BIGINT PRIMARY KEY,
                    interest_id BIGINT NOT NULL REFERENCES expression_of_interest (id),
                    branch_id BIGINT NOT NULL REFERENCES branch (id),
                    kind TEXT NOT NULL,
                    outcome TEXT,
                    date TEXT NOT NULL,
                    text TEXT,
                    next_action_date TEXT,
                    corrects_id BIGINT UNIQUE REFERENCES annotation (id),
                    operator_id BIGINT REFERENCES operator (id),
                    client_id BIGINT,
                    at BIGINT NOT NULL
                )
                """,
                "CREATE INDEX annotation_by_interest ON annotation (interest_id, id)",
            ]
        )
    ]
}
