internal import Persistence

/// The appointments of super users by masters, and the branches that they lend.
enum SuperUsersSchema {
    static let migrations = [
        Migration(
            "super-users 1",
            [
                "ALTER TABLE operator ADD COLUMN last_signed_in_at BIGINT",
                "CREATE INDEX operator_by_agency_and_name ON operator (agency_id, role, sort_key, id)",
                """
                CREATE TABLE super_appointment (
                    id BIGINT PRIMARY KEY,
                    agency_id BIGINT NOT NULL REFERENCES agency (id),
                    tax_code TEXT NOT NULL,
                    given_name TEXT NOT NULL,
                    family_name TEXT NOT NULL,
                    email TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('pending', 'in_force', 'declined', 'withdrawn', 'expired')),
                    requested_by BIGINT NOT NULL REFERENCES operator (id),
                    requested_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL,
                    decided_by BIGINT REFERENCES operator (id),
                    decided_at BIGINT,
                    reason TEXT,
                    operator_id BIGINT REFERENCES operator (id)
                )
                """,
                "CREATE INDEX super_appointment_by_person ON super_appointment (operator_id, state)",
                "CREATE INDEX super_appointment_by_agency ON super_appointment (agency_id, state, id)",
                "CREATE INDEX super_appointment_due ON super_appointment (expires_at) WHERE state = 'pending'",
                """
                CREATE TABLE super_appointment_branch (
                    appointment_id BIGINT NOT NULL REFERENCES super_appointment (id),
                    branch_id BIGINT NOT NULL REFERENCES branch (id),
                    PRIMARY KEY (appointment_id, branch_id)
                )
                """,
            ]
        ),
        Migration("super-users 2", ["ALTER TABLE super_appointment_branch ADD COLUMN taken_back_at BIGINT"]),
    ]
}
