internal import Persistence

/// The branches that are open to somebody, read once for all the statements of one transaction.
///
/// What they are is asked of the store in each transaction anew, so that a right that is withdrawn cuts at once; a value
/// is never kept for the next.
struct OpenBranches: Sendable {
    let names: [ID<Branch>: String]
    /// Whether the agency has no other branches.
    let isWholeAgency: Bool

    var ids: [ID<Branch>] { names.keys.sorted() }

    func contains(_ branch: ID<Branch>) -> Bool { names[branch] != nil }

    /// The condition that a branch is one of those which a query of ids opens.
    ///
    /// As an array PostgreSQL reads the few or hundreds once, and not for each row that is asked of.
    static func contains(_ branch: SQL, in open: SQL) -> SQL {
        "\(branch) \(sqlite: "IN (\(open))", postgresql: "= ANY (ARRAY(\(open)))")"
    }

    /// What stands in the place of a query of the ids: the ids themselves.
    var rows: SQL { "SELECT * FROM \(in: ids) AS opened" }
}

extension Transaction {
    /// Reads the branches that a query of their ids opens, with all that the agency has.
    func open(_ branches: SQL, of agency: ID<Agency>) throws -> OpenBranches {
        let rows: [BranchRow] = try all(
            """
            SELECT b.id, b.name, (SELECT count(*) FROM branch w WHERE w.agency_id = \(agency))
            FROM branch b WHERE b.id IN (\(branches))
            """
        )
        return OpenBranches(
            names: Dictionary(rows.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
            isWholeAgency: !rows.isEmpty && rows.first?.ofAgency == rows.count
        )
    }
}

private struct BranchRow: FromRow {
    let id: ID<Branch>
    let name: String
    let ofAgency: Int

    init(from row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        ofAgency = try row.next()
    }
}
