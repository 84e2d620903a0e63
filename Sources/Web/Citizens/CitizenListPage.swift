internal import Domain
internal import HTML

/// The list of citizens: the columns, filters and order of one value, which the export reads too.
struct CitizenListPage {
    let words: Words
    let list: CitizenList
    let page: CitizenPage
    let exactCount: Int?
    let columns: CitizenColumnContext

    var html: HTML {
        let values = FormBody(list.query.map { ($0.name, $0.value) })
        var form = CitizenFilterForm(words: words, values: values, findings: [], reference: columns.reference)
        form.filters = list.filter.words(columns.reference, branches: columns.branches)
        return """
            <h1>\(words(.citizens))</h1>
            \(form.html)
            <div class="list-head"><p class="list-count" role="status">\(count)</p>\(export)</div>
            \(understood?.html)
            \(page.rows.isEmpty ? "<p class=\"alert alert-info\">\(words(.noCitizens))</p>" : table)
            \(pager)
            """
    }

    private var query: [(String, String)] { list.query.map { ($0.name, $0.value) } }

    private var understood: UnderstoodSearch? {
        UnderstoodSearch(words, page.understood, isEmpty: page.rows.isEmpty, path: .citizens, query: query)
    }

    private var count: HTML {
        if let exactCount { return "\(words.count(exactCount, one: .oneCitizen, many: .manyCitizens))" }
        let number = words.count(page.count.value, one: .oneCitizen, many: .manyCitizens)
        guard page.count.isCapped else { return "\(number)" }
        let link = Link.citizens.query(query + [("conta", "1")])
        return "\(words(.moreThan)) \(number) – <a href=\"\(link: link)\">\(words(.exactCount))</a>"
    }

    private var export: HTML? {
        guard !page.rows.isEmpty else { return nil }
        let link = Link.citizensExport.query(query)
        return """
            <div><a class="btn btn-outline-primary btn-sm" href="\(link: link)" aria-describedby="nota-esportazione">\
            \(words(.exportExcel))</a></div>
            <p id="nota-esportazione" class="field-hint">\(words(.exportNotice))</p>
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
    private func heading(_ column: CitizenColumn) -> HTML {
        let title = words(column.title)
        guard let key = column.sort else { return "<th scope=\"col\">\(title)</th>" }
        let isCurrent = list.sort.key == key
        var next = list
        next.sort = CitizenSort(key, descending: isCurrent ? !list.sort.isDescending : false)
        let link = Link.citizens.query(next.query.map { ($0.name, $0.value) })
        let order = isCurrent ? (list.sort.isDescending ? "descending" : "ascending") : nil
        let arrow = isCurrent ? (list.sort.isDescending ? " ▼" : " ▲") : ""
        return """
            <th scope="col"\(attribute: "aria-sort", order)><a href="\(link: link)">\(title)\
            <span aria-hidden="true">\(arrow)</span></a></th>
            """
    }

    private func row(_ citizen: CitizenRow) -> HTML {
        let cells = list.columns.enumerated().map { index, column -> HTML in
            let value = column.value(citizen, columns)
            let label = words(column.title)
            if index == 0 {
                return """
                    <th scope="row" data-label="\(label)"><a href="\(link: "/cittadini/\(citizen.id.text)")">\
                    \(text(value))</a></th>
                    """
            }
            let kind = value == .empty ? "empty" : column.kind == .integer ? "number" : nil
            return "<td\(attribute: "class", kind) data-label=\"\(label)\">\(text(value))</td>"
        }
        return "<tr>\(cells)</tr>"
    }

    private func text(_ value: ListValue) -> String {
        switch value {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): words.grouped(number)
        case .day(let day): words.day(day)
        case .instant(let instant): words.day(Day(of: instant))
        case .boolean(let flag): words(flag ? .yes : .no)
        }
    }

    private var pager: HTML? {
        guard page.next != nil || page.previous != nil else { return nil }
        let previous = page.previous.map { way($0, .previousPage, "prev") }
        let next = page.next.map { way($0, .nextPage, "next") }
        let first: HTML? =
            page.previous == nil
            ? nil : "<a href=\"\(link: Link.citizens.query(query))\">\(words(.firstPage))</a>"
        return "<nav class=\"pager\" aria-label=\"\(words(.pagination))\">\(first)\(previous)\(next)</nav>"
    }

    private func way(_ cursor: Cursor, _ label: Localized, _ relation: String) -> HTML {
        let link = Link.citizens.query(query + [("cursore", cursor.text)])
        return "<a class=\"btn btn-outline-primary\" rel=\"\(relation)\" href=\"\(link: link)\">\(words(label))</a>"
    }
}
