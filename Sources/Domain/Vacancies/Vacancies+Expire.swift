internal import Persistence

extension Vacancies {
    /// Marks the vacancies whose last day has passed, so that the change feed tells and the index forgets them.
    ///
    /// Every read knows it already (``Vacancy/status(on:)``): this may run late, twice, or in two places at once.
    ///
    /// - Returns: How many were marked.
    @discardableResult
    public func expire(atMost limit: Int = 500) async throws -> Int {
        let reference = try await reference()
        return try await store.write { (transaction: borrowing Transaction) in
            let today = store.today
            let due: [VacancyOfAgency] = try transaction.all(
                """
                SELECT \(VacancyOfAgency.columns) FROM \(Vacancy.tables)
                WHERE vacancy.status IN ('published', 'suspended') AND vacancy.publication_end_date < \(today)
                ORDER BY vacancy.publication_end_date, vacancy.id LIMIT \(limit)
                \(sqlite: "", postgresql: "FOR UPDATE OF vacancy SKIP LOCKED")
                """
            )
            var words = WordSet()
            for vacancy in due {
                words.formUnion(try move(vacancy, to: .expired, by: .clock, reference, in: transaction))
                try endPeriod(of: vacancy.id, .expired, at: vacancy.endOfPublication, in: transaction)
            }
            try Vocabulary.ofVacancies.learn(words, known: store.knownWords, in: transaction)
            try record(due, "vacancy.expired", by: .system("expiry"), in: transaction)
            return due.count
        }
    }

    /// Takes a vacancy off for the authority, whatever its agency thinks.
    ///
    /// Source: art. 9-13 DM 174/2024.
    ///
    /// - Throws: ``NotFound``, ``IllegalTransition``.
    public func hide(_ code: String, reason: String, as official: OfficialIdentity) async throws {
        guard let code = VacancyCode(code) else { throw NotFound() }
        let reference = try await reference()
        try await store.write { (transaction: borrowing Transaction) in
            let found: VacancyOfAgency? = try transaction.first(
                """
                SELECT \(VacancyOfAgency.columns) FROM \(Vacancy.tables) WHERE vacancy.id = \(code.id)
                \(sqlite: "", postgresql: "FOR UPDATE OF vacancy")
                """
            )
            guard let vacancy = found else { throw NotFound() }
            let status = vacancy.publication.effectiveStatus(on: store.today)
            guard Vacancy.transitions.allow(status, .hidden, by: .authority) else {
                let allowed = Vacancy.transitions.next(from: status, by: .authority)
                throw IllegalTransition(from: status, to: .hidden, allowed: allowed)
            }
            let words = try move(vacancy, to: .hidden, by: .authority, reference, in: transaction)
            try endPeriod(of: vacancy.id, .hidden, at: store.now, in: transaction)
            try Vocabulary.ofVacancies.learn(words, known: store.knownWords, in: transaction)
            try record([vacancy], "vacancy.hidden", by: .official(official), because: reason, in: transaction)
        }
    }

    /// - Returns: The words that were indexed.
    private func move(
        _ vacancy: VacancyOfAgency,
        to status: Vacancy.Status,
        by mover: Vacancy.Mover,
        _ reference: ReferenceSnapshot,
        in transaction: borrowing Transaction
    ) throws -> WordSet {
        try transaction.run(
            """
            UPDATE vacancy SET status = \(status), updated_at = \(store.now), version = version + 1
            WHERE id = \(vacancy.id)
            """
        )
        return try index(vacancy, as: status, reference, in: transaction)
    }

    /// Puts the words of a vacancy into the index, under the scopes that it has in a state.
    ///
    /// - Returns: The words, to be learnt with those of the other vacancies of the transaction.
    func index(
        _ vacancy: VacancyOfAgency,
        as status: Vacancy.Status,
        _ reference: ReferenceSnapshot,
        in transaction: borrowing Transaction
    ) throws -> WordSet {
        let text = VacancyText.indexed(vacancy.terms, reference)
        try VacanciesSchema.index.put(
            vacancy.position,
            tokens: text.tokens,
            scopes: VacancyText.scopes(
                agency: vacancy.agency,
                branch: vacancy.branch,
                province: vacancy.province,
                status: status
            ),
            in: transaction
        )
        return text.words
    }
}

/// A vacancy that is moved by somebody else than its agency.
struct VacancyOfAgency: Sendable, FromRow {
    let terms: VacancyTerms
    let id: ID<Vacancy>
    let agency: ID<Agency>
    let branch: ID<Branch>
    let province: String?
    let position: Int64
    let publication: Publication

    static let columns: SQL = """
        \(VacancyTerms.columns),
        vacancy.id, vacancy.agency_id, vacancy.branch_id, vacancy.province, vacancy.position, vacancy.status,
        vacancy.publication_start, vacancy.publication_end_date, vacancy.closing_reason
        """

    init(from row: inout Row) throws {
        terms = try VacancyTerms(from: &row)
        id = try row.next()
        agency = try row.next()
        branch = try row.next()
        province = try row.next()
        position = try row.next()
        publication = Publication(
            status: try row.next(),
            start: try row.next(),
            end: try row.next(),
            closingReason: try row.next()
        )
    }

    /// 24:00 of the last day.
    var endOfPublication: Instant? { publication.end?.adding(days: 1).start }
}
