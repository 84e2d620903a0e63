internal import Persistence

/// The tables of expressions of interest.
enum InterestsSchema {
    static let migrations: [Migration] = [
        Migration(
            "interests-1",
            [
                """
                CREATE TABLE expression_of_interest (
                    id BIGINT PRIMARY KEY,
                    vacancy_id BIGINT NOT NULL REFERENCES vacancy (id),
                    citizen_id BIGINT NOT NULL REFERENCES citizen (id),
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    branch_id BIGINT NOT NULL REFERENCES branch (id),
                    period_id BIGINT NOT NULL REFERENCES publication_period (id),
                    status TEXT NOT NULL,
                    submitted_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL,
                    viewed_at BIGINT,
                    message TEXT,
                    given_name TEXT NOT NULL,
                    family_name TEXT NOT NULL,
                    sort_key TEXT NOT NULL,
                    birth_date TEXT NOT NULL,
                    municipality_code TEXT,
                    email TEXT,
                    phone TEXT,
                    curriculum TEXT NOT NULL,
                    education_code TEXT,
                    UNIQUE (vacancy_id, citizen_id, period_id)
                )
                """,
                "CREATE INDEX expression_of_interest_branch ON expression_of_interest (branch_id, id)",
                "CREATE INDEX expression_of_interest_agency ON expression_of_interest (agency_id, id)",
                "CREATE INDEX expression_of_interest_citizen ON expression_of_interest (citizen_id, id)",
                """
                CREATE INDEX expression_of_interest_open ON expression_of_interest (vacancy_id)
                WHERE status IN (
                    'submitted', 'viewed', 'in_review', 'contacted', 'interview_scheduled', 'interviewed', 'proposed'
                )
                """,
                """
                CREATE TABLE interest_transition (
                    id BIGINT PRIMARY KEY,
                    interest_id BIGINT NOT NULL REFERENCES expression_of_interest (id),
                    from_status TEXT,
                    to_status TEXT NOT NULL,
                    at BIGINT NOT NULL,
                    mover TEXT NOT NULL,
                    operator_id BIGINT
                )
                """,
                "CREATE INDEX interest_transition_interest ON interest_transition (interest_id, id)",
            ]
        ),
        Migration("interests 2", oneBody),
        Migration("interests 3", walks),
    ]

    /// The orders of lists, of a branch and of an agency.
    ///
    /// State and branch stand in them as well, so that a filter on the one and the right to the other read no row.
    private static let walks: [SQL] = [
        "DROP INDEX expression_of_interest_branch",
        "DROP INDEX expression_of_interest_agency",
        "CREATE INDEX expression_of_interest_branch ON expression_of_interest (branch_id, id, status)",
        "CREATE INDEX expression_of_interest_agency ON expression_of_interest (agency_id, id, status, branch_id)",
        """
        CREATE INDEX expression_of_interest_branch_name ON expression_of_interest
        (branch_id, sort_key\(sqlite: "", postgresql: " COLLATE \"C\""), id)
        """,
        """
        CREATE INDEX expression_of_interest_agency_name ON expression_of_interest
        (agency_id, sort_key\(sqlite: "", postgresql: " COLLATE \"C\""), id)
        """,
    ]

