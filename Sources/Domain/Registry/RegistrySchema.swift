internal import Persistence

/// Tables of the national register of agencies: copied from it, never edited here.
enum RegistrySchema {
    static let migrations = [
        Migration(
            "registry 1",
            [
                """
                CREATE TABLE agency (
                    id BIGINT PRIMARY KEY,
                    code TEXT NOT NULL UNIQUE,
                    tax_code TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    name_fold TEXT NOT NULL,
                    authorised_from TEXT NOT NULL,
                    authorised_to TEXT,
                    loaded_at BIGINT NOT NULL
                )
                """,
                """
                CREATE TABLE agency_section (
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    section TEXT NOT NULL,
                    PRIMARY KEY (agency_id, section)
                )
                """,
                """
                CREATE TABLE branch (
                    id BIGINT PRIMARY KEY,
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    code TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    name_fold TEXT NOT NULL,
                    municipality_code TEXT NOT NULL,
                    province TEXT NOT NULL,
                    region TEXT NOT NULL,
                    latitude DOUBLE PRECISION,
                    longitude DOUBLE PRECISION,
                    address TEXT,
                    postal_code TEXT,
                    email TEXT,
                    phone TEXT,
                    valid_from TEXT NOT NULL,
                    valid_to TEXT,
                    selectable BOOLEAN NOT NULL DEFAULT TRUE,
                    loaded_at BIGINT NOT NULL
                )
                """,
                "CREATE INDEX branch_by_agency ON branch (agency_id, name_fold)",
                "CREATE INDEX branch_by_province ON branch (province)",
                """
                CREATE TABLE job_centre (
                    id BIGINT PRIMARY KEY,
                    code TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    municipality_code TEXT NOT NULL,
                    address TEXT,
                    email TEXT,
                    loaded_at BIGINT NOT NULL
                )
                """,
            ]
        )
    ]
}
