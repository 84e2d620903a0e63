internal import Domain

/// Columns that several files of the register share.
extension ImportColumn {
    static let agencyCode = ImportColumn(
        "agency_code",
        .obligatory,
        aliases: ["codice agenzia", "agenzia", "codice apl"]
    )

    static let municipality = ImportColumn(
        "municipality_code",
        .obligatory,
        aliases: ["codice comune", "comune", "codice catastale"]
    )

    static let address = ImportColumn("address", aliases: ["indirizzo"])

    static let email = ImportColumn(
        "email",
        aliases: ["e-mail", "posta elettronica", "indirizzo e-mail"]
    )

    static let validity = [
        ImportColumn("valid_from", .obligatory, aliases: ["valida dal", "dal", "data inizio"]),
        ImportColumn("valid_to", aliases: ["valida al", "al", "data fine"]),
    ]
}

extension RowFields {
    /// A tax code as a key: in the spelling that it has once read, also when it turns out to be wrong.
    func rawTaxCode(_ column: String) -> String {
        (raw(column) ?? "").uppercased().filter { !$0.isWhitespace }
    }

    /// A day as a key: in ISO form when it is one.
    func rawDay(_ column: String) -> String {
        let text = raw(column) ?? ""
        let date = text.prefix { $0 != "T" && $0 != " " }
        return (Day(String(date)) ?? Day(italian: String(date)))?.description ?? text
    }
}
