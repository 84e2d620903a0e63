internal import Persistence

extension Transaction {
    /// The session of a token, unless one of its limits has passed.
    func session(
        _ token: SessionToken,
        _ limits: SessionLimits,
        now: Instant,
        today: Day
    ) throws -> (session: Session, seenAt: Instant)? {
        let found: SessionRow? = try first(
            """
            SELECT s.id, s.tax_code, s.given_name, s.family_name, s.email, s.assurance, s.authenticated_at,
                s.provider_session, s.role_kind, s.role_id, s.scope, s.scope_branch_id, s.opened_at, s.seen_at
            FROM person_session s
            WHERE s.token_hash = \(token.hash) AND s.ended_at IS NULL
            AND s.seen_at > \(now.adding(seconds: -limits.idleSeconds))
            AND s.opened_at > \(now.adding(seconds: -limits.absoluteSeconds))
            """
        )
        guard let row = found else { return nil }
        let (standing, scopeName) = try standing(of: row, today: today)
        let session = Session(
            id: row.id,
            person: row.person,
            standing: standing,
            scopeName: scopeName,
            formToken: token.formToken,
            openedAt: row.openedAt,
            idleUntil: now.adding(seconds: limits.idleSeconds),
            endsAt: row.openedAt.adding(seconds: limits.absoluteSeconds)
        )
        return (session, row.seenAt)
    }

    /// What the hat and the scope of a session are worth now, and the name of the branch where the scope is one.
    private func standing(of row: SessionRow, today: Day) throws -> (Session.Standing, String?) {
        if row.roleKind == "operator" { return try operatorStanding(of: row, today: today) }
        return (try personalStanding(of: row), nil)
    }

    private func personalStanding(of row: SessionRow) throws -> Session.Standing {
        switch row.roleKind {
        case "citizen":
            let name: PersonName? = try first(
                """
                SELECT id, given_name, family_name FROM citizen
                WHERE id = \(row.roleID) AND tax_code = \(row.person.taxCode)
                """
            )
            return name.map {
                .citizen(CitizenIdentity(id: ID($0.id), givenName: $0.givenName, familyName: $0.familyName))
            } ?? .withoutRole
        case "job_centre", "authority":
            let official: Official? = try first(
                """
                SELECT \(Official.columns) FROM official f
                WHERE f.id = \(row.roleID) AND f.tax_code = \(row.person.taxCode) AND f.status = 'active'
                """
            )
            guard let identity = official?.identity else { return .withoutRole }
            return identity.jobCentre == nil ? .authority(identity) : .jobCentre(identity)
        default: return .withoutRole
        }
    }

    private func operatorStanding(of row: SessionRow, today: Day) throws -> (Session.Standing, String?) {
        let account: OperatorAccount? = try first(
            """
            SELECT \(OperatorAccount.columns) FROM operator o JOIN agency a ON a.id = o.agency_id
            WHERE o.id = \(row.roleID) AND o.tax_code = \(row.person.taxCode) AND o.status = 'active'
            AND \(Agency.isAuthorised(on: today))
            """
        )
        guard let account else { return (.withoutRole, nil) }
        guard let scope = row.operatingScope else { return (.withoutScope(account), nil) }
        let identity = account.working(in: scope)
        let opened: String? = try first(
            """
            SELECT b.name FROM (\(identity.openBranches(on: today))) AS opened
            JOIN branch b ON b.id = opened.branch_id LIMIT 1
            """
        )
        guard let opened else { return (.withoutScope(account), nil) }
        return (.operator(identity, account), scope.branch == nil ? nil : opened)
    }
}

private struct SessionRow: FromRow {
    let id: ID<Session>
    let person: SignedInPerson
    let roleKind: String?
    let roleID: Int64?
    let scope: String?
    let scopeBranch: ID<Branch>?
    let openedAt: Instant
    let seenAt: Instant

    init(from row: inout Row) throws {
        id = try row.next()
        person = SignedInPerson(
            taxCode: try row.next(),
            givenName: try row.next(),
            familyName: try row.next(),
            email: try row.next(),
            assurance: try row.next(),
            authenticatedAt: Sessions.authentication(stored: try row.next()),
            providerSession: try row.next()
        )
        roleKind = try row.next()
        roleID = try row.next()
        scope = try row.next()
        scopeBranch = try row.next()
        openedAt = try row.next()
        seenAt = try row.next()
    }

    var operatingScope: OperatingScope? {
        if let scopeBranch { return .branch(scopeBranch) }
        return scope == OperatingScope.crossBranch.word ? .crossBranch : nil
    }
}

private struct PersonName: FromRow {
    let id: Int64
    let givenName: String
    let familyName: String

    init(from row: inout Row) throws {
        id = try row.next()
        givenName = try row.next()
        familyName = try row.next()
    }
}
