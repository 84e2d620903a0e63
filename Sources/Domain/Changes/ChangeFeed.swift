public import Persistence

/// The feed that agencies' software follows instead of polling lists.
///
/// The number of a change is taken in the change's own transaction, under the lock of the agency's head: what a reader
/// sees is complete up to its last number, so a cursor misses nothing. Keep it the last step of a transaction, since
/// other changes of the same agency wait for the lock.
public struct ChangeFeed: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// Numbers and writes one change of an agency.
    public func record(_ note: ChangeNote, of agency: ID<Agency>, in transaction: borrowing Transaction) throws {
        try record([note], of: agency, in: transaction)
    }

    /// Numbers and writes many changes of an agency, in their order.
    public func record(_ notes: [ChangeNote], of agency: ID<Agency>, in transaction: borrowing Transaction) throws {
        if notes.isEmpty { return }
        let count = Int64(notes.count)
        let heads: [Int64] = try transaction.all(
            """
            INSERT INTO change_head (agency_id, sequence) VALUES (\(agency), \(count))
            ON CONFLICT (agency_id) DO UPDATE SET sequence = change_head.sequence + excluded.sequence
            RETURNING sequence
            """
        )
        let first = (heads.first ?? count) - count + 1
        let at = store.now
        let columns: [StaticString] = ["agency_id", "sequence", "type", "object_id", "branch_id", "operation", "at"]
        if let note = notes.first, notes.count == 1 {
            try transaction.run(
                """
                INSERT INTO change (agency_id, sequence, type, object_id, branch_id, operation, at)
                VALUES (
                    \(agency), \(first), \(note.kind), \(note.object), \(note.branch), \(note.operation), \(at)
                )
                """
            )
            return
        }
        try transaction.upsert(
            into: BulkTable("change", columns: columns, key: [], update: []),
            rows: notes.enumerated().map { offset, note -> [SQLValue] in
                [
                    agency.sqlValue, .integer(first + Int64(offset)), note.kind.sqlValue, .integer(note.object),
                    note.branch.sqlValue, note.operation.sqlValue, at.sqlValue,
                ]
            }
        )
    }

    /// The changes of an agency after a number, oldest first.
    ///
    /// - Parameters:
    ///   - branches: Only those of these branches, for software that was granted some; numbers then jump.
    public func changes(
        of agency: ID<Agency>,
        after sequence: Int64,
        kinds: Set<Change.Kind> = [],
        branches: [ID<Branch>]? = nil,
        atMost limit: Int = 100
    ) async throws -> ChangePage {
        try await store.read { (transaction: borrowing Transaction) in
            try changes(of: agency, after: sequence, kinds: kinds, branches: branches, atMost: limit, in: transaction)
        }
    }

    func changes(
        of agency: ID<Agency>,
        after sequence: Int64,
        kinds: Set<Change.Kind>,
        branches: [ID<Branch>]?,
        atMost limit: Int,
        in transaction: borrowing Transaction
    ) throws -> ChangePage {
        let ofKinds: SQL = kinds.isEmpty ? "" : " AND type IN \(in: kinds.sorted { $0.rawValue < $1.rawValue })"
        let ofBranches: SQL = branches.map { " AND branch_id IN \(in: $0)" } ?? ""
        let items: [Change] = try transaction.all(
            """
            SELECT \(Change.columns) FROM change
            WHERE agency_id = \(agency) AND sequence > \(sequence)\(ofKinds)\(ofBranches)
            ORDER BY sequence LIMIT \(limit)
            """
        )
        if let last = items.last, items.count >= limit { return ChangePage(items: items, next: last.sequence) }
        return ChangePage(items: items, next: max(sequence, try head(of: agency, in: transaction)))
    }

    /// The number of an agency's latest change, 0 before the first: where a full extraction hands over to the feed.
    public func head(of agency: ID<Agency>, in transaction: borrowing Transaction) throws -> Int64 {
        try transaction.first("SELECT sequence FROM change_head WHERE agency_id = \(agency)", as: Int64.self) ?? 0
    }
}

/// A stretch of the feed.
public struct ChangePage: Hashable, Sendable {
    public let items: [Change]
    /// Up to where the reader now knows everything, also of changes that were filtered out.
    public let next: Int64
}

extension Store {
    public var changes: ChangeFeed { ChangeFeed(self) }
}
