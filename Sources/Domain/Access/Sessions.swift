internal import Persistence

/// Sessions of signed-in people: opaque, kept on the server, each ended at will.
public struct Sessions: Sendable {
    let store: Store
    public let limits: SessionLimits

    public init(_ store: Store, limits: SessionLimits = SessionLimits()) {
        self.store = store
        self.limits = limits
    }

    /// Opens a session for somebody who comes from the provider; always a new token, so that none can be planted before.
    public func open(for person: SignedInPerson, device: String? = nil) async throws -> SessionToken {
        let (store, token) = (store, SessionToken())
        try await store.write { (transaction: borrowing Transaction) in
            let (id, now) = (store.ids.next(Session.self), store.now)
            try transaction.run(
                """
                INSERT INTO person_session (
                    id, token_hash, tax_code, given_name, family_name, email, assurance, provider_session, device,
                    opened_at, seen_at, authenticated_at
                ) VALUES (
                    \(id), \(token.hash), \(person.taxCode), \(person.givenName), \(person.familyName), \(person.email),
                    \(person.assurance), \(person.providerSession), \(device.map { String($0.prefix(200)) }),
                    \(now), \(now), \(Sessions.stored(person.authenticatedAt))
                )
                """
            )
            // No hat is on yet, so the trace says who it is by all those that could be put on.
            let hats = try transaction.roles(of: person.taxCode, on: store.today)
            let details: [String: AuditValue] = [
                "assurance": .number(Int64(person.assurance)), "hats": .list(hats.map { .text($0.words) }),
            ]
            try store.audit.record(.session("session.opened", id, details: details), in: transaction)
        }
        return token
    }

    /// The session of a token, with what the person is at this moment; nil when it is over or never was.
    public func find(_ token: SessionToken) async throws -> Session? {
        let (store, limits) = (store, limits)
        let now = store.now
        let found = try await store.read { (transaction: borrowing Transaction) in
            try transaction.session(token, limits, now: now, today: store.today)
        }
        guard let found else { return nil }
        if now.seconds(since: found.seenAt) >= limits.touchSeconds {
            try await store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "UPDATE person_session SET seen_at = \(now) WHERE id = \(found.session.id) AND seen_at < \(now)"
                )
            }
        }
        return found.session
    }

    /// Puts a hat on, which must be one of the person's own.
    ///
    /// An operator who has one scope only to choose from gets it at once.
    public func wear(_ role: PersonRole, in token: SessionToken) async throws {
        guard let session = try await find(token) else { throw NotFound() }
        let people = People(store)
        guard try await people.roles(of: session.person.taxCode).contains(role) else { throw NotFound() }
        let scopes: [OperatingScope] =
            if case .operator(let account) = role { try await people.scopes(of: account).map(\.scope) } else { [] }
        try await change(session, to: role, scopes.count == 1 ? scopes.first : nil, "session.role_chosen")
    }

    /// Changes the operating scope: only to one that is open to the person now.
    public func choose(_ scope: OperatingScope, in token: SessionToken) async throws {
        guard let session = try await find(token) else { throw NotFound() }
        let account: OperatorAccount
        switch session.standing {
        case .withoutScope(let found), .operator(_, let found): account = found
        case .withoutRole, .citizen, .jobCentre, .authority: throw NotFound()
        }
        guard try await People(store).scopes(of: account).contains(where: { $0.scope == scope }) else {
            throw NotFound()
        }
        try await change(session, to: .operator(account), scope, "session.scope_chosen")
    }

    func change(
        _ session: Session,
        to role: PersonRole,
        _ scope: OperatingScope?,
        _ action: AuditAction
    ) async throws {
        let store = store
        let (kind, roleID) = role.reference
        let details: [String: AuditValue] = [
            "before": .text(session.standing.words), "after": .text(role.words(in: scope)),
        ]
        try await store.write { (transaction: borrowing Transaction) in
            // It may have been ended since it was found, and what is over gets no hat.
            let id: ID<Session>? = try transaction.first(
                """
                UPDATE person_session
                SET role_kind = \(kind), role_id = \(roleID), scope = \(scope?.word), scope_branch_id = \(scope?.branch)
                WHERE id = \(session.id) AND ended_at IS NULL RETURNING id
                """
            )
            guard id != nil else { throw NotFound() }
            if action == "session.role_chosen", case .operator(let account) = role {
                try transaction.run("UPDATE operator SET last_signed_in_at = \(store.now) WHERE id = \(account.id)")
            }
            let entry = AuditEntry.session(action, session.id, as: role.actor(in: scope), details: details)
            try store.audit.record(entry, in: transaction)
        }
    }

    /// Notes that the person has proved again who they are, and when.
    public func confirmIdentity(in token: SessionToken, at instant: Instant?) async throws {
        guard let session = try await find(token) else { throw NotFound() }
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            let id: ID<Session>? = try transaction.first(
                """
                UPDATE person_session SET authenticated_at = \(Sessions.stored(instant))
                WHERE id = \(session.id) AND ended_at IS NULL RETURNING id
                """
            )
            guard let id else { throw NotFound() }
            let (actor, details) = session.trace
            let entry = AuditEntry.session("session.identity_confirmed", id, as: actor, details: details)
            try store.audit.record(entry, in: transaction)
        }
    }

    /// What the store holds of the time of a proof: the beginning of time where nobody knows.
    private static func stored(_ instant: Instant?) -> Instant { instant ?? Instant(milliseconds: 0) }

    static func authentication(stored instant: Instant) -> Instant? { instant.milliseconds == 0 ? nil : instant }
}

