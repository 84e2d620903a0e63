internal import Domain
internal import Exchange
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Large lists that become files in the background: asked for, followed, taken; and who may export at all.
struct ExportRoutes {
    let site: Site
    let clock: Clock
    let exports: Exports
    let references: References
    let desks: ListDesks
    let freshness: Freshness

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        operators.get("esportazioni", use: list)
        operators.get("esportazioni/nuova", use: confirm)
        operators.form("esportazioni/nuova", use: request)
        operators.get("esportazioni/permessi", use: rights)
        operators.form("esportazioni/permessi", use: setRight)
        operators.get("esportazioni/:id", use: detail)
        operators.get("esportazioni/:id/file", use: file)
        operators.form("esportazioni/:id/annulla", use: cancel)
    }

    private func id(_ context: OperatorContext) throws -> ID<PreparedExport> {
        guard let id = ID<PreparedExport>(text: try context.parameters.require("id")) else { throw NotFound() }
        return id
    }

    // MARK: - Those of the person

    @Sendable
    private func list(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let page = ExportsPage(
            words: context.words,
            exports: try await exports.list(of: context.person),
            isMaster: context.person.role == .master
        )
        return .page(site.layout(context, title: context.words(.exportsTitle)).page(page.html))
    }

    @Sendable
    private func detail(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let page = ExportPage(
            words: context.words,
            export: try await exports.find(id(context), of: context.person),
            formToken: context.formToken
        )
        var layout = site.layout(context, title: page.title)
        layout.crumbs = [.init(title: context.words(.exportsTitle), link: .exports)]
        layout.script = "/incontro.progress.js"
        return .page(layout.page(page.html))
    }

    @Sendable
    private func cancel(_ form: FormBody, _ context: OperatorContext) async throws -> Response {
        let id = try id(context)
        do {
            try await exports.cancel(id, by: context.person)
        } catch CannotExport.notReady {
            // It has come to its end meanwhile: the page tells which.
        }
        return .seeOther(.export(id))
    }

    @Sendable
    private func file(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let id = try id(context)
        try context.requireFresh(within: freshness.seconds, backTo: .export(id))
        do {
            let file = try await exports.open(id, of: context.person)
            let export = file.export
            let name = export.format.fileName(
                of: export.list,
                on: Day(of: export.requestedAt),
                in: export.language
            )
            let body = ResponseBody { writer in
                try await file.write { try await writer.write(ByteBuffer(bytes: $0)) }
                try await writer.finish(nil)
            }
            return Response(
                status: .ok,
                headers: [
                    .contentType: export.format.contentType,
                    .contentDisposition: Response.attachment(name),
                    .contentLength: String(export.size),
                ],
                body: body
            )
        } catch let problem as CannotExport {
            return explain(problem, context)
        }
    }

    // MARK: - A new one

    @Sendable
    private func confirm(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let query = FormBody(encoded: request.uri.query ?? "") else { throw UnreadableForm.malformed }
        guard let asked = AskedExport(query) else { throw NotFound() }
        let page = NewExportPage(words: context.words, asked: asked, formToken: context.formToken)
        var layout = site.layout(context, title: context.words(.newExport))
        layout.crumbs = [.init(title: context.words(.exportsTitle), link: .exports)]
        return .page(layout.page(page.html))
    }

    @Sendable
    private func request(_ form: FormBody, _ context: OperatorContext) async throws -> Response {
        guard let asked = AskedExport(form) else { throw NotFound() }
        try context.requireFresh(within: freshness.seconds, backTo: asked.link)
        do {
            let reference = try await references.snapshot()
            return .seeOther(
                .export(try await desks.request(asked, as: context.person, reference, exports, context.words.language))
            )
        } catch is Invalid {
            // The list's page explains it, at the field.
            return .seeOther(asked.page)
        } catch let problem as CannotExport {
            return explain(problem, context)
        }
    }

    private func explain(_ problem: CannotExport, _ context: OperatorContext) -> Response {
        let words = context.words
        let (text, status): (String, HTTPResponse.Status) =
            switch problem {
            case .notAllowed: (words(.exportNotAllowed), .forbidden)
            case .tooMany(let limit): (words(.tooManyExports(limit)), .conflict)
            case .notReady: (words(.exportNotReady), .gone)
            case .scopeChanged: (words(.exportScopeChanged), .forbidden)
            }
        var layout = site.layout(context, title: words(.exportsTitle))
        layout.crumbs = [.init(title: words(.exportsTitle), link: .exports)]
        return .page(
            layout.page("<h1>\(words(.exportsTitle))</h1><p class=\"alert alert-warning\" role=\"alert\">\(text)</p>"),
            status: status
        )
    }

    // MARK: - Who may

    @Sendable
    private func rights(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let page = ExportRightsPage(
            words: context.words,
            rights: try await exports.rights(as: context.person),
            formToken: context.formToken
        )
        var layout = site.layout(context, title: context.words(.exportRights))
        layout.crumbs = [.init(title: context.words(.exportsTitle), link: .exports)]
        return .page(layout.page(page.html))
    }

    @Sendable
    private func setRight(_ form: FormBody, _ context: OperatorContext) async throws -> Response {
        guard let id = form.text("operatore").flatMap(ID<Operator>.init(text:)) else { throw NotFound() }
        try await exports.setRight(of: id, to: form.text("permesso") == "si", by: context.person)
        return .seeOther(.exportRights)
    }
}

extension Link {
    static let exports: Link = "/esportazioni"
    static let exportRights: Link = "/esportazioni/permessi"
    static let newExport: Link = "/esportazioni/nuova"
    static func export(_ id: ID<PreparedExport>) -> Link { "/esportazioni/\(id.text)" }
    static func exportFile(_ id: ID<PreparedExport>) -> Link { "/esportazioni/\(id.text)/file" }
    static func exportCancel(_ id: ID<PreparedExport>) -> Link { "/esportazioni/\(id.text)/annulla" }
}
