internal import Domain
internal import HTML

/// The filters of a list: what has a field, what is set without one, and what cannot be read.
struct ListForm<Desk: ListDesk> {
    let words: Words
    let values: FormBody
    let reference: ReferenceSnapshot
    var findings: [Finding] = []
    /// The filters in words; none while something cannot be read.
    var filters: [FilterWords] = []
    var notice: Localized?

    var html: HTML {
        let fields = Desk.fields(reference, words)
        let anchors = Dictionary(fields.all.map { ($0.name, $0.anchor) }, uniquingKeysWith: { first, _ in first })
        let placed = findings.map { finding in anchors[finding.field].map(finding.at) ?? finding }
        let known = Set(anchors.values).union(["sort"])
        let unshown = unshown(anchors)
        return """
            \(Field.summary(placed, words) { known.contains($0.field) ? .here : .nowhere })
            \(active(unshown))
            <form class="filters" method="get" action="\(link: Desk.texts.path)" role="search">\(carried(unshown))
            <div class="fields">\(fields.first.map { $0.html(values, findings, words) })\(sort)</div>
            \(more(fields.more))
            \(notice.map { "<p class=\"field-hint\">\(words($0))</p>" as HTML })
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(.filter))</button>
            <a href="\(link: Desk.texts.path)">\(words(.clearFilters))</a></div>
            </form>
            """
    }

    /// Open when one of them is set, or wrong: nothing narrows a list out of sight.
    private func more(_ fields: [ListField]) -> HTML? {
        if fields.isEmpty { return nil }
        let names = Set(fields.map(\.name))
        let isOpen =
            values.list.contains { names.contains($0.0) && !$0.1.trimmed.isEmpty }
            || findings.contains { names.contains($0.field) }
        return """
            <details class="more-filters"\(attribute: "open", if: isOpen)><summary>\(words(.moreFilters))</summary>
            <div class="fields">\(fields.map { $0.html(values, findings, words) })</div></details>
            """
    }

    private var sort: HTML {
        let options = Desk.List.Sort.all.map { Field.Option(value: $0.word, label: words($0.title)) }
        let input = Field.Input(
            name: "sort",
            label: words(.sortBy),
            value: values.text("sort") ?? Desk.List.standardSort.word,
            findings: findings.filter { $0.field == "sort" }
        )
        return Field.select(input, options, blank: nil, words)
    }

    /// The filters that an address may hold beside those with a field: they stay when the form is sent, or the list would
    /// grow unseen, and stand beside it with the way to take each out.
    private func unshown(_ anchors: [String: String]) -> [String] {
        var names: [String] = []
        for (name, _) in values.list where anchors[name] == nil && FilterWords.isFilter(name) {
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func carried(_ unshown: [String]) -> [HTML] {
        values.list.filter { unshown.contains($0.0) || $0.0 == "columns" }.map { Field.hidden($0.0, $0.1) }
    }

    /// The filters without a field, in words, or as they were sent where they cannot be read.
    private func active(_ unshown: [String]) -> HTML? {
        let items = unshown.compactMap { field -> HTML? in
            let sent = values.all(field).map(\.trimmed).filter { !$0.isEmpty }
            if sent.isEmpty { return nil }
            let name = words(FilterWords.name(of: field))
            let value = filters.first { $0.field == field }.map { words($0.value) } ?? sent.joined(separator: ", ")
            let rest = values.list.filter { $0.0 != field && $0.0 != ListParameter.cursor }
            return """
                <li>\(name): \(value) <a href="\(link: Desk.texts.path.query(rest))">\(words(.takeFilterOut))\
                <span class="visually-hidden"> \(name)</span></a></li>
                """
        }
        return items.isEmpty ? nil : "<p>\(words(.otherFilters))</p><ul>\(items)</ul>"
    }
}
