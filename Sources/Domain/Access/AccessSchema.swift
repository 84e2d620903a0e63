internal import Persistence

/// Tables of who may sign in, for which branches, and of what is open in a browser now.
enum AccessSchema {
    static let migrations = [
        Migration("access 1", people + sessions)
    ]

    private static let people: [SQL] = [
        """
        CREATE TABLE operator (
            id BIGINT PRIMARY KEY,
            agency_id BIGINT NOT NULL REFERENCES agency (id),
            tax_code TEXT NOT NULL,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            email TEXT,
            role TEXT NOT NULL CHECK (role IN ('branch', 'super', 'master')),
            status TEXT NOT NULL CHECK (status IN ('active', 'suspended')),
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            UNIQUE (agency_id, tax_code)
        )
        """,
        "CREATE INDEX operator_by_tax_code ON operator (tax_code)",
        """
        CREATE TABLE branch_grant (
            id BIGINT PRIMARY KEY,
            operator_id BIGINT NOT NULL REFERENCES operator (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            valid_from TEXT NOT NULL,
            valid_to TEXT,
            UNIQUE (operator_id, branch_id, valid_from)
        )
        """,
        "CREATE INDEX branch_grant_by_branch ON branch_grant (branch_id)",
        """
        CREATE TABLE official (
            id BIGINT PRIMARY KEY,
            tax_code TEXT NOT NULL,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            email TEXT,
            job_centre_id BIGINT REFERENCES job_centre (id),
            status TEXT NOT NULL CHECK (status IN ('active', 'suspended')),
            created_at BIGINT NOT NULL
        )
        """,
        // Two NULLs are never equal to a unique key: an authority's official has 0 in the place of a job centre.
        "CREATE UNIQUE INDEX official_once ON official (tax_code, coalesce(job_centre_id, 0))",
    ]

    private static let sessions: [SQL] = [
        """
        CREATE TABLE person_session (
            id BIGINT PRIMARY KEY,
            token_hash TEXT NOT NULL UNIQUE,
            tax_code TEXT NOT NULL,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            email TEXT,
            assurance INTEGER NOT NULL,
            provider_session TEXT,
            device TEXT,
            role_kind TEXT,
            role_id BIGINT,
            scope TEXT,
            scope_branch_id BIGINT,
            opened_at BIGINT NOT NULL,
            seen_at BIGINT NOT NULL,
            authenticated_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX person_session_by_tax_code ON person_session (tax_code)",
        "CREATE INDEX person_session_by_seen ON person_session (seen_at)",
        """
        CREATE TABLE sign_in_attempt (
            state_hash TEXT PRIMARY KEY,
            body TEXT NOT NULL,
            expires_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX sign_in_attempt_by_expiry ON sign_in_attempt (expires_at)",
    ]
}
