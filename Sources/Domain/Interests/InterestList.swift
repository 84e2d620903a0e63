/// The expressions of interest that an agency received, as its operators want to see them.
public struct InterestList: OperatorList {
    public static let name = ListName.interests
    public static let standardSort = InterestSort.newest

    public var filter: InterestFilter
    public var sort: InterestSort
    public var columns: [InterestColumn]

    public init(
        filter: InterestFilter = InterestFilter(),
        sort: InterestSort = .newest,
        columns: [InterestColumn] = InterestColumn.standard
    ) {
        self.filter = filter
        self.sort = sort
        self.columns = columns
    }
}

public typealias InterestSort = ListSort<InterestSortKey>
public typealias InterestPage = ListPage<InterestList>

public enum InterestSortKey: String, ListSortKey {
    /// When the citizen sent it.
    case submitted
    /// The citizen's family name as it was then.
    case surname

    public var title: Localized {
        switch self {
        case .submitted: Localized(it: "data di invio", en: "day of submission")
        case .surname: Localized(it: "cognome", en: "family name")
        }
    }
}

extension InterestSort {
    public static var newest: InterestSort { InterestSort(.submitted, descending: true) }
}

/// An interest in an operator's list.
public struct ListedInterest: Hashable, Sendable {
    public let received: ReceivedInterest
    public let vacancyReference: String?
    /// Who of the agency moved it last; nil where no operator has.
    public let movedBy: String?
    let sortKey: String
}

extension ListedInterest: ListedRow {
    public func cursor(_ sort: InterestSort, _ direction: Cursor.Direction) -> Cursor {
        let keys: [Cursor.Key] =
            switch sort.key {
            case .submitted: []
            case .surname: [.text(sortKey)]
            }
        return Cursor(keys: keys, id: received.interest.id.rawValue, direction: direction, order: sort.word)
    }
}
