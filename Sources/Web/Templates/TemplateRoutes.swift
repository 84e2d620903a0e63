internal import Domain
internal import Exchange
internal import HTML
internal import Hummingbird

/// The files that can be brought in: each column explained, and a template to fill in.
///
/// Open to everybody: nothing in it is about anybody, and those who make such files (an agency's software house, INPS, a
/// job centre's office) often have no account here.
struct TemplateRoutes {
    let site: Site
    let clock: Clock

    func add(to router: some RouterMethods<WebContext>) {
        router.get("modelli", use: list)
        router.get("modelli/:file", use: show)
    }

    @Sendable
    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let words = context.words
        let items = ImportGuide.all(isForOneAgency: true).map { guide -> HTML in
            let name = words(guide.kind.title)
            return """
                <li class="choice"><h2 class="h4"><a href="\(link: .template(guide.kind.rawValue))">\(name)</a></h2>
                <p>\(words(guide.kind.whoBringsIt))</p>\(TemplatePage.downloads(guide, words))</li>
                """
        }
        return .page(
            site.layout(context, title: words(.templatesTitle)).page(
                """
                <h1>\(words(.templatesTitle))</h1><p class="lead">\(words(.templatesIntro))</p>
                <ul class="choices">\(items)</ul>
                """
            )
        )
    }

    /// `vacancies` is a page, `vacancies.csv` and `vacancies.xlsx` are files.
    @Sendable
    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let parts = try context.parameters.require("file").split(separator: ".", omittingEmptySubsequences: false)
        guard let kind = parts.first.flatMap({ ImportKind(rawValue: String($0)) }),
            let guide = ImportGuide(kind, isForOneAgency: true)
        else { throw NotFound() }
        switch parts.dropFirst().map(String.init) {
        case []:
            return page(guide, context)
        case ["csv"]:
            return .download(
                try guide.csv(on: clock.today),
                name: "\(kind.rawValue).csv",
                contentType: "text/csv; charset=utf-8"
            )
        case ["xlsx"]:
            return .download(
                try guide.workbook(on: clock.today, in: context.words.language),
                name: "\(kind.rawValue).xlsx",
                contentType: ExportFormat.xlsx.contentType
            )
        default:
            throw NotFound()
        }
    }

    private func page(_ guide: ImportGuide, _ context: WebContext) -> Response {
        let words = context.words
        var layout = site.layout(context, title: words(guide.kind.title))
        layout.crumbs = [.init(title: words(.templatesTitle), link: .templates)]
        return .page(layout.page(TemplatePage(words: words, guide: guide).html))
    }
}

/// One kind of file, column by column.
struct TemplatePage {
    let words: Words
    let guide: ImportGuide

    var html: HTML {
        let titles: [Localized] = [.columnLabel, .columnMeaning, .columnHeadings, .columnExample]
        let heads = titles.map { "<th scope=\"col\">\(words($0))</th>" as HTML }
        return """
            <h1>\(words(guide.kind.title))</h1><p class="lead">\(words(guide.kind.whoBringsIt))</p>
            \(TemplatePage.downloads(guide, words))
            <h2>\(words(.templateRules))</h2><ul>\(TemplatePage.rules.map { "<li>\(words($0))</li>" as HTML })</ul>
            <h2>\(words(.templateColumns))</h2>
            <div class="table-scroll"><table class="list stacks"><thead><tr>\(heads)</tr></thead>
            <tbody>\(guide.columns.map(row))</tbody></table></div>
            """
    }

    private static let rules: [Localized] = [.templateFormats, .templateHeadings, .templateValues, .templateAgain]

    private func row(_ column: ImportGuide.Column) -> HTML {
        let obligatory: HTML? = column.isObligatory ? " <span class=\"tag\">\(words(.obligatory))</span>" : nil
        return """
            <tr><th scope="row" data-label="\(words(.columnLabel))"><span><code>\(column.name)</code>\(obligatory)</span></th>
            <td data-label="\(words(.columnMeaning))">\(words(column.help))</td>
            \(cell(.columnHeadings, column.aliases.joined(separator: ", ")))
            \(cell(.columnExample, column.example))</tr>
            """
    }

    private func cell(_ title: Localized, _ text: String) -> HTML {
        "<td\(attribute: "class", text.isEmpty ? "empty" : nil) data-label=\"\(words(title))\">\(text)</td>"
    }

    /// The ways to the two files of a guide.
    static func downloads(_ guide: ImportGuide, _ words: Words) -> HTML {
        let formats: [(String, Localized)] = [("csv", .templateCSV), ("xlsx", .templateXLSX)]
        let links = formats.map { ending, label -> HTML in
            """
            <a class="btn btn-outline-primary btn-sm" href="\(link: .template("\(guide.kind.rawValue).\(ending)"))">\
            \(words(label))<span class="visually-hidden">: \(words(guide.kind.title))</span></a>
            """
        }
        return "<p class=\"actions\">\(links)</p>"
    }
}

extension Link {
    /// The page of a kind of file (`vacancies`), or one of its files (`vacancies.csv`).
    static func template(_ name: String) -> Link { "/modelli/\(name)" }
}

extension ImportKind {
    fileprivate var whoBringsIt: Localized {
        switch self {
        case .vacancies: .vacanciesFile
        // The official tables have no guide.
        case .agencies, .branches, .operators, .grants, .reference: .registerFile
        case .jobCentres: .jobCentresFile
        case .applications: .applicationsFile
        case .servicePacts: .servicePactsFile
        }
    }
}
