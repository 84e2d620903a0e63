internal import Domain
internal import HTML

/// What is the same on all pages: where the site is, what its header offers to whom.
struct Site: Sendable {
    /// The address that people reach the site at, without a slash at its end.
    let publicURL: String
    /// Whether people sign in at the development identity provider: each page says so.
    let isDevelopment: Bool

    var isSecure: Bool { publicURL.hasPrefix("https://") }

    /// The frame of a page for the one who asks.
    func layout(_ context: some PageContext, title: String) -> Layout {
        let web = context.web
        var layout = Layout(words: web.words, title: title)
        layout.path = web.path
        layout.address = web.address
        layout.isDevelopment = isDevelopment
        layout.typed = web.typedForm.map { Layout.Typed(lacksFiles: $0.lacksFiles) }
        if let session = web.session {
            layout.person = person(session, web.words)
            layout.navigation = navigation(session.standing)
        }
        return layout
    }

    private func person(_ session: Session, _ words: Words) -> Layout.Person {
        var name = "\(session.person.givenName) \(session.person.familyName)"
        var role = ""
        var scope: String?
        var mayChangeScope = false
        switch session.standing {
        case .withoutRole: break
        case .withoutScope(let account): role = "\(words(account.role.title)), \(account.agencyName)"
        case .citizen(let citizen):
            // A provider may tell no more than the tax code.
            if name.allSatisfy(\.isWhitespace) { name = "\(citizen.givenName) \(citizen.familyName)" }
            role = words(.citizen)
        case .operator(_, let account):
            role = "\(words(account.role.title)), \(account.agencyName)"
            scope = session.scopeName ?? words(.crossBranch)
            mayChangeScope = true
        case .jobCentre: role = words(.jobCentreOperator)
        case .authority: role = words(.authority)
        }
        return Layout.Person(
            name: name,
            role: role,
            scope: scope,
            csrf: session.formToken,
            mayChangeScope: mayChangeScope,
            mayChangeRole: true
        )
    }

    private func navigation(_ standing: Session.Standing) -> [Layout.NavigationItem] {
        switch standing {
        case .citizen:
            [
                .init(title: .myPath, link: "/percorso"),
                .init(title: .stepCurriculum, link: .curriculum),
                .init(title: .myPact, link: "/patto"),
                .init(title: .searchOffers, link: .work),
                .init(title: .myInterests, link: .ownInterests),
                .init(title: .whoSaw, link: "/chi-ha-visto"),
            ]
        case .operator(let person, _):
            [
                .init(title: .citizens, link: .citizens),
                .init(title: .interests, link: .receivedInterests),
                .init(title: .vacancies, link: .vacancies),
                .init(title: .savedSearches, link: .savedSearches),
            ] + (person.role == .master ? [.init(title: .superUsers, link: .superUsers)] : [])
        case .withoutRole, .withoutScope, .jobCentre, .authority: []
        }
    }
}
