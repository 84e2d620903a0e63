public import Persistence

/// A list of expressions of interest as SQL.
struct InterestStatement: ListStatement {
    let list: InterestList
    private let publisher: Publisher
    private let today: Day
    private let residual: [SQL]
    /// The open branches where they have been read before, in the same transaction.
    private var known: OpenBranches?
    /// The one branch that the list starts from; nil for the agency.
    private let branch: ID<Branch>?

    init(_ list: InterestList, as publisher: Publisher, today: Day) {
        self.list = list
        self.publisher = publisher
        self.today = today
        let filter = list.filter
        branch = publisher.branch ?? (filter.branches.count == 1 ? filter.branches.first : nil)
        residual =
            InterestStatement.citizen(filter) + InterestStatement.state(filter)
            + InterestStatement.vacancy(filter, publisher)
    }

    func within(_ open: OpenBranches) -> InterestStatement {
        var statement = self
        statement.known = open
        return statement
    }

    private var conditions: [SQL] { way + residual }

    private var way: [SQL] {
        var conditions: [SQL] = []
        if let branch, let known {
            if !known.contains(branch) { conditions.append("FALSE") }
        } else if known?.isWholeAgency != true {
            conditions.append(
                OpenBranches.contains("expression_of_interest.branch_id", in: "SELECT o.id FROM open_branch o")
            )
        }
        if let branch {
            // Hidden from the planner of SQLite, which would walk the whole agency for it.
            let hidden: SQL = "\(sqlite: "+", postgresql: "")"
            conditions += [
                "expression_of_interest.branch_id = \(branch)",
                "\(hidden)expression_of_interest.agency_id = \(publisher.agency)",
            ]
        } else {
            conditions.append("expression_of_interest.agency_id = \(publisher.agency)")
        }
        if !list.filter.branches.isEmpty {
            conditions.append("expression_of_interest.branch_id IN \(in: list.filter.branches)")
        }
        return conditions
    }

