internal import Persistence

/// Tables of citizens, of their applications and CVs, and of the words by which operators find them.
enum CitizensSchema {
    /// Words of CVs, with the scopes (branch, agency, province) by which people may be looked for.
    ///
    /// The document is the citizen's position in the default order of lists, so that the latest pacts are met first.
    static let index = TextIndex("citizen_index")

    static let migrations = [
        Migration("citizens 1", tables + index.creation),
        Migration("citizens 2", [drafts]),
        Migration("citizens 3", listed),
        Migration("citizens 4", readiness),
    ]

    /// What a citizen is typing of her CV, seen by nobody else; `replaces` is the version that it began from.
    private static let drafts: SQL = """
        CREATE TABLE curriculum_draft (
            citizen_id BIGINT PRIMARY KEY REFERENCES citizen (id),
            replaces INTEGER NOT NULL,
            body TEXT NOT NULL,
            updated_at BIGINT NOT NULL
        )
        """

    /// The profession in the person's own words, and since when a job lasts.
    ///
    /// `Citizens.reindex` fills them in for the CVs that are there, as for those of an older analyser.
    private static let listed: [SQL] = [
        "ALTER TABLE curriculum ADD COLUMN profession_text TEXT",
        "ALTER TABLE curriculum ADD COLUMN experience_since TEXT",
        "UPDATE curriculum SET analyser = 0",
    ]

    /// What the person is ready for, where and from when, and the last job.
    ///
    /// `Citizens.reindex` fills them in, and puts professions, languages, working times and comuni into the text index.
    private static let readiness: [SQL] = [
        "ALTER TABLE curriculum ADD COLUMN contract_types TEXT",
        "ALTER TABLE curriculum ADD COLUMN readiness TEXT",
        "ALTER TABLE curriculum ADD COLUMN territory TEXT",
        "ALTER TABLE curriculum ADD COLUMN available_from TEXT",
        "ALTER TABLE curriculum ADD COLUMN last_job TEXT",
        "UPDATE curriculum SET analyser = 0",
        "UPDATE citizen_document SET analyser = 0",
    ]

    private static let tables: [SQL] = [
        """
        CREATE TABLE citizen (
            id BIGINT PRIMARY KEY,
            tax_code TEXT NOT NULL UNIQUE,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            sex TEXT NOT NULL,
            birth_date TEXT NOT NULL,
            birth_place_code TEXT NOT NULL,
            citizenship TEXT,
            municipality_code TEXT NOT NULL,
            province TEXT NOT NULL,
            region TEXT NOT NULL,
            latitude DOUBLE PRECISION,
            longitude DOUBLE PRECISION,
            postal_code TEXT,
            address TEXT,
            email TEXT,
            phone TEXT,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE application (
            id BIGINT PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            citizen_id BIGINT NOT NULL REFERENCES citizen (id),
            measure TEXT NOT NULL,
            submitted_on TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'pending')),
            outcome_on TEXT,
            job_centre_id BIGINT REFERENCES job_centre (id),
            fingerprint TEXT NOT NULL,
            updated_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX application_by_citizen ON application (citizen_id, submitted_on)",
        """
        CREATE TABLE curriculum (
            citizen_id BIGINT PRIMARY KEY REFERENCES citizen (id),
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            words TEXT NOT NULL,
            analyser INTEGER NOT NULL,
            education_code TEXT,
            education_rank INTEGER NOT NULL,
            profession_code TEXT,
            experience_months INTEGER NOT NULL,
            licences TEXT NOT NULL,
            licence_bits BIGINT NOT NULL,
            own_vehicle BOOLEAN NOT NULL,
            languages TEXT NOT NULL,
            working_times TEXT NOT NULL,
            updated_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE citizen_document (
            citizen_id BIGINT PRIMARY KEY REFERENCES citizen (id),
            position BIGINT NOT NULL UNIQUE,
            analyser INTEGER NOT NULL
        )
        """,
        // What another version of the analyser has left is looked for at each start.
        "CREATE INDEX curriculum_by_analyser ON curriculum (analyser)",
        "CREATE INDEX citizen_document_by_analyser ON citizen_document (analyser)",
    ]
}
