internal import Persistence

/// Who has seen a citizen's data, as she may see it: article 15 GDPR.
///
/// Reads of one person stand in the audit trail under that person. Lists and exports stand there once, with filters and
/// counts; whom they held is kept here (``Viewing``).
public struct Sightings: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// For how long a citizen can look back.
    public static let months = 24

    /// Who saw the person's data in the last two years, newest first.
    ///
    /// - Parameter agency: Only this one.
    /// - Throws: ``Invalid`` for a cursor of another list.
    public func list(
        of citizen: CitizenIdentity,
        by agency: ID<Agency>? = nil,
        after cursor: Cursor? = nil,
        limit: Int = 50
    ) async throws -> Page<Sighting> {
        let limit = min(max(limit, 1), 200)
        let statement = SightingStatement(
            of: citizen.id,
            by: agency,
            since: store.today.adding(months: -Sightings.months)
        )
        let position = try cursor.map(Sightings.position)
        let rows = try await store.read { (transaction: borrowing Transaction) in
            let entries: [EntrySighting] = try transaction.all(statement.entries(before: position, limit: limit + 1))
            let number: Int64? = try transaction.first(statement.number)
            let viewings: [ViewingSighting] =
                if let number {
                    try transaction.all(statement.viewings(of: number, before: position, limit: limit + 1))
                } else { [] }
            let choices: [ChosenBranch] = try transaction.all(statement.choices)
            return (entries.map(\.placed) + viewings.map(\.placed)).map { $0.named(by: choices) }
        }.sorted { $0.position > $1.position }
        let shown = rows.prefix(limit)
        let next = rows.count > limit ? shown.last.map { Sightings.cursor(behind: $0.position) } : nil
        return Page(items: shown.map(\.sighting), next: next)
    }

    private static let order = "sightings"

    private static func cursor(behind position: SightingPosition) -> Cursor {
        Cursor(keys: [.integer(position.at.milliseconds)], id: position.id, order: order)
    }

    private static func position(_ cursor: Cursor) throws -> SightingPosition {
        guard cursor.order == order, case .integer(let milliseconds)? = cursor.keys.first,
            case let instant = Instant(milliseconds: milliseconds), Instant.believable.contains(instant)
        else { throw Invalid([.foreignCursor]) }
        return SightingPosition(at: instant, id: cursor.id)
    }

    /// How often each agency or office saw the person's data in the last two years, the most recent first.
    public func summary(of citizen: CitizenIdentity) async throws -> [SightingSummary] {
        let statement = SightingStatement(of: citizen.id, since: store.today.adding(months: -Sightings.months))
        let counts = try await store.read { (transaction: borrowing Transaction) in
            let reads: [ViewerCount] = try transaction.all(statement.entryCounts)
            let number: Int64? = try transaction.first(statement.number)
            let seen: [ViewerCount] =
                if let number { try transaction.all(statement.viewingCounts(of: number)) } else { [] }
            return reads + seen
        }
        var summaries: [Sighting.Viewer: SightingSummary] = [:]
        for count in counts {
            let none = SightingSummary(viewer: count.viewer, reads: 0, listDays: 0, exports: 0, latest: count.latest)
            var summary = summaries[count.viewer] ?? none
            summary.reads += count.reads
            summary.listDays += count.listDays
            summary.exports += count.exports
            summary.latest = max(summary.latest, count.latest)
            summaries[count.viewer] = summary
        }
        return summaries.values.sorted { first, second in
            first.latest != second.latest ? first.latest > second.latest : first.viewer.order < second.viewer.order
        }
    }
}

extension Sighting.Viewer {
    /// Agencies by their names, offices behind them.
    fileprivate var order: String {
        switch self {
        case .agency(let id, let name): "0 \(Fold.key(name)) \(id)"
        case .jobCentre(let name): "1 \(name ?? "")"
        case .authority: "2"
        }
    }
}
