public import Persistence

/// An agency's vacancies as its operators list them.
public struct VacancyList: Hashable, Sendable {
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        /// The latest publication first; drafts stand where they were made.
        case newest
        /// The earliest end of publication first, those without one last.
        case endDate = "end_date"
    }

    /// The states that are true today; all when empty.
    public var statuses: Set<Vacancy.Status> = []
    public var text = ""
    /// Only this branch, among those open to whoever asks.
    public var branchCode: String?
    public var externalReference: String?
    public var publishedSince: Instant?
    /// Published or suspended, and ending before this day.
    public var expiringBefore: Day?
    public var sort = Sort.newest

    public init() {}
}

/// A vacancy in an operator's list.
public struct ListedVacancy: Hashable, Sendable {
    public let vacancy: Vacancy
    /// The state that is true today.
    public let status: Vacancy.Status
    /// Interests of citizens in it, of all its periods, as far as they were sent to branches open to whoever asks.
    public let interests: Int
    let position: Int64
}

extension Vacancies {
    /// A page of the vacancies of the branches that are open to the publisher.
    ///
    /// - Throws: ``Invalid`` for a cursor of another list.
    public func list(
        _ list: VacancyList,
        as publisher: Publisher,
        after cursor: Cursor? = nil,
        limit: Int = 50
    ) async throws -> Page<ListedVacancy> {
        let limit = min(max(limit, 1), 1000)
        let today = store.today
        let statement = ListStatement(list, publisher, today: today)
        return try await store.read { (transaction: borrowing Transaction) in
            let page = try transaction.page(of: statement, after: cursor, limit: limit)
            guard page.items.isEmpty, cursor == nil,
                let understood = try list.understood(as: publisher, today: today, in: transaction)
            else { return page }
            var shown = list
            shown.text = understood.understood
            let other = ListStatement(shown, publisher, today: today)
            var better = try transaction.page(of: other, after: nil, limit: limit)
            better.understood = understood
            return better
        }
    }

    /// How many vacancies the list holds.
    public func count(_ list: VacancyList, as publisher: Publisher) async throws -> CappedCount {
        let statement = ListStatement(list, publisher, today: store.today)
        let count = try await store.read { (transaction: borrowing Transaction) in
            try transaction.first(statement.count(limit: CappedCount.limit + 1), as: Int.self) ?? 0
        }
        return CappedCount(counted: count)
    }
}

extension Transaction {
    fileprivate func page(
        of statement: ListStatement,
        after cursor: Cursor?,
        limit: Int
    ) throws -> Page<ListedVacancy> {
        let found: [ListedVacancy] = try all(statement.page(after: cursor, limit: limit + 1))
        let page = Array(found.prefix(limit))
        let next = found.count > limit ? page.last.map(statement.cursor(behind:)) : nil
        return Page(items: page, next: next)
    }
}

/// A list as SQL.
private struct ListStatement: Sendable {
    let list: VacancyList
    let today: Day
    let conditions: [SQL]
    /// The branches whose applications count.
    let receiving: SQL

    init(_ list: VacancyList, _ publisher: Publisher, today: Day) {
        self.list = list
        self.today = today
        receiving = publisher.receivingBranches(on: today)
        var conditions: [SQL] = [
            "vacancy.agency_id = \(publisher.agency)",
            "vacancy.branch_id IN (\(publisher.branches(on: today)))",
        ]
        if !list.statuses.isEmpty {
            let states = Vacancy.Status.allCases.filter(list.statuses.contains)
            let any = states.map { "(\(Vacancy.has($0, on: today)))" as SQL }.joined(by: " OR ")
            conditions.append("(\(any))")
        }
        if let code = list.branchCode {
            conditions.append("vacancy.branch_id IN (SELECT id FROM branch WHERE code = \(code))")
        }
        if let reference = list.externalReference {
            conditions.append("vacancy.external_reference = \(reference)")
        }
        if let since = list.publishedSince { conditions.append("vacancy.publication_start >= \(since)") }
        if let day = list.expiringBefore {
            conditions.append(
                """
                vacancy.status IN ('published', 'suspended') AND vacancy.publication_end_date >= \(today)
                AND vacancy.publication_end_date < \(day)
                """
            )
        }
        let terms = ItalianAnalyser.terms(query: list.text)
        if !terms.isEmpty {
            let hits = VacanciesSchema.index.matching(terms.query(scopes: [[VacancyText.agency(publisher.agency)]]))
            conditions.append("vacancy.position IN (\(hits))")
        }
        self.conditions = conditions
    }

    /// Days come before the stand-in for none, in the order of their texts.
    private static let none = "9999-99-99"
    /// As in the index on it.
    private static let end: SQL = "(COALESCE(vacancy.publication_end_date, '9999-99-99'))"

    func page(after cursor: Cursor?, limit: Int) throws -> SQL {
        let conditions = try conditions + after(cursor)
        let order: SQL =
            switch list.sort {
            case .newest: "vacancy.position DESC"
            case .endDate: "\(ListStatement.end), vacancy.position DESC"
            }
        return """
            SELECT \(Vacancy.columns), \(Vacancy.effectiveStatus(on: today)),
                (
                    SELECT count(*) FROM expression_of_interest
                    WHERE expression_of_interest.vacancy_id = vacancy.id
                    AND expression_of_interest.branch_id IN (\(receiving))
                ),
                vacancy.position
            FROM \(Vacancy.tables)
            WHERE \(conditions.joined(by: " AND "))
            ORDER BY \(order) LIMIT \(limit)
            """
    }

    func count(limit: Int) -> SQL {
        """
        SELECT count(*) FROM (
            SELECT 1 FROM vacancy WHERE \(conditions.joined(by: " AND ")) LIMIT \(limit)
        ) AS found
        """
    }

    private func after(_ cursor: Cursor?) throws -> [SQL] {
        guard let cursor else { return [] }
        guard cursor.order == list.sort.rawValue else { throw Invalid([.foreignCursor]) }
        switch (list.sort, cursor.keys.first) {
        case (.endDate, .text(let last)?):
            let end = ListStatement.end
            return ["(\(end) > \(last) OR (\(end) = \(last) AND vacancy.position < \(cursor.id)))"]
        case (.newest, nil):
            return ["vacancy.position < \(cursor.id)"]
        case (.newest, _), (.endDate, _):
            throw Invalid([.foreignCursor])
        }
    }

    func cursor(behind row: ListedVacancy) -> Cursor {
        let keys: [Cursor.Key] =
            switch list.sort {
            case .newest: []
            case .endDate: [.text(row.vacancy.publicationEndDate?.description ?? ListStatement.none)]
            }
        return Cursor(keys: keys, id: row.position, order: list.sort.rawValue)
    }
}

extension ListedVacancy: FromRow {
    public init(from row: inout Row) throws {
        vacancy = try Vacancy(from: &row)
        status = try row.next()
        interests = try row.next()
        position = try row.next()
    }
}
