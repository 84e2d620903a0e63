internal import Domain
internal import HTML
internal import Hummingbird

/// The super users of an agency, for its masters.
struct SuperUserRoutes {
    let site: Site
    let superUsers: SuperUsers

    func add(to router: some RouterMethods<WebContext>) {
        let group = router.group(context: MasterContext.self)
        group.get("utenti", use: list)
        group.get("utenti/nuovo", use: create)
        group.form("utenti/nuovo", use: appoint)
        group.get("utenti/richieste/:request", use: appointment)
        group.form("utenti/richieste/:request/conferma", use: confirm)
        group.form("utenti/richieste/:request/rifiuta", use: decline)
        group.form("utenti/richieste/:request/ritira", use: withdraw)
        group.get("utenti/:id", use: show)
        group.form("utenti/:id/filiali", use: extend)
        group.form("utenti/:id/filiali/togli", use: takeBack)
        group.get("utenti/:id/sospendi", use: askToSuspend)
        group.form("utenti/:id/sospendi", use: suspend)
        group.form("utenti/:id/riabilita", use: reenable)
    }

    // MARK: The list

    @Sendable
    private func list(_ request: Request, _ context: MasterContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        var address = ListQuery(query.list)
        let cursor = address.cursor("cursore")
        var layout = site.layout(context, title: context.words(.superUsers))
        do {
            try address.check()
            let page = SuperUserListPage(
                words: context.words,
                list: try await superUsers.list(as: context.person, after: cursor),
                isFirst: cursor == nil,
                scopeName: context.web.session?.scopeName
            )
            layout.notices = notices(query, context.words)
            return .page(layout.page(page.html))
        } catch let invalid as Invalid {
            let page = SuperUserListPage.unreadable(invalid.findings, context.words)
            return .page(layout.page(page), status: .unprocessableContent)
        }
    }

    private func notices(_ query: FormBody, _ words: Words) -> [Layout.Notice] {
        let told: [String: Localized] = [
            "creato": .superUserCreated, "richiesto": .superUserRequested, "aggiunte": .branchesAdded,
            "sospeso": .superUserSuspended, "riabilitato": .superUserReenabled, "rifiutato": .appointmentWasDeclined,
            "ritirato": .appointmentWasWithdrawn, "tolte": .branchesTakenBack,
        ]
        guard let text = query.text("esito").flatMap({ told[$0] }) else { return [] }
        return [.init(kind: .success, text: words(text))]
    }

    // MARK: Creating

    @Sendable
    private func create(_ request: Request, _ context: MasterContext) async throws -> Response {
        try await form(context.typed.map(SuperUserForm.init) ?? SuperUserForm(), [], context)
    }

