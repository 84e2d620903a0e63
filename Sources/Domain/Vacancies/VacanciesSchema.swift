internal import Persistence

/// The tables of vacancies and their publication periods.
enum VacanciesSchema {
    /// Words of vacancies, with the scopes by which people may look for them.
    ///
    /// The document is the vacancy's `position`, which grows with each publication: the newest are met first.
    static let index = TextIndex("vacancy_index")

    static let migrations: [Migration] = [
        Migration("vacancies-1", tables + indexes + index.creation),
        Migration("vacancies 2", ends),
        Migration("vacancies 3", analysed),
        Migration("vacancies 4", walks),
    ]

    /// Which version of the analyser has indexed a vacancy; `Vacancies.reindex` takes up what an earlier one has.
    private static let analysed: [SQL] = [
        "ALTER TABLE vacancy ADD COLUMN analyser INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX vacancy_by_analyser ON vacancy (analyser)",
    ]

    private static let tables: [SQL] = [
        """
        CREATE TABLE vacancy (
            id BIGINT PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            position BIGINT NOT NULL UNIQUE,
            external_reference TEXT,
            agency_id BIGINT NOT NULL REFERENCES agency (id),
            branch_id BIGINT NOT NULL REFERENCES branch (id),
            status TEXT NOT NULL,
            title TEXT,
            profession_code TEXT,
            description TEXT,
            positions INTEGER,
            employer_tax_code TEXT,
            employer_name TEXT,
            ateco_code TEXT,
            ateco_version TEXT,
            anonymous BOOLEAN NOT NULL,
            municipality_code TEXT,
            postal_code TEXT,
            address TEXT,
            remote_work TEXT,
            contract_type_code TEXT,
            duration_months INTEGER,
            working_time TEXT,
            weekly_hours_hundredths BIGINT,
            part_time_hundredths BIGINT,
            shifts BOOLEAN NOT NULL,
            night BOOLEAN NOT NULL,
            collective_agreement TEXT,
            level TEXT,
            pay_minimum_cents BIGINT,
            pay_maximum_cents BIGINT,
            pay_period TEXT,
            minimum_education_code TEXT,
            experience_months INTEGER,
            own_vehicle BOOLEAN NOT NULL,
            requirements TEXT NOT NULL,
            contact_name TEXT,
            contact_email TEXT,
            contact_phone TEXT,
            province TEXT,
            latitude DOUBLE PRECISION,
            longitude DOUBLE PRECISION,
            minimum_education_rank INTEGER,
            content_hash TEXT NOT NULL,
            publication_start BIGINT,
            publication_end_date TEXT,
            closing_reason TEXT,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            version INTEGER NOT NULL,
            UNIQUE (agency_id, external_reference),
            CHECK (status NOT IN ('published', 'suspended')
                OR (publication_start IS NOT NULL AND publication_end_date IS NOT NULL))
        )
        """,
        """
        CREATE TABLE publication_period (
            id BIGINT PRIMARY KEY,
            vacancy_id BIGINT NOT NULL REFERENCES vacancy (id),
            started_at BIGINT NOT NULL,
            end_date TEXT NOT NULL,
            ended_at BIGINT,
            end_reason TEXT
        )
        """,
    ]

    /// One direction for both columns, so that a list sorted by the end of publication is walked both ways; of the agency,
    /// and of one of its branches.
    private static let ends: [SQL] = [
        "DROP INDEX vacancy_agency_end",
        """
        CREATE INDEX vacancy_agency_end
        ON vacancy (agency_id, (COALESCE(publication_end_date, '9999-99-99')), position)
        """,
        """
        CREATE INDEX vacancy_branch_end
        ON vacancy (branch_id, (COALESCE(publication_end_date, '9999-99-99')), position)
        """,
    ]

    /// For software that walks over all vacancies of its agency, or of a branch, in the order in which they were made.
    private static let walks: [SQL] = [
        "CREATE INDEX vacancy_agency_id ON vacancy (agency_id, id)",
        "CREATE INDEX vacancy_branch_id ON vacancy (branch_id, id)",
    ]

    private static let indexes: [SQL] = [
        "CREATE INDEX vacancy_published ON vacancy (position) WHERE status = 'published'",
        "CREATE INDEX vacancy_published_province ON vacancy (province, position) WHERE status = 'published'",
        "CREATE INDEX vacancy_published_latitude ON vacancy (latitude) WHERE status = 'published'",
        """
        CREATE INDEX vacancy_running ON vacancy (publication_end_date, id)
        WHERE status IN ('published', 'suspended')
        """,
        "CREATE INDEX vacancy_branch ON vacancy (branch_id, position)",
        """
        CREATE INDEX vacancy_agency_end
        ON vacancy (agency_id, (COALESCE(publication_end_date, '9999-99-99')), position DESC)
        """,
        "CREATE INDEX vacancy_agency_position ON vacancy (agency_id, position)",
        "CREATE INDEX publication_period_vacancy ON publication_period (vacancy_id, started_at)",
    ]
}
