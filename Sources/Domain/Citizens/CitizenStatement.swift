internal import Persistence

/// A list of citizens as SQL: page, count and export are made of the same parts.
///
/// The way to a row goes through the person. Of one branch the list starts from that branch's links; across branches
/// from the agency's, where each citizen stands once. The agency's row alone is enough only when all the agency's
/// branches are open to the person: otherwise a link through an open branch has to exist as well.
struct CitizenStatement: ListStatement {
    let list: CitizenList
    private let person: OperatorIdentity
    private let today: Day
    /// The branches open to the person, asked for once per statement: see ``scoped(_:)``.
    private static let open: SQL = "SELECT o.id FROM open_branch o"
    private let rights: SQL
    /// The open branches where they have been read before, in the same transaction.
    private var known: OpenBranches?
    private let residual: [SQL]
    /// The same for rows that are walked in the list's order.
    private let walked: [SQL]
    /// Whether the list's rows are walked in its order, and their words asked of each, although the text index would find
    /// them: see ``page(after:limit:of:)``.
    private var isWalked = false
    private let terms: SearchTerms
    private let scopes: [[String]]
    /// Whether rows come from the text index: for words, and for traits that stand there like words.
    private let isMatched: Bool
    /// The one branch that the list starts from; nil for the agency.
    private let branch: ID<Branch>?

    init(
        _ list: CitizenList,
        as person: OperatorIdentity,
        reference: ReferenceSnapshot,
        today: Day
    ) throws {
        let filter = list.filter
        self.list = list
        self.person = person
        self.today = today
        rights = person.openBranches(on: today, with: .readCurricula)
        branch = person.scope.branch ?? (filter.branches.count == 1 ? filter.branches.first : nil)
        terms = filter.terms
        let traits = filter.traits
        isMatched = !terms.isEmpty || !traits.isEmpty
        residual = try CitizenStatement.residual(filter, walking: nil, reference, today: today)
        walked = try CitizenStatement.residual(filter, walking: list.sort.key, reference, today: today)
        var scopes: [[String]] = [[branch.map { CitizenDocuments.scope($0) } ?? CitizenDocuments.scope(person.agency)]]
        if branch == nil, (1...10).contains(filter.branches.count) {
            scopes.append(filter.branches.map { CitizenDocuments.scope($0) })
        }
        if !filter.provinces.isEmpty { scopes.append(filter.provinces.map { CitizenDocuments.scope(province: $0) }) }
        self.scopes = scopes + traits
    }

    func within(_ open: OpenBranches) -> CitizenStatement {
        var statement = self
        statement.known = open
        return statement
    }

    // MARK: Who is in the list

    private var conditions: [SQL] {
        if !isMatched { return way + walked }
        return isWalked ? way + walked + [index.holds("r.position", query(of: terms))] : way + residual
    }

    private var way: [SQL] {
        let chosen = list.filter.branches
        if let branch {
            var conditions: [SQL] = ["r.branch_id = \(branch)"]
            // Said of the column a second time, it would be taken for a second thing, and the rows for fewer.
            if known == nil { conditions.append(isOpen("r.branch_id")) }
            if known?.contains(branch) == false { conditions.append("FALSE") }
            if !chosen.isEmpty { conditions.append("r.branch_id IN \(in: chosen)") }
            return conditions
        }
        let agency: SQL = "r.agency_id = \(person.agency)"
        if chosen.isEmpty, known?.isWholeAgency == true { return [agency] }
        let narrowing: SQL = chosen.isEmpty ? "" : "AND l.branch_id IN \(in: chosen) "
        let linked: SQL = """
            EXISTS (
                SELECT 1 FROM branch_citizen l WHERE l.citizen_id = r.citizen_id \(narrowing)AND \(isOpen("l.branch_id"))
            )
            """
        if known != nil || !chosen.isEmpty { return [agency, linked] }
        return [
            agency,
            """
            (
                NOT EXISTS (
                    SELECT 1 FROM branch x
                    WHERE x.agency_id = \(person.agency) AND x.id NOT IN (\(CitizenStatement.open))
                ) OR \(linked)
            )
            """,
        ]
    }

    /// The condition that a branch is among the open ones.
    private func isOpen(_ branch: SQL) -> SQL {
        if known?.isWholeAgency == true {
            return "EXISTS (SELECT 1 FROM branch w WHERE w.id = \(branch) AND w.agency_id = \(person.agency))"
        }
        return OpenBranches.contains(branch, in: CitizenStatement.open)
    }

