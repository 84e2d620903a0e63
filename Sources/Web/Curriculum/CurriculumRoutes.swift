internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The citizen's own CV: as agencies see it, and its draft section by section.
///
/// Each button of a section saves what was typed before it does its work, also when something is wrong with it.
struct CurriculumRoutes {
    let site: Site
    let clock: Clock
    let citizens: Citizens
    let references: References

    func add(to router: some RouterMethods<WebContext>) {
        let group = router.group(context: CitizenContext.self)
        group.get("curriculum", use: show)
        group.get("curriculum/modifica", use: overview)
        group.get("curriculum/modifica/:section", use: edit)
        group.form("curriculum/modifica/:section", use: save)
        group.form("curriculum/bozza/:section", use: autosave)
        group.form("curriculum/pubblica", use: publish)
        group.form("curriculum/scarta", use: discard)
    }

    @Sendable
    private func show(_ request: Request, _ context: CitizenContext) async throws -> Response {
        let words = context.words
        let reference = try await references.snapshot()
        let outcome = FormBody(encoded: request.uri.query ?? "")?.text("esito")
        let page = CurriculumPage(
            labels: Labels(words: words, reference: reference),
            edited: try await citizens.editedCurriculum(own: context.person, reference: reference),
            isJustPublished: outcome == "pubblicato"
        )
        var layout = site.layout(context, title: words(.myCurriculum))
        switch outcome {
        case "pubblicato": layout.notices = [.init(kind: .success, text: words(.cvPublished))]
        case "eliminata": layout.notices = [.init(kind: .success, text: words(.cvDiscarded))]
        default: break
        }
        return .page(layout.page(page.html))
    }

    @Sendable
    private func overview(_ request: Request, _ context: CitizenContext) async throws -> Response {
        try await overview(context, problem: nil)
    }

