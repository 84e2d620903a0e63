internal import Persistence

extension Interests {
    /// A citizen's own interests, the latest first.
    public func list(
        of citizen: CitizenIdentity,
        after cursor: Cursor? = nil,
        limit: Int = 20
    ) async throws -> Page<OwnInterest> {
        let today = store.today
        let limit = min(max(limit, 1), 100)
        let after = try Interests.after(cursor)
        let rows = try await store.read { (transaction: borrowing Transaction) in
            try transaction.all(
                """
                SELECT \(OwnInterest.columns(on: today)) FROM \(OwnInterest.tables)
                WHERE expression_of_interest.citizen_id = \(citizen.id)\(after)
                ORDER BY expression_of_interest.id DESC LIMIT \(limit + 1)
                """,
                as: OwnInterest.self
            )
        }
        return Interests.page(rows, limit: limit, id: \.interest.id)
    }

    /// How far a citizen's interest in a vacancy has come: one of its present publication period, or an older one that
    /// somebody still works on.
    public func current(
        in vacancy: String,
        of citizen: CitizenIdentity
    ) async throws -> ExpressionOfInterest? {
        guard let code = VacancyCode(vacancy) else { return nil }
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(
                """
                SELECT \(ExpressionOfInterest.columns) FROM expression_of_interest
                WHERE vacancy_id = \(code.id) AND citizen_id = \(citizen.id) AND (
                    status IN \(in: ExpressionOfInterest.Status.path) OR period_id = (
                        SELECT publication_period.id FROM publication_period WHERE vacancy_id = \(code.id)
                        ORDER BY started_at DESC, id DESC LIMIT 1
                    )
                )
                ORDER BY id DESC LIMIT 1
                """
            )
        }
    }

    static func find(
        _ id: ID<ExpressionOfInterest>,
        in transaction: borrowing Transaction
    ) throws -> ExpressionOfInterest? {
        try transaction.first(
            "SELECT \(ExpressionOfInterest.columns) FROM expression_of_interest WHERE expression_of_interest.id = \(id)"
        )
    }

    private static let order = "interests"

    private static func after(_ cursor: Cursor?) throws -> SQL {
        guard let cursor else { return "" }
        guard cursor.order == order else { throw Invalid([.foreignCursor]) }
        return " AND expression_of_interest.id < \(cursor.id)"
    }

    private static func page<Item: Sendable>(
        _ rows: [Item],
        limit: Int,
        id: (Item) -> ID<ExpressionOfInterest>
    ) -> Page<Item> {
        let items = Array(rows.prefix(limit))
        let next = rows.count > limit ? items.last.map { Cursor(keys: [], id: id($0).rawValue, order: order) } : nil
        return Page(items: items, next: next)
    }
}
