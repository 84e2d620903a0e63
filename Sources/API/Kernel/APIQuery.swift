internal import Domain
internal import Hummingbird
internal import OpenIDConnect

/// The parameters of an operation's address, read one by one with findings for what cannot be read.
enum APIQuery {
    /// - Parameter names: What the operation takes; anything else would be a filter that falls away in silence.
    /// - Throws: ``Problem`` where the address itself cannot be read.
    static func read(_ request: Request, knowing names: Set<String>) throws -> ListQuery {
        guard let parameters = FormParameters(decoding: request.uri.query ?? ""),
            // No engine stores U+0000.
            !parameters.pairs.contains(where: { $0.name.utf8.contains(0) || $0.value.utf8.contains(0) })
        else {
            throw Problem.badQuery([
                Finding(
                    "",
                    "query_unreadable",
                    it: "L'indirizzo contiene sequenze che non sono UTF-8.",
                    en: "The address holds sequences that are not UTF-8."
                )
            ])
        }
        var query = ListQuery(parameters.pairs.map { ($0.name, $0.value) })
        for name in Set(parameters.pairs.map(\.name)).subtracting(names).sorted() {
            query.report(.unknownParameter(name, known: names))
        }
        return query
    }
}

extension ListQuery {
    /// Stops whoever reads on when something could not be read.
    func checkAddress() throws {
        if !findings.isEmpty { throw Problem.badQuery(findings) }
    }
}

extension Finding {
    fileprivate static func unknownParameter(_ name: String, known: Set<String>) -> Finding {
        let names = known.sorted().joined(separator: ", ")
        return Finding(
            name,
            "unknown_parameter",
            it: "L'operazione non ha il parametro «\(name)».",
            en: "The operation has no parameter “\(name)”.",
            suggestion: Localized(it: "Parametri ammessi: \(names).", en: "Its parameters: \(names).")
        )
    }
}
