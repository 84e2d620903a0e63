internal import Persistence

/// Tables of activation and service pacts, and of who may therefore see whom.
enum PactsSchema {
    static let migrations = [
        Migration(
            "pacts 1",
            pacts + links("branch_citizen", "branch_id", "branch") + links("agency_citizen", "agency_id", "agency")
        ),
        Migration(
            "pacts 2",
            visibleSince("branch_citizen") + visibleSince("agency_citizen")
                + [
                    // What is new in a branch since an instant is the end of this index.
                    """
                    CREATE INDEX branch_citizen_by_visible_since
                    ON branch_citizen (branch_id, visible_since, citizen_id)
                    """
                ]
        ),
    ]

    /// Since when a link is there; of those of before, the day of the pact, or of the service pact's arrival, comes nearest.
    ///
    /// To the millisecond it does not matter: nobody has asked yet what is new since an earlier instant.
    private static func visibleSince(_ table: StaticString) -> [SQL] {
        let table = SQL(table)
        let day: SQL = """
            \(sqlite: "CAST(strftime('%s', pad_day) AS INTEGER) * 1000", postgresql: """
            CAST(EXTRACT(EPOCH FROM CAST(pad_day AS TIMESTAMP)) * 1000 AS BIGINT)
            """)
            """
        return [
            "ALTER TABLE \(table) ADD COLUMN visible_since BIGINT NOT NULL DEFAULT 0",
            """
            UPDATE \(table) SET visible_since = COALESCE(\(day), (
                SELECT max(s.updated_at) FROM service_pact s WHERE s.citizen_id = \(table).citizen_id
            ), 0)
            """,
        ]
    }

    private static let pacts: [SQL] = [
        """
        CREATE TABLE activation_pact (
            id BIGINT PRIMARY KEY,
            citizen_id BIGINT NOT NULL REFERENCES citizen (id),
            version INTEGER NOT NULL,
            state TEXT NOT NULL,
            email TEXT,
            phone TEXT,
            job_centre_id BIGINT REFERENCES job_centre (id),
            application_id BIGINT REFERENCES application (id),
            availability_declared_on TEXT,
            commitments TEXT NOT NULL,
            notice_version TEXT,
            signed_at BIGINT,
            effective_at BIGINT,
            ended_at BIGINT,
            document TEXT,
            document_hash TEXT,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            UNIQUE (citizen_id, version)
        )
        """,
        // One pact in force and one in preparation at most: also when two requests come at once.
        """
        CREATE UNIQUE INDEX activation_pact_in_force ON activation_pact (citizen_id)
        WHERE state IN ('signed', 'suspended')
        """,
        """
        CREATE UNIQUE INDEX activation_pact_in_preparation ON activation_pact (citizen_id)
        WHERE state IN ('draft', 'complete', 'awaiting_outcome')
        """,
        """
        CREATE TABLE activation_pact_choice (
            pact_id BIGINT NOT NULL REFERENCES activation_pact (id),
            position INTEGER NOT NULL,
            agency_id BIGINT NOT NULL REFERENCES agency (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            PRIMARY KEY (pact_id, position),
            UNIQUE (pact_id, branch_id)
        )
        """,
        """
        CREATE TABLE service_pact (
            id BIGINT PRIMARY KEY,
            citizen_id BIGINT NOT NULL REFERENCES citizen (id),
            job_centre_id BIGINT NOT NULL REFERENCES job_centre (id),
            state TEXT NOT NULL,
            signed_on TEXT,
            updated_at BIGINT NOT NULL,
            UNIQUE (citizen_id, job_centre_id)
        )
        """,
        """
        CREATE TABLE service_pact_branch (
            service_pact_id BIGINT NOT NULL REFERENCES service_pact (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            PRIMARY KEY (service_pact_id, branch_id)
        )
        """,
    ]

    /// One row per citizen whom a branch, or an agency through any of its branches, may see, with what lists filter and
    /// sort by: the way to a citizen starts here, and needs no other table to find a page.
    private static func links(_ table: StaticString, _ owner: StaticString, _ owners: StaticString) -> [SQL] {
        let (table, owner) = (SQL(table), SQL(owner))
        let sortable: SQL = "TEXT\(sqlite: "", postgresql: " COLLATE \"C\"")"
        return [
            """
            CREATE TABLE \(table) (
                \(owner) BIGINT NOT NULL REFERENCES \(SQL(owners)) (id),
                citizen_id BIGINT NOT NULL REFERENCES citizen (id),
                position BIGINT NOT NULL,
                sort_key \(sortable) NOT NULL,
                birth_date TEXT NOT NULL,
                education_rank INTEGER NOT NULL,
                province TEXT NOT NULL,
                measure TEXT,
                pad_day TEXT,
                psp_state TEXT,
                licence_bits BIGINT NOT NULL,
                own_vehicle BOOLEAN NOT NULL,
                curriculum_at BIGINT,
                by_pad BOOLEAN NOT NULL,
                by_psp BOOLEAN NOT NULL,
                PRIMARY KEY (\(owner), citizen_id)
            )\(sqlite: " WITHOUT ROWID", postgresql: "")
            """,
            "CREATE INDEX \(table)_by_citizen ON \(table) (citizen_id)",
            // Unique, or SQLite would look a document up by reading all of the owner's rows.
            "CREATE UNIQUE INDEX \(table)_by_position ON \(table) (\(owner), position)",
            "CREATE INDEX \(table)_by_name ON \(table) (\(owner), sort_key, citizen_id)",
            "CREATE INDEX \(table)_by_birth ON \(table) (\(owner), birth_date, citizen_id)",
            "CREATE INDEX \(table)_by_education ON \(table) (\(owner), education_rank, citizen_id)",
        ]
    }
}
