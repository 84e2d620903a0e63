public import Persistence

/// One time that an agency looked at a citizen's data, as the citizen may see it: agency and branch, not the person.
public struct Sighting: Hashable, Sendable {
    public let agency: ID<Agency>
    public let agencyName: String
    /// The branch in whose scope it was; nil when it was across branches, or by the agency's software.
    public let branchName: String?
    public let at: Instant
    public let action: AuditAction
    public let reason: String?
}

extension AuditTrail {
    /// For how long a citizen can look back.
    public static let sightingMonths = 24

    /// Who looked at a citizen's data in the last two years, newest first: article 15 GDPR.
    public func sightings(
        of citizen: ID<Citizen>,
        after cursor: Cursor? = nil,
        atMost limit: Int = 50
    ) async throws -> Page<Sighting> {
        let since = store.today.adding(months: -AuditTrail.sightingMonths).start
        let position: SQL = cursor.map { " AND e.id < \($0.id)" } ?? ""
        return try await store.read { (transaction: borrowing Transaction) in
            let rows: [SightingRow] = try transaction.all(
                """
                SELECT e.id, e.agency_id, a.name, b.name, e.at, e.action, e.reason FROM audit_entry e
                JOIN agency a ON a.id = e.agency_id
                LEFT JOIN branch b ON b.id = e.scope_branch_id
                WHERE e.citizen_id = \(citizen) AND e.at >= \(since) AND e.result = 'succeeded'\(position)
                ORDER BY e.id DESC LIMIT \(limit + 1)
                """
            )
            let shown = rows.prefix(limit)
            let next = rows.count > limit ? shown.last.map { Cursor(keys: [], id: $0.id, order: "sightings") } : nil
            return Page(items: shown.map(\.sighting), next: next)
        }
    }

    /// How often each agency looked in the last two years, the most recent first.
    public func agenciesThatSaw(_ citizen: ID<Citizen>) async throws -> [SightingCount] {
        let since = store.today.adding(months: -AuditTrail.sightingMonths).start
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT e.agency_id, a.name, count(*), max(e.at) FROM audit_entry e
                JOIN agency a ON a.id = e.agency_id
                WHERE e.citizen_id = \(citizen) AND e.at >= \(since) AND e.result = 'succeeded'
                GROUP BY e.agency_id, a.name ORDER BY max(e.at) DESC, e.agency_id
                """
            )
        }
    }
}

/// How often an agency looked at a citizen's data.
public struct SightingCount: Hashable, Sendable, FromRow {
    public let agency: ID<Agency>
    public let agencyName: String
    public let times: Int
    public let latest: Instant

    public init(from row: inout Row) throws {
        agency = try row.next()
        agencyName = try row.next()
        times = try row.next()
        latest = try row.next()
    }
}

private struct SightingRow: FromRow {
    let id: Int64
    let sighting: Sighting

    init(from row: inout Row) throws {
        id = try row.next()
        sighting = Sighting(
            agency: try row.next(),
            agencyName: try row.next(),
            branchName: try row.next(),
            at: try row.next(),
            action: try row.next(),
            reason: try row.next()
        )
    }
}
