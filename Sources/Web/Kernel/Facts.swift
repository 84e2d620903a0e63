internal import Domain
internal import HTML

/// A name and a value of a description list.
struct Fact {
    let name: String
    let value: String
}

enum Facts {
    /// The facts that have a value.
    static func present(_ pairs: [(Localized, String?)], _ words: Words) -> [Fact] {
        pairs.compactMap { name, value in
            guard let value, !value.isEmpty else { return nil }
            return Fact(name: words(name), value: value)
        }
    }

    static func html(_ facts: [Fact]) -> [HTML] {
        facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" }
    }
}

/// The way to the next page of a keyset list, and back to the first.
enum Pager {
    static func html(_ words: Words, next: Cursor?, isFirst: Bool, path: Link, query: [(String, String)]) -> HTML? {
        guard next != nil || !isFirst else { return nil }
        let first: HTML? = isFirst ? nil : "<a href=\"\(link: path.query(query))\">\(words(.firstPage))</a>"
        let onward = next.map { cursor -> HTML in
            """
            <a class="btn btn-outline-primary" href="\(link: path.query(query + [("cursore", cursor.text)]))" rel="next">\
            \(words(.nextPage))</a>
            """
        }
        return "<nav class=\"pager\" aria-label=\"\(words(.pagination))\">\(first)\(onward)</nav>"
    }
}
