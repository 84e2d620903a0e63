public import Persistence

/// The vacancies of agencies: loaded, published, searched by citizens and kept by operators.
public struct Vacancies: Sendable {
    let store: Store
    let policy: VacancyPolicy
    /// The code lists as they are now; asked for once in a unit of work.
    let reference: @Sendable () async throws -> ReferenceSnapshot

    public init(_ store: Store, references: References, policy: VacancyPolicy = .standard) {
        self.init(store, policy: policy) { try await references.snapshot() }
    }

    /// With code lists from somewhere else than the store.
    public init(
        _ store: Store,
        policy: VacancyPolicy = .standard,
        reference: @escaping @Sendable () async throws -> ReferenceSnapshot
    ) {
        self.store = store
        self.policy = policy
        self.reference = reference
    }

    /// A vacancy of the publisher by its code.
    ///
    /// - Throws: ``NotFound`` for one of a branch that is not open to the publisher, as for one that does not exist.
    public func find(_ code: String, as publisher: Publisher) async throws -> Vacancy {
        guard let code = VacancyCode(code) else { throw NotFound() }
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try Vacancies.find(code.id, as: publisher, on: today, in: transaction)
        }
    }

    /// The vacancy that has the agency's own reference.
    public func find(externalReference: String, as publisher: Publisher) async throws -> Vacancy {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            let vacancy: Vacancy? = try transaction.first(
                """
                SELECT \(Vacancy.columns) FROM \(Vacancy.tables)
                WHERE vacancy.agency_id = \(publisher.agency) AND vacancy.external_reference = \(externalReference)
                    AND vacancy.branch_id IN (\(publisher.branches(on: today)))
                """
            )
            guard let vacancy else { throw NotFound() }
            return vacancy
        }
    }

    /// The publication periods of a vacancy, the latest first.
    public func periods(of code: String, as publisher: Publisher) async throws -> [PublicationPeriod] {
        guard let code = VacancyCode(code) else { throw NotFound() }
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            let vacancy = try Vacancies.find(code.id, as: publisher, on: today, in: transaction)
            return try transaction.all(
                """
                SELECT \(PublicationPeriod.columns) FROM publication_period
                WHERE vacancy_id = \(vacancy.id) ORDER BY started_at DESC, id DESC
                """
            )
        }
    }

    /// All vacancies by the agencies' own references: for whoever takes a system over and goes on.
    public func byExternalReference() -> RowStream<Numbered<Vacancy>> {
        store.stream(
            """
            SELECT vacancy.external_reference, vacancy.id FROM vacancy WHERE vacancy.external_reference IS NOT NULL
            """
        )
    }

    static func find(
        _ id: ID<Vacancy>,
        as publisher: Publisher,
        on today: Day,
        in transaction: borrowing Transaction
    ) throws -> Vacancy {
        let vacancy: Vacancy? = try transaction.first(
            """
            SELECT \(Vacancy.columns) FROM \(Vacancy.tables)
            WHERE vacancy.id = \(id) AND vacancy.agency_id = \(publisher.agency)
                AND vacancy.branch_id IN (\(publisher.branches(on: today)))
            """
        )
        guard let vacancy else { throw NotFound() }
        return vacancy
    }
}
