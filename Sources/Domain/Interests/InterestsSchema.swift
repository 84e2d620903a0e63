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
        Migration("interests lists 1", walks),
    ]

    /// The orders of lists, of a branch and of an agency. State and branch stand in them as well, so that a filter on the
    /// one and the right to the other read no row.
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
}
