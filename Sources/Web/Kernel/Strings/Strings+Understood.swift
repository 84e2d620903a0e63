internal import Domain

/// A search that was taken for another one.
extension Localized {
    static let nothingFoundFor = Localized(it: "Nessun risultato per", en: "Nothing found for")
    static let resultsShownFor = Localized(it: "Mostriamo i risultati per", en: "Showing what is found for")
    static let norWithFiltersFor = Localized(it: "e con questi filtri nemmeno per", en: "nor with these filters for")
    static let searchExactly = Localized(it: "Cerca proprio", en: "Search for exactly")
    static let orElse = Localized(it: "oppure:", en: "or:")
}
