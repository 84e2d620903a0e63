internal import Foundation
internal import Persistence

/// Loads of vacancies by agencies' software: staged as they come in, then judged and written in the background.
///
/// A load belongs to the client that sent it, and is not there for any other.
public struct VacancyLoads: Sendable {
    let store: Store

    /// How many rows a load may have.
    public static let mostRows = 100_000
    /// How many loads a client may have under way.
    public static let mostUnderWay = 20
    /// How long a key, a result and its receipts are kept, in seconds: seven days.
    public static let memory = 7 * 86_400

    public init(_ store: Store) {
        self.store = store
    }

    /// One of the client's loads.
    ///
    /// - Throws: ``NotFound`` for another client's, as for one that does not exist.
    public func find(_ id: ID<VacancyLoad>, of publisher: Publisher) async throws -> VacancyLoad {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.load(id, of: publisher)
        }
    }

    /// What became of the rows of a load that is done, in their order.
    ///
    /// - Parameters:
    ///   - outcome: only the rows with this outcome.
    ///   - row: only the rows after this one: a place that later pages begin at.
    /// - Throws: ``NotFound``, also for a load that is not done.
    public func result(
        _ id: ID<VacancyLoad>,
        of publisher: Publisher,
        outcome: LoadOutcome? = nil,
        after row: Int = 0,
        atMost limit: Int = 100
    ) async throws -> VacancyLoadResult {
        try await store.read { (transaction: borrowing Transaction) in
            let load = try transaction.load(id, of: publisher)
            guard load.state == .done else { throw NotFound() }
            let condition: SQL =
                switch outcome {
                case .rejected: " AND r.outcome = 'rejected'"
                case .created, .updated, .unchanged, .ended: " AND r.outcome = \(outcome?.rawValue)"
                case nil: ""
                }
            let receipts: [KeptReceipt] = try transaction.all(
                """
                SELECT r.number, r.external_reference, r.outcome, r.code, r.findings FROM vacancy_load_receipt r
                WHERE r.load_id = \(id) AND r.number > \(row)\(condition)
                ORDER BY r.number LIMIT \(limit + 1)
                """
            )
            let items = try receipts.prefix(limit).map { try $0.receipt }
            return VacancyLoadResult(
                load: load,
                counts: try transaction.counts(of: id),
                items: items,
                next: receipts.count > limit ? items.last?.row : nil
            )
        }
    }
}

/// A stretch of the receipts of a load, with the counts of all of them.
public struct VacancyLoadResult: Hashable, Sendable {
    public let load: VacancyLoad
    public let counts: [LoadOutcome: Int]
    public let items: [LoadReceipt]
    /// The row after which there are more; nil at the end.
    public let next: Int?
}

// MARK: - Rows

/// A receipt as it is stored.
private struct KeptReceipt: FromRow {
    let row: Int
    let key: String
    let outcome: LoadOutcome
    let code: String?
    let findings: String?

    init(from row: inout Row) throws {
        self.row = try row.next()
        key = try row.next()
        let outcome: String = try row.next()
        self.outcome = LoadOutcome(rawValue: outcome) ?? .rejected
        code = try row.next()
        findings = try row.next()
    }

    var receipt: LoadReceipt {
        get throws {
            let findings = try findings.map { try JSONDecoder().decode([Finding].self, from: Data($0.utf8)) } ?? []
            return LoadReceipt(row: row, key: key, outcome: outcome, code: code, findings: findings)
        }
    }
}

extension [Finding] {
    /// The findings as the store keeps them; nil for none.
    var stored: String? {
        get throws {
            isEmpty ? nil : String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        }
    }
}

extension Transaction {
    fileprivate func load(_ id: ID<VacancyLoad>, of publisher: Publisher) throws -> VacancyLoad {
        let found: VacancyLoad? = try first(
            """
            SELECT \(VacancyLoad.columns) FROM vacancy_load l
            WHERE l.id = \(id) AND l.agency_id = \(publisher.agency) AND l.client_id = \(publisher.client)
                AND l.state <> 'receiving'
            """
        )
        guard let found else { throw NotFound() }
        return found
    }

    func counts(of id: ID<VacancyLoad>) throws -> [LoadOutcome: Int] {
        struct Count: FromRow {
            let outcome: String
            let count: Int

            init(from row: inout Row) throws {
                outcome = try row.next()
                count = try row.next()
            }
        }
        let counts: [Count] = try all(
            "SELECT outcome, count(*) FROM vacancy_load_receipt WHERE load_id = \(id) GROUP BY outcome"
        )
        return counts.reduce(into: [:]) { result, count in
            if let outcome = LoadOutcome(rawValue: count.outcome) { result[outcome] = count.count }
        }
    }
}

extension Publisher {
    /// The software that publishes; 0, which no client has, where a person or the system does.
    var client: Int64 {
        if case .client(let id, _) = actor { return id.rawValue }
        return 0
    }
}