    /// What the rows have to satisfy besides.
    ///
    /// - Parameter key: The order in which rows are walked; nil where they come from the text index. Its own bounds may
    ///   start the walk; all others are hidden from the planner of SQLite, which would leave the order for them, and sort
    ///   a hundred thousand rows to show fifty.
    private static func residual(
        _ filter: CitizenFilter,
        walking key: CitizenSortKey?,
        _ reference: ReferenceSnapshot,
        today: Day
    ) throws -> [SQL] {
        let hidden: SQL = "\(sqlite: "+", postgresql: "")"
        let birth: SQL = key == .age ? "r.birth_date" : "\(hidden)r.birth_date"
        let rank: SQL = key == .education ? "r.education_rank" : "\(hidden)r.education_rank"
        var conditions: [SQL] = []
        if let age = filter.ageMin { conditions.append("\(birth) <= \(latestBirth(age: age, on: today))") }
        if let age = filter.ageMax { conditions.append("\(birth) > \(latestBirth(age: age + 1, on: today))") }
        let unknown = filter.unknownCodes(reference)
        if !unknown.isEmpty { throw Invalid(unknown) }
        if let code = filter.educationMin {
            conditions.append("\(rank) >= \(reference.rank(ofEducation: code) ?? .max)")
        }
        if let licence = filter.licence {
            conditions.append("(r.licence_bits & \(DrivingLicences.bit(licence) ?? 0)) <> 0")
        }
        if !filter.provinces.isEmpty { conditions.append("r.province IN \(in: filter.provinces)") }
        if !filter.measures.isEmpty { conditions.append("r.measure IN \(in: filter.measures)") }
        if let day = filter.padFrom { conditions.append("r.pad_day >= \(day)") }
        if let day = filter.padTo { conditions.append("r.pad_day <= \(day)") }
        if let day = filter.curriculumSince { conditions.append("r.curriculum_at >= \(day.start)") }
        if filter.ownVehicle { conditions.append("r.own_vehicle") }
        if let years = filter.experienceMin { conditions.append(experience(atLeast: years, on: today)) }
        return conditions
    }

    /// Months as ``WorkingTimeSpent/months(on:)`` counts them, whatever has passed since they were stored: who is in the list
    /// is who the column says has worked so long.
    private static func experience(atLeast years: Int, on today: Day) -> SQL {
        let running: SQL = """
            \(
                sqlite: "CAST(round((julianday(\(today)) - julianday(v.experience_since) + 1) / 30.436875) AS INTEGER)",
                postgresql: """
                CAST(round((CAST(CAST(\(today) AS TEXT) AS DATE) - CAST(v.experience_since AS DATE) + 1) / 30.436875) AS BIGINT)
                """
            )
            """
        return """
            EXISTS (
                SELECT 1 FROM curriculum v WHERE v.citizen_id = r.citizen_id
                AND v.experience_months + COALESCE(\(running), 0) >= \(years * 12)
            )
            """
    }

    /// The last birthday of those who are `age` on `day`, as text: 29 February need not exist in that year to compare.
    private static func latestBirth(age: Int, on day: Day) -> String {
        "\(max(0, day.year - age).padded(4))-\(day.month.padded(2))-\(day.day.padded(2))"
    }

    // MARK: The statements

    /// The rows of a page, one more than `limit`; backwards they come in reverse.
    ///
    /// The page is found first, and only its rows are looked up: where rows come from the text index and are sorted,
    /// the engines would otherwise make every row of the list with all its columns.
    ///
    /// Where words find few rows, those are found and then put in order; where they find many, the order is walked until
    /// the page is full, which is soon. In the standard order SQLite walks its text index itself; PostgreSQL weighs both
    /// ways by what it knows of the words.
    func page(after cursor: Cursor?, limit: Int, of count: Int) throws -> SQL {
        var statement = self
        statement.isWalked = isMatched && count > CappedCount.limit && list.sort.key != .pact
        return try statement.rows(after: cursor, limit: limit)
    }

    private func rows(after cursor: Cursor?, limit: Int) throws -> SQL {
        let isBackward = cursor?.direction == .backward
        let conditions = try conditions + (cursor.map { [try keyset(at: position).after($0)] } ?? [])
        let found: SQL = """
            (
                SELECT r.citizen_id FROM \(source) WHERE \(conditions.joined(by: " AND "))
                ORDER BY \(order(reversed: isBackward)) LIMIT \(limit + 1)
            ) AS found
            """
        let join: SQL = "\(sqlite: "CROSS JOIN", postgresql: "JOIN")"
        return scoped(
            """
            SELECT \(CitizenRow.columns), \(branches), \(interests)
            FROM \(found) \(join) \(links) r ON r.\(owner) AND r.citizen_id = found.citizen_id
            JOIN citizen c ON c.id = r.citizen_id
            LEFT JOIN curriculum v ON v.citizen_id = r.citizen_id
            ORDER BY \(order(reversed: isBackward, at: "r.position"))
            """
        ).plannedForItsValues
    }

