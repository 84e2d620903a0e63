public import Persistence

extension Sessions {
    /// Ends the session of a token; answers what the provider needs for signing out there too.
    @discardableResult
    public func close(_ token: SessionToken) async throws -> String? {
        let (actor, details) = try await find(token)?.trace ?? (nil, [:])
        return try await end("token_hash = \(token.hash)", "session.closed", by: actor, details).first?.providerSession
    }

    /// The sessions of a person that are still good, the one used last first.
    public func list(of taxCode: TaxCode) async throws -> [SessionSummary] {
        let (limits, now) = (limits, store.now)
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT id, device, opened_at, seen_at FROM person_session
                WHERE tax_code = \(taxCode) AND ended_at IS NULL
                AND seen_at > \(now.adding(seconds: -limits.idleSeconds))
                AND opened_at > \(now.adding(seconds: -limits.absoluteSeconds))
                ORDER BY seen_at DESC, id DESC
                """
            )
        }
    }

    /// Ends one of a person's own sessions.
    public func revoke(_ id: ID<Session>, of taxCode: TaxCode, by actor: Actor? = nil) async throws {
        let ended = try await end("id = \(id) AND tax_code = \(taxCode)", "session.revoked", by: actor)
        if ended.isEmpty { throw NotFound() }
    }

    /// Ends all of a person's sessions, but the one given: after a loss, or when an account is suspended.
    @discardableResult
    public func revokeAll(
        of taxCode: TaxCode,
        except kept: ID<Session>? = nil,
        by actor: Actor? = nil
    ) async throws -> Int {
        let exception: SQL = kept.map { " AND id <> \($0)" } ?? ""
        return try await end("tax_code = \(taxCode)\(exception)", "session.revoked", by: actor).count
    }

    /// Whose a token was, also when its session is over; nil when that is no longer known.
    ///
    /// It opens nothing: it only tells to whom a form belongs that was sent too late.
    public func owner(of token: SessionToken) async throws -> TaxCode? {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(
                "SELECT tax_code FROM person_session WHERE token_hash = \(token.hash)",
                as: TaxCode.self
            )
        }
    }

    /// Marks what is over and removes what was over long enough: a background job's work, since `find` looks at the
    /// limits itself.
    @discardableResult
    public func removeExpired() async throws -> Int {
        let (limits, now) = (limits, store.now)
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM sign_in_attempt WHERE expires_at <= \(now)")
            let ended = try transaction.run(
                """
                UPDATE person_session SET \(Sessions.ending(at: now)) WHERE ended_at IS NULL AND (
                    seen_at <= \(now.adding(seconds: -limits.idleSeconds))
                    OR opened_at <= \(now.adding(seconds: -limits.absoluteSeconds))
                )
                """
            )
            let removed = try transaction.run(
                "DELETE FROM person_session WHERE ended_at <= \(now.adding(seconds: -limits.memorySeconds))"
            )
            return ended + removed
        }
    }

    /// What becomes of a row when its session ends: whose it was is all that stays, for a day.
    private static func ending(at now: Instant) -> SQL {
        """
        ended_at = \(now), given_name = '', family_name = '', email = NULL, provider_session = NULL, device = NULL,
        role_kind = NULL, role_id = NULL, scope = NULL, scope_branch_id = NULL
        """
    }

    private func end(
        _ condition: SQL,
        _ action: AuditAction,
        by actor: Actor? = nil,
        _ details: [String: AuditValue] = [:]
    ) async throws -> [EndedSession] {
        try await store.write { (transaction: borrowing Transaction) in
            try end(condition, action, by: actor ?? .system("session"), details, in: transaction)
        }
    }

    /// Ends the sessions of a condition, each with its trace.
    @discardableResult
    func end(
        _ condition: SQL,
        _ action: AuditAction,
        by actor: Actor,
        _ details: [String: AuditValue] = [:],
        in transaction: borrowing Transaction
    ) throws -> [EndedSession] {
        // Read first: what the statement that ends a session returns is what it has become.
        let found: [EndedSession] = try transaction.all(
            "SELECT id, provider_session FROM person_session WHERE \(condition) AND ended_at IS NULL"
        )
        let ids = try transaction.all(
            """
            UPDATE person_session SET \(Sessions.ending(at: store.now)) WHERE \(condition) AND ended_at IS NULL
            RETURNING id
            """,
            as: ID<Session>.self
        )
        for id in ids {
            try store.audit.record(
                AuditEntry(actor, action, on: AuditSubject("session", id), details: details),
                in: transaction
            )
        }
        return found.filter { ids.contains($0.id) }
    }
}

extension Sessions {
    /// Keeps what a sign-in needs when the person comes back from the identity provider, under its `state`.
    public func begin(_ state: String, _ body: String) async throws {
        let (store, limits) = (store, limits)
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                INSERT INTO sign_in_attempt (state_hash, body, expires_at)
                VALUES (\(Secrets.hash(state)), \(body), \(store.now.adding(seconds: limits.attemptSeconds)))
                """
            )
        }
    }

    /// Takes it out again: once only, and in time; nil otherwise.
    public func resume(_ state: String) async throws -> String? {
        let (store, now) = (store, store.now)
        return try await store.write { (transaction: borrowing Transaction) in
            let attempts: [Attempt] = try transaction.all(
                "DELETE FROM sign_in_attempt WHERE state_hash = \(Secrets.hash(state)) RETURNING body, expires_at"
            )
            return attempts.first { $0.expiresAt > now }?.body
        }
    }
}

extension SessionSummary: FromRow {
    public init(from row: inout Row) throws {
        id = try row.next()
        device = try row.next()
        openedAt = try row.next()
        seenAt = try row.next()
    }
}

/// A session that was ended just now, with what the provider needs for signing out there too.
struct EndedSession: FromRow {
    let id: ID<Session>
    let providerSession: String?

    init(from row: inout Row) throws {
        id = try row.next()
        providerSession = try row.next()
    }
}

private struct Attempt: FromRow {
    let body: String
    let expiresAt: Instant

    init(from row: inout Row) throws {
        body = try row.next()
        expiresAt = try row.next()
    }
}
