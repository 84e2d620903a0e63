internal import Domain
internal import HTML

/// The saved searches beside a list: those that there are, and the way to keep the list as it stands.
struct SavedSearchPanel {
    let words: Words
    let list: ListName
    /// The list's address as it stands.
    let query: [(String, String)]
    let saved: [SavedSearch]
    var newRows: [ID<SavedSearch>: NewRows] = [:]
    let formToken: String

    var html: HTML {
        let items = saved.map { search -> HTML in
            "<li>\(SavedSearchPanel.link(search))\(SavedSearchPanel.news(newRows[search.id], words))</li>"
        }
        return """
            <details class="more saved-searches" open><summary>\(words(.savedSearches))\
            \(saved.isEmpty ? nil : " (\(words.grouped(saved.count)))" as HTML)\(news)</summary>
            \(saved.isEmpty ? "<p>\(words(.noSavedSearches))</p>" : "<ul>\(items)</ul>" as HTML)
            \(SavedSearchForm(list: list, query: query).html(words, formToken: formToken))
            <p><a href="\(link: .savedSearches)">\(words(.allSavedSearches))</a></p></details>
            """
    }

    /// That there is something new stands outside as well, where nobody has to look for it.
    private var news: HTML? {
        let isNew = newRows.values.contains { if case .counted(let count) = $0 { count.value > 0 } else { false } }
        return isNew ? " <span class=\"tag\">\(words(.newRowsLabel))</span>" : nil
    }

    static func link(_ search: SavedSearch) -> HTML {
        "<a href=\"\(link: search.link)\">\(search.name)</a>"
    }

    /// How much is new, of a search that is watched.
    static func news(_ rows: NewRows?, _ words: Words) -> HTML? {
        switch rows {
        case .counted(let count):
            let number = words.grouped(count.value) + (count.isCapped ? "+" : "")
            return " <span class=\"tag\">\(number) \(words(.newRowsLabel))</span>"
        case .unreadable: return " <span class=\"tag\">\(words(.searchUnreadable))</span>"
        case nil: return nil
        }
    }
}

extension SavedSearch {
    /// Opens it: what it holds counts as seen.
    var link: Link { "/ricerche/\(id.text)" }
}
