internal import Persistence

extension Transaction {
    /// What the codes of a file stand for, by a query of codes and ids.
    func codes<Entity>(_ query: SQL) throws -> [String: ID<Entity>] {
        let pairs: [CodeOf<Entity>] = try all(query)
        return Dictionary(pairs.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
    }
}

private struct CodeOf<Entity>: FromRow {
    let code: String
    let id: ID<Entity>

    init(from row: inout Row) throws {
        code = try row.next()
        id = try row.next()
    }
}
