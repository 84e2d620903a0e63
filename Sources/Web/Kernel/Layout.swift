internal import Domain
internal import HTML

/// What stands around each page: header, way back, messages, footer.
struct Layout {
    /// Somebody signed in, as the header shows them.
    struct Person {
        let name: String
        /// What they act as: "Operatore – Agenzia Aurora".
        let role: String
        /// The operating scope in words, for operators.
        let scope: String?
        let csrf: String
        let mayChangeScope: Bool
        let mayChangeRole: Bool
    }

    /// What the person had typed on this page before their session ended stands in its form.
    struct Typed: Hashable, Sendable {
        let lacksFiles: Bool
    }

    struct NavigationItem {
        let title: Localized
        let link: Link
    }

    struct Crumb {
        let title: String
        let link: Link
    }

    struct Notice: Hashable, Sendable {
        enum Kind: String, Sendable {
            case success
            case warning
            case danger
            case info
        }

        let kind: Kind
        let text: String
    }

    let words: Words
    let title: String
    var person: Person?
    var navigation: [NavigationItem] = []
    /// The path of the page, to mark the navigation's current item.
    var path = "/"
    /// Where a change of language comes back to.
    var address = "/"
    var crumbs: [Crumb] = []
    var notices: [Notice] = []
    var isDevelopment = false
    var typed: Typed?
    /// A file of ours that makes the page handier; the page works without it.
    var script: Link?
    /// Wide lists use the whole width of the window.
    var isWide = false

