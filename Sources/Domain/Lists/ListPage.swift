internal import Persistence

/// A page of a list.
public struct ListPage<List: OperatorList>: Sendable {
    public let rows: [List.Row]
    /// Names of the branches open to the person.
    public let branches: [ID<Branch>: String]
    public let count: CappedCount
    public let next: Cursor?
    public let previous: Cursor?
    /// The list that the rows are of: the one asked for, or the one that it was understood as.
    public let list: List
    /// What the search was taken for, where as it was typed it found nothing.
    public let understood: Understanding?

    /// Out of one row more than the page holds, which tells whether there is more that way.
    init<Statement: ListStatement>(
        _ found: FoundRows<Statement>,
        limit: Int,
        at cursor: Cursor?
    ) where Statement.List == List {
        let (sort, hasMore) = (found.statement.list.sort, found.rows.count > limit)
        let isBackward = cursor?.direction == .backward
        rows = isBackward ? found.rows.prefix(limit).reversed() : Array(found.rows.prefix(limit))
        branches = found.open.names
        count = CappedCount(counted: found.count)
        (list, understood) = (found.statement.list, found.understood)
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

/// The rows of a page, and by which statement they were found.
struct FoundRows<Statement: ListStatement> where Statement.List.Column.Row: FromRow {
    let statement: Statement
    let open: OpenBranches
    /// How many rows the list holds, counted no further than ``CappedCount/limit`` and one.
    let count: Int
    let rows: [Statement.List.Row]
    let understood: Understanding?

    /// Reads a page; a first page without rows is asked for once more, by the words that may have been meant.
    ///
    /// A later page is one of a list that had rows, and is never understood anew.
    ///
    /// - Parameters:
    ///   - open: The branches open to the person, read in this transaction.
    ///   - understand: What the list's words are taken for; asked only where there are some.
    ///   - other: The statement of the same list with other words.
    init(
        _ statement: Statement,
        within open: OpenBranches,
        at cursor: Cursor?,
        limit: Int,
        in transaction: borrowing Transaction,
        understand: (String, borrowing Transaction) throws -> Understanding? = { _, _ in nil },
        other: (Statement.List) throws -> Statement
    ) throws {
        var (shown, taken) = (statement.within(open), Understanding?.none)
        var count = try shown.counted(in: transaction)
        if count == 0, cursor == nil, let text = statement.list.filter.keywords,
            let understood = try understand(text, transaction)
        {
            var list = statement.list
            list.filter.keywords = understood.understood
            (shown, taken) = (try other(list).within(open), understood)
            count = try shown.counted(in: transaction)
        }
        (self.statement, self.open, self.count, understood) = (shown, open, count, taken)
        // The address of a page may be older than what it shows: also of nothing a cursor is read, and refused if wrong.
        let page = try shown.page(after: cursor, limit: limit, of: count)
        rows = count == 0 ? [] : try transaction.all(page)
    }
}
