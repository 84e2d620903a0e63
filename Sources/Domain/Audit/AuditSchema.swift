public import Persistence

/// The tables of traces and of their chain: rows go in and are never changed.
public enum AuditSchema {
    /// What nobody may change, remove or empty, the service's own role included; what waits is put in and taken out.
    public static let guarded = GuardedTables(
        appendOnly: ["audit_entry", "audit_seal", "audit_checkpoint"],
        consumed: ["audit_queue"]
    )

    static let migrations = [
        Migration(
            "audit 1",
            [
                """
                CREATE TABLE audit_entry (
                    id BIGINT PRIMARY KEY,
                    at BIGINT NOT NULL,
                    actor_kind TEXT NOT NULL,
                    actor_id BIGINT,
                    actor_role TEXT,
                    agency_id BIGINT,
                    scope TEXT,
                    scope_branch_id BIGINT,
                    action TEXT NOT NULL,
                    subject_kind TEXT,
                    subject_id BIGINT,
                    citizen_id BIGINT,
                    reason TEXT,
                    details TEXT NOT NULL,
                    row_count BIGINT,
                    result TEXT NOT NULL,
                    request_id TEXT,
                    hash TEXT NOT NULL
                )
                """,
                "CREATE INDEX audit_entry_by_citizen ON audit_entry (citizen_id, id)",
                "CREATE INDEX audit_entry_by_agency ON audit_entry (agency_id, id)",
                "CREATE INDEX audit_entry_by_subject ON audit_entry (subject_kind, subject_id, id)",
            ] + refusals
        ),
        Migration("audit 2", chain + chainRefusals),
        Migration("audit 3", checkpointRefusals + pinnedPaths),
    ]

    /// The engine itself says no to whoever would change a trace, our own code included.
    static let refusals: [SQL] = [
        """
        \(
            sqlite: """
                CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
                BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
                """,
            postgresql: """
                CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'audit_entry is append-only' USING ERRCODE = 'insufficient_privilege'; END $$
                """
        )
        """,
        """
        \(
            sqlite: """
                CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
                BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
                """,
            postgresql: """
                CREATE TRIGGER audit_entry_no_change BEFORE DELETE OR UPDATE ON audit_entry
                FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()
                """
        )
        """,
        """
        \(
            sqlite: "",
            postgresql: """
                CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()
                """
        )
        """,
        // INSERT OR REPLACE deletes without firing a trigger; an id that is there already stops it first.
        """
        \(
            sqlite: """
                CREATE TRIGGER audit_entry_no_replacement BEFORE INSERT ON audit_entry
                WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id)
                BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
                """,
            postgresql: ""
        )
        """,
    ]
}
