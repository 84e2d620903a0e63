public import Domain

/// What a file brings in; the raw value is the word on the command line and in addresses.
public enum ImportKind: String, Sendable, CaseIterable, Codable {
    case agencies
    case branches
    case operators
    case grants
    case jobCentres = "job-centres"
    case applications
    case servicePacts = "service-pacts"
    case vacancies
    /// The official code lists (`import reference cp2021|ateco|comuni|titoli-studio`).
    case reference

    public var title: Localized {
        switch self {
        case .agencies: Localized(it: "Agenzie", en: "Agencies")
        case .branches: Localized(it: "Filiali", en: "Branches")
        case .operators: Localized(it: "Operatori", en: "Operators")
        case .grants: Localized(it: "Abilitazioni", en: "Branch grants")
        case .jobCentres: Localized(it: "Centri per l'impiego", en: "Job centres")
        case .applications: Localized(it: "Domande", en: "Applications")
        case .servicePacts: Localized(it: "Patti di servizio", en: "Service pacts")
        case .vacancies: Localized(it: "Offerte di lavoro", en: "Vacancies")
        case .reference: Localized(it: "Tabelle di riferimento", en: "Reference tables")
        }
    }
}

extension ImportKind {
    /// The columns that a file of this kind may have; none for the official tables, which have forms of their own.
    var columns: [ImportColumn] {
        switch self {
        case .agencies: ImportColumn.agencies
        case .branches: ImportColumn.branches
        case .operators: ImportColumn.operators
        case .grants: ImportColumn.grants
        case .jobCentres: ImportColumn.jobCentres
        case .applications: ImportColumn.applications
        case .servicePacts: ImportColumn.servicePacts
        case .vacancies: ImportColumn.vacanciesOfAgencies
        case .reference: []
        }
    }
}
