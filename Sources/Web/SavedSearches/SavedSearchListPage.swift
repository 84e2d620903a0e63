internal import Domain
internal import HTML

/// All saved searches of somebody, by list, with what is new in those that she follows.
struct SavedSearchListPage {
    let words: Words
    let person: OperatorIdentity
    let searches: [SavedSearch]
    let newRows: [ID<SavedSearch>: NewRows]
    /// What was typed into one of the forms.
    let typed: FormBody?
    let findings: [Finding]
    let formToken: String

    static func nameField(_ id: ID<SavedSearch>) -> String { "nome-\(id.text)" }

    var html: HTML {
        let names = Set(searches.map { SavedSearchListPage.nameField($0.id) })
        let lists = Dictionary(grouping: searches, by: \.list)
        return """
            <h1>\(words(.savedSearches))</h1><p class="lead">\(words(.savedSearchesIntro))</p>
            \(Field.summary(findings, words) { names.contains($0.field) ? .here : .nowhere })
            \(searches.isEmpty ? "<p class=\"alert alert-info\">\(words(.noSavedSearches))</p>" as HTML : nil)
            \(ListName.allCases.compactMap { list in lists[list].map { section(list, $0) } })
            <p>\(words(.howToSave)) \(ListName.allCases.map { "<a href=\"\(link: $0.link)\">\(words($0.title))</a> " as HTML })</p>
            """
    }

    private func section(_ list: ListName, _ searches: [SavedSearch]) -> HTML {
        """
        <section aria-labelledby="ricerche-\(list.rawValue)"><h2 id="ricerche-\(list.rawValue)">\(words(list.title))</h2>
        <ul class="cards">\(searches.map(item))</ul></section>
        """
    }

    private func item(_ search: SavedSearch) -> HTML {
        let isOwn = search.owner == person.id
        let standing: HTML? =
            isOwn
            ? (search.isShared ? "\(words(.sharedWithAgency))" : "\(words(.onlyYours))")
            : "\(words(.sharedBy)) \(search.ownerName)"
        return """
            <li class="card-item"><h3 class="h5">\(SavedSearchPanel.link(search))\
            \(SavedSearchPanel.news(newRows[search.id], words))</h3>
            <p>\(standing), \(words.day(Day(of: search.updatedAt)))\
            \(search.seenAt.map { ". \(words(.searchSeen)) \(words.instant($0))" as HTML })</p>
            \(toggle(search, "novita", "segui", search.isWatched ? .unwatchSearch : .watchSearch, search.isWatched))
            \(isOwn ? changes(search) : nil)</li>
            """
    }

    private func changes(_ search: SavedSearch) -> HTML {
        let field = SavedSearchListPage.nameField(search.id)
        let wrong = findings.filter { $0.field == field }
        let path: Link = "/ricerche/\(search.id.text)/nome"
        return """
            <details class="more"\(attribute: "open", if: typed?.isTicked(field) == true)><summary>\
            \(words(.changeSearch)) <span class="visually-hidden">\(search.name)</span></summary>
            <form method="post" action="\(link: path)" novalidate>\(Field.csrf(formToken))\(Field.page(.savedSearches))
            \(Field.input(.init(name: field, label: words(.searchName), value: typed?.all(field).first ?? search.name,
            isRequired: true, findings: wrong, attributes: [("maxlength", String(SavedSearches.longestName))]), words))
            <p><button type="submit" class="btn btn-outline-primary btn-sm">\(words(.renameSearch))</button></p></form>
            \(toggle(search, "condivisione", "condivisa", search.isShared ? .unshareSearch : .shareSearch, search.isShared))
            <form method="post" action="\(link: "/ricerche/\(search.id.text)/elimina")">\(Field.csrf(formToken))
            <p><button type="submit" class="btn btn-outline-danger btn-sm">\(words(.deleteSearch)) \
            <span class="visually-hidden">\(search.name)</span></button></p></form></details>
            """
    }

    /// A button that turns something on, or off when it is.
    private func toggle(
        _ search: SavedSearch,
        _ what: String,
        _ field: String,
        _ label: Localized,
        _ isOn: Bool
    ) -> HTML {
        """
        <form method="post" action="\(link: "/ricerche/\(search.id.text)/\(what)")">\(Field.csrf(formToken))\
        \(Field.hidden(field, isOn ? "0" : "1"))
        <p><button type="submit" class="btn btn-outline-primary btn-sm">\(words(label)) \
        <span class="visually-hidden">\(search.name)</span></button></p></form>
        """
    }
}
