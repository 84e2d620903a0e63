public import Persistence

/// An export that a worker has taken on.
public struct ClaimedExport: Sendable {
    public let export: PreparedExport
    /// The one who asked for it, in the scope of then; what is open to that scope is asked now.
    public let person: OperatorIdentity
    /// Grows with each worker that takes it on: what an earlier one still writes is refused.
    let attempt: Int
}

extension Exports {
    /// After so many seconds without a sign of life another worker takes an export over.
    static let silence = 120
    /// After so many workers it has failed.
    static let mostAttempts = 3

    /// Takes on the export that waits longest.
    ///
    /// - Returns: Nil when none waits.
    public func claim() async throws -> ClaimedExport? {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let late = store.now.adding(seconds: -Exports.silence)
            let free: SQL = "(state = 'waiting' OR (state = 'running' AND beat_at < \(late)))"
            let worn: [ID<PreparedExport>] = try transaction.all(
                """
                UPDATE prepared_export SET state = \(PreparedExport.State.failed)
                WHERE state = 'running' AND beat_at < \(late) AND attempt >= \(Exports.mostAttempts)
                RETURNING id
                """
            )
            let id: ID<PreparedExport>? = try transaction.first(
                """
                UPDATE prepared_export SET state = \(PreparedExport.State.running), beat_at = \(store.now),
                    attempt = attempt + 1, rows = 0, size = 0
                WHERE \(free) AND id = (
                    SELECT id FROM prepared_export WHERE state IN ('waiting', 'running') AND \(free)
                    ORDER BY id LIMIT 1
                )
                RETURNING id
                """
            )
            for gone in worn + (id.map { [$0] } ?? []) {
                try transaction.run("DELETE FROM prepared_export_piece WHERE export_id = \(gone)")
            }
            guard let id else { return nil }
            return try transaction.claimed(id)
        }
    }

    /// Says how many rows there will be, and of which branches.
    public func begin(_ claimed: ClaimedExport, total: Int, branches: some Sequence<ID<Branch>>) async throws {
        let ids = branches.sorted().map { String($0.rawValue) }.joined(separator: " ")
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.step(
                claimed,
                "UPDATE prepared_export SET total = \(total), branches = \(ids)"
            )
        }
    }

    /// Keeps the next piece of the file.
    ///
    /// - Throws: `CancellationError` once the export was given up, or another worker has it.
    public func append(_ content: [UInt8], number: Int, rows: Int, to claimed: ClaimedExport) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.step(
                claimed,
                """
                UPDATE prepared_export SET rows = \(rows), size = size + \(content.count), beat_at = \(store.now)
                """
            )
            try transaction.run(
                """
                INSERT INTO prepared_export_piece (export_id, number, content)
                VALUES (\(claimed.export.id), \(number), \(content))
                """
            )
        }
    }

    /// Makes a file takeable that is whole: before this nobody can take it for a short one.
    public func complete(_ claimed: ClaimedExport, rows: Int) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.step(
                claimed,
                """
                UPDATE prepared_export SET state = \(PreparedExport.State.ready), rows = \(rows),
                    expires_at = \(store.now.adding(seconds: Exports.patience))
                """
            )
        }
    }

    /// Notes that an export cannot be prepared; what was written of it goes.
    public func fail(_ claimed: ClaimedExport) async throws {
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try transaction.step(claimed, "UPDATE prepared_export SET state = \(PreparedExport.State.failed)")
            try transaction.run("DELETE FROM prepared_export_piece WHERE export_id = \(claimed.export.id)")
        }
    }

    /// Removes the files that nobody takes any more, and forgets after a month what was asked for: filters may hold a name,
    /// and the audit trail has them anyway.
    ///
    /// - Returns: How many there were.
    @discardableResult
    public func removeExpired(atMost limit: Int = 20) async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let ids: [ID<PreparedExport>] = try transaction.all(
                """
                SELECT x.id FROM prepared_export x WHERE x.state = 'ready' AND x.expires_at <= \(store.now)
                ORDER BY x.expires_at LIMIT \(limit)
                """
            )
            try transaction.run("DELETE FROM prepared_export_piece WHERE export_id IN \(in: ids)")
            try transaction.run(
                "UPDATE prepared_export SET state = \(PreparedExport.State.expired) WHERE id IN \(in: ids)"
            )
            let old: ID<PreparedExport> = IDGenerator.least(at: store.now.adding(seconds: -Exports.memory))
            let forgotten = try transaction.run(
                """
                DELETE FROM prepared_export WHERE id IN (
                    SELECT x.id FROM prepared_export x WHERE x.id < \(old)
                    AND x.state NOT IN ('waiting', 'running', 'ready') ORDER BY x.id LIMIT \(limit)
                )
                """
            )
            return ids.count + forgotten
        }
    }
}

extension Transaction {
    /// A change that only the worker makes that has the export now.
    fileprivate func step(_ claimed: ClaimedExport, _ change: SQL) throws {
        let changed = try run(
            """
            \(change) WHERE id = \(claimed.export.id) AND state = 'running' AND attempt = \(claimed.attempt)
            """
        )
        if changed != 1 { throw CancellationError() }
    }

    fileprivate func claimed(_ id: ID<PreparedExport>) throws -> ClaimedExport? {
        try first(
            """
            SELECT \(PreparedExport.columns), x.attempt, x.branch_id, o.id, o.agency_id, o.role, o.given_name,
                o.family_name
            FROM prepared_export x JOIN operator o ON o.id = x.operator_id WHERE x.id = \(id)
            """
        )
    }
}

extension ClaimedExport: FromRow {
    public init(from row: inout Row) throws {
        export = try PreparedExport(from: &row)
        attempt = try row.next()
        let branch: ID<Branch>? = try row.next()
        person = OperatorIdentity(
            id: try row.next(),
            agency: try row.next(),
            role: try row.next(),
            givenName: try row.next(),
            familyName: try row.next(),
            scope: branch.map(OperatingScope.branch) ?? .crossBranch
        )
    }
}
