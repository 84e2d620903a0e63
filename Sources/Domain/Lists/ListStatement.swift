public import Persistence

/// A list as SQL: each statement is made of the same parts, so that page, count, facets and export hold the same rows.
protocol ListStatement: Sendable {
    associatedtype List: OperatorList

    var list: List { get }

    /// The same for a transaction in which the open branches have been read already.
    func within(_ open: OpenBranches) -> Self
    /// The rows of a page, one more than `limit`; backwards they come in reverse.
    ///
    /// - Parameter count: How many rows the list holds, counted no further than ``CappedCount/limit`` and one.
    /// - Throws: ``Invalid`` for a cursor of another order.
    func page(after cursor: Cursor?, limit: Int, of count: Int) throws -> SQL
    /// All rows, in the list's order.
    var all: SQL { get }
    /// The number of rows, counting no further than `limit`.
    func count(limit: Int?) -> SQL
}

/// By what the rows of a list are counted; its name is the filter's that narrows the list to one of its values.
public protocol ListFacet: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    var title: Localized { get }
    func label(_ value: String, _ context: ListContext) -> String
}

/// How many rows have each value of a facet, the most frequent first.
public struct FacetCounts<Facet: ListFacet>: Hashable, Sendable {
    public struct Count: Hashable, Sendable, FromRow {
        /// Nil for those without any.
        public let value: String?
        public let rows: Int

        init(value: String?, rows: Int) {
            self.value = value
            self.rows = rows
        }

        public init(from row: inout Row) throws {
            value = try row.next()
            rows = try row.next()
        }
    }

    public let facet: Facet
    public let counts: [Count]
}

extension ListStatement {
    func counted(in transaction: borrowing Transaction) throws -> Int {
        try transaction.first(count(limit: CappedCount.limit + 1), as: Int.self) ?? 0
    }
}

extension Transaction {
    /// Names of some branches, out of a query of their ids.
    func names(of branches: SQL) throws -> [ID<Branch>: String] {
        let names: [BranchName] = try all("SELECT b.id, b.name FROM branch b WHERE b.id IN (\(branches))")
        return Dictionary(names.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

private struct BranchName: FromRow {
    let id: ID<Branch>
    let name: String

    init(from row: inout Row) throws {
        id = try row.next()
        name = try row.next()
    }
}
