internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird

/// The citizen's activation pact: fill in, check, sign.
struct PactRoutes {
    let site: Site
    let citizens: Citizens
    let pacts: Pacts
    let registry: Registry
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        let group = router.group(context: CitizenContext.self)
        group.get("patto", use: show)
        group.get("patto/modifica", use: edit)
        group.form("patto/modifica", use: save)
        group.form("patto/riprendi", use: takeBack)
        group.get("patto/firma", use: check)
        group.form("patto/firma", use: sign)
    }

    @Sendable
    private func show(_ request: Request, _ context: CitizenContext) async throws -> Response {
        let page = PactPage(
            words: context.words,
            current: try await pacts.current(for: context.person),
            preparing: try await pacts.inPreparation(for: context.person),
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.pactTitle))
        switch FormBody(encoded: request.uri.query ?? "")?.text("esito") {
        case "sottoscritto": layout.notices = [.init(kind: .success, text: context.words(.pactSigned))]
        case "in-attesa": layout.notices = [.init(kind: .success, text: context.words(.pactAwaiting))]
        default: break
        }
        return .page(layout.page(page.html))
    }

    @Sendable
    private func edit(_ request: Request, _ context: CitizenContext) async throws -> Response {
        let query = FormBody(encoded: request.uri.query ?? "") ?? FormBody()
        // Whoever was led back here from the signature is told why.
        var form = try await begun(context)
        if let typed = context.typed { form = PactForm(typed, notice: pacts.currentNotice) }
        var findings: [Finding] = []
        if query.isTicked("controlla"), try await pacts.inPreparation(for: context.person) != nil {
            findings = try await pacts.findings(for: context.person)
        }
        return try await self.form(form, search: query.text("cerca") ?? "", findings: findings, context)
    }

    /// The version being prepared, else the pact in force as a start, else the contacts that are known.
    private func begun(_ context: CitizenContext) async throws -> PactForm {
        let citizen = try await citizens.find(own: context.person)
        if let preparing = try await pacts.inPreparation(for: context.person) {
            guard preparing.state.isEditable else { throw NotFound() }
            return PactForm(draft: preparing)
        }
        if let current = try await pacts.current(for: context.person) { return PactForm(after: current) }
        return PactForm(email: citizen.email, phone: citizen.phone)
    }

    private func form(
        _ form: PactForm,
        search: String = "",
        findings: [Finding] = [],
        notice: Layout.Notice? = nil,
        other: ActivationPact? = nil,
        _ context: CitizenContext
    ) async throws -> Response {
        let citizen = try await citizens.find(own: context.person)
        let reference = try await references.snapshot()
        let home = citizen.home.municipalityCode
        let found = try await pacts.selectableBranches(near: home, search: search, reference: reference)
        // Chosen branches stay on the page whatever is searched and whatever becomes of them, else their ticks would be
        // lost.
        let all = try await pacts.selectableBranches(near: home, reference: reference, atMost: .max).branches
        let chosen = try await pacts.branches(form.branches).map { branch in
            all.first { $0.branch == branch.branch } ?? branch
        }
        let page = PactFormPage(
            words: context.words,
            labels: Labels(words: context.words, reference: reference),
            form: form,
            search: search,
            chosen: chosen,
            found: found.branches.filter { !form.branches.contains($0.branch) },
            unavailable: Set(chosen.map(\.branch)).subtracting(all.map(\.branch)),
            jobCentres: try await registry.jobCentres(),
            commitments: Commitment.required(for: try await pacts.measure(of: context.person)),
            notice: pacts.currentNotice,
            findings: findings,
            other: other,
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.pactStart))
        layout.crumbs = [.init(title: context.words(.pactTitle), link: "/patto")]
        if let notice { layout.notices = [notice] }
        let status: HTTPResponse.Status =
            other != nil ? .conflict : findings.haveErrors ? .unprocessableContent : .ok
        return .page(layout.page(page.html), status: status)
    }

    @Sendable
    private func save(_ body: FormBody, _ context: CitizenContext) async throws -> Response {
        var form = PactForm(body, notice: pacts.currentNotice)
        let search = body.text("cerca") ?? ""
        // Whoever looks for branches has not said yet that anything is to be kept.
        if body.isTicked("trova") { return try await self.form(form, search: search, context) }
        if !form.findings.isEmpty {
            return try await self.form(form, search: search, findings: form.findings, context)
        }
        do {
            let saved = try await pacts.saveDraft(form.draft, over: form.fingerprint, as: context.person)
            form.fingerprint = PactDraft(saved).fingerprint
        } catch is IllegalPactTransition {
            // Signed meanwhile, in another window: the page of the pact shows how it stands.
            return .seeOther("/patto")
        } catch let reason as CannotSavePactDraft {
            switch reason {
            case .noLongerDraft: return .seeOther("/patto")
            case .changedMeanwhile(let other):
                // Sent once more, it is meant.
                form.fingerprint = PactDraft(other).fingerprint
                let notice = Layout.Notice(kind: .danger, text: context.words(.pactConflict))
                return try await self.form(form, search: search, notice: notice, other: other, context)
            }
        }
        if body.isTicked("prosegui") {
            do {
                try await pacts.complete(as: context.person)
                return .seeOther("/patto/firma")
            } catch let invalid as Invalid {
                return try await self.form(form, findings: invalid.findings, context)
            }
        }
        let notice = Layout.Notice(kind: .success, text: context.words(.pactDraftSaved))
        return try await self.form(form, search: search, notice: notice, context)
    }

    @Sendable
    private func takeBack(_ body: FormBody, _ context: CitizenContext) async throws -> Response {
        try await pacts.takeBack(as: context.person)
        return .seeOther("/patto/modifica")
    }

    private static var formWithFindings: Link { ("/patto/modifica" as Link).query([("controlla", "1")]) }

    @Sendable
    private func check(_ request: Request, _ context: CitizenContext) async throws -> Response {
        try await check(context, problem: nil)
    }

    private func check(_ context: CitizenContext, problem: Localized?) async throws -> Response {
        let completed: (pact: ActivationPact, hash: String)
        do {
            completed = try await pacts.toSign(as: context.person)
        } catch is Invalid {
            return .seeOther(PactRoutes.formWithFindings)
        } catch is CannotSignPact {
            return .seeOther("/patto")
        }
        let labels = Labels(words: context.words, reference: try await references.snapshot())
        let centres = try await registry.jobCentres()
        let page = PactCheckPage(
            labels: labels,
            pact: completed.pact,
            hash: completed.hash,
            jobCentre: centres.first { $0.id == completed.pact.jobCentre }?.name,
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.pactCheck))
        layout.crumbs = [.init(title: context.words(.pactTitle), link: "/patto")]
        if let problem { layout.notices = [.init(kind: .danger, text: context.words(problem))] }
        return .page(layout.page(page.html), status: problem == nil ? .ok : .conflict)
    }

    @Sendable
    private func sign(_ body: FormBody, _ context: CitizenContext) async throws -> Response {
        do {
            let pact = try await pacts.sign(
                showing: body.text("impronta") ?? "",
                assuranceLevel: context.session.person.assurance,
                as: context.person
            )
            let outcome = pact.state == .signed ? "sottoscritto" : "in-attesa"
            return .seeOther(("/patto" as Link).query([("esito", outcome)]))
        } catch is Invalid {
            return .seeOther(PactRoutes.formWithFindings)
        } catch let reason as CannotSignPact {
            switch reason {
            case .notComplete: return .seeOther("/patto")
            case .changedMeanwhile: return try await check(context, problem: .pactChangedMeanwhile)
            case .earlierSuspended: return try await check(context, problem: .pactEarlierSuspended)
            case .applicationRejected, .noApplication: return try await check(context, problem: .pactApplicationMissing)
            }
        }
    }
}
