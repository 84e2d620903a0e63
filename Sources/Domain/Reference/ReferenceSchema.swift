public import Persistence

/// The tables of the code lists.
public enum ReferenceSchema {
    public static let migrations: [Migration] = [
        Migration(
            "reference.1",
            [
                """
                CREATE TABLE reference_list (
                    list TEXT PRIMARY KEY,
                    official BOOLEAN NOT NULL,
                    source TEXT NOT NULL,
                    imported_at BIGINT NOT NULL,
                    entries INTEGER NOT NULL,
                    version BIGINT NOT NULL
                )
                """,
                """
                CREATE TABLE reference_code (
                    list TEXT NOT NULL,
                    code TEXT NOT NULL,
                    label_it TEXT NOT NULL,
                    label_en TEXT,
                    parent TEXT,
                    rank INTEGER,
                    sequence INTEGER NOT NULL,
                    attributes TEXT NOT NULL,
                    valid_from TEXT,
                    valid_to TEXT,
                    source TEXT NOT NULL,
                    PRIMARY KEY (list, code)
                )
                """,
                """
                CREATE TABLE municipality (
                    code TEXT NOT NULL,
                    name TEXT NOT NULL,
                    name_fold TEXT NOT NULL,
                    province TEXT NOT NULL,
                    region TEXT,
                    latitude DOUBLE PRECISION,
                    longitude DOUBLE PRECISION,
                    precise BOOLEAN NOT NULL,
                    valid_from TEXT NOT NULL,
                    valid_to TEXT,
                    PRIMARY KEY (code, valid_from)
                )
                """,
            ]
        )
    ]
}