    /// Moves the CVs out of the interests, where each had a copy of its own: interests of one citizen with equal bodies
    /// share one.
    ///
    /// Which version an old interest has sent is not known: it is today's where the body is today's, and else has a
    /// number below zero, which no version takes. Both tables are written anew, so that the space of the copies is given
    /// back at once, and because SQLite adds no key of two columns to a table that stands.
    private static let oneBody: [SQL] =
        [
            """
            CREATE TABLE sent_curriculum (
                citizen_id BIGINT NOT NULL REFERENCES citizen (id),
                version INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (citizen_id, version)
            )
            """,
            """
            INSERT INTO sent_curriculum (citizen_id, version, body)
            SELECT b.citizen_id,
                COALESCE(v.version, -(ROW_NUMBER() OVER (PARTITION BY b.citizen_id ORDER BY b.first_id))), b.body
            FROM (
                SELECT citizen_id, curriculum AS body, min(id) AS first_id FROM expression_of_interest
                GROUP BY citizen_id, curriculum
            ) b LEFT JOIN curriculum v ON v.citizen_id = b.citizen_id AND v.body = b.body
            """,
            "ALTER TABLE interest_transition RENAME TO earlier_transition",
            "ALTER TABLE expression_of_interest RENAME TO earlier_interest",
            "DROP INDEX expression_of_interest_branch",
            "DROP INDEX expression_of_interest_agency",
            "DROP INDEX expression_of_interest_citizen",
            "DROP INDEX expression_of_interest_open",
            "DROP INDEX interest_transition_interest",
            interest,
            transition,
        ] + moved
        + ["DROP TABLE earlier_transition", "DROP TABLE earlier_interest"] + indexes

    private static let interest: SQL = """
        CREATE TABLE expression_of_interest (
            id BIGINT PRIMARY KEY,
            vacancy_id BIGINT NOT NULL REFERENCES vacancy (id),
            citizen_id BIGINT NOT NULL REFERENCES citizen (id),
            agency_id BIGINT NOT NULL REFERENCES agency (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            period_id BIGINT NOT NULL REFERENCES publication_period (id),
            status TEXT NOT NULL,
            submitted_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            viewed_at BIGINT,
            message TEXT,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            birth_date TEXT NOT NULL,
            municipality_code TEXT,
            email TEXT,
            phone TEXT,
            curriculum_version INTEGER NOT NULL,
            education_code TEXT,
            UNIQUE (vacancy_id, citizen_id, period_id),
            FOREIGN KEY (citizen_id, curriculum_version) REFERENCES sent_curriculum (citizen_id, version)
        )
        """

    private static let transition: SQL = """
        CREATE TABLE interest_transition (
            id BIGINT PRIMARY KEY,
            interest_id BIGINT NOT NULL REFERENCES expression_of_interest (id),
            from_status TEXT,
            to_status TEXT NOT NULL,
            at BIGINT NOT NULL,
            mover TEXT NOT NULL,
            operator_id BIGINT
        )
        """

    private static let moved: [SQL] = [
        """
        INSERT INTO expression_of_interest (
            id, vacancy_id, citizen_id, agency_id, branch_id, period_id, status, submitted_at, updated_at, viewed_at,
            message, given_name, family_name, sort_key, birth_date, municipality_code, email, phone,
            curriculum_version, education_code
        )
        SELECT e.id, e.vacancy_id, e.citizen_id, e.agency_id, e.branch_id, e.period_id, e.status, e.submitted_at,
            e.updated_at, e.viewed_at, e.message, e.given_name, e.family_name, e.sort_key, e.birth_date,
            e.municipality_code, e.email, e.phone, s.version, e.education_code
        FROM earlier_interest e JOIN sent_curriculum s ON s.citizen_id = e.citizen_id AND s.body = e.curriculum
        ORDER BY e.id
        """,
        """
        INSERT INTO interest_transition (id, interest_id, from_status, to_status, at, mover, operator_id)
        SELECT id, interest_id, from_status, to_status, at, mover, operator_id FROM earlier_transition ORDER BY id
        """,
    ]

    private static let indexes: [SQL] = [
        "CREATE INDEX expression_of_interest_branch ON expression_of_interest (branch_id, id)",
        "CREATE INDEX expression_of_interest_agency ON expression_of_interest (agency_id, id)",
        "CREATE INDEX expression_of_interest_citizen ON expression_of_interest (citizen_id, id)",
        """
        CREATE INDEX expression_of_interest_open ON expression_of_interest (vacancy_id)
        WHERE status IN (
            'submitted', 'viewed', 'in_review', 'contacted', 'interview_scheduled', 'interviewed', 'proposed'
        )
        """,
        "CREATE INDEX interest_transition_interest ON interest_transition (interest_id, id)",
    ]
}
