public import Persistence

/// A load that a worker has taken on.
public struct ClaimedVacancyLoad: Sendable {
    public let load: VacancyLoad
    let publisher: Publisher
    /// The piece at which the work goes on.
    let nextPiece: Int
    /// Grows with each worker that takes it on: what an earlier one still writes is refused.
    let attempt: Int
}

extension VacancyLoads {
    /// After so many seconds without a sign of life another worker takes a load over.
    static let silence = 30
    /// After so many workers that got no further it has failed.
    static let mostIdleAttempts = 3

    /// Whether the client of a row of loads is out: what it has sent is not written any more.
    static let isRevoked: SQL = """
        EXISTS (SELECT 1 FROM api_client c WHERE c.id = client_id AND c.revoked_at IS NOT NULL)
        """

    /// Takes on the load that waits longest, or one whose worker has died, where that one had got to.
    ///
    /// - Returns: Nil when none waits.
    public func claim() async throws -> ClaimedVacancyLoad? {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let late = store.now.adding(seconds: -VacancyLoads.silence)
            let free: SQL = "(state = 'waiting' OR (state = 'running' AND beat_at < \(late)))"
            // Nobody waits for a worker that is writing.
            let skipping: SQL = "\(sqlite: "", postgresql: "FOR UPDATE OF vacancy_load SKIP LOCKED")"
            try transaction.run(
                """
                UPDATE vacancy_load SET state = \(VacancyLoad.State.failed) WHERE id IN (
                    SELECT id FROM vacancy_load WHERE state IN ('waiting', 'running') AND (
                        state = 'running' AND beat_at < \(late) AND idle_attempts >= \(VacancyLoads.mostIdleAttempts)
                        OR \(free) AND \(VacancyLoads.isRevoked)
                    )
                    \(skipping)
                )
                """
            )
            let id: ID<VacancyLoad>? = try transaction.first(
                """
                UPDATE vacancy_load SET state = \(VacancyLoad.State.running), beat_at = \(store.now),
                    attempt = attempt + 1, idle_attempts = idle_attempts + 1
                WHERE \(free) AND id = (
                    SELECT id FROM vacancy_load WHERE state IN ('receiving', 'waiting', 'running') AND \(free)
                    ORDER BY id LIMIT 1 \(skipping)
                )
                RETURNING id
                """
            )
            guard let id else { return nil }
            return try transaction.first(
                """
                SELECT \(VacancyLoad.columns), l.agency_id, l.client_id, l.branches, l.next_piece, l.attempt
                FROM vacancy_load l WHERE l.id = \(id)
                """
            )
        }
    }

    /// Gives a load back that its worker has to leave: the next one need not wait until it is silent for long.
    func release(_ claimed: ClaimedVacancyLoad) async throws {
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                UPDATE vacancy_load SET beat_at = 0, idle_attempts = 0
                WHERE id = \(claimed.load.id) AND state = 'running' AND attempt = \(claimed.attempt)
                """
            )
        }
    }
}

extension ClaimedVacancyLoad: FromRow {
    public init(from row: inout Row) throws {
        load = try VacancyLoad(from: &row)
        let agency: ID<Agency> = try row.next()
        let client: ID<APIClient> = try row.next()
        let branches: String? = try row.next()
        publisher = Publisher(
            agency: agency,
            branches: branches.map { $0.split(separator: " ").compactMap { Int64($0).map { ID<Branch>($0) } } },
            actor: .client(client, agency: agency)
        )
        nextPiece = try row.next()
        attempt = try row.next()
    }
}
