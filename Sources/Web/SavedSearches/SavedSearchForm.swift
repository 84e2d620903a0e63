internal import Domain
internal import HTML

/// The list to be kept, and what was typed of it.
struct SavedSearchForm: Hashable {
    var draft: SavedSearchDraft

    init(list: ListName, query: [(String, String)]) {
        draft = SavedSearchDraft(list: list, name: "", query: ListAddress(query))
    }

    /// - Throws: ``NotFound`` for a list that is none; ``UnreadableForm`` for a query that is none.
    init(_ form: FormBody) throws {
        guard let list = form.text("lista").flatMap(ListName.init(rawValue:)) else { throw NotFound() }
        guard let query = FormBody(encoded: form.text("ricerca") ?? "") else { throw UnreadableForm.malformed }
        draft = SavedSearchDraft(
            list: list,
            name: form.all("nome").first ?? "",
            query: ListAddress(query.list),
            isShared: form.isTicked("condivisa"),
            isWatched: form.isTicked("segui")
        )
    }

    /// The form's own page, with the list that it is about.
    var page: Link {
        Link.newSavedSearch.query([("lista", draft.list.rawValue), ("ricerca", draft.query.text)])
    }

    /// The list as it stands.
    var listLink: Link { draft.list.link.query(draft.query.pairs) }

    /// The names of the form's fields for those of the domain.
    static func placed(_ findings: [Finding]) -> [Finding] {
        findings.map { finding in
            switch finding.field {
            case "name": finding.at("nome")
            case "is_shared": finding.at("condivisa")
            case "is_watched": finding.at("segui")
            default: finding
            }
        }
    }

    func html(_ words: Words, _ findings: [Finding] = [], formToken: String) -> HTML {
        let placed = SavedSearchForm.placed(findings)
        let short: [(name: StaticString, value: String)] = [("maxlength", String(SavedSearches.longestName))]
        func input(_ name: String, _ label: Localized, _ value: String, _ hint: Localized? = nil) -> Field.Input {
            Field.Input(
                name: name,
                label: words(label),
                value: value,
                hint: hint.map { words($0) },
                isRequired: name == "nome",
                findings: placed.filter { $0.field == name },
                attributes: name == "nome" ? short : []
            )
        }
        return """
            <form method="post" action="\(link: .savedSearches)" novalidate>\(Field.csrf(formToken))\(Field.page(page))\
            \(Field.hidden("lista", draft.list.rawValue))\(Field.hidden("ricerca", draft.query.text))
            \(Field.input(input("nome", .searchName, draft.name, .searchNameHint), words))
            \(Field.checkbox(input("condivisa", .shareSearch, "1", .shareSearchHint), isTicked: draft.isShared, words))
            \(Field.checkbox(input("segui", .watchSearch, "1", .watchSearchHint), isTicked: draft.isWatched, words))
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(.saveSearch))</button></div></form>
            """
    }
}

/// The form on a page of its own.
struct SavedSearchFormPage {
    let words: Words
    let form: SavedSearchForm
    let findings: [Finding]
    let formToken: String

    var html: HTML {
        """
        <h1>\(words(.saveSearch))</h1>
        \(Field.summary(placed, words, place: place))
        <p>\(words(.listLabel)): <a href="\(link: form.listLink)">\(words(form.draft.list.title))</a></p>
        \(form.html(words, findings, formToken: formToken))
        """
    }

    /// A check box is found by its value as well.
    private var placed: [Finding] {
        SavedSearchForm.placed(findings).map {
            ["condivisa", "segui"].contains($0.field) ? $0.at($0.field + "-1") : $0
        }
    }

    /// What is wrong with a filter is put right on the list's page.
    private func place(_ finding: Finding) -> Field.Place {
        ["nome", "condivisa-1", "segui-1"].contains(finding.field) ? .here : .page(form.listLink)
    }
}

extension ListName {
    var link: Link {
        switch self {
        case .citizens: .citizens
        case .interests: .receivedInterests
        case .vacancies: .vacancies
        }
    }
}