    /// All rows, in the list's order.
    var all: SQL {
        scoped(
            """
            SELECT \(CitizenRow.columns), \(branches), \(interests)
            FROM \(source)
            JOIN citizen c ON c.id = r.citizen_id
            LEFT JOIN curriculum v ON v.citizen_id = r.citizen_id
            WHERE \(conditions.joined(by: " AND "))
            ORDER BY \(order(reversed: false))
            """
        )
    }

    /// Whom the list holds, with the number that each got when she was first seen; of so many, or of all.
    func content(limit: Int?) -> SQL {
        let end: SQL = limit.map { " LIMIT \($0)" } ?? ""
        return scoped(
            """
            SELECT r.citizen_id, n.number FROM \(source) LEFT JOIN viewed_citizen n ON n.citizen_id = r.citizen_id
            WHERE \(conditions.joined(by: " AND ")) ORDER BY \(order(reversed: false))\(end)
            """
        )
    }

    /// The number of rows, counting no further than `limit`.
    ///
    /// That end is soon reached where rows are many; PostgreSQL has to be told to walk, or it gathers them all first.
    func count(limit: Int?) -> SQL {
        let walk: SQL = isMatched ? "" : "\(sqlite: "", postgresql: " ORDER BY r.position DESC")"
        let end: SQL = limit.map { "\(walk) LIMIT \($0)" } ?? ""
        let rows: SQL = "SELECT 1 FROM \(source) WHERE \(conditions.joined(by: " AND "))\(end)"
        let soon: SQL = limit == nil ? rows : "\(sqlite: rows, postgresql: lookedUp(until: end) ?? rows)"
        return scoped("SELECT count(*) FROM (\(soon)) AS counted").plannedForItsValues
    }

    /// The documents that words find, each looked up until there are enough; nil without words.
    private func lookedUp(until end: SQL) -> SQL? {
        hits(of: terms).map { hits in
            """
            SELECT 1 FROM (\(hits) OFFSET 0) AS hit CROSS JOIN LATERAL (
                SELECT 1 FROM \(links) r WHERE r.position = hit.document AND \(conditions.joined(by: " AND ")) OFFSET 0
            ) AS r\(end)
            """
        }
    }

    /// How many rows have each value; a citizen counts once for each of her open branches.
    func facet(_ facet: CitizenFacet) -> SQL {
        let (value, join): (SQL, SQL) =
            switch facet {
            case .branch:
                (
                    "CAST(k.branch_id AS TEXT)",
                    """
                     JOIN branch_citizen k ON k.citizen_id = r.citizen_id
                    AND \(isOpen("k.branch_id"))
                    """
                )
            case .province: ("r.province", "")
            case .education: ("CAST(r.education_rank AS TEXT)", "")
            case .measure: ("r.measure", "")
            }
        return scoped(
            """
            SELECT \(value) AS value, count(*) FROM \(source)\(join) WHERE \(conditions.joined(by: " AND "))
            GROUP BY value ORDER BY 2 DESC, 1
            """
        )
    }

