/// A list in which operators work, as somebody wants to see it: one value that page, count, facets, export, saved search
/// and API read, so that what you see is what you take away.
public protocol OperatorList: Hashable, Sendable {
    associatedtype Filter: ListFilter
    associatedtype Column: ListColumn

    static var name: ListName { get }
    static var standardSort: ListSort<Column.Key> { get }

    var filter: Filter { get set }
    var sort: ListSort<Column.Key> { get set }
    /// In the order in which they are shown.
    var columns: [Column] { get set }

    init(filter: Filter, sort: ListSort<Column.Key>, columns: [Column])
}

/// Whom or what a list is narrowed to; a filter that is not set lets everything through.
public protocol ListFilter: Hashable, Sendable {
    init()
    /// Reads what is its own of an address; what cannot be read, or lets nothing through, is a finding of the query.
    init(reading query: inout ListQuery)

    /// The parameters of an address that ``init(reading:)`` makes the same filter of.
    var query: [(name: String, value: String)] { get }
    /// As typed: words, `"phrases"`, `-exclusions`; nil where a list has no words to look for.
    var keywords: String? { get set }
    /// Only of these branches, among those open to the person.
    var branches: [ID<Branch>] { get set }

    /// What there is to say of the filter's codes that are in no list: such a filter would let nothing through, and look
    /// as if nothing was there.
    func unknownCodes(_ reference: ReferenceSnapshot) -> [Finding]
    /// What is set of the filter, in the words of people.
    func words(_ reference: ReferenceSnapshot, branches: [ID<Branch>: String]) -> [FilterWords]
}

/// A column of a list, the same on the page, in the spreadsheet and in a choice of columns.
public protocol ListColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Codable {
    associatedtype Key: ListSortKey
    associatedtype Row: ListedRow where Row.Key == Key

    /// What a list shows unless somebody has chosen.
    static var standard: [Self] { get }

    var title: Localized { get }
    var kind: ListValueKind { get }
    /// By what a click on the heading sorts.
    var sort: Key? { get }
    /// The row's value in this column.
    func value(_ row: Row, _ context: ListContext) -> ListValue
}

extension OperatorList {
    public typealias Sort = ListSort<Column.Key>
    public typealias Row = Column.Row

    public init() {
        self.init(filter: Filter(), sort: Self.standardSort, columns: Column.standard)
    }
}

/// What is needed to write a row for people.
public struct ListContext: Sendable {
    public let today: Day
    public let reference: ReferenceSnapshot
    /// Names of the branches open to the person.
    public let branches: [ID<Branch>: String]
    public let language: Language

    public init(today: Day, reference: ReferenceSnapshot, branches: [ID<Branch>: String], language: Language) {
        self.today = today
        self.reference = reference
        self.branches = branches
        self.language = language
    }

    func label(_ code: String?, _ list: ReferenceList) -> ListValue {
        ListValue(code.map { reference.label($0, in: list)[language] })
    }

    func label(_ label: Localized?) -> ListValue { ListValue(label?[language]) }
    func municipality(_ code: String?) -> ListValue {
        ListValue(code.map { reference.municipality($0)?.name ?? $0 })
    }

    func branch(_ id: ID<Branch>) -> ListValue { ListValue(branches[id]) }
}
