/// The list of citizens as somebody wants to see it.
public struct CitizenList: OperatorList {
    public static let name = ListName.citizens
    public static let standardSort = CitizenSort.standard

    public var filter: CitizenFilter
    public var sort: CitizenSort
    public var columns: [CitizenColumn]

    public init(
        filter: CitizenFilter = CitizenFilter(),
        sort: CitizenSort = .standard,
        columns: [CitizenColumn] = CitizenColumn.standard
    ) {
        self.filter = filter
        self.sort = sort
        self.columns = columns
    }
}

public typealias CitizenSort = ListSort<CitizenSortKey>
public typealias CitizenPage = ListPage<CitizenList>

public enum CitizenSortKey: String, ListSortKey {
    /// The day of the activation pact (of the service pact, where there is no other).
    case pact
    case surname
    case age
    case education
}

extension CitizenSort {
    /// The latest pacts first.
    public static var standard: CitizenSort { CitizenSort(.pact, descending: true) }
}
