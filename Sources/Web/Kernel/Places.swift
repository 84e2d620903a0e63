internal import HTML

/// The pages that others lead to, each named once.
extension Link {
    static let citizens: Link = "/cittadini"
    static let vacancies: Link = "/offerte"
    static let vacancyUpload: Link = "/offerte/carica"
    static let receivedInterests: Link = "/manifestazioni"
    static let ownInterests: Link = "/manifestazioni-inviate"
    static let work: Link = "/lavoro"
    static let savedSearches: Link = "/ricerche"
    static let newSavedSearch: Link = "/ricerche/nuova"
    static let superUsers: Link = "/utenti"
    static let newSuperUser: Link = "/utenti/nuovo"
    static let templates: Link = "/modelli"
    /// Where a citizen writes her CV.
    static let curriculum: Link = "/curriculum"
}
