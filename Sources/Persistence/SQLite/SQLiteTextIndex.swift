extension TextIndex {
    /// FTS5 with its own copy of the tokens, which is what makes deletion exact before SQLite 3.43.
    ///
    /// The words' starts are indexed too, or the first letters of a search would merge half of the vocabulary.
    var sqliteCreation: SQL {
        """
        CREATE VIRTUAL TABLE \(table) USING fts5(
            tokens, scopes, tokenize = "ascii tokenchars '+#'", prefix = '2 3'
        )
        """
    }

    func sqliteTokens(_ text: String) -> String {
        var tokens: [UInt8] = []
        tokens.reserveCapacity(text.utf8.count)
        TextTokens.forEach(in: text) { token in
            if !tokens.isEmpty { tokens.append(UInt8(ascii: " ")) }
            tokens.append(contentsOf: token)
        }
        return String(decoding: tokens, as: UTF8.self)
    }

    func sqliteMatching(_ query: TextQuery) -> SQL {
        let everything: SQL = "SELECT rowid AS document FROM \(table) WHERE TRUE"
        let nothing: SQL = "SELECT rowid AS document FROM \(table) WHERE FALSE"
        var required: [String] = []
        for term in query.all {
            guard let term = SearchTerm(term) else { return nothing }
            required.append("tokens : \(expression(term))")
        }
        for scopes in query.scopes {
            if scopes.isEmpty { return nothing }
            let words = scopes.map { quoted([TextTokens.encode(scope: $0)]) }
            required.append("scopes : (\(words.joined(separator: " OR ")))")
        }
        let excluded = query.none.compactMap(SearchTerm.init).map { "tokens : \(expression($0))" }
        if required.isEmpty, excluded.isEmpty { return everything }

        let positive = required.map { "(\($0))" }.joined(separator: " AND ")
        let negative = excluded.map { "(\($0))" }.joined(separator: " OR ")
        // FTS5 has no NOT without a left side.
        if required.isEmpty {
            return """
                SELECT rowid AS document FROM \(table)
                WHERE rowid NOT IN (SELECT rowid FROM \(table) WHERE \(table) MATCH \(negative))
                """
        }
        let match = excluded.isEmpty ? positive : "(\(positive)) NOT (\(negative))"
        return "SELECT rowid AS document FROM \(table) WHERE \(table) MATCH \(match)"
    }

    private func expression(_ term: SearchTerm) -> String {
        switch term {
        case .phrase(let words, let isPrefix): isPrefix ? "\(quoted(words)) *" : quoted(words)
        case .any(let phrases): "(\(phrases.map(quoted).joined(separator: " OR ")))"
        case .either(let terms): "(\(terms.map(expression).joined(separator: " OR ")))"
        }
    }

    /// The tokens hold no quotation mark: see ``TextTokens``.
    private func quoted(_ words: [String]) -> String {
        "\"\(words.joined(separator: " "))\""
    }
}
