public import Persistence

extension Vacancies {
    /// A page of the published vacancies that a search finds: only what is published today, whatever jobs have run, and
    /// what takes applications today, as ``published(_:)`` and ``Interests/express(in:message:as:)`` say.
    ///
    /// - Throws: ``Invalid`` for a comune that does not exist, or a cursor of another search.
    public func search(
        _ search: VacancySearch,
        after cursor: Cursor? = nil,
        limit: Int = 20
    ) async throws -> Page<VacancySummary> {
        let (reference, today) = (try await reference(), store.today)
        let statement = try SearchStatement(search, reference, today: today)
        let limit = min(max(limit, 1), 100)
        return try await store.read { (transaction: borrowing Transaction) in
            let page = try transaction.page(of: statement, after: cursor, limit: limit)
            guard page.items.isEmpty, cursor == nil,
                let understood = try search.understood(reference, today: today, in: transaction)
            else { return page }
            var shown = search
            shown.text = understood.understood
            let other = try SearchStatement(shown, reference, today: today)
            var better = try transaction.page(of: other, after: nil, limit: limit)
            better.understood = understood
            return better
        }
    }

    /// How many vacancies the search finds.
    public func count(_ search: VacancySearch) async throws -> CappedCount {
        let statement = try await statement(of: search)
        let count = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: CappedCount.limit + 1), as: Int.self) ?? 0
        }
        return CappedCount(counted: count)
    }

    /// A vacancy as citizens see it.
    ///
    /// - Throws: ``NotFound`` unless it is published today.
    public func published(_ code: String) async throws -> PublishedVacancy {
        guard let code = VacancyCode(code) else { throw NotFound() }
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            let found: PublishedVacancy? = try transaction.first(
                """
                SELECT \(PublishedVacancy.columns)
                FROM vacancy JOIN branch ON branch.id = vacancy.branch_id JOIN agency ON agency.id = vacancy.agency_id
                WHERE vacancy.id = \(code.id) AND \(Vacancy.has(.published, on: today))
                    AND vacancy.branch_id IN (\(Vacancy.servedBranches(on: today)))
                """
            )
            guard let found else { throw NotFound() }
            return found
        }
    }

    private func statement(of search: VacancySearch) async throws -> SearchStatement {
        let reference = try await reference()
        return try SearchStatement(search, reference, today: store.today)
    }
}

extension Transaction {
    fileprivate func page(
        of statement: SearchStatement,
        after cursor: Cursor?,
        limit: Int
    ) throws -> Page<VacancySummary> {
        let found: [SearchRow] = try all(statement.page(after: cursor, limit: limit + 1))
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { statement.cursor(behind: $0) } : nil
        return Page(items: page.map { $0.summary(from: statement.centre) }, next: next)
    }
}

extension PublishedVacancy: FromRow {
    static let columns: SQL = """
        \(VacancyTerms.columns),
        vacancy.id, agency.name, branch.name, branch.code, vacancy.publication_start, vacancy.publication_end_date
        """

    public init(from row: inout Row) throws {
        var terms = try VacancyTerms(from: &row)
        if terms.employer.anonymous {
            terms.employer.name = nil
            terms.employer.taxCode = nil
            terms.workplace.address = nil
            terms.workplace.postalCode = nil
        }
        self.terms = terms
        id = try row.next()
        code = VacancyCode(id)
        agencyName = try row.next()
        branchName = try row.next()
        branchCode = try row.next()
        publicationStart = try row.next()
        publicationEndDate = try row.next()
    }
}

extension Finding {
    static func unknownPlace(_ code: String) -> Finding {
        Finding(
            "municipality_code",
            "code_unknown",
            it: "Il comune «\(code)» non esiste.",
            en: "The municipality “\(code)” does not exist."
        )
    }
}
