internal import Persistence

/// A load whose body is coming in.
public struct ReceivedLoad: Hashable, Sendable {
    public let id: ID<VacancyLoad>
}

extension VacancyLoads {
    /// After so many seconds without a further piece nobody waits for the rest of a body.
    static let patience = 900

    /// Begins to take in a body; nothing of it counts before ``complete(_:key:hash:rows:as:)``.
    ///
    /// - Throws: ``CannotLoadVacancies/tooMany(limit:)``.
    public func receive(
        _ format: String,
        mode: VacancyLoad.Mode,
        isDryRun: Bool,
        as publisher: Publisher
    ) async throws -> ReceivedLoad {
        let store = store
        let branches = publisher.grantedBranches.map { $0.map { String($0.rawValue) }.joined(separator: " ") }
        return try await store.write { (transaction: borrowing Transaction) in
            let underWay: Int? = try transaction.first(
                """
                SELECT count(*) FROM vacancy_load l
                WHERE l.client_id = \(publisher.client) AND l.state IN ('receiving', 'waiting', 'running')
                """
            )
            guard underWay ?? 0 < VacancyLoads.mostUnderWay else {
                throw CannotLoadVacancies.tooMany(limit: VacancyLoads.mostUnderWay)
            }
            let id = store.ids.next(VacancyLoad.self)
            try transaction.run(
                """
                INSERT INTO vacancy_load (
                    id, agency_id, client_id, branches, mode, dry_run, format, state, total, processed, next_piece,
                    attempt, idle_attempts, requested_at, beat_at
                ) VALUES (
                    \(id), \(publisher.agency), \(publisher.client), \(branches), \(mode), \(isDryRun), \(format),
                    \(VacancyLoad.State.receiving), 0, 0, 0, 0, 0,
                    \(store.now), \(store.now)
                )
                """
            )
            return ReceivedLoad(id: id)
        }
    }

    /// Keeps the next whole rows of a body.
    public func append(_ piece: VacancyLoadPiece, to load: ReceivedLoad) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            let known = try transaction.run(
                "UPDATE vacancy_load SET beat_at = \(store.now) WHERE id = \(load.id) AND state = 'receiving'"
            )
            if known == 0 { throw NotFound() }
            try transaction.run(
                """
                INSERT INTO vacancy_load_piece (load_id, number, first_row, rows, content)
                VALUES (\(load.id), \(piece.number), \(piece.firstRow), \(piece.rows), \(piece.content))
                """
            )
        }
    }

    /// Lets a body that is whole be loaded, or finds the load that the same request has made already.
    ///
    /// Of two that come at once with one key and one body, one makes the load, and the other finds it.
    ///
    /// - Parameters:
    ///   - key: the client's own name for the request.
    ///   - hash: of all that makes the request what it is: the body, its format, the mode.
    /// - Returns: The load that answers the request.
    /// - Throws: ``CannotLoadVacancies/keyReused``.
    public func complete(
        _ load: ReceivedLoad,
        key: String,
        hash: String,
        rows: Int,
        as publisher: Publisher
    ) async throws -> ID<VacancyLoad> {
        let store = store
        let answer = try await store.write { (transaction: borrowing Transaction) -> Answer in
            let started = try transaction.run(
                """
                UPDATE vacancy_load SET state = \(VacancyLoad.State.waiting), total = \(rows), beat_at = \(store.now)
                WHERE id = \(load.id) AND state = 'receiving'
                """
            )
            if started == 0 { throw NotFound() }
            let isNew = try transaction.run(
                """
                INSERT INTO vacancy_load_key (client_id, request_key, body_hash, load_id)
                VALUES (\(publisher.client), \(key), \(hash), \(load.id)) ON CONFLICT DO NOTHING
                """
            )
            if isNew == 0 {
                let answer = try transaction.answer(to: key, hash, of: publisher)
                try transaction.removeLoads([load.id])
                if case .again(let id) = answer { try transaction.revive(id, at: store.now) }
                return answer
            }
            let entry = AuditEntry(
                publisher.actor,
                "vacancy_load.requested",
                on: AuditSubject("vacancy_load", load.id),
                details: ["agency": .text(publisher.agency.text)],
                rows: rows
            )
            try store.audit.record(entry, in: transaction)
            return .again(load.id)
        }
        switch answer {
        case .again(let id): return id
        case .reused: throw CannotLoadVacancies.keyReused
        }
    }

    /// Forgets a body that broke off, or that cannot be read.
    public func discard(_ load: ReceivedLoad) async throws {
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            let known: ID<VacancyLoad>? = try transaction.first(
                "SELECT l.id FROM vacancy_load l WHERE l.id = \(load.id) AND l.state = 'receiving'"
            )
            if let known { try transaction.removeLoads([known]) }
        }
    }

    /// Forgets bodies that never became whole, and loads that are older than anybody may ask for.
    @discardableResult
    public func removeExpired(atMost limit: Int = 5) async throws -> Int {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let broken: [ID<VacancyLoad>] = try transaction.all(
                """
                SELECT l.id FROM vacancy_load l
                WHERE l.state = 'receiving' AND l.beat_at <= \(store.now.adding(seconds: -VacancyLoads.patience))
                ORDER BY l.id LIMIT \(limit)
                """
            )
            let oldest: ID<VacancyLoad> = IDGenerator.least(at: store.now.adding(seconds: -VacancyLoads.memory))
            let old: [ID<VacancyLoad>] = try transaction.all(
                """
                SELECT l.id FROM vacancy_load l
                WHERE l.id < \(oldest) AND l.state IN ('done', 'failed') ORDER BY l.id LIMIT \(limit)
                """
            )
            try transaction.removeLoads(broken + old)
            return broken.count + old.count
        }
    }
}

/// What a request whose key is known already is answered with.
private enum Answer: Sendable {
    case again(ID<VacancyLoad>)
    case reused
}

private struct KnownRequest: FromRow {
    let hash: String
    let load: ID<VacancyLoad>

    init(from row: inout Row) throws {
        hash = try row.next()
        load = try row.next()
    }
}

extension Transaction {
    fileprivate func answer(to key: String, _ hash: String, of publisher: Publisher) throws -> Answer {
        let known: KnownRequest? = try first(
            """
            SELECT k.body_hash, k.load_id FROM vacancy_load_key k
            WHERE k.client_id = \(publisher.client) AND k.request_key = \(key)
            """
        )
        guard let known, known.hash == hash else { return .reused }
        return .again(known.load)
    }

    /// A load that failed is tried once more when the same request comes again: its pieces are still there.
    fileprivate func revive(_ id: ID<VacancyLoad>, at now: Instant) throws {
        try run(
            """
            UPDATE vacancy_load SET state = \(VacancyLoad.State.waiting), idle_attempts = 0, beat_at = \(now)
            WHERE id = \(id) AND state = 'failed'
            """
        )
    }

    fileprivate func removeLoads(_ ids: [ID<VacancyLoad>]) throws {
        if ids.isEmpty { return }
        try run("DELETE FROM vacancy_load_key WHERE load_id IN \(in: ids)")
        try run("DELETE FROM vacancy_load_piece WHERE load_id IN \(in: ids)")
        try run("DELETE FROM vacancy_load_receipt WHERE load_id IN \(in: ids)")
        try run("DELETE FROM vacancy_load WHERE id IN \(in: ids)")
    }
}