extension PersonRole {
    /// What the store keeps of the hat.
    fileprivate var reference: (kind: String, id: Int64) {
        switch self {
        case .citizen(let identity): ("citizen", identity.id.rawValue)
        case .operator(let account): ("operator", account.id.rawValue)
        case .jobCentre(let identity): ("job_centre", identity.id.rawValue)
        case .authority(let identity): ("authority", identity.id.rawValue)
        }
    }

    /// The hat for a trace: `operator 12`.
    fileprivate var words: String { "\(reference.kind) \(reference.id)" }

    /// Hat and scope for a trace: `operator 12 in branch 34`.
    fileprivate func words(in scope: OperatingScope?) -> String {
        guard case .operator = self else { return words }
        guard let scope else { return "\(words) without scope" }
        return "\(words) in \(scope.word)\(scope.branch.map { " \($0.rawValue)" } ?? "")"
    }

    fileprivate func actor(in scope: OperatingScope?) -> Actor {
        switch self {
        case .citizen(let identity): .citizen(identity)
        case .operator(let account): scope.map { .operator(account.working(in: $0)) } ?? .account(account)
        case .jobCentre(let identity), .authority(let identity): .official(identity)
        }
    }
}

extension Session.Standing {
    fileprivate var words: String {
        switch self {
        case .withoutRole: "no hat"
        case .withoutScope(let account): PersonRole.operator(account).words(in: nil)
        case .citizen(let identity): PersonRole.citizen(identity).words(in: nil)
        case .operator(let identity, let account): PersonRole.operator(account).words(in: identity.scope)
        case .jobCentre(let identity): PersonRole.jobCentre(identity).words(in: nil)
        case .authority(let identity): PersonRole.authority(identity).words(in: nil)
        }
    }
}

extension Session {
    /// Who acts in it, for a trace: by name of the hat where no scope says it yet.
    var trace: (actor: Actor, details: [String: AuditValue]) {
        actor.map { ($0, [:]) } ?? (.system("session"), ["hat": .text(standing.words)])
    }
}

extension AuditEntry {
    fileprivate static func session(
        _ action: AuditAction,
        _ id: ID<Session>,
        as actor: Actor = .system("session"),
        details: [String: AuditValue] = [:]
    ) -> AuditEntry {
        AuditEntry(actor, action, on: AuditSubject("session", id), details: details)
    }
}
