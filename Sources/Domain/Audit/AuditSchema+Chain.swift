internal import Persistence

/// What waits for its seal, the chain of seals, and the checkpoints of the chain.
extension AuditSchema {
    static let chain: [SQL] = [
        """
        CREATE TABLE audit_queue (
            entry_id BIGINT NOT NULL PRIMARY KEY,
            entry_hash TEXT NOT NULL
        )
        """,
        // Rows live for less than a second: what they leave behind is swept by their number, not by the table's size.
        """
        \(
            sqlite: "",
            postgresql: """
                ALTER TABLE audit_queue SET (
                    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
                    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000
                )
                """
        )
        """,
        // The one place where entries are announced by another hand: those from before there was a chain.
        "INSERT INTO audit_queue (entry_id, entry_hash) SELECT e.id, e.hash FROM audit_entry e",
        """
        CREATE TABLE audit_seal (
            position BIGINT NOT NULL PRIMARY KEY CHECK (position > 0),
            entry_id BIGINT NOT NULL UNIQUE,
            entry_hash TEXT NOT NULL,
            previous TEXT NOT NULL,
            link TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE audit_checkpoint (
            number BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
            position BIGINT NOT NULL,
            link TEXT NOT NULL,
            at BIGINT NOT NULL,
            entry_count BIGINT NOT NULL,
            key_id TEXT,
            signature TEXT
        )
        """,
    ]

    static let chainRefusals: [SQL] = sqliteRefusals + postgresqlRefusals

    static func sqlite(_ text: SQL) -> SQL { "\(sqlite: text, postgresql: "")" }
    static func postgresql(_ text: SQL) -> SQL { "\(sqlite: "", postgresql: text)" }

    private static let sqliteRefusals: [SQL] = [
        sqlite(
            """
            CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal
            BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END
            """
        ),
        sqlite(
            """
            CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal
            BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END
            """
        ),
        // INSERT OR REPLACE deletes without firing a trigger; what is there already stops it first.
        sqlite(
            """
            CREATE TRIGGER audit_seal_in_chain BEFORE INSERT ON audit_seal
            WHEN EXISTS (SELECT 1 FROM audit_seal WHERE position = NEW.position OR entry_id = NEW.entry_id)
                OR NOT (
                    NEW.position = 1
                    OR EXISTS (SELECT 1 FROM audit_seal WHERE position = NEW.position - 1 AND link = NEW.previous)
                )
            BEGIN SELECT RAISE(ABORT, 'a seal continues the chain'); END
            """
        ),
        sqlite(
            """
            CREATE TRIGGER audit_checkpoint_no_update BEFORE UPDATE ON audit_checkpoint
            BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END
            """
        ),
        sqlite(
            """
            CREATE TRIGGER audit_checkpoint_no_delete BEFORE DELETE ON audit_checkpoint
            BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END
            """
        ),
        sqlite(
            """
            CREATE TRIGGER audit_checkpoint_no_replacement BEFORE INSERT ON audit_checkpoint
            WHEN EXISTS (SELECT 1 FROM audit_checkpoint WHERE number = NEW.number)
            BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END
            """
        ),
    ]

    private static let postgresqlRefusals: [SQL] = [
        // Says the table's name now that it serves three.
        postgresql(
            """
            CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql
            AS $$\(AuditSchema.refusalBody)$$
            """
        ),
        postgresql(
            """
            CREATE TRIGGER audit_seal_no_change BEFORE DELETE OR UPDATE ON audit_seal
            FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()
            """
        ),
        postgresql(
            """
            CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON audit_seal
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()
            """
        ),
        // A plan that is made while the table is empty would read it as a whole for ever after.
        postgresql(
            """
            CREATE FUNCTION continue_audit_chain() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off
            AS $$\(AuditSchema.chainBody)$$
            """
        ),
        postgresql(
            """
            CREATE TRIGGER audit_seal_in_chain AFTER INSERT ON audit_seal REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION continue_audit_chain()
            """
        ),
        postgresql(
            """
            CREATE TRIGGER audit_checkpoint_no_change BEFORE DELETE OR UPDATE ON audit_checkpoint
            FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()
            """
        ),
        postgresql(
            """
            CREATE TRIGGER audit_checkpoint_no_truncate BEFORE TRUNCATE ON audit_checkpoint
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()
            """
        ),
    ]
}
