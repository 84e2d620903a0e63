public import Domain

/// Why a file as a whole is refused, before any of its rows is looked at.
public enum CannotImport: Error, Hashable, Sendable {
    /// Not even headings.
    case empty
    case missingColumns([String], found: [String])
    /// Two headings mean the same column.
    case repeatedColumn(String, headings: [String])
    /// The bytes are not a table of a known format.
    case unreadable(Localized)
    /// The kind has nothing that a file could end by not naming it.
    case neverFull(ImportKind)
    /// A full file without rows would end everything.
    case fullWithoutRows(ImportKind)

    public var message: Localized {
        switch self {
        case .empty:
            Localized(
                it: "Il file è vuoto: manca la riga delle intestazioni",
                en: "The file is empty: it has no headings"
            )
        case .missingColumns(let names, let found):
            missing(names, found: found.map { "«\($0)»" }.joined(separator: ", "))
        case .repeatedColumn(let name, let headings):
            Localized(
                it: "La colonna \(name) compare due volte: «\(headings.joined(separator: "» e «"))»",
                en: "The column \(name) appears twice: “\(headings.joined(separator: "” and “"))”"
            )
        case .unreadable(let reason):
            Localized(it: "Il file non è leggibile: \(reason.it)", en: "The file cannot be read: \(reason.en)")
        case .neverFull(let kind):
            Localized(
                it: "L'opzione --full non vale per \(kind.rawValue)",
                en: "The option --full does not apply to \(kind.rawValue)"
            )
        case .fullWithoutRows(let kind):
            Localized(
                it: "Con --full un file senza righe chiuderebbe tutto (\(kind.rawValue)): non è stato caricato",
                en: "With --full, a file without rows would end everything (\(kind.rawValue)): it was not loaded"
            )
        }
    }

    private func missing(_ names: [String], found: String) -> Localized {
        let list = names.joined(separator: ", ")
        return names.count == 1
            ? Localized(
                it: "Manca la colonna obbligatoria \(list); intestazioni trovate: \(found)",
                en: "The obligatory column \(list) is missing; headings found: \(found)"
            )
            : Localized(
                it: "Mancano le colonne obbligatorie \(list); intestazioni trovate: \(found)",
                en: "The obligatory columns \(list) are missing; headings found: \(found)"
            )
    }
}
