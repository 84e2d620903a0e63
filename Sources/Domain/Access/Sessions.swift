internal import Persistence

/// Sessions of signed-in people: opaque, kept on the server, each ended at will.
public struct Sessions: Sendable {
    let store: Store
    public let limits: SessionLimits

    public init(_ store: Store, limits: SessionLimits = SessionLimits()) {
        self.store = store
        self.limits = limits
    }

    /// Opens a session for somebody who has just signed in; always a new token, so that none can be planted before.
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
                    \(now), \(now), \(now)
                )
                """
            )
            try store.audit.record(.session("session.opened", id), in: transaction)
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

    private func change(
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
            try transaction.run(
                """
                UPDATE person_session
                SET role_kind = \(kind), role_id = \(roleID), scope = \(scope?.word), scope_branch_id = \(scope?.branch)
                WHERE id = \(session.id)
                """
            )
            if action == "session.role_chosen", case .operator(let account) = role {
                try transaction.run("UPDATE operator SET last_signed_in_at = \(store.now) WHERE id = \(account.id)")
            }
            let entry = AuditEntry.session(action, session.id, as: role.actor(in: scope), details: details)
            try store.audit.record(entry, in: transaction)
        }
    }

    /// Notes that the person has proved again who they are.
    public func confirmIdentity(in token: SessionToken) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            let id: ID<Session>? = try transaction.first(
                """
                UPDATE person_session SET authenticated_at = \(store.now)
                WHERE token_hash = \(token.hash) AND ended_at IS NULL RETURNING id
                """
            )
            guard let id else { throw NotFound() }
            try store.audit.record(.session("session.identity_confirmed", id), in: transaction)
        }
    }
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

    /// Hat and scope for a trace: `operator 12 in branch 34`.
    fileprivate func words(in scope: OperatingScope?) -> String {
        let (kind, id) = reference
        guard case .operator = self else { return "\(kind) \(id)" }
        guard let scope else { return "\(kind) \(id) without scope" }
        return "\(kind) \(id) in \(scope.word)\(scope.branch.map { " \($0.rawValue)" } ?? "")"
    }

    fileprivate func actor(in scope: OperatingScope?) -> Actor {
        switch self {
        case .citizen(let identity): .citizen(identity)
        case .operator(let account): .operator(account.working(in: scope ?? .crossBranch))
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
