internal import Domain
internal import Exchange
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A list as a page, and as a file.
struct ListRoutes<Desk: ListDesk>: Sendable {
    let site: Site
    let clock: Clock
    let desk: Desk
    let references: References
    let exports: Exports
    let savedSearches: SavedSearches
    let policy: ListPolicy

    func add(to operators: some RouterMethods<OperatorContext>) {
        operators.get(RouterPath(String(Desk.texts.path.text.dropFirst())), use: list)
        for (format, link) in Desk.texts.files.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            operators.get(RouterPath(String(link.text.dropFirst()))) { request, context in
                try await file(request, context, as: format)
            }
        }
    }

    @Sendable
    private func list(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        let reference = try await references.snapshot()
        var layout = site.layout(context, title: context.words(Desk.List.name.title))
        layout.isWide = true
        do {
            let (list, cursor) = try await read(query, context, reference)
            let view = try await view(list, at: cursor, query, context, reference)
            return .page(layout.page(view.html))
        } catch let invalid as Invalid {
            var form = ListForm<Desk>(words: context.words, values: query, reference: reference)
            form.findings = invalid.findings
            return .page(
                layout.page("<h1>\(context.words(Desk.List.name.title))</h1>\(form.html)"),
                status: .unprocessableContent
            )
        }
    }

    private func view(
        _ list: Desk.List,
        at cursor: Cursor?,
        _ query: FormBody,
        _ context: OperatorContext,
        _ reference: ReferenceSnapshot
    ) async throws -> ListView<Desk> {
        let page = try await desk.page(list, as: context.person, reference, at: cursor)
        var view = ListView<Desk>(
            words: context.words,
            list: page.list,
            page: page,
            context: ListContext(
                today: clock.today,
                reference: reference,
                branches: page.branches,
                language: context.words.language
            )
        )
        if query.isTicked(ListParameter.exactCount) {
            view.exactCount = try await desk.count(page.list, as: context.person, reference)
        }
        if query.isTicked(ListParameter.facets) {
            view.facets = try await desk.facets(page.list, as: context.person, reference)
        }
        view.mayExport = try await exports.mayExport(context.person)
        if query.isTicked(ListParameter.savedSearches) { view.aside = try await searches(page.list, context).html }
        view.choosesColumns = query.isTicked(ListParameter.columns)
        return view
    }

    private func searches(_ list: Desk.List, _ context: OperatorContext) async throws -> SavedSearchPanel {
        let saved = try await savedSearches.list(Desk.List.name, as: context.person)
        return SavedSearchPanel(
            words: context.words,
            list: Desk.List.name,
            query: list.parameters,
            saved: saved,
            newRows: try await savedSearches.newRows(in: saved, as: context.person),
            formToken: context.formToken
        )
    }

    /// The list and where its page begins, with all that is wrong with both at once.
    private func read(
        _ query: FormBody,
        _ context: OperatorContext,
        _ reference: ReferenceSnapshot
    ) async throws -> (Desk.List, Cursor?) {
        var address = ListQuery(query.list)
        let cursor = address.cursor(ListParameter.cursor)
        do {
            let list = try await desk.read(query, as: context.person, reference)
            try address.check()
            return (list, cursor)
        } catch let invalid as Invalid {
            throw Invalid(Array(Set(invalid.findings + address.findings)).sorted { $0.field < $1.field })
        }
    }

    /// The very list of the screen, streamed while it is read: what breaks off is no whole file.
    private func file(
        _ request: Request,
        _ context: OperatorContext,
        as format: ExportFormat
    ) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        do {
            let reference = try await references.snapshot()
            let list = try await desk.read(query, as: context.person, reference)
            if !context.isFresh(within: policy.freshness.seconds),
                try await desk.exceeds(policy.freshness.exportRows, list, as: context.person, reference)
            {
                // Back to the list: a download has no page to come back to.
                try context.requireFresh(within: policy.freshness.seconds, backTo: Desk.texts.path.query(query.list))
            }
            if !query.isTicked(ListParameter.atOnce),
                try await desk.exceeds(policy.backgroundRows, list, as: context.person, reference)
            {
                return .seeOther(AskedExport(Desk.List.name, as: format, list.parameters).link)
            }
            let export = try await desk.export(list, as: context.person, reference, in: context.words.language)
            return .file(ListSheet(export, as: format), RequestTrace(id: context.id))
        } catch is Invalid {
            // The page explains it, at the field.
            return .seeOther(Desk.texts.path.query(query.list))
        } catch CannotExport.notAllowed {
            let words = context.words
            var layout = site.layout(context, title: words(Desk.List.name.title))
            layout.crumbs = [.init(title: words(Desk.List.name.title), link: Desk.texts.path)]
            let told: HTML =
                "<h1>\(words(.export))</h1><p class=\"alert alert-warning\">\(words(.exportNotAllowed))</p>"
            return .page(layout.page(told), status: .forbidden)
        }
    }
}

/// What the settings say of lists and their files.
struct ListPolicy: Sendable {
    let freshness: Freshness
    /// From so many rows on a file is prepared in the background.
    let backgroundRows: Int
}

extension Response {
    /// A list as a download, written while it is read.
    fileprivate static func file<List>(_ sheet: ListSheet<List>, _ trace: RequestTrace) -> Response {
        let body = ResponseBody { writer in
            // The body leaves after the request's middleware has returned: the trace is put up again around it.
            try await RequestTrace.$current.withValue(trace) {
                try await sheet.write { try await writer.write(ByteBuffer(bytes: $0)) }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: sheet.format.contentType, .contentDisposition: Response.attachment(sheet.fileName),
            ],
            body: body
        )
    }
}
