internal import Persistence

extension Vacancies {
    /// A page of the vacancies of the branches that are open to the publisher, with the number of all that the list holds.
    ///
    /// - Throws: ``Invalid`` for a filter or cursor that does not make sense.
    public func list(
        _ list: VacancyList,
        as publisher: Publisher,
        at cursor: Cursor? = nil,
        limit: Int = 50
    ) async throws -> VacancyPage {
        let (today, limit) = (store.today, min(max(limit, 1), 1000))
        let reference = try await reference()
        let statement = try VacancyStatement(list, as: publisher, reference: reference, today: today)
        return try await store.read { (transaction: borrowing Transaction) in
            let open = try transaction.open(publisher.branches(on: today), of: publisher.agency)
            let found = try FoundRows(
                statement,
                within: open,
                at: cursor,
                limit: limit,
                in: transaction,
                understand: { try list.understood($0, as: publisher, today: today, in: $1) },
                other: { try VacancyStatement($0, as: publisher, reference: reference, today: today) }
            )
            return VacancyPage(found, limit: limit, at: cursor)
        }
    }

    /// How many vacancies the list holds, however many they are.
    public func count(_ list: VacancyList, as publisher: Publisher) async throws -> Int {
        let statement = try VacancyStatement(list, as: publisher, reference: try await reference(), today: store.today)
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: nil), as: Int.self) ?? 0
        }
    }

    /// The branches whose vacancies are open to the person today, by name.
    public func branches(openTo person: OperatorIdentity) async throws -> [ID<Branch>: String] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.names(of: Publisher(person).branches(on: today))
        }
    }

    /// How the list's vacancies are spread, each facet without its own filter.
    public func facets(_ list: VacancyList, as publisher: Publisher) async throws -> [FacetCounts<VacancyFacet>] {
        let (reference, today) = (try await reference(), store.today)
        let statements = try VacancyFacet.allCases.map { facet in
            (facet, try VacancyStatement(list.without(facet), as: publisher, reference: reference, today: today))
        }
        return try await store.read { (transaction: borrowing Transaction) in
            try statements.map { facet, statement in
                FacetCounts(facet: facet, counts: try transaction.all(statement.facet(facet)))
            }
        }
    }
}

extension VacancyList {
    /// As it is, but for what a facet filters by: else only what is chosen already would be left to choose.
    fileprivate func without(_ facet: VacancyFacet) -> VacancyList {
        var list = self
        switch facet {
        case .status: list.filter.statuses = []
        case .branch: list.filter.branches = []
        case .province: list.filter.provinces = []
        case .contract: list.filter.contracts = []
        }
        return list
    }
}