    /// The number of rows that have become visible to the person after an instant, counting no further than `limit`.
    ///
    /// It walks what is new of each branch, by its index, so that it costs what is new and not what is there. Across
    /// branches a citizen counts at her first open link; who was in the agency before is new only to somebody who does
    /// not have all its branches, and cannot have seen her there.
    func count(newSince instant: Instant, limit: Int) -> SQL {
        let join: SQL = "\(sqlite: "CROSS JOIN", postgresql: "JOIN")"
        var (from, conditions): (SQL, [SQL]) = ("branch_citizen r", conditions + ["r.visible_since > \(instant)"])
        if branch == nil {
            let named = list.filter.branches
            let chosen: SQL = named.isEmpty ? "" : " WHERE o.id IN \(in: named)"
            from = """
                (\(CitizenStatement.open)\(chosen)) AS o
                \(join) branch_citizen l ON l.branch_id = o.id AND l.visible_since > \(instant)
                \(join) agency_citizen r ON r.agency_id = \(person.agency) AND r.citizen_id = l.citizen_id
                """
            conditions =
                self.conditions + [
                    """
                    NOT EXISTS (
                        SELECT 1 FROM branch_citizen m WHERE m.citizen_id = l.citizen_id
                        AND m.branch_id IN (\(CitizenStatement.open)\(chosen))
                        AND (m.visible_since, m.branch_id) < (l.visible_since, l.branch_id)
                    )
                    """
                ]
            if named.isEmpty {
                conditions.append(
                    """
                    (
                        r.visible_since > \(instant) OR EXISTS (
                            SELECT 1 FROM branch x
                            WHERE x.agency_id = \(person.agency) AND x.id NOT IN (\(CitizenStatement.open))
                        )
                    )
                    """
                )
            }
        }
        let matched: SQL = hits(of: terms).map { " \(join) (\($0)) AS hit ON hit.document = r.position" } ?? ""
        return scoped(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM \(from)\(matched) WHERE \(conditions.joined(by: " AND ")) LIMIT \(limit)
            ) AS counted
            """
        )
    }

    /// The list's rows with other words in the place of its own, as whoever understands a search asks for them.
    var scope: SearchScope {
        SearchScope(
            rows: { "SELECT 1 FROM \(source(of: $0)) WHERE \(conditions.joined(by: " AND "))" },
            whole: scoped
        )
    }

    /// A statement that asks for the open branches in several places, and reads them once: a master of a large agency
    /// has hundreds.
    private func scoped(_ statement: SQL) -> SQL {
        "WITH open_branch (id) AS MATERIALIZED (\(known?.rows ?? rights)) \(statement)"
    }

    private var links: SQL { branch == nil ? "agency_citizen" : "branch_citizen" }

    /// Whose links the list walks.
    private var owner: SQL {
        branch.map { "branch_id = \($0)" } ?? "agency_id = \(person.agency)"
    }

    /// The links `r`, with the text index where words are asked for.
    ///
    /// SQLite does not know that its text index gives documents in order, nor how rare a word is: the join is spelled so
    /// that it walks the index and looks each document up, and in the default order stops when the page is full.
    private var source: SQL { isWalked ? "\(links) r" : source(of: terms) }

    private var index: TextIndex { CitizensSchema.index }

    private func query(of terms: SearchTerms) -> TextQuery { terms.query(scopes: scopes) }

    private func source(of terms: SearchTerms) -> SQL {
        guard let hits = hits(of: terms) else { return "\(links) r" }
        let join: SQL = "\(sqlite: "CROSS JOIN", postgresql: "JOIN")"
        return "(\(hits)) AS hit \(join) \(links) r ON r.position = hit.document"
    }

    /// The documents that the text index finds; nil where the list asks nothing of it.
    private func hits(of terms: SearchTerms) -> SQL? {
        isMatched || !terms.isEmpty ? index.matching(query(of: terms)) : nil
    }

    private var position: SQL {
        isMatched && !isWalked ? "\(sqlite: "hit.document", postgresql: "r.position")" : "r.position"
    }

    private func order(reversed: Bool, at place: SQL? = nil) -> SQL {
        keyset(at: place ?? position).order(reversed: reversed)
    }

    /// Who was born later is younger: ages go up as birth dates go down.
    private func keyset(at position: SQL) -> Keyset {
        let (down, word) = (list.sort.isDescending, list.sort.word)
        return switch list.sort.key {
        case .pact: Keyset(key: nil, id: position, isDescending: down, word: word)
        case .surname: Keyset(key: ("r.sort_key", .text), id: "r.citizen_id", isDescending: down, word: word)
        case .age: Keyset(key: ("r.birth_date", .text), id: "r.citizen_id", isDescending: !down, word: word)
        case .education:
            Keyset(key: ("r.education_rank", .integer), id: "r.citizen_id", isDescending: down, word: word)
        }
    }

    /// The ids of the open branches through which the citizen is visible, parted by blanks.
    private var branches: SQL {
        """
        (
            SELECT \(sqlite: "group_concat(l.branch_id, ' ')", postgresql: "string_agg(l.branch_id::text, ' ')")
            FROM branch_citizen l WHERE l.citizen_id = r.citizen_id AND \(isOpen("l.branch_id"))
        )
        """
    }

    private var interests: SQL {
        if !list.columns.contains(.interests) { return "CAST(NULL AS BIGINT)" }
        return """
            (
                SELECT count(*) FROM expression_of_interest e
                WHERE e.citizen_id = r.citizen_id AND \(isOpen("e.branch_id"))
            )
            """
    }
}
