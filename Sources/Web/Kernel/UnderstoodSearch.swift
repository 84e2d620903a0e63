internal import Domain
internal import HTML

/// Says of a list that it is not what was typed, what it is instead, and how to have exactly what was typed.
struct UnderstoodSearch {
    let words: Words
    let understanding: Understanding
    /// Whether the words that were understood find something, with the list's other filters.
    let isEmpty: Bool
    let path: Link
    /// The list's address.
    let query: [(String, String)]

    /// Nothing where the list is what was typed.
    init?(
        _ words: Words,
        _ understanding: Understanding?,
        isEmpty: Bool,
        path: Link,
        query: [(String, String)]
    ) {
        guard let understanding else { return nil }
        self.words = words
        self.understanding = understanding
        self.isEmpty = isEmpty
        self.path = path
        self.query = query
    }

    var html: HTML {
        let typed = understanding.words.map { "“\($0.typed)”" }.joined(separator: ", ")
        let shown = understanding.words.enumerated().map { place, word -> HTML in
            "\(place == 0 ? "" : ", ")<strong>\(word.understood)</strong>"
        }
        let sentence: HTML =
            isEmpty
            ? "\(words(.nothingFoundFor)) \(typed), \(words(.norWithFiltersFor)) \(shown)."
            : "\(words(.nothingFoundFor)) \(typed). \(words(.resultsShownFor)) \(shown)."
        return """
            <p class="alert alert-info" role="status">\(sentence) \
            <a href="\(link: search(understanding.literal))">\(words(.searchExactly)) \(typed)</a>\(others)</p>
            """
    }

    private var others: HTML? {
        if understanding.others.isEmpty { return nil }
        let links = understanding.others.enumerated().map { place, text -> HTML in
            "\(place == 0 ? "" : ", ")<a href=\"\(link: search(text))\">\(text)</a>"
        }
        return " · \(words(.orElse)) \(links)"
    }

    private func search(_ text: String) -> Link {
        path.query(FormBody(query).searching(text).list)
    }
}

extension FormBody {
    /// The same address with other words to search for, from the first page on.
    func searching(_ text: String) -> FormBody {
        FormBody([("q", text)] + list.filter { $0.0 != "q" && $0.0 != "cursore" })
    }

    /// The address of the list that is really shown.
    func understood(as understanding: Understanding?) -> FormBody {
        understanding.map { searching($0.understood) } ?? self
    }
}
