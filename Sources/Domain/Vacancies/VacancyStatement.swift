public import Persistence

/// A list of vacancies as SQL: page, count, facets and export are made of the same parts.
struct VacancyStatement: ListStatement {
    private(set) var list: VacancyList
    private let publisher: Publisher
    private let today: Day
    private let residual: [SQL]
    /// The open branches where they have been read before, in the same transaction.
    private var known: OpenBranches?
    /// The one branch that the list starts from; nil for the agency.
    private let branch: ID<Branch>?

    init(_ list: VacancyList, as publisher: Publisher, reference: ReferenceSnapshot, today: Day) throws {
        self.list = list
        self.publisher = publisher
        self.today = today
        let filter = list.filter
        branch = publisher.branch ?? (filter.branches.count == 1 ? filter.branches.first : nil)
        let unknown = filter.unknownCodes(reference)
        if !unknown.isEmpty { throw Invalid(unknown) }
        residual =
            VacancyStatement.terms(filter, publisher)
            + VacancyStatement.publication(filter, today: today) + VacancyStatement.interests(filter)
    }

    func within(_ open: OpenBranches) -> VacancyStatement {
        var statement = self
        statement.known = open
        return statement
    }

    private var conditions: [SQL] { way + residual }

    private var way: [SQL] {
        let open = OpenBranches.contains("vacancy.branch_id", in: "SELECT o.id FROM open_branch o")
        let agency: SQL = "vacancy.agency_id = \(publisher.agency)"
        guard let branch else { return known?.isWholeAgency == true ? [agency] : [open, agency] }
        let own: [SQL] = ["vacancy.branch_id = \(branch)", "\(sqlite: "+", postgresql: "")\(agency)"]
        return (known.map { $0.contains(branch) ? [] : ["FALSE"] } ?? [open]) + own
    }

    /// The vacancies, walked in the list's order: SQLite does not know that the owner's rows in their order are few next
    /// to all that are published, and would rather read those.
    private var walked: SQL {
        if list.filter.externalReference != nil || !list.filter.terms.isEmpty { return "vacancy" }
        let index: SQL =
            switch (branch, list.sort.key) {
            case (nil, .published): "vacancy_agency_position"
            case (nil, .end): "vacancy_agency_end"
            case (_?, .published): "vacancy_branch"
            case (_?, .end): "vacancy_branch_end"
            }
        return "vacancy\(sqlite: " INDEXED BY \(index)", postgresql: "")"
    }

    private static func terms(_ filter: VacancyFilter, _ publisher: Publisher) -> [SQL] {
        var conditions: [SQL] = []
        if !filter.branches.isEmpty { conditions.append("vacancy.branch_id IN \(in: filter.branches)") }
        if let reference = filter.externalReference { conditions.append("vacancy.external_reference = \(reference)") }
        if let code = filter.profession {
            // Between 5.2. and 5.2/ lies what begins with 5.2. and nothing else.
            conditions.append(
                """
                (vacancy.profession_code = \(code)
                    OR (vacancy.profession_code >= \(code + ".") AND vacancy.profession_code < \(code + "/")))
                """
            )
        }
        if let code = filter.municipality { conditions.append("vacancy.municipality_code = \(code)") }
        if !filter.provinces.isEmpty { conditions.append("vacancy.province IN \(in: filter.provinces)") }
        if !filter.contracts.isEmpty { conditions.append("vacancy.contract_type_code IN \(in: filter.contracts)") }
        let terms = filter.terms
        if !terms.isEmpty {
            let hits = VacanciesSchema.index.matching(terms.query(scopes: [[VacancyText.agency(publisher.agency)]]))
            conditions.append("vacancy.position IN (\(hits))")
        }
        return conditions
    }

    private static func publication(_ filter: VacancyFilter, today: Day) -> [SQL] {
        var conditions: [SQL] = []
        if !filter.statuses.isEmpty {
            let any = filter.statuses.map { "(\(Vacancy.has($0, on: today)))" as SQL }.joined(by: " OR ")
            conditions.append("(\(any))")
        }
        if let day = filter.publishedFrom { conditions.append("vacancy.publication_start >= \(day.start)") }
        if let day = filter.publishedTo {
            conditions.append("vacancy.publication_start < \(day.adding(days: 1).start)")
        }
        if let since = filter.publishedSince { conditions.append("vacancy.publication_start >= \(since)") }
        let ends = [filter.expiringBefore, filter.expiringDays.map { today.adding(days: $0 + 1) }].compactMap(\.self)
        if let end = ends.min() {
            conditions.append(
                """
                vacancy.status IN ('published', 'suspended') AND vacancy.publication_end_date >= \(today)
                AND vacancy.publication_end_date < \(end)
                """
            )
        }
        return conditions
    }

    private static func interests(_ filter: VacancyFilter) -> [SQL] {
        if !filter.withoutInterests { return [] }
        return ["NOT EXISTS (SELECT 1 FROM expression_of_interest e WHERE e.vacancy_id = vacancy.id)"]
    }

    // MARK: The statements

    /// Days come before the stand-in for none, in the order of their texts.
    static let noEnd = "9999-99-99"
    /// As in the indexes on it.
    private static let end: SQL = "(COALESCE(vacancy.publication_end_date, '9999-99-99'))"

    var keyset: Keyset {
        let (down, word) = (list.sort.isDescending, list.sort.word)
        return switch list.sort.key {
        case .published: Keyset(key: nil, id: "vacancy.position", isDescending: down, word: word)
        case .end:
            Keyset(key: (VacancyStatement.end, .text), id: "vacancy.position", isDescending: down, word: word)
        }
    }

