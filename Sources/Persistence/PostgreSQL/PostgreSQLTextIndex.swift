extension TextIndex {
    var postgresqlCreation: SQL {
        """
        CREATE TABLE \(table) (document BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL, scopes TEXT[] NOT NULL)
        """
    }

    /// One index over both columns; without a pending list, which every search would have to read through.
    ///
    /// - Parameter isRepeatable: Whether an index that is there already is left as it is.
    func postgresqlIndexCreation(isRepeatable: Bool) -> SQL {
        let condition: SQL = isRepeatable ? "IF NOT EXISTS " : ""
        return "CREATE INDEX \(condition)\(table)_search ON \(table) USING gin (scopes, tokens) WITH (fastupdate = off)"
    }

    /// `'cuoco':1 'pizza':2`: no dictionary of PostgreSQL's takes part, the analysis is ours.
    func postgresqlVector(_ text: String) -> String {
        var vector: [UInt8] = []
        vector.reserveCapacity(text.utf8.count * 2)
        var position = 0
        TextTokens.forEach(in: text) { token in
            position += 1
            vector.append(UInt8(ascii: "'"))
            vector.append(contentsOf: token)
            vector.append(contentsOf: "':".utf8)
            vector.append(contentsOf: String(position).utf8)
            vector.append(UInt8(ascii: " "))
        }
        return String(decoding: vector, as: UTF8.self)
    }

    func postgresqlScopes(_ scopes: [String]) -> String {
        arrayLiteral(scopes.map(SQLValue.text))
    }

    func postgresqlMatching(_ query: TextQuery) -> SQL {
        let nothing: SQL = "SELECT document FROM \(table) WHERE FALSE"
        var conditions: [SQL] = []
        var expressions: [String] = []
        for term in query.all {
            guard let term = SearchTerm(term) else { return nothing }
            expressions.append(expression(term))
        }
        expressions += query.none.compactMap(SearchTerm.init).map { "!\(expression($0))" }
        if !expressions.isEmpty {
            conditions.append("tokens @@ \(expressions.joined(separator: " & "))::tsquery")
        }

        // Single scopes are asked for together, which is one walk of the index.
        var single: [String] = []
        for scopes in query.scopes {
            if scopes.isEmpty { return nothing }
            let encoded = scopes.map(TextTokens.encode(scope:))
            if encoded.count == 1 {
                single += encoded
            } else {
                conditions.append("scopes && \(postgresqlScopes(encoded))::text[]")
            }
        }
        if !single.isEmpty { conditions.append("scopes @> \(postgresqlScopes(single))::text[]") }
        if conditions.isEmpty { return "SELECT document FROM \(table)" }
        return "SELECT document FROM \(table) WHERE \(conditions.joined(by: " AND "))"
    }

    private func expression(_ term: SearchTerm) -> String {
        switch term {
        case .phrase(let words, let isPrefix): phrase(words, isPrefix: isPrefix)
        case .any(let phrases): "(\(phrases.map { phrase($0, isPrefix: false) }.joined(separator: " | ")))"
        case .either(let terms): "(\(terms.map(expression).joined(separator: " | ")))"
        }
    }

    /// The tokens hold no quotation mark and no backslash: see ``TextTokens``.
    private func phrase(_ words: [String], isPrefix: Bool) -> String {
        var quoted = words.map { "'\($0)'" }
        if isPrefix, let last = quoted.popLast() { quoted.append("\(last):*") }
        return "(\(quoted.joined(separator: " <-> ")))"
    }
}
