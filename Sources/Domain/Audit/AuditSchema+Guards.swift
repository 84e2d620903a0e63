internal import Persistence

/// What checkpoints and functions of triggers are held to, and the triggers as the engine must know them.
extension AuditSchema {
    /// The triggers that refuse, in the words in which they were made.
    ///
    /// PostgreSQL says a trigger again in words of its own; ours are the same, so that one text serves for both.
    static func guards(on engine: Engine) throws -> [AuditGuard] {
        try (refusals + chainRefusals + checkpointRefusals).compactMap { AuditGuard(try $0.text(for: engine)) }
    }

    /// The functions that triggers of PostgreSQL call, with what stands between their `$$`.
    static let functions: [(name: String, body: SQL)] = [
        ("refuse_audit_change", refusalBody), ("continue_audit_chain", chainBody),
        ("continue_audit_checkpoints", checkpointBody),
    ]

    static let refusalBody: SQL =
        "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END"

    static let chainBody: SQL =
        """
        BEGIN
            IF EXISTS (
                SELECT 1 FROM added WHERE added.position <> 1 AND added.previous IS DISTINCT FROM (
                    SELECT before.link FROM audit_seal before WHERE before.position = added.position - 1
                )
            ) THEN
                RAISE EXCEPTION 'a seal continues the chain' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NULL;
        END
        """

    private static let checkpointBody: SQL =
        """
        BEGIN
            IF \(isOutOfOrder) THEN
                RAISE EXCEPTION 'a checkpoint continues the last one' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END
        """

    /// A number that is not the next would stand in the way of all that come later, a position as well.
    private static let isOutOfOrder: SQL =
        """
        NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM audit_checkpoint)
            OR NEW.position < coalesce((SELECT position FROM audit_checkpoint ORDER BY number DESC LIMIT 1), 0)
            OR NEW.position > (SELECT coalesce(max(position), 0) FROM audit_seal)
        """

    static let checkpointRefusals: [SQL] = [
        sqlite(
            """
            CREATE TRIGGER audit_checkpoint_in_order BEFORE INSERT ON audit_checkpoint
            WHEN \(isOutOfOrder)
            BEGIN SELECT RAISE(ABORT, 'a checkpoint continues the last one'); END
            """
        ),
        postgresql(
            """
            CREATE FUNCTION continue_audit_checkpoints() RETURNS trigger LANGUAGE plpgsql
            AS $$\(checkpointBody)$$
            """
        ),
        postgresql(
            """
            CREATE TRIGGER audit_checkpoint_in_order BEFORE INSERT ON audit_checkpoint
            FOR EACH ROW EXECUTE FUNCTION continue_audit_checkpoints()
            """
        ),
    ]

    /// Whoever may make temporary tables could else put one before the table that a trigger looks into: a temporary
    /// table comes first unless it is named last (PostgreSQL manual, CREATE FUNCTION).
    static let pinnedPaths: [SQL] = [
        postgresql(
            """
            DO $$ DECLARE pinned text; BEGIN
                FOREACH pinned IN ARRAY ARRAY['refuse_audit_change', 'continue_audit_chain', 'continue_audit_checkpoints']
                LOOP
                    EXECUTE format('ALTER FUNCTION %I() SET search_path = %I, pg_temp', pinned, current_schema());
                END LOOP;
            END $$
            """
        )
    ]
}

/// A trigger that refuses, by its name and its whole definition.
struct AuditGuard: Hashable, Sendable {
    let name: String
    /// With one blank wherever there is white space.
    let text: String

    /// - Returns: nil for a text that makes no trigger.
    init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count > 2, words[0] == "CREATE", words[1] == "TRIGGER" else { return nil }
        name = String(words[2])
        self.text = words.joined(separator: " ")
    }
}

/// A key by which no row can be there twice.
struct AuditTableKey: Hashable, Sendable, CustomStringConvertible {
    let table: String
    let column: String

    static let all: [AuditTableKey] = [
        AuditTableKey(table: "audit_entry", column: "id"), AuditTableKey(table: "audit_seal", column: "position"),
        AuditTableKey(table: "audit_seal", column: "entry_id"),
        AuditTableKey(table: "audit_checkpoint", column: "number"),
        AuditTableKey(table: "audit_queue", column: "entry_id"),
    ]

    var description: String { "\(table) (\(column))" }
}
