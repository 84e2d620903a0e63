internal import Domain
internal import HTML

/// The page of a list: the columns, filters and order of one value, which count, facets and export read too.
struct ListView<Desk: ListDesk> {
    let words: Words
    let list: Desk.List
    let page: ListPage<Desk.List>
    let context: ListContext
    var exactCount: Int?
    var facets: [FacetCounts<Desk.Facet>]?
    var choosesColumns = false
    var mayExport = true
    /// What stands between the filters and the list.
    var aside: HTML?

    var html: HTML {
        """
        <h1>\(words(Desk.List.name.title))</h1>
        \(form.html)\(aside)
        <div class="list-head"><p class="list-count" role="status">\(count)</p>\(tools)</div>
        \(understood?.html)
        \(facets.map { ListFacetsPanel<Desk>(words: words, list: list, facets: $0, context: context).html })
        \(choosesColumns ? ListColumnsPanel<Desk>(words: words, list: list).html : nil)
        \(page.rows.isEmpty ? "<p class=\"alert alert-info\">\(words(Desk.texts.empty))</p>" : table)
        \(pager)
        """
    }

    private var form: ListForm<Desk> {
        var form = ListForm<Desk>(words: words, values: FormBody(query), reference: context.reference)
        form.filters = list.filter.words(context.reference, branches: context.branches)
        form.notice = Desk.notice(list.filter)
        return form
    }

    private var path: Link { Desk.texts.path }
    private var query: [(String, String)] { list.parameters }

    private var understood: UnderstoodSearch? {
        UnderstoodSearch(words, page.understood, isEmpty: page.rows.isEmpty, path: path, query: query)
    }

    private var count: HTML {
        if let exactCount { return "\(number(exactCount))" }
        guard page.count.isCapped else { return "\(number(page.count.value))" }
        let link = path.query(query + [(ListParameter.exactCount, "1")])
        return "\(words(.moreThan)) \(number(page.count.value)) – <a href=\"\(link: link)\">\(words(.exactCount))</a>"
    }

    private func number(_ count: Int) -> String {
        words.count(count, one: Desk.texts.one, many: Desk.texts.many)
    }

    /// What can be done with the list as it stands.
    private var tools: HTML {
        let views: [(Localized, String)] = [
            (.savedSearches, ListParameter.savedSearches), (.facets, ListParameter.facets),
            (.chooseColumns, ListParameter.columns),
        ]
        let ways = views.map { title, parameter -> HTML in
            "<a class=\"btn btn-outline-primary btn-sm\" href=\"\(link: path.query(query + [(parameter, "1")]))\">\(words(title))</a>"
        }
        let files = page.rows.isEmpty || !mayExport ? [] : ExportFormat.allCases.compactMap(file)
        let action = Desk.texts.action.map { action -> HTML in
            "<a class=\"btn btn-primary btn-sm\" href=\"\(link: action.link)\">\(words(action.title))</a>"
        }
        let notice: HTML? =
            files.isEmpty
            ? nil
            : """
            <p id="nota-esportazione" class="field-hint">\(words(Desk.texts.exportNotice)) \
            <a href="\(link: .exports)">\(words(.exportsTitle))</a></p>
            """
        return "<div class=\"list-tools\">\(ways)\(files)\(action)</div>\(notice)"
    }

    private func file(_ format: ExportFormat) -> HTML? {
        guard let file = Desk.texts.files[format] else { return nil }
        let title: Localized = format == .xlsx ? .exportExcel : .exportCSV
        return """
            <a class="btn btn-outline-primary btn-sm" href="\(link: file.query(query))" \
            aria-describedby="nota-esportazione">\(words(title))</a>
            """
    }

    private var table: HTML {
        """
        <div class="table-scroll"><table class="list stacks">
        <caption>\(words(.listCaption)): \(words(list.sort.title))</caption>
        <thead><tr>\(list.columns.map(heading))</tr></thead><tbody>\(page.rows.map(row))</tbody></table></div>
        """
    }

    /// A heading that sorts by its column, the other way round when it does already.
    private func heading(_ column: Desk.List.Column) -> HTML {
        let title = words(column.title)
        guard let key = column.sort else { return "<th scope=\"col\">\(title)</th>" }
        let isCurrent = list.sort.key == key
        var next = list
        next.sort = ListSort(key, descending: isCurrent ? !list.sort.isDescending : false)
        let link = path.query(next.parameters)
        let order = isCurrent ? (list.sort.isDescending ? "descending" : "ascending") : nil
        let arrow = isCurrent ? (list.sort.isDescending ? " ▼" : " ▲") : ""
        return """
            <th scope="col"\(attribute: "aria-sort", order)><a href="\(link: link)">\(title)\
            <span aria-hidden="true">\(arrow)</span></a></th>
            """
    }

    private func row(_ row: Desk.List.Row) -> HTML {
        let link = Desk.link(row)
        let cells = list.columns.enumerated().map { index, column -> HTML in
            let value = column.value(row, context)
            let label = words(column.title)
            if index == 0 {
                let text = value == .empty ? words(.open) : words.text(value)
                return """
                    <th scope="row" data-label="\(label)"><a href="\(link: link)">\(text)</a></th>
                    """
            }
            let kind = value == .empty ? "empty" : column.kind.isNumber ? "number" : nil
            return "<td\(attribute: "class", kind) data-label=\"\(label)\">\(words.text(value))</td>"
        }
        return "<tr>\(cells)</tr>"
    }

    private var pager: HTML? {
        guard page.next != nil || page.previous != nil else { return nil }
        let previous = page.previous.map { way($0, .previousPage, "prev") }
        let next = page.next.map { way($0, .nextPage, "next") }
        let first: HTML? =
            page.previous == nil ? nil : "<a href=\"\(link: path.query(query))\">\(words(.firstPage))</a>"
        return "<nav class=\"pager\" aria-label=\"\(words(.pagination))\">\(first)\(previous)\(next)</nav>"
    }

    private func way(_ cursor: Cursor, _ label: Localized, _ relation: String) -> HTML {
        let link = path.query(query + [(ListParameter.cursor, cursor.text)])
        return "<a class=\"btn btn-outline-primary\" rel=\"\(relation)\" href=\"\(link: link)\">\(words(label))</a>"
    }
}

extension ListValueKind {
    fileprivate var isNumber: Bool { self == .integer || self == .decimal }
}

extension Words {
    /// A value of a list as people read it.
    func text(_ value: ListValue) -> String {
        switch value {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): grouped(number)
        case .decimal(let amount): self.amount(amount)
        case .day(let day): self.day(day)
        case .instant(let instant): day(Day(of: instant))
        case .boolean(let flag): self(flag ? .yes : .no)
        }
    }

    /// `1.500,00` and `1,500.00`.
    func amount(_ amount: Hundredths) -> String {
        let cents = amount.value % 100
        let separator = language == .it ? "," : "."
        return grouped(Int(amount.value / 100)) + separator + (cents < 10 ? "0" : "") + String(cents)
    }
}
