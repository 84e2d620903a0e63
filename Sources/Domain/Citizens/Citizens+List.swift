internal import Persistence

/// A page of a list of citizens.
public struct CitizenPage: Sendable {
    public let rows: [CitizenRow]
    /// Names of the branches open to the person.
    public let branches: [ID<Branch>: String]
    public let count: CappedCount
    public let next: Cursor?
    public let previous: Cursor?
    /// The list that the rows are of: the one asked for, or the one that it was understood as.
    public let list: CitizenList
    public let understood: Understanding?
}

extension Citizens {
    /// A page of the citizens whom the person may see, with the number of all that the list holds.
    ///
    /// The read is in the audit trail before the answer leaves, and for each of them that she was seen.
    ///
    /// - Throws: ``Invalid`` for a filter or cursor that does not make sense.
    public func list(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        at cursor: Cursor? = nil,
        limit: Int = 50
    ) async throws -> CitizenPage {
        let (today, limit) = (store.today, min(max(limit, 1), 200))
        let statement = try CitizenStatement(list, as: person, reference: reference, today: today)
        let page = try await store.read { (transaction: borrowing Transaction) in
            let found = try FoundCitizens(
                list,
                statement,
                at: cursor,
                limit: limit,
                as: person,
                reference: reference,
                today: today,
                in: transaction
            )
            return CitizenPage(
                found,
                limit: limit,
                at: cursor,
                branches: try transaction.branchNames(openTo: person, on: today),
                count: CappedCount(
                    counted: try transaction.first(found.statement.count(limit: CappedCount.limit + 1), as: Int.self) ?? 0
                )
            )
        }
        var details = page.list.trace
        if let understood = page.understood { details["q_typed"] = .text(understood.typed) }
        details["count"] = .number(Int64(page.count.value))
        details["first_page"] = .flag(cursor == nil)
        let entry = AuditEntry(.operator(person), "citizens.listed", details: details, rows: page.rows.count)
        let viewing = Viewing(.list, by: .operator(person), filters: page.list.filter.kinds)
        try await store.write { (transaction: borrowing Transaction) in
            try store.audit.record(entry, in: transaction)
            try Sightings(store).record(viewing, of: page.rows.map(\.id), in: transaction)
        }
        return page
    }

    /// The branches through which the person may see citizens today, by name.
    public func branches(openTo person: OperatorIdentity) async throws -> [ID<Branch>: String] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.branchNames(openTo: person, on: today)
        }
    }

    /// How many citizens the list holds, however many they are.
    public func count(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot
    ) async throws -> Int {
        let statement = try CitizenStatement(list, as: person, reference: reference, today: store.today)
        let count = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: nil), as: Int.self) ?? 0
        }
        var details = list.trace
        details["count"] = .number(Int64(count))
        try await store.audit.record(read: AuditEntry(.operator(person), "citizens.counted", details: details))
        return count
    }
}

extension CitizenPage {
    /// Out of one row more than the page holds, which tells whether there is more that way.
    fileprivate init(
        _ found: FoundCitizens,
        limit: Int,
        at cursor: Cursor?,
        branches: [ID<Branch>: String],
        count: CappedCount
    ) {
        let (sort, hasMore) = (found.list.sort, found.rows.count > limit)
        let isBackward = cursor?.direction == .backward
        rows = isBackward ? found.rows.prefix(limit).reversed() : Array(found.rows.prefix(limit))
        self.branches = branches
        self.count = count
        (list, understood) = (found.list, found.understood)
        // Where one came from there was a row.
        next = isBackward || hasMore ? rows.last?.cursor(sort, .forward) : nil
        previous = (isBackward ? hasMore : cursor != nil) ? rows.first?.cursor(sort, .backward) : nil
    }
}

extension Transaction {
    /// Names of the branches through which the person may see citizens.
    func branchNames(openTo person: OperatorIdentity, on day: Day) throws -> [ID<Branch>: String] {
        let names: [BranchName] = try all(
            "SELECT b.id, b.name FROM branch b WHERE b.id IN (\(person.openBranches(on: day, with: .readCurricula)))"
        )
        return Dictionary(names.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

private struct BranchName: FromRow {
    let id: ID<Branch>
    let name: String

    init(from row: inout Row) throws {
        id = try row.next()
        name = try row.next()
    }
}