    func page(_ body: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(words.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) – Incontro</title>
        <link rel="icon" href="/incontro.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/vendor/bootstrap-italia/css/bootstrap-italia.min.css">
        <link rel="stylesheet" href="/incontro.css">
        \(script.map { "<script src=\"\(link: $0)\" defer></script>" as HTML })
        </head>
        <body>
        <div class="skiplinks"><a class="visually-hidden-focusable" href="#contenuto">\(words(.skipToContent))</a></div>
        \(isDevelopment ? development : nil)
        \(header)
        <main id="contenuto" class="\(isWide ? "container-fluid" : "container") px-4 py-4" tabindex="-1">
        \(breadcrumb)
        \(typed.map(typedNotice))\(notices.map(notice))
        \(body)
        </main>
        \(footer)
        </body>
        </html>
        """
    }

    private var development: HTML {
        "<div class=\"development-banner\" role=\"note\">\(words(.developmentBanner))</div>"
    }

    private var header: HTML {
        """
        <header class="site-header">
        <div class="site-header-slim"><div class="container-fluid px-4">
        <span class="site-owner">\(words(.owner))</span>
        <nav class="site-languages" aria-label="\(words(.languages))">\(Language.allCases.map(languageLink))</nav>
        \(personMenu)
        </div></div>
        <div class="site-header-center"><div class="container-fluid px-4">
        <a class="site-brand" href="/"><span class="site-brand-name">Incontro</span>
        <span class="site-brand-claim">\(words(.claim))</span></a>
        </div></div>
        \(navigation.isEmpty ? nil : navigationBar)
        </header>
        """
    }

    private func languageLink(_ language: Language) -> HTML {
        let link = ("/lingua/\(language.rawValue)" as Link).query([("ritorno", address)])
        let name = language == .it ? "Italiano" : "English"
        return """
            <a href="\(link: link)" lang="\(language.rawValue)" hreflang="\(language.rawValue)"\
            \(attribute: "aria-current", language == words.language ? "true" : nil)>\(name)</a>
            """
    }

    private var personMenu: HTML {
        guard let person else {
            return "<a class=\"btn btn-primary btn-sm site-sign-in\" href=\"/accedi\">\(words(.signIn))</a>"
        }
        return """
            <div class="site-person">
            <span class="site-person-name">\(person.name)</span>
            <span class="site-person-role">\(person.role)</span>
            \(person.scope.map(scope))
            \(person.mayChangeRole ? "<a href=\"/accedi/ruolo\">\(words(.changeRole))</a>" : nil)
            <a href="/sessioni">\(words(.ownSessions))</a>
            <form method="post" action="/esci">\(Field.csrf(person.csrf))
            <button type="submit" class="btn btn-link btn-sm">\(words(.signOut))</button></form>
            </div>
            """
    }

    private func scope(_ scope: String) -> HTML {
        let change: HTML? =
            person?.mayChangeScope == true
            ? "<a class=\"site-scope-change\" href=\"\(link: scopeChange)\">\(words(.changeScope))</a>" : nil
        return """
            <span class="site-scope"><span class="site-scope-label">\(words(.operatingScope)):</span> \
            <strong>\(scope)</strong> \(change)</span>
            """
    }

    /// The choice of a scope, and back to this page; a place in a list of the old scope means nothing in the new one.
    private var scopeChange: Link {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = (parts.count == 2 ? FormBody(encoded: parts[1]) : nil)?.list.filter { $0.0 != "cursore" } ?? []
        // The pages of the choice itself are no place to come back to.
        let own = parts.first.flatMap { Link(local: String($0)) }
        let page = own.flatMap { $0.text == "/ambito" || $0.text.hasPrefix("/accedi") ? nil : $0 } ?? "/"
        return ("/ambito" as Link).query([("ritorno", page.query(query).text)])
    }

    private var navigationBar: HTML {
        let items = navigation.map { item -> HTML in
            let isCurrent = path == item.link.text || path.hasPrefix(item.link.text + "/")
            return """
                <li><a href="\(link: item.link)"\(attribute: "aria-current", isCurrent ? "page" : nil)>\
                \(words(item.title))</a></li>
                """
        }
        return """
            <nav class="site-navigation" aria-label="\(words(.mainNavigation))">
            <div class="container-fluid px-4"><ul>\(items)</ul></div></nav>
            """
    }

    private var breadcrumb: HTML? {
        guard !crumbs.isEmpty else { return nil }
        let items = crumbs.map { crumb -> HTML in
            """
            <li class="breadcrumb-item"><a href="\(link: crumb.link)">\(crumb.title)</a>\
            <span class="separator" aria-hidden="true">/</span></li>
            """
        }
        return """
            <nav class="breadcrumb-container" aria-label="\(words(.breadcrumb))"><ol class="breadcrumb">\(items)
            <li class="breadcrumb-item active" aria-current="page">\(title)</li></ol></nav>
            """
    }

    private func typedNotice(_ typed: Typed) -> HTML {
        """
        <div class="alert alert-info" role="status"><p>\(words(.formKept))\(typed.lacksFiles ? " " : "")\
        \(typed.lacksFiles ? words(.formKeptWithoutFiles) : nil)</p>
        <form method="post" action="/moduli/scarta">\(Field.csrf(person?.csrf ?? ""))\(Field.hidden("pagina", address))
        <button type="submit" class="btn btn-outline-primary btn-sm">\(words(.discardKeptForm))</button></form></div>
        """
    }

    private func notice(_ notice: Notice) -> HTML {
        """
        <div class="alert alert-\(notice.kind.rawValue)" role="\(notice.kind == .danger ? "alert" : "status")">\
        \(notice.text)</div>
        """
    }

    private var footer: HTML {
        """
        <footer class="site-footer"><div class="container-fluid px-4">
        <p class="site-footer-name">Incontro</p>
        <ul>
        <li><a href="/accessibilita" data-element="accessibility-link">\(words(.accessibilityStatement))</a></li>
        <li><a href="/privacy" data-element="privacy-policy-link">\(words(.privacyNotice))</a></li>
        <li><a href="/note-legali" data-element="legal-notes">\(words(.legalNotes))</a></li>
        <li><a href="\(link: .templates)">\(words(.templatesTitle))</a></li>
        </ul>
        </div></footer>
        """
    }
}
