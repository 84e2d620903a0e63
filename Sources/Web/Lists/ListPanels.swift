internal import Domain
internal import HTML

/// How the rows of a list are spread, each value with the way to narrow the list to it.
struct ListFacetsPanel<Desk: ListDesk> {
    let words: Words
    let list: Desk.List
    let facets: [FacetCounts<Desk.Facet>]
    let context: ListContext

    /// More of a facet are summed up: an agency has hundreds of branches.
    private static var most: Int { 30 }

    var html: HTML {
        """
        <section class="facets" aria-labelledby="riepilogo"><h2 id="riepilogo" class="h4">\(words(.facets))</h2>
        <div class="facet-groups">\(facets.map(group))</div></section>
        """
    }

    private func group(_ facet: FacetCounts<Desk.Facet>) -> HTML {
        let name = facet.facet.rawValue
        let shown = facet.counts.prefix(ListFacetsPanel.most).map { item($0, of: facet.facet) }
        let rest = facet.counts.dropFirst(ListFacetsPanel.most)
        let others: HTML? =
            rest.isEmpty
            ? nil
            : "<li>\(words(.otherValues)) (\(words.grouped(rest.count))): \(words.grouped(rest.reduce(0) { $0 + $1.rows }))</li>"
        let isSet = list.filter.query.contains { $0.name == name }
        let all: HTML? =
            isSet ? "<li><a href=\"\(link: address(without: name))\">\(words(.all))</a></li>" : nil
        return """
            <div><h3 class="h6">\(words(facet.facet.title))</h3><ul>\(all)\(shown)\(others)</ul></div>
            """
    }

    private func item(_ count: FacetCounts<Desk.Facet>.Count, of facet: Desk.Facet) -> HTML {
        guard let value = count.value else {
            return "<li>\(words(.noValue)): \(words.grouped(count.rows))</li>"
        }
        let link = address(without: facet.rawValue, with: parameter(value, of: facet))
        let isCurrent = list.filter.query.contains {
            $0.name == facet.rawValue && $0.value == parameter(value, of: facet)
        }
        return """
            <li><a href="\(link: link)"\(attribute: "aria-current", isCurrent ? "true" : nil)>\
            \(facet.label(value, context))</a>: \(words.grouped(count.rows))</li>
            """
    }

    /// As the list's own grammar has it: branches are written as ids are.
    private func parameter(_ value: String, of facet: Desk.Facet) -> String {
        facet.rawValue == "branch" ? Int64(value).map { ID<Branch>($0).text } ?? value : value
    }

    private func address(without name: String, with value: String? = nil) -> Link {
        let rest = list.parameters.filter { $0.0 != name }
        return Desk.texts.path.query(rest + (value.map { [(name, $0)] } ?? []) + [(ListParameter.facets, "1")])
    }
}

/// The choice of columns and of their order: each step is an address, so that it needs no script and can be taken back.
struct ListColumnsPanel<Desk: ListDesk> {
    let words: Words
    let list: Desk.List

    private typealias Column = Desk.List.Column

    var html: HTML {
        let others = Column.allCases.filter { !list.columns.contains($0) }
        let reset: HTML? =
            list.columns == Column.standard
            ? nil : "<a href=\"\(link: address(Column.standard))\">\(words(.standardColumns))</a>"
        return """
            <section class="columns-panel" aria-labelledby="colonne"><h2 id="colonne" class="h4">\
            \(words(.chooseColumns))</h2>
            <ol>\(list.columns.enumerated().map(shown))</ol>
            \(others.isEmpty ? nil : "<h3 class=\"h6\">\(words(.hiddenColumns))</h3><ul>\(others.map(hidden))</ul>" as HTML)
            <p class="actions">\(reset)<a href="\(link: done)">\(words(.columnsDone))</a></p></section>
            """
    }

    private func shown(_ index: Int, _ column: Column) -> HTML {
        let title = words(column.title)
        let up = index > 0 ? step(swapping(index, index - 1), "↑", .moveColumnUp, title) : nil
        let last = list.columns.count - 1
        let down = index < last ? step(swapping(index, index + 1), "↓", .moveColumnDown, title) : nil
        let out = last > 0 ? step(list.columns.filter { $0 != column }, "✕", .hideColumn, title) : nil
        return "<li>\(title) \(up)\(down)\(out)</li>"
    }

    private func hidden(_ column: Column) -> HTML {
        let title = words(column.title)
        return "<li>\(title) \(step(list.columns + [column], "+", .showColumn, title))</li>"
    }

    private func step(_ columns: [Column], _ sign: String, _ does: Localized, _ title: String) -> HTML {
        """
        <a class="column-step" href="\(link: address(columns))"><span aria-hidden="true">\(sign)</span>\
        <span class="visually-hidden">\(words(does)): \(title)</span></a>
        """
    }

    private func swapping(_ first: Int, _ second: Int) -> [Column] {
        var columns = list.columns
        columns.swapAt(first, second)
        return columns
    }

    private func address(_ columns: [Column]) -> Link {
        var next = list
        next.columns = columns
        return Desk.texts.path.query(next.parameters + [(ListParameter.columns, "1")])
    }

    private var done: Link { Desk.texts.path.query(list.parameters) }
}
