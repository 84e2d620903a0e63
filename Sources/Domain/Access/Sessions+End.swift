public import Persistence

extension Sessions {
    /// Ends the session of a token; answers what the provider needs for signing out there too.
    @discardableResult
    public func close(_ token: SessionToken) async throws -> String? {
        try await end("token_hash = \(token.hash)", "session.closed").first?.providerSession
    }

    /// The sessions of a person that are still good, the one used last first.
    public func list(of taxCode: TaxCode) async throws -> [SessionSummary] {
        let (limits, now) = (limits, store.now)
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT id, device, opened_at, seen_at FROM person_session
                WHERE tax_code = \(taxCode) AND seen_at > \(now.adding(seconds: -limits.idleSeconds))
                AND opened_at > \(now.adding(seconds: -limits.absoluteSeconds))
                ORDER BY seen_at DESC, id DESC
                """
            )
        }
    }

    /// Ends one of a person's own sessions.
    public func revoke(_ id: ID<Session>, of taxCode: TaxCode) async throws {
        if try await end("id = \(id) AND tax_code = \(taxCode)", "session.revoked").isEmpty { throw NotFound() }
    }

    /// Ends all of a person's sessions, but the one given: after a loss, or when an account is suspended.
    @discardableResult
    public func revokeAll(of taxCode: TaxCode, except kept: ID<Session>? = nil) async throws -> Int {
        let exception: SQL = kept.map { " AND id <> \($0)" } ?? ""
        return try await end("tax_code = \(taxCode)\(exception)", "session.revoked").count
    }

    /// Removes what is over: a background job's work, since `find` looks at the limits itself.
    @discardableResult
    public func removeExpired() async throws -> Int {
        let (limits, now) = (limits, store.now)
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.run("DELETE FROM sign_in_attempt WHERE expires_at <= \(now)")
            return try transaction.run(
                """
                DELETE FROM person_session
                WHERE seen_at <= \(now.adding(seconds: -limits.idleSeconds))
                OR opened_at <= \(now.adding(seconds: -limits.absoluteSeconds))
                """
            )
        }
    }

    private func end(_ condition: SQL, _ action: AuditAction) async throws -> [EndedSession] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let ended: [EndedSession] = try transaction.all(
                "DELETE FROM person_session WHERE \(condition) RETURNING id, provider_session"
            )
            for session in ended {
                let entry = AuditEntry(.system("session"), action, on: AuditSubject("session", session.id))
                try store.audit.record(entry, in: transaction)
            }
            return ended
        }
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

private struct EndedSession: FromRow {
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
