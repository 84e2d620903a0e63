/// An agency's vacancies as its operators want to see them.
public struct VacancyList: OperatorList {
    public static let name = ListName.vacancies
    public static let standardSort = VacancySort.newest

    public var filter: VacancyFilter
    public var sort: VacancySort
    public var columns: [VacancyListColumn]

    public init(
        filter: VacancyFilter = VacancyFilter(),
        sort: VacancySort = .newest,
        columns: [VacancyListColumn] = VacancyListColumn.standard
    ) {
        self.filter = filter
        self.sort = sort
        self.columns = columns
    }
}

public typealias VacancySort = ListSort<VacancySortKey>
public typealias VacancyPage = ListPage<VacancyList>

public enum VacancySortKey: String, ListSortKey {
    /// When the latest publication began; drafts stand where they were made.
    case published
    /// The last day of publication; those without one come last.
    case end

    public var title: Localized {
        switch self {
        case .published: Localized(it: "data di pubblicazione", en: "day of publication")
        case .end: Localized(it: "fine pubblicazione", en: "end of publication")
        }
    }
}

extension VacancySort {
    public static var newest: VacancySort { VacancySort(.published, descending: true) }
    /// What ends next.
    public static var endingFirst: VacancySort { VacancySort(.end) }
}

/// A vacancy in an operator's list.
public struct ListedVacancy: Hashable, Sendable {
    public let vacancy: Vacancy
    /// The state that is true today.
    public let status: Vacancy.Status
    /// Interests of citizens in it, of all its periods, as far as they were sent to branches open to whoever asks.
    public let interests: Int
    /// Those of them that nobody has read.
    public let unread: Int
    /// Those of them that led to a contract.
    public let hired: Int
    let position: Int64

    /// Posts that nobody was found for through here; nil where the vacancy says no number.
    public var vacantPositions: Int? { vacancy.terms.positions.map { max(0, $0 - hired) } }
}

extension ListedVacancy: ListedRow {
    public func cursor(_ sort: VacancySort, _ direction: Cursor.Direction) -> Cursor {
        let keys: [Cursor.Key] =
            switch sort.key {
            case .published: []
            case .end: [.text(vacancy.publicationEndDate?.description ?? VacancyStatement.noEnd)]
            }
        return Cursor(keys: keys, id: position, direction: direction, order: sort.word)
    }
}