    /// As in the indexes by name: byte order on both engines.
    private static let name: SQL = "expression_of_interest.sort_key\(sqlite: "", postgresql: " COLLATE \"C\"")"

    private static func citizen(_ filter: InterestFilter) -> [SQL] {
        guard let citizen = filter.citizen else { return [] }
        let key = Fold.key(citizen)
        // Keys are of plain letters, digits and blanks, all of them before the tilde.
        return ["\(name) >= \(key) AND \(name) < \(key + "~")"]
    }

    private static func state(_ filter: InterestFilter) -> [SQL] {
        var conditions: [SQL] = []
        if !filter.statuses.isEmpty {
            conditions.append("expression_of_interest.status IN \(in: filter.statuses)")
        }
        if filter.unread { conditions.append("expression_of_interest.status = 'submitted'") }
        if let day = filter.submittedFrom {
            conditions.append("expression_of_interest.submitted_at >= \(day.start)")
        }
        if let day = filter.submittedTo {
            conditions.append("expression_of_interest.submitted_at < \(day.adding(days: 1).start)")
        }
        if let since = filter.since { conditions.append("expression_of_interest.updated_at >= \(since)") }
        return conditions
    }

    private static func vacancy(_ filter: InterestFilter, _ publisher: Publisher) -> [SQL] {
        guard let text = filter.vacancy else { return [] }
        let id = VacancyCode(text)?.id ?? ID(-1)
        return [
            """
            expression_of_interest.vacancy_id IN (
                SELECT n.id FROM vacancy n WHERE n.agency_id = \(publisher.agency)
                AND (n.id = \(id) OR n.external_reference = \(text))
            )
            """
        ]
    }

    // MARK: The statements

    var keyset: Keyset {
        let (down, word) = (list.sort.isDescending, list.sort.word)
        let id: SQL = "expression_of_interest.id"
        return switch list.sort.key {
        case .submitted: Keyset(key: nil, id: id, isDescending: down, word: word)
        case .surname: Keyset(key: (InterestStatement.name, .text), id: id, isDescending: down, word: word)
        }
    }

    func page(after cursor: Cursor?, limit: Int, of count: Int) throws -> SQL {
        let isBackward = cursor?.direction == .backward
        let conditions = try conditions + (cursor.map { [try keyset.after($0)] } ?? [])
        let order = keyset.order(reversed: isBackward)
        return scoped(
            """
            SELECT \(ListedInterest.columns) FROM (
                SELECT expression_of_interest.id FROM expression_of_interest
                WHERE \(conditions.joined(by: " AND ")) ORDER BY \(order) LIMIT \(limit + 1)
            ) AS found
            JOIN expression_of_interest ON expression_of_interest.id = found.id \(ReceivedInterest.joins)
            ORDER BY \(order)
            """
        ).plannedForItsValues
    }

    var all: SQL {
        scoped(
            """
            SELECT \(ListedInterest.columns) FROM \(ReceivedInterest.tables)
            WHERE \(conditions.joined(by: " AND ")) ORDER BY \(keyset.order(reversed: false))
            """
        )
    }

    /// All rows as software gets them, with what was last noted about each.
    var extraction: SQL {
        scoped(
            """
            SELECT \(InterestExtraction.Item.columns) FROM \(ReceivedInterest.tables)
            WHERE \(conditions.joined(by: " AND ")) ORDER BY \(keyset.order(reversed: false))
            """
        )
    }

    /// Whose interests the list holds, with the number that each citizen got when she was first seen; of so many, or all.
    func content(limit: Int?) -> SQL {
        let end: SQL = limit.map { " LIMIT \($0)" } ?? ""
        return scoped(
            """
            SELECT expression_of_interest.citizen_id, n.number FROM expression_of_interest
            LEFT JOIN viewed_citizen n ON n.citizen_id = expression_of_interest.citizen_id
            WHERE \(conditions.joined(by: " AND ")) ORDER BY \(keyset.order(reversed: false))\(end)
            """
        )
    }

    /// The number of interests sent after an instant, counting no further than `limit`: ids grow with time, so that only
    /// what is new is walked.
    func count(newSince instant: Instant, limit: Int) -> SQL {
        let least: ID<ExpressionOfInterest> = IDGenerator.least(at: instant.adding(milliseconds: 1))
        return count(limit: limit, where: conditions + ["expression_of_interest.id >= \(least)"])
    }

    func count(limit: Int?) -> SQL { count(limit: limit, where: conditions) }

    private func count(limit: Int?, where conditions: [SQL]) -> SQL {
        let end: SQL = limit.map { " LIMIT \($0)" } ?? ""
        return scoped(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM expression_of_interest WHERE \(conditions.joined(by: " AND "))\(end)
            ) AS counted
            """
        ).plannedForItsValues
    }

    func facet(_ facet: InterestFacet) -> SQL {
        let value: SQL =
            switch facet {
            case .status: "expression_of_interest.status"
            case .branch: "CAST(expression_of_interest.branch_id AS TEXT)"
            }
        return scoped(
            """
            SELECT \(value) AS value, count(*) FROM expression_of_interest WHERE \(conditions.joined(by: " AND "))
            GROUP BY value ORDER BY 2 DESC, 1
            """
        )
    }

    private func scoped(_ statement: SQL) -> SQL {
        "WITH open_branch (id) AS MATERIALIZED (\(known?.rows ?? publisher.receivingBranches(on: today))) \(statement)"
    }
}

/// What the interests of a list are counted by.
public enum InterestFacet: String, ListFacet {
    case status
    case branch

    public var title: Localized { FilterWords.name(of: rawValue) }

    public func label(_ value: String, _ context: ListContext) -> String {
        switch self {
        case .status: ExpressionOfInterest.Status(rawValue: value)?.label[context.language] ?? value
        case .branch: Int64(value).flatMap { context.branches[ID($0)] } ?? value
        }
    }
}

extension ListedInterest: FromRow {
    static let columns: SQL = """
        \(ReceivedInterest.columns), vacancy.external_reference,
        (
            SELECT p.given_name || ' ' || p.family_name FROM interest_transition t
            JOIN operator p ON p.id = t.operator_id
            WHERE t.interest_id = expression_of_interest.id ORDER BY t.id DESC LIMIT 1
        ),
        expression_of_interest.sort_key
        """

    public init(from row: inout Row) throws {
        received = try ReceivedInterest(from: &row)
        vacancyReference = try row.next()
        movedBy = try row.next()
        sortKey = try row.next()
    }
}