    private func form(
        _ form: SuperUserForm,
        _ findings: [Finding],
        _ context: MasterContext
    ) async throws -> Response {
        let page = SuperUserFormPage(
            words: context.words,
            form: form,
            branches: try await superUsers.ownBranches(of: context.person),
            needsConfirmation: try await superUsers.needsConfirmation(context.person),
            findings: findings,
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.newSuperUser))
        layout.crumbs = crumbs(context.words)
        return .page(layout.page(page.html), status: findings.haveErrors ? .unprocessableContent : .ok)
    }

    @Sendable
    private func appoint(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let form = SuperUserForm(body)
        do {
            return begun(try await superUsers.appoint(form.draft, as: context.person), new: "creato")
        } catch let invalid as Invalid {
            return try await self.form(form, invalid.findings, context)
        }
    }

    @Sendable
    private func extend(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let (id, branches) = (try superUser(context), SuperUserForm.branches(body))
        do {
            return begun(try await superUsers.extend(id, over: branches, as: context.person), new: "aggiunte")
        } catch let invalid as Invalid {
            return try await show(id, context, chosen: branches, findings: invalid.findings)
        }
    }

    @Sendable
    private func takeBack(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let (id, branches) = (try superUser(context), SuperUserForm.branches(body, "tolta"))
        do {
            let isStillThere = try await superUsers.takeBack(branches, from: id, as: context.person)
            let target: Link = isStillThere ? "/utenti/\(id.text)" : .superUsers
            return .seeOther(target.query([("esito", "tolte")]))
        } catch let invalid as Invalid {
            return try await show(id, context, taken: branches, findings: invalid.findings.map { $0.at("tolte") })
        } catch is CannotTakeBack {
            let notice = Layout.Notice(kind: .danger, text: context.words(.branchesNotYours))
            return try await show(id, context, notices: [notice], status: .conflict)
        }
    }

    /// To the person when the appointment is in force, to the request when it waits.
    private func begun(_ appointment: SuperAppointment, new outcome: String) -> Response {
        if let person = appointment.superUser, appointment.state == .inForce {
            return .seeOther(("/utenti/\(person.text)" as Link).query([("esito", outcome)]))
        }
        return .seeOther(
            ("/utenti/richieste/\(appointment.id.text)" as Link).query([("esito", "richiesto")])
        )
    }

    // MARK: One super user

    @Sendable
    private func show(_ request: Request, _ context: MasterContext) async throws -> Response {
        let query = FormBody(encoded: request.uri.query ?? "") ?? FormBody()
        return try await show(
            try superUser(context),
            context,
            chosen: context.typed.map { SuperUserForm.branches($0) } ?? [],
            taken: context.typed.map { SuperUserForm.branches($0, "tolta") } ?? [],
            notices: notices(query, context.words)
        )
    }

    private func show(
        _ id: ID<Operator>,
        _ context: MasterContext,
        chosen: Set<ID<Branch>> = [],
        taken: Set<ID<Branch>> = [],
        findings: [Finding] = [],
        notices: [Layout.Notice] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let detail = try await superUsers.detail(id, as: context.person)
        let held = Set(detail.person.branches)
        let page = SuperUserPage(
            words: context.words,
            detail: detail,
            further: try await superUsers.ownBranches(of: context.person).filter { !held.contains($0) },
            needsConfirmation: try await superUsers.needsConfirmation(context.person),
            chosen: chosen,
            taken: taken,
            findings: findings,
            formToken: context.formToken
        )
        let name = "\(detail.person.givenName) \(detail.person.familyName)"
        var layout = site.layout(context, title: name)
        layout.crumbs = crumbs(context.words)
        layout.notices = notices
        return .page(layout.page(page.html), status: findings.haveErrors ? .unprocessableContent : status)
    }

    @Sendable
    private func askToSuspend(_ request: Request, _ context: MasterContext) async throws -> Response {
        let detail = try await superUsers.detail(try superUser(context), as: context.person)
        guard detail.person.status == .active else {
            return .seeOther("/utenti/\(detail.person.id.text)")
        }
        let page = SuspensionPage(
            words: context.words,
            person: detail.person,
            agencyName: context.account.agencyName,
            reason: context.typed?.text("motivo"),
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.suspend))
        layout.crumbs = crumbs(context.words)
        return .page(layout.page(page.html))
    }

    @Sendable
    private func suspend(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let id = try superUser(context)
        do {
            try await superUsers.suspend(id, because: body.text("motivo"), as: context.person)
            return .seeOther(("/utenti/\(id.text)" as Link).query([("esito", "sospeso")]))
        } catch let reason as CannotChangeAccount {
            return try await refused(reason, id, context)
        }
    }

    @Sendable
    private func reenable(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let id = try superUser(context)
        do {
            try await superUsers.reenable(id, as: context.person)
            return .seeOther(("/utenti/\(id.text)" as Link).query([("esito", "riabilitato")]))
        } catch let reason as CannotChangeAccount {
            return try await refused(reason, id, context)
        }
    }

    private func refused(
        _ reason: CannotChangeAccount,
        _ id: ID<Operator>,
        _ context: MasterContext
    ) async throws -> Response {
        let words = context.words
        let text =
            switch reason {
            case .already(let status): "\(words(.alreadyInState)) «\(words(status.title))»."
            case .beyondOwnGrants(let branches): "\(words(.reenableBeyond)) \(branches.joined(separator: ", "))."
            }
        return try await show(id, context, notices: [.init(kind: .danger, text: text)], status: .conflict)
    }

    // MARK: One request

    @Sendable
    private func appointment(_ request: Request, _ context: MasterContext) async throws -> Response {
        let query = FormBody(encoded: request.uri.query ?? "") ?? FormBody()
        return try await appointment(try requested(context), context, notices: notices(query, context.words))
    }

    private func appointment(
        _ id: ID<SuperAppointment>,
        _ context: MasterContext,
        findings: [Finding] = [],
        notices: [Layout.Notice] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let detail = try await superUsers.appointment(id, as: context.person)
        let page = AppointmentPage(
            words: context.words,
            detail: detail,
            reason: context.typed?.text("motivo"),
            findings: findings,
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.appointmentTitle))
        layout.crumbs = crumbs(context.words)
        layout.notices = notices
        return .page(layout.page(page.html), status: findings.haveErrors ? .unprocessableContent : status)
    }

    @Sendable
    private func confirm(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let id = try requested(context)
        return try await decided(id, context) {
            try await superUsers.confirm(id, as: context.person)
            // To the request, not to the person, who may be out of the scope of the one who confirms.
            return .seeOther(("/utenti/richieste/\(id.text)" as Link).query([("esito", "creato")]))
        }
    }

    @Sendable
    private func decline(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let id = try requested(context)
        return try await decided(id, context) {
            try await superUsers.decline(id, because: body.text("motivo") ?? "", as: context.person)
            return .seeOther(Link.superUsers.query([("esito", "rifiutato")]))
        }
    }

    @Sendable
    private func withdraw(_ body: FormBody, _ context: MasterContext) async throws -> Response {
        let id = try requested(context)
        return try await decided(id, context) {
            try await superUsers.withdraw(id, as: context.person)
            return .seeOther(Link.superUsers.query([("esito", "ritirato")]))
        }
    }

    private func decided(
        _ id: ID<SuperAppointment>,
        _ context: MasterContext,
        _ decide: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await decide()
        } catch let invalid as Invalid {
            return try await appointment(id, context, findings: invalid.findings)
        } catch let reason as CannotDecideAppointment {
            let words = context.words
            let text: Localized =
                switch reason {
                case .alreadyDecided: .appointmentAlreadyDecided
                case .notYours: .appointmentNotYours
                case .requesterGone: .appointmentRequesterGone
                case .personChanged: .appointmentPersonChanged
                case .personSuspended: .appointmentPersonSuspended
                }
            let notice = Layout.Notice(kind: .danger, text: words(text))
            return try await appointment(id, context, notices: [notice], status: .conflict)
        }
    }

    // MARK: Addresses

    private func superUser(_ context: MasterContext) throws -> ID<Operator> {
        guard let id = ID<Operator>(text: try context.parameters.require("id")) else { throw NotFound() }
        return id
    }

    private func requested(_ context: MasterContext) throws -> ID<SuperAppointment> {
        guard let id = ID<SuperAppointment>(text: try context.parameters.require("request")) else { throw NotFound() }
        return id
    }

    private func crumbs(_ words: Words) -> [Layout.Crumb] {
        [.init(title: words(.superUsers), link: .superUsers)]
    }
}
