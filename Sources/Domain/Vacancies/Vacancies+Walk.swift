internal import Persistence

extension Vacancies {
    /// A page of the publisher's vacancies in the order in which they were made, for software that walks over all of them.
    ///
    /// That order never changes, whatever is published again meanwhile: a walk reaches the last vacancy, misses none and
    /// meets none twice.
    ///
    /// - Parameter branchCode: Only those of this branch; none for one that is not open to the publisher.
    /// - Throws: ``Invalid`` for a filter or cursor that does not make sense.
    public func walk(
        _ filter: VacancyFilter,
        branchCode: String? = nil,
        as publisher: Publisher,
        after cursor: Cursor? = nil,
        limit: Int = 100
    ) async throws -> Page<Vacancy> {
        let (today, limit) = (store.today, min(max(limit, 1), 1000))
        let list = VacancyList(filter: filter)
        let statement = try VacancyStatement(list, as: publisher, reference: try await reference(), today: today)
        let walk = try statement.walk(after: cursor, branchCode: branchCode, limit: limit + 1)
        return try await store.read { (transaction: borrowing Transaction) in
            let found: [Vacancy] = try transaction.all(walk)
            let page = Array(found.prefix(limit))
            let next = found.count > limit ? page.last.map { Cursor(keys: [], id: $0.id.rawValue, order: "id") } : nil
            return Page(items: page, next: next)
        }
    }
}
