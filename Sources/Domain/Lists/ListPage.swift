internal import Persistence

/// A page of a list.
public struct ListPage<List: OperatorList>: Sendable {
    public let rows: [List.Row]
    /// Names of the branches open to the person.
    public let branches: [ID<Branch>: String]
    public let count: CappedCount
    public let next: Cursor?
    public let previous: Cursor?

    /// Out of one row more than the page holds, which tells whether there is more that way.
    init(
        _ found: [List.Row],
        limit: Int,
        at cursor: Cursor?,
        _ sort: ListSort<List.Column.Key>,
        branches: [ID<Branch>: String],
        count: CappedCount
    ) {
        let hasMore = found.count > limit
        let isBackward = cursor?.direction == .backward
        rows = isBackward ? found.prefix(limit).reversed() : Array(found.prefix(limit))
        self.branches = branches
        self.count = count
        // Where one came from there was a row.
        next = isBackward || hasMore ? rows.last?.cursor(sort, .forward) : nil
        previous = (isBackward ? hasMore : cursor != nil) ? rows.first?.cursor(sort, .backward) : nil
    }
}

/// A row that knows where it stands in a list.
public protocol ListedRow: Sendable {
    associatedtype Key: ListSortKey

    func cursor(_ sort: ListSort<Key>, _ direction: Cursor.Direction) -> Cursor
}
