internal import Domain
internal import HTML

/// One of the operators' lists as pages show it: where its rows come from, what its fields are, what it is called.
protocol ListDesk: Sendable {
    associatedtype List: OperatorList
    associatedtype Facet: ListFacet

    static var texts: ListTexts { get }
    static func fields(_ reference: ReferenceSnapshot, _ words: Words) -> ListFields
    /// Where a row leads.
    static func link(_ row: List.Row) -> Link
    /// What a filter obliges the page to say.
    static func notice(_ filter: List.Filter) -> Localized?

    func page(
        _ list: List,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        at cursor: Cursor?
    ) async throws -> ListPage<List>
    /// All rows, counted to the last.
    func count(_ list: List, as person: OperatorIdentity, _ reference: ReferenceSnapshot) async throws -> Int
    func facets(
        _ list: List,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> [FacetCounts<Facet>]
    func exceeds(
        _ rows: Int,
        _ list: List,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> Bool
    func export(
        _ list: List,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        in language: Language
    ) async throws -> ListExport<List>
    /// The branches that a filter may name.
    func openBranches(to person: OperatorIdentity) async throws -> [ID<Branch>: String]
}

extension ListDesk {
    static func notice(_ filter: List.Filter) -> Localized? { nil }

    /// The list that an address asks for, with all that is wrong with it.
    func read(
        _ query: FormBody,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot
    ) async throws -> List {
        let open = query.text("branch") == nil ? nil : try await Array(openBranches(to: person).keys)
        return try List(query: query.list, reference: reference, open: open)
    }
}

/// What a list is called on pages, and where it stands.
struct ListTexts: Sendable {
    let path: Link
    let files: [ExportFormat: Link]
    let one: Localized
    let many: Localized
    let empty: Localized
    let exportNotice: Localized
    /// What else can be done from the list.
    var action: (title: Localized, link: Link)?
}

/// Parameters of a list's address that say how its page looks, beside those of the list itself.
enum ListParameter {
    static let cursor = "cursore"
    static let exactCount = "conta"
    static let facets = "riepilogo"
    static let columns = "colonne"
    static let savedSearches = "ricerche"
    /// A file at once, however long the list is.
    static let atOnce = "subito"
    static let all: Set<String> = [cursor, exactCount, facets, columns, savedSearches, atOnce]
}
