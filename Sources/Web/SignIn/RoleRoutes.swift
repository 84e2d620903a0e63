internal import Domain
internal import HTML
internal import Hummingbird

/// Which hat to wear, and for operators in which scope.
struct RoleRoutes {
    let site: Site
    let sessions: Sessions
    let people: People

    func add(to router: some RouterMethods<WebContext>) {
        router.get("accedi/ruolo", use: roles)
        router.form("accedi/ruolo", use: choose)
        router.get("ambito", use: scopes)
        router.form("ambito", use: chooseScope)
    }

    @Sendable
    private func roles(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let session = context.session else { throw SignInNeeded() }
        let roles = try await people.roles(of: session.person.taxCode)
        let words = context.words
        if roles.isEmpty {
            return .page(
                site.layout(context, title: words(.nobodyTitle)).page(
                    "<h1>\(words(.nobodyTitle))</h1><p class=\"lead\">\(words(.nobodyText))</p>"
                )
            )
        }
        let target = FormBody(encoded: request.uri.query ?? "")?.text("ritorno") ?? "/"
        let choices = roles.map { role -> HTML in
            """
            <li class="choice"><h2 class="h4">\(role.title(words))</h2><p>\(role.details(words))</p>
            <form method="post" action="/accedi/ruolo">\(Field.csrf(session.formToken))\
            \(Field.hidden("ruolo", role.key))\(Field.hidden("ritorno", target))
            <button type="submit" class="btn btn-primary">\(words(.chooseThis))\
            <span class="visually-hidden"> \(role.title(words)) \(role.details(words))</span></button></form></li>
            """
        }
        return .page(
            site.layout(context, title: words(.chooseRole)).page(
                """
                <h1>\(words(.chooseRole))</h1><p class="lead">\(words(.chooseRoleText))</p>
                <ul class="choices">\(choices)</ul>
                """
            )
        )
    }

    @Sendable
    private func choose(_ form: FormBody, _ context: WebContext) async throws -> Response {
        guard let session = context.session, let token = context.token else { throw SignInNeeded() }
        let roles = try await people.roles(of: session.person.taxCode)
        guard let role = roles.first(where: { $0.key == form.text("ruolo") }) else { throw NotFound() }
        try await sessions.wear(role, in: token)
        return .seeOther(form.text("ritorno").flatMap(Link.init(local:)) ?? "/")
    }

    @Sendable
    private func scopes(_ request: Request, _ context: WebContext) async throws -> Response {
        let (session, account) = try operatorAccount(context)
        let scopes = try await people.scopes(of: account)
        let words = context.words
        let target = FormBody(encoded: request.uri.query ?? "")?.text("ritorno") ?? "/"
        let options = scopes.map { Field.Option(value: $0.key, label: $0.label(words)) }
        let form: HTML =
            scopes.isEmpty
            ? "<p class=\"alert alert-warning\">\(words(.noBranchOpen))</p>"
            : """
            <form method="post" action="/ambito">\(Field.csrf(session.formToken))\(Field.hidden("ritorno", target))
            \(Field.select(
                .init(name: "ambito", label: words(.operatingScope), value: session.scopeKey, isRequired: true),
                options, blank: nil, words))
            <button type="submit" class="btn btn-primary">\(words(.confirm))</button></form>
            """
        return .page(
            site.layout(context, title: words(.chooseScope)).page(
                "<h1>\(words(.chooseScope))</h1><p class=\"lead\">\(words(.chooseScopeText))</p>\(form)"
            )
        )
    }

    @Sendable
    private func chooseScope(_ form: FormBody, _ context: WebContext) async throws -> Response {
        let (_, account) = try operatorAccount(context)
        guard let token = context.token else { throw SignInNeeded() }
        let scopes = try await people.scopes(of: account)
        guard let choice = scopes.first(where: { $0.key == form.text("ambito") }) else { throw NotFound() }
        try await sessions.choose(choice.scope, in: token)
        return .seeOther(form.text("ritorno").flatMap(Link.init(local:)) ?? "/")
    }

    private func operatorAccount(_ context: WebContext) throws -> (Session, OperatorAccount) {
        guard let session = context.session else { throw SignInNeeded() }
        switch session.standing {
        case .withoutScope(let account), .operator(_, let account): return (session, account)
        case .withoutRole: throw WrongRole.roleMissing
        case .citizen, .jobCentre, .authority: throw WrongRole.otherRole
        }
    }
}

extension Session {
    fileprivate var scopeKey: String? {
        guard case .operator(let identity, _) = standing else { return nil }
        return identity.scope.branch?.text ?? ScopeChoice.allKey
    }
}

extension ScopeChoice {
    fileprivate static let allKey = "tutte"

    fileprivate var key: String { scope.branch?.text ?? ScopeChoice.allKey }

    fileprivate func label(_ words: Words) -> String {
        guard let name else { return "\(words(.crossBranch)): \(words(.crossBranchText))" }
        return [name, code, province].compactMap { $0 }.joined(separator: " – ")
    }
}

extension PersonRole {
    fileprivate var key: String {
        switch self {
        case .citizen(let identity): "c" + identity.id.text
        case .operator(let account): "o" + account.id.text
        case .jobCentre(let identity): "j" + identity.id.text
        case .authority(let identity): "a" + identity.id.text
        }
    }

    fileprivate func title(_ words: Words) -> String {
        switch self {
        case .citizen: words(.citizenRole)
        case .operator(let account): words(account.role.title)
        case .jobCentre: words(.jobCentreOperator)
        case .authority: words(.authority)
        }
    }

    fileprivate func details(_ words: Words) -> String {
        switch self {
        case .citizen(let identity): "\(identity.givenName) \(identity.familyName)"
        case .operator(let account): "\(account.agencyName) (\(account.agencyCode))"
        case .jobCentre(let identity), .authority(let identity): "\(identity.givenName) \(identity.familyName)"
        }
    }
}