    func page(after cursor: Cursor?, limit: Int, of count: Int) throws -> SQL {
        let isBackward = cursor?.direction == .backward
        let conditions = try conditions + (cursor.map { [try keyset.after($0)] } ?? [])
        let order = keyset.order(reversed: isBackward)
        return scoped(
            """
            SELECT \(rows) FROM (
                SELECT vacancy.id FROM \(walked) WHERE \(conditions.joined(by: " AND "))
                ORDER BY \(order) LIMIT \(limit + 1)
            ) AS found
            JOIN vacancy ON vacancy.id = found.id JOIN branch ON branch.id = vacancy.branch_id
            ORDER BY \(order)
            """
        ).plannedForItsValues
    }

    /// The rows behind a cursor in the order of their ids, without what lists count beside them.
    func walk(after cursor: Cursor?, branchCode: String?, limit: Int) throws -> SQL {
        let order = Keyset(key: nil, id: "vacancy.id", isDescending: false, word: "id")
        var conditions = conditions
        if let cursor {
            guard cursor.direction == .forward else { throw Invalid([.foreignCursor]) }
            conditions.append(try order.after(cursor))
        }
        if let branchCode {
            conditions.append("vacancy.branch_id IN (SELECT b.id FROM branch b WHERE b.code = \(branchCode))")
        }
        return scoped(
            """
            SELECT \(Vacancy.columns) FROM (
                SELECT vacancy.id FROM \(idWalked) WHERE \(conditions.joined(by: " AND "))
                ORDER BY vacancy.id LIMIT \(limit)
            ) AS found
            JOIN vacancy ON vacancy.id = found.id JOIN branch ON branch.id = vacancy.branch_id
            ORDER BY vacancy.id
            """
        )
    }

    /// As ``walked``, in the order of ids.
    private var idWalked: SQL {
        if list.filter.externalReference != nil || !list.filter.terms.isEmpty { return "vacancy" }
        let index: SQL = branch == nil ? "vacancy_agency_id" : "vacancy_branch_id"
        return "vacancy\(sqlite: " INDEXED BY \(index)", postgresql: "")"
    }

    var all: SQL {
        scoped(
            """
            SELECT \(rows) FROM \(walked) JOIN branch ON branch.id = vacancy.branch_id
            WHERE \(conditions.joined(by: " AND ")) ORDER BY \(keyset.order(reversed: false))
            """
        )
    }

    /// The number of vacancies made or published anew after an instant, counting no further than `limit`: positions are
    /// ids of then, so that only what is new is walked.
    func count(newSince instant: Instant, limit: Int) -> SQL {
        let least: ID<Vacancy> = IDGenerator.least(at: instant.adding(milliseconds: 1))
        var newest = self
        newest.list.sort = .newest
        return newest.count(limit: limit, where: conditions + ["vacancy.position >= \(least.rawValue)"])
    }

    func count(limit: Int?) -> SQL { count(limit: limit, where: conditions) }

    private func count(limit: Int?, where conditions: [SQL]) -> SQL {
        let end: SQL = limit.map { " LIMIT \($0)" } ?? ""
        return scoped(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM \(walked) WHERE \(conditions.joined(by: " AND "))\(end)
            ) AS counted
            """
        ).plannedForItsValues
    }

    func facet(_ column: VacancyFacet) -> SQL {
        let value: SQL =
            switch column {
            case .status: Vacancy.effectiveStatus(on: today)
            case .branch: "CAST(vacancy.branch_id AS TEXT)"
            case .province: "vacancy.province"
            case .contract: "vacancy.contract_type_code"
            }
        return scoped(
            """
            SELECT \(value) AS value, count(*) FROM \(walked) WHERE \(conditions.joined(by: " AND "))
            GROUP BY value ORDER BY 2 DESC, 1
            """
        )
    }

    private var rows: SQL {
        """
        \(Vacancy.columns), \(Vacancy.effectiveStatus(on: today)), \(interests()),
        \(interests(" AND e.status = 'submitted'")), \(interests(" AND e.status = 'hired'")), vacancy.position
        """
    }

    /// Those sent to branches whose applications are open to the publisher.
    private func interests(_ condition: SQL = "") -> SQL {
        """
        (
            SELECT count(*) FROM expression_of_interest e WHERE e.vacancy_id = vacancy.id
            AND \(OpenBranches.contains("e.branch_id", in: "SELECT o.id FROM receiving_branch o"))\(condition)
        )
        """
    }

    private func scoped(_ statement: SQL) -> SQL {
        """
        WITH open_branch (id) AS MATERIALIZED (\(known?.rows ?? publisher.branches(on: today))),
        receiving_branch (id) AS MATERIALIZED (\(publisher.receivingBranches(on: today))) \(statement)
        """
    }
}

/// What the vacancies of a list are counted by.
public enum VacancyFacet: String, ListFacet {
    case status
    case branch
    case province
    case contract

    public var title: Localized { FilterWords.name(of: rawValue) }

    public func label(_ value: String, _ context: ListContext) -> String {
        switch self {
        case .status: Vacancy.Status(rawValue: value)?.label[context.language] ?? value
        case .branch: Int64(value).flatMap { context.branches[ID($0)] } ?? value
        case .province: context.reference.label(value, in: .province)[context.language]
        case .contract: context.reference.label(value, in: .contractType)[context.language]
        }
    }
}

extension ListedVacancy: FromRow {
    public init(from row: inout Row) throws {
        vacancy = try Vacancy(from: &row)
        status = try row.next()
        interests = try row.next()
        unread = try row.next()
        hired = try row.next()
        position = try row.next()
    }
}
