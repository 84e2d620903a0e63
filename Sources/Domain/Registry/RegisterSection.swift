public import Persistence

/// A section of the register of employment agencies: articles 4 and 6 of legislative decree 276/2003.
public enum RegisterSection: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// Temporary agency work of any kind (*somministrazione, agenzia generalista*).
    case generalist = "1"
    /// Temporary agency work of one kind only (*agenzia specialista*).
    case specialist = "2"
    /// Brokering (*intermediazione*).
    case brokering = "3"
    /// Brokering under the special regimes of art. 6: schools, universities, municipalities, associations, and others.
    case specialRegime = "3.1"
    /// Search and selection of staff (*ricerca e selezione*).
    case searchAndSelection = "4"
    /// Support to professional relocation (*ricollocazione professionale*).
    case relocation = "5"

    public var title: Localized {
        switch self {
        case .generalist:
            Localized(it: "Somministrazione, agenzia generalista", en: "Temporary agency work, generalist")
        case .specialist:
            Localized(it: "Somministrazione, agenzia specialista", en: "Temporary agency work, specialist")
        case .brokering: Localized(it: "Intermediazione", en: "Brokering")
        case .specialRegime:
            Localized(it: "Intermediazione, regimi particolari", en: "Brokering, special regimes")
        case .searchAndSelection:
            Localized(it: "Ricerca e selezione del personale", en: "Search and selection of staff")
        case .relocation:
            Localized(it: "Supporto alla ricollocazione professionale", en: "Support to professional relocation")
        }
    }

    /// Sections that one in this section belongs to by law: article 4 of legislative decree 276/2003.
    public var alsoIn: Set<RegisterSection> {
        switch self {
        case .generalist: [.brokering, .searchAndSelection, .relocation]
        case .brokering: [.searchAndSelection, .relocation]
        case .specialist, .specialRegime, .searchAndSelection, .relocation: []
        }
    }
}
