internal import Documents
internal import Domain
internal import Exchange
internal import HTML
internal import Hummingbird

/// Vacancies from a file: choose, look at the outcome of each row, confirm.
struct VacancyUploadRoutes {
    let site: Site
    let vacancies: Vacancies
    let uploads: VacancyUploads

    func add(to router: some RouterMethods<WebContext>) {
        let operators = router.group(context: OperatorContext.self)
        operators.get("offerte/carica") { _, context in choose(context, findings: []) }
        operators.upload("offerte/carica", use: preview)
        operators.form("offerte/carica/:id/conferma", use: confirm)
        operators.get("offerte/carica/:id", use: outcome)
    }

    private func choose(_ context: OperatorContext, findings: [Finding]) -> Response {
        let words = context.words
        return .page(
            layout(context, words(.uploadVacancies)).page(
                """
                <h1>\(words(.uploadVacancies))</h1><p class="lead">\(words(.uploadIntro))</p>
                \(Field.summary(findings, words))
                <form method="post" action="\(link: .vacancyUpload)" enctype="multipart/form-data">\(Field.csrf(context.formToken))\
                \(Field.page(.vacancyUpload))
                \(Field.input(.init(name: "file", label: words(.fileLabel), hint: words(.fileHint), type: "file",
                isRequired: true, findings: findings, attributes: [("accept", ".csv,.xlsx")]), words))
                <button type="submit" class="btn btn-primary">\(words(.preview))</button></form>
                <h2>\(words(.uploadTemplates))</h2>
                <ul><li><a href="\(link: .template("vacancies.csv"))">\(words(.templateCSV))</a></li>
                <li><a href="\(link: .template("vacancies.xlsx"))">\(words(.templateXLSX))</a></li>
                <li><a href="\(link: .templates)">\(words(.templatesLink))</a></li></ul>
                """
            ),
            status: findings.isEmpty ? .ok : .unprocessableContent
        )
    }

    @Sendable
    private func preview(_ upload: Upload, _ context: OperatorContext) async throws -> Response {
        guard let file = upload.file("file") else {
            return choose(context, findings: [Finding("file", "file_missing", Localized.fileMissing)])
        }
        do {
            let report = try await run(file.bytes, isDryRun: true, context)
            let id = try await uploads.keep(file.bytes, named: file.fileName ?? "", by: context.person)
            let page = VacancyUploadPage(words: context.words, report: report, fileName: file.fileName ?? "")
            let title = context.words(.previewTitle)
            return .page(layout(context, title).page(page.preview(id, formToken: context.formToken)))
        } catch let reason as CannotImport {
            return choose(context, findings: [Finding("file", "unreadable_file", reason.message)])
        }
    }

    @Sendable
    private func confirm(_ form: FormBody, _ context: OperatorContext) async throws -> Response {
        let id = try id(context)
        do {
            let upload = try await uploads.take(id, by: context.person)
            let report = try await run(upload.content, isDryRun: false, context)
            // One more than is shown, by which the page knows that there are more.
            let shown = VacancyUploadPage.shown + 1
            let kept = ImportRecord(fileName: upload.fileName, report: report, keeping: shown)
            try await uploads.finish(id, outcome: try kept.json, by: context.person)
        } catch let reason as CannotImport {
            return choose(context, findings: [Finding("file", "unreadable_file", reason.message)])
        } catch let reason as CannotTakeUpload {
            switch reason {
            // A second click: what the first has done is told once more.
            case .taken: break
            case .expired: return expired(context)
            }
        }
        return .seeOther("/offerte/carica/\(id.text)")
    }

    private func id(_ context: OperatorContext) throws -> ID<VacancyUpload> {
        guard let id = ID<VacancyUpload>(text: try context.parameters.require("id")) else { throw NotFound() }
        return id
    }

    @Sendable
    private func outcome(_ request: Request, _ context: OperatorContext) async throws -> Response {
        let words = context.words
        let kept: String?
        do {
            kept = try await uploads.outcome(id(context), by: context.person)
        } catch CannotTakeUpload.expired {
            return expired(context)
        }
        let layout = layout(context, words(.uploadDone))
        guard let outcome = try kept.map(ImportRecord.init(json:)) else {
            return .page(
                layout.page(
                    """
                    <h1>\(words(.uploadDone))</h1><p class="lead">\(words(.uploadUnderWay))</p>
                    <p class="actions"><a class="btn btn-primary" href="\(link: .vacancies)">\(words(.vacancies))</a></p>
                    """
                )
            )
        }
        let page = VacancyUploadPage(words: words, report: outcome.report, fileName: outcome.fileName)
        return .page(layout.page(page.outcome))
    }