    private func overview(
        _ context: CitizenContext,
        problem: Localized?,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let reference = try await references.snapshot()
        let edited = try await citizens.editedCurriculum(own: context.person, reference: reference)
        let page = CurriculumOverviewPage(
            labels: Labels(words: context.words, reference: reference),
            edited: edited,
            read: edited.draft.read(reference, today: clock.today),
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.cvEdit))
        layout.crumbs = [.init(title: context.words(.myCurriculum), link: "/curriculum")]
        if let problem { layout.notices = [.init(kind: .danger, text: context.words(problem))] }
        return .page(layout.page(page.html), status: status)
    }

    // MARK: - A section

    private func section(_ context: CitizenContext) throws -> CurriculumDraft.Section {
        guard let section = CurriculumDraft.Section(slug: try context.parameters.require("section")) else {
            throw NotFound()
        }
        return section
    }

    @Sendable
    private func edit(_ request: Request, _ context: CitizenContext) async throws -> Response {
        let section = try section(context)
        let query = FormBody(encoded: request.uri.query ?? "") ?? FormBody()
        let reference = try await references.snapshot()
        let draft = try await citizens.editedCurriculum(own: context.person, reference: reference).draft
        let stored = draft.only(section)
        let typed = context.typed.map { CurriculumDraft($0.list).only(section) }
        var page = SectionShown(section: section, typed: typed ?? stored, stored: stored)
        // A form of an ended session knows what it began from; another window is noticed as ever.
        page.fingerprint = context.typed?.text("impronta") ?? page.fingerprint
        page.added = query.text("aggiunta").flatMap(CurriculumDraft.Part.init(rawValue:))
        page.searched = query.text("cerca")
        // Somebody in the middle of a row is not yet told what is missing in it.
        page.showsFindings = page.added == nil && page.searched == nil
        return self.page(page, reference, context)
    }

    @Sendable
    private func save(_ body: FormBody, _ context: CitizenContext) async throws -> Response {
        let section = try section(context)
        let reference = try await references.snapshot()
        let action = CurriculumAction(body.text("azione"))
        let typed = CurriculumDraft(action.applied(to: body.list)).only(section)
        do {
            let edited = try await citizens.saveDraft(
                typed,
                of: section,
                over: body.text("impronta") ?? "",
                reference: reference,
                as: context.person
            )
            let shown = SectionShown(section: section, typed: typed, stored: edited.draft.only(section))
            return answer(action, shown, body, reference, context)
        } catch let reason as CannotSaveDraft {
            switch reason {
            case .changedMeanwhile(let other):
                let shown = SectionShown(section: section, typed: typed, stored: other, problem: .cvConflict)
                return page(shown, reference, context, status: .conflict)
            case .tooLarge:
                let stored = try await citizens.editedCurriculum(own: context.person, reference: reference).draft
                var shown = SectionShown(section: section, typed: typed, stored: stored.only(section))
                (shown.problem, shown.isConflict) = (.cvTooLarge, false)
                return page(shown, reference, context, status: .contentTooLarge)
            }
        }
    }

    /// Where the button leads, once everything is saved.
    private func answer(
        _ action: CurriculumAction,
        _ shown: SectionShown,
        _ body: FormBody,
        _ reference: ReferenceSnapshot,
        _ context: CitizenContext
    ) -> Response {
        let section = shown.section
        switch action {
        case .goOn:
            if shown.typed.read(reference, today: clock.today).findings.haveErrors {
                return page(shown, reference, context, status: .unprocessableContent)
            }
            return .seeOther(section.next?.link ?? "/curriculum/modifica")
        case .overview: return .seeOther("/curriculum/modifica")
        case .add(let part):
            let row = shown.typed.rows(part)
            return .seeOther(section.link("aggiunta", part.rawValue, at: "riga-\(part.rawValue)-\(row)"))
        case .remove(let part, let row), .moveUp(let part, let row):
            return .seeOther(section.link("vista", part.rawValue, at: "riga-\(part.rawValue)-\(max(0, row - 1))"))
        case .search(let part, let row):
            guard let place = CurriculumAction.place(of: row, part, in: body.list) else {
                return .seeOther(section.link)
            }
            let name = "\(part.rawValue).\(place)"
            return .seeOther(section.link("cerca", name, at: "riga-\(part.rawValue)-\(place)"))
        }
    }

    private func page(
        _ shown: SectionShown,
        _ reference: ReferenceSnapshot,
        _ context: CitizenContext,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let words = context.words
        let read = shown.typed.read(reference, today: clock.today)
        let section = shown.section
        let page = CurriculumSectionPage(
            section: section,
            fields: CurriculumFields(
                labels: Labels(words: words, reference: reference),
                draft: shown.typed,
                curriculum: read.curriculum,
                findings: shown.showsFindings ? read.findings : [],
                today: clock.today,
                added: shown.added,
                searched: shown.searched
            ),
            fingerprint: shown.fingerprint,
            other: shown.isConflict ? shown.stored : nil,
            formToken: context.formToken
        )
        var layout = site.layout(context, title: words(section.title))
        layout.crumbs = [
            .init(title: words(.myCurriculum), link: "/curriculum"),
            .init(title: words(.cvEdit), link: "/curriculum/modifica"),
        ]
        layout.script = "/incontro.autosave.js"
        if let problem = shown.problem { layout.notices = [.init(kind: .danger, text: words(problem))] }
        return .page(layout.page(page.html), status: status)
    }

    /// Saves while somebody types, for the page's script; the answer is the new fingerprint.
    @Sendable
    private func autosave(_ body: FormBody, _ context: CitizenContext) async throws -> Response {
        let section = try section(context)
        do {
            let edited = try await citizens.saveDraft(
                CurriculumDraft(body.list),
                of: section,
                over: body.text("impronta") ?? "",
                reference: try await references.snapshot(),
                as: context.person
            )
            return .text(edited.draft.fingerprint(of: section))
        } catch let reason as CannotSaveDraft {
            switch reason {
            case .changedMeanwhile: return .text("", status: .conflict)
            case .tooLarge: return .text("", status: .contentTooLarge)
            }
        }
    }

    // MARK: - The whole

    @Sendable
    private func publish(_ body: FormBody, _ context: CitizenContext) async throws -> Response {
        do {
            try await citizens.publishDraft(
                showing: body.text("impronta") ?? "",
                replacing: body.integer("versione") ?? 0,
                reference: try await references.snapshot(),
                as: context.person
            )
            return .seeOther(("/curriculum" as Link).query([("esito", "pubblicato")]))
        } catch is Invalid {
            return try await overview(context, problem: .cvCorrectFirst, status: .unprocessableContent)
        } catch let reason as CannotPublishDraft {
            switch reason {
            case .changedMeanwhile: return try await overview(context, problem: .cvDraftChanged, status: .conflict)
            case .nothingToPublish: return .seeOther("/curriculum")
            }
        } catch is CannotSaveCurriculum {
            return try await overview(context, problem: .cvOvertaken, status: .conflict)
        }
    }

    @Sendable
    private func discard(_ body: FormBody, _ context: CitizenContext) async throws -> Response {
        try await citizens.discardDraft(as: context.person)
        return .seeOther(("/curriculum" as Link).query([("esito", "eliminata")]))
    }
}

/// A section's page: what stands in the form, and what is stored.
private struct SectionShown {
    let section: CurriculumDraft.Section
    let typed: CurriculumDraft
    let stored: CurriculumDraft
    /// What the form says it began from.
    var fingerprint: String
    var problem: Localized?
    var added: CurriculumDraft.Part?
    var searched: String?
    var showsFindings = true
    /// Whether another window has stored something else meanwhile.
    var isConflict: Bool

    init(
        section: CurriculumDraft.Section,
        typed: CurriculumDraft,
        stored: CurriculumDraft,
        problem: Localized? = nil
    ) {
        self.section = section
        self.typed = typed
        self.stored = stored
        fingerprint = stored.fingerprint(of: section)
        self.problem = problem
        isConflict = problem != nil
    }
}

extension Response {
    fileprivate static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
