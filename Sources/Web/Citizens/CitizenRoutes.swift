internal import Domain
internal import Exchange
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The citizens whom the branches in scope may see: the list, one of them, and the list as a spreadsheet.
struct CitizenRoutes {
    let site: Site
    let clock: Clock
    let citizens: Citizens
    let references: References
    let freshness: Freshness

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        operators.get("cittadini", use: list)
        operators.get("cittadini/:id", use: detail)
        operators.get("cittadini.xlsx", use: export)
    }

    @Sendable
    private func list(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        let reference = try await references.snapshot()
        let open = try await openBranches(query, context)
        var layout = site.layout(context, title: context.words(.citizens))
        layout.isWide = true
        do {
            let (list, cursor) = try read(query, reference, open: open)
            let page = try await citizens.list(list, as: context.person, reference: reference, at: cursor)
            let columns = CitizenColumnContext(
                today: clock.today,
                reference: reference,
                branches: page.branches,
                language: context.words.language
            )
            let exact =
                query.isTicked("conta")
                ? try await citizens.count(page.list, as: context.person, reference: reference) : nil
            let view = CitizenListPage(
                words: context.words,
                list: page.list,
                page: page,
                exactCount: exact,
                columns: columns
            )
            return .page(layout.page(view.html))
        } catch let invalid as Invalid {
            let form = CitizenFilterForm(
                words: context.words,
                values: query,
                findings: invalid.findings,
                reference: reference
            )
            return .page(
                layout.page("<h1>\(context.words(.citizens))</h1>\(form.html)"),
                status: .unprocessableContent
            )
        }
    }

    /// The branches that a filter may name, where an address names some.
    private func openBranches(_ query: FormBody, _ context: OperatorContext) async throws -> [ID<Branch>]? {
        guard query.text("branch") != nil else { return nil }
        return try await citizens.branches(openTo: context.person).map(\.key)
    }

    /// The list and where its page begins, with all that is wrong with both at once.
    private func read(
        _ query: FormBody,
        _ reference: ReferenceSnapshot,
        open: [ID<Branch>]?
    ) throws -> (CitizenList, Cursor?) {
        var address = ListQuery(query.list)
        let cursor = address.cursor("cursore")
        do {
            let list = try CitizenList(query: query.list, reference: reference, open: open)
            try address.check()
            return (list, cursor)
        } catch let invalid as Invalid {
            throw Invalid(Array(Set(invalid.findings + address.findings)).sorted { $0.field < $1.field })
        }
    }

    @Sendable
    private func detail(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let id = ID<Citizen>(text: try context.parameters.require("id")) else { throw NotFound() }
        // Who reads her for an application does so on the application's own page.
        let detail = try await citizens.detail(id, as: context.person, because: "search")
        let labels = Labels(words: context.words, reference: try await references.snapshot())
        let page = CitizenDetailPage(labels: labels, detail: detail, today: clock.today)
        var layout = site.layout(context, title: "\(detail.familyName) \(detail.givenName)")
        layout.crumbs = [.init(title: context.words(.citizens), link: .citizens)]
        return .page(layout.page(page.html))
    }

    /// The very list of the screen, streamed while it is read: what breaks off is no workbook.
    @Sendable
    private func export(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        let export: CitizenExport
        do {
            let reference = try await references.snapshot()
            let open = try await openBranches(query, context)
            let list = try CitizenList(query: query.list, reference: reference, open: open)
            if !context.isFresh(within: freshness.seconds),
                try await citizens.exceeds(freshness.exportRows, list, as: context.person, reference: reference)
            {
                // Back to the list: a download has no page to come back to.
                try context.requireFresh(within: freshness.seconds, backTo: Link.citizens.query(query.list))
            }
            export = try await citizens.export(
                list,
                as: context.person,
                reference: reference,
                in: context.words.language
            )
        } catch is Invalid {
            // The page explains it, at the field.
            return .seeOther(Link.citizens.query(query.list))
        }
        let sheet = CitizensSheet(export, of: citizens)
        let trace = RequestTrace(id: context.id)
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
                .contentType: CitizensSheet.contentType, .contentDisposition: Response.attachment(sheet.fileName),
            ],
            body: body
        )
    }
}