    private func expired(_ context: OperatorContext) -> Response {
        let words = context.words
        return .page(
            layout(context, words(.uploadExpired)).page(
                """
                <h1>\(words(.uploadExpired))</h1><p class="lead">\(words(.uploadExpiredText))</p>
                <p class="actions"><a class="btn btn-primary" href="\(link: .vacancyUpload)">\(words(.uploadVacancies))</a></p>
                """
            ),
            status: .gone
        )
    }

    private func run(_ bytes: [UInt8], isDryRun: Bool, _ context: OperatorContext) async throws -> ImportReport {
        let definition = vacancies.importing(as: Publisher(context.person))
        let options = ImportOptions(isDryRun: isDryRun, actor: .operator(context.person))
        return try await Importer(definition).run(ImportTable(.bytes(bytes)), options)
    }

    private func layout(_ context: OperatorContext, _ title: String) -> Layout {
        var layout = site.layout(context, title: title)
        layout.crumbs = [.init(title: context.words(.vacancies), link: .vacancies)]
        return layout
    }
}

/// The outcome of each row of a file, before and after it is loaded.
struct VacancyUploadPage {
    let words: Words
    let report: ImportReport
    let fileName: String

    fileprivate static let shown = 200

    func preview(_ id: ID<VacancyUpload>, formToken: String) -> HTML {
        let summary = report.summary
        let hasWork = summary[.created] + summary[.updated] > 0
        let action: HTML =
            hasWork
            ? """
            <form method="post" action="\(link: "/offerte/carica/\(id.text)/conferma")">\(Field.csrf(formToken))
            <button type="submit" class="btn btn-primary">\(words(.confirmUpload))</button></form>
            """ : "<p class=\"alert alert-warning\">\(words(.nothingToLoad))</p>"
        return """
            <h1>\(words(.previewTitle))</h1><p class="lead">\(fileName): \(words(.previewNothingWritten))</p>
            \(counts)<div class="actions">\(action)<a href="\(link: .vacancyUpload)">\(words(.cancel))</a></div>\(rows)
            """
    }

    var outcome: HTML {
        """
        <h1>\(words(.uploadDone))</h1><p class="lead">\(fileName)</p>
        \(counts)<p class="actions"><a class="btn btn-primary" href="\(link: .vacancies)">\(words(.vacancies))</a></p>\(rows)
        """
    }

    private var counts: HTML {
        let outcomes: [(LoadOutcome, Localized)] = [
            (.created, .outcomeCreated), (.updated, .outcomeUpdated), (.unchanged, .outcomeUnchanged),
            (.rejected, .outcomeRejected),
        ]
        let items = outcomes.map { outcome, label -> HTML in
            "<div><dt>\(words(label))</dt><dd>\(words.grouped(report.summary[outcome]))</dd></div>"
        }
        let warnings = report.warnings.map { "<p class=\"alert alert-warning\">\(words($0.message))</p>" as HTML }
        return "\(warnings)<dl class=\"facts\">\(items)</dl>"
    }

    private var rows: HTML? {
        let receipts = report.receipts.filter { !$0.findings.isEmpty }
        guard !receipts.isEmpty else { return nil }
        let body = receipts.prefix(VacancyUploadPage.shown).map { receipt -> HTML in
            let findings = receipt.findings.map { finding -> HTML in
                """
                <div class="field-\(finding.severity.rawValue)"><code>\(finding.field)</code>: \(words(finding.message)) \
                \(finding.suggestion.map { words($0) })</div>
                """
            }
            let isRefused = receipt.outcome == .rejected
            let findingsTag: HTML =
                "<span class=\"tag \(isRefused ? "tag-red" : "tag-amber")\">\(words(receipt.outcome.label))</span>"
            return """
                <tr><td class="number" data-label="\(words(.rowLabel))">\(receipt.row)</td>
                <td data-label="\(words(.referenceLabel))">\(receipt.key)</td>
                <td data-label="\(words(.outcomeLabel))">\(findingsTag)</td>
                <td data-label="\(words(.findingsLabel))"><div>\(findings)</div></td></tr>
                """
        }
        let note: HTML? =
            receipts.count > VacancyUploadPage.shown ? "<p>\(words(.rowsShownAtMost))</p>" : nil
        return """
            <h2>\(words(.rowsToLookAt))</h2>\(note)
            <table class="list stacks"><thead><tr><th scope="col">\(words(.rowLabel))</th>
            <th scope="col">\(words(.referenceLabel))</th><th scope="col">\(words(.outcomeLabel))</th>
            <th scope="col">\(words(.findingsLabel))</th></tr></thead><tbody>\(body)</tbody></table>
            """
    }
}

extension LoadOutcome {
    var label: Localized {
        switch self {
        case .created: .outcomeCreated
        case .updated: .outcomeUpdated
        case .unchanged: .outcomeUnchanged
        case .ended: .outcomeEnded
        case .rejected: .outcomeRejected
        }
    }
}
