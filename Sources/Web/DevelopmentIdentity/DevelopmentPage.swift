internal import HTML

/// The page on which a developer chooses who to be.
///
/// It bears no mark of SPID or CIE: those belong to real identities, and nobody may take this for one.
struct DevelopmentPage {
    let people: [DemoPerson]
    let ticket: String
    /// A tax code that was typed and is none.
    let typed: String?

    var html: HTML {
        Self.document(
            title: "Scelga una persona di prova",
            """
            <p class="lead">Qui non serve una password: le persone sono inventate e i dati sono di prova.
            Scelga chi vuole essere.</p>
            \(error)
            <form method="post" action="/sviluppo/identita/authorize">
            <input type="hidden" name="ticket" value="\(ticket)">
            <h2 id="elenco">Persone dimostrative</h2>
            \(people.isEmpty ? "<p>Nessuna persona in elenco: crei i dati dimostrativi.</p>" : list)
            </form>
            <form method="post" action="/sviluppo/identita/authorize">
            <input type="hidden" name="ticket" value="\(ticket)">
            <h2>Un altro codice fiscale</h2>
            <div class="field"><label for="tax-code">Codice fiscale</label>
            <input class="form-control\(typed == nil ? nil : " is-invalid" as HTML)" id="tax-code" name="tax_code" type="text"\
             required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false"\
            \(attribute: "value", typed)\(attribute: "aria-invalid", typed == nil ? nil : "true")\
             aria-describedby="tax-code-hint\(typed == nil ? nil : " tax-code-error" as HTML)">
            <p class="hint" id="tax-code-hint">16 lettere e cifre, per esempio di una persona appena importata.</p></div>
            <p><button type="submit" class="btn btn-primary">Accedi con questo codice</button></p>
            </form>
            """
        )
    }

    private var error: HTML? {
        guard typed != nil else { return nil }
        return """
            <div class="alert alert-danger" role="alert" id="tax-code-error">\
            Il codice fiscale deve avere 16 lettere o cifre.</div>
            """
    }

    private var list: HTML {
        let items = people.map { person -> HTML in
            """
            <li class="card-item"><button type="submit" name="tax_code" value="\(person.taxCode)"\
             class="btn btn-outline-primary">\(person.givenName) \(person.familyName)</button>
            <p><span class="text-monospace">\(person.taxCode)</span> – \(person.note)</p></li>
            """
        }
        return "<ul class=\"cards\" aria-labelledby=\"elenco\">\(items)</ul>"
    }

    static func failed(_ reason: String) -> HTML {
        document(title: "Accesso non possibile", "<div class=\"alert alert-danger\" role=\"alert\">\(reason)</div>")
    }

    static let signedOut = document(title: "Uscita eseguita", "<p>È uscito dall'identità di prova.</p>")

    private static func document(title: String, _ body: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="it">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>\(title) – Ambiente di sviluppo</title>
        <link rel="icon" href="/incontro.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/vendor/bootstrap-italia/css/bootstrap-italia.min.css">
        <link rel="stylesheet" href="/incontro.css">
        </head>
        <body>
        <header><div class="development-banner" role="note">Ambiente di sviluppo: identità di prova</div></header>
        <main class="container px-4 py-4">
        <h1>\(title)</h1>
        \(body)
        </main>
        </body>
        </html>
        """
    }
}
