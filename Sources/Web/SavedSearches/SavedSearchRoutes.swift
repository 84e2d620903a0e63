internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird

/// The searches that an operator keeps, shares and follows.
struct SavedSearchRoutes {
    let site: Site
    let savedSearches: SavedSearches

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        operators.get("ricerche", use: list)
        operators.form("ricerche", use: save)
        operators.get("ricerche/nuova", use: create)
        operators.get("ricerche/:id", use: open)
        operators.form("ricerche/:id/nome", use: rename)
        operators.form("ricerche/:id/condivisione", use: share)
        operators.form("ricerche/:id/novita", use: watch)
        operators.form("ricerche/:id/elimina", use: delete)
    }

    // MARK: All of them

    @Sendable
    private func list(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let told: [String: Localized] = [
            "salvata": .searchSaved, "rinominata": .searchRenamed, "condivisa": .searchWasShared,
            "riservata": .searchWasUnshared, "seguita": .searchWatched, "tralasciata": .searchUnwatched,
            "eliminata": .searchDeleted,
        ]
        let outcome = FormBody(encoded: request.uri.query ?? "")?.text("esito").flatMap { told[$0] }
        return try await page(context, notices: outcome.map { [.init(kind: .success, text: context.words($0))] } ?? [])
    }

    private func page(
        _ context: OperatorContext,
        typed: FormBody? = nil,
        findings: [Finding] = [],
        notices: [Layout.Notice] = []
    ) async throws -> Response {
        let searches = try await savedSearches.list(as: context.person)
        let page = SavedSearchListPage(
            words: context.words,
            person: context.person,
            searches: searches,
            newRows: try await savedSearches.newRows(in: searches, as: context.person),
            typed: typed ?? context.typed,
            findings: findings,
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.savedSearches))
        layout.notices = notices
        return .page(layout.page(page.html), status: findings.haveErrors ? .unprocessableContent : .ok)
    }

    // MARK: One more

    /// The form of the lists' pages on a page of its own: where faults are shown, and where it comes back to after a
    /// session that ended.
    @Sendable
    private func create(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        return try form(SavedSearchForm(context.typed ?? query), [], context)
    }

    @Sendable
    private func save(_ body: FormBody, _ context: OperatorContext) async throws -> Response {
        let form = try SavedSearchForm(body)
        do {
            try await savedSearches.save(form.draft, as: context.person)
            return outcome("salvata")
        } catch let invalid as Invalid {
            return self.form(form, invalid.findings, context)
        }
    }

    private func form(_ form: SavedSearchForm, _ findings: [Finding], _ context: OperatorContext) -> Response {
        let page = SavedSearchFormPage(
            words: context.words,
            form: form,
            findings: findings,
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.saveSearch))
        layout.crumbs = [.init(title: context.words(.savedSearches), link: .savedSearches)]
        return .page(layout.page(page.html), status: findings.haveErrors ? .unprocessableContent : .ok)
    }

    // MARK: One of them

    /// Marks it as seen and goes on to its list, which explains a filter that cannot be read any more.
    @Sendable
    private func open(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let search = try await savedSearches.open(try id(context), as: context.person)
        return .seeOther(search.list.link.query(search.query.pairs))
    }

    @Sendable
    private func rename(_ body: FormBody, _ context: OperatorContext) async throws -> Response {
        let id = try id(context)
        let field = SavedSearchListPage.nameField(id)
        return try await changed(body, context, placing: { $0.at(field) }) {
            try await savedSearches.rename(id, to: body.text(field) ?? "", as: context.person)
            return outcome("rinominata")
        }
    }

    @Sendable
    private func share(_ body: FormBody, _ context: OperatorContext) async throws -> Response {
        let (id, isShared) = (try id(context), body.text("condivisa") == "1")
        return try await changed(body, context) {
            try await savedSearches.share(id, isShared, as: context.person)
            return outcome(isShared ? "condivisa" : "riservata")
        }
    }

    @Sendable
    private func watch(_ body: FormBody, _ context: OperatorContext) async throws -> Response {
        let (id, isWatched) = (try id(context), body.text("segui") == "1")
        return try await changed(body, context) {
            try await savedSearches.watch(id, isWatched, as: context.person)
            return outcome(isWatched ? "seguita" : "tralasciata")
        }
    }

    @Sendable
    private func delete(_ body: FormBody, _ context: OperatorContext) async throws -> Response {
        try await savedSearches.delete(try id(context), as: context.person)
        return outcome("eliminata")
    }

    /// What is wrong with a change stands on the page of all searches, at its field where it has one.
    private func changed(
        _ body: FormBody,
        _ context: OperatorContext,
        placing: (Finding) -> Finding = { $0 },
        _ change: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await change()
        } catch let invalid as Invalid {
            return try await page(context, typed: body, findings: invalid.findings.map(placing))
        }
    }

    private func outcome(_ word: String) -> Response {
        .seeOther(Link.savedSearches.query([("esito", word)]))
    }

    private func id(_ context: OperatorContext) throws -> ID<SavedSearch> {
        guard let id = ID<SavedSearch>(text: try context.parameters.require("id")) else { throw NotFound() }
        return id
    }
}
