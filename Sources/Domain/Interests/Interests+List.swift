internal import Persistence

extension Interests {
    /// A page of the interests in the vacancies of the branches that are open to the publisher, with the number of all that
    /// the list holds; none once the agency may not publish any more.
    ///
    /// What is seen here is not yet read: a CV is, with its trace, in ``detail(_:as:)``. That a citizen was in the page is
    /// in the audit trail, and for her to see, before the answer leaves.
    ///
    /// - Throws: ``Invalid`` for a filter or cursor that does not make sense.
    public func list(
        _ list: InterestList = InterestList(),
        as publisher: Publisher,
        at cursor: Cursor? = nil,
        limit: Int = 50
    ) async throws -> InterestPage {
        let (today, limit) = (store.today, min(max(limit, 1), 1000))
        let statement = InterestStatement(list, as: publisher, today: today)
        let page = try await store.read { (transaction: borrowing Transaction) in
            let open = try transaction.open(publisher.receivingBranches(on: today), of: publisher.agency)
            let found = try FoundRows(
                statement,
                within: open,
                at: cursor,
                limit: limit,
                in: transaction,
                other: { InterestStatement($0, as: publisher, today: today) }
            )
            return InterestPage(found, limit: limit, at: cursor)
        }
        var details = list.trace
        details["first_page"] = .flag(cursor == nil)
        let entry = AuditEntry(publisher.actor, "interests.listed", details: details, rows: page.rows.count)
        let viewing = Viewing(.interests, by: publisher.actor, filters: list.filter.kinds)
        try await store.write { (transaction: borrowing Transaction) in
            try store.audit.record(entry, in: transaction)
            try Sightings(store).record(viewing, of: page.rows.map(\.received.interest.citizen), in: transaction)
        }
        return page
    }

    /// How many interests the list holds, however many they are.
    public func count(_ list: InterestList, as publisher: Publisher) async throws -> Int {
        let statement = InterestStatement(list, as: publisher, today: store.today)
        let count = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: nil), as: Int.self) ?? 0
        }
        var details = list.trace
        details["count"] = .number(Int64(count))
        try await store.audit.record(read: AuditEntry(publisher.actor, "interests.counted", details: details))
        return count
    }

    /// The branches whose interests are open to the person today, by name.
    public func branches(openTo person: OperatorIdentity) async throws -> [ID<Branch>: String] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.names(of: Publisher(person).receivingBranches(on: today))
        }
    }

    /// How the list's interests are spread, each facet without its own filter.
    public func facets(_ list: InterestList, as publisher: Publisher) async throws -> [FacetCounts<InterestFacet>] {
        let today = store.today
        let statements = InterestFacet.allCases.map { facet in
            (facet, InterestStatement(list.without(facet), as: publisher, today: today))
        }
        let facets = try await store.read { (transaction: borrowing Transaction) in
            try statements.map { facet, statement in
                FacetCounts(facet: facet, counts: try transaction.all(statement.facet(facet)))
            }
        }
        try await store.audit.record(
            read: AuditEntry(publisher.actor, "interests.counted", details: list.trace)
        )
        return facets
    }
}

extension InterestList {
    fileprivate func without(_ facet: InterestFacet) -> InterestList {
        var list = self
        switch facet {
        case .status: (list.filter.statuses, list.filter.unread) = ([], false)
        case .branch: list.filter.branches = []
        }
        return list
    }
}
