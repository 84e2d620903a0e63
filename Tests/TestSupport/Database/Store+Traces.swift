public import Domain
import Persistence

extension Store {
    /// The latest traces, newest first.
    ///
    /// - Parameter agency: Only those left on behalf of this agency.
    public func latestTraces(of agency: ID<Agency>? = nil, atMost limit: Int = 100) async throws -> [AuditRecord] {
        let condition: SQL = agency.map { "WHERE e.agency_id = \($0)" } ?? ""
        return try await read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT e.* FROM audit_entry e \(condition) ORDER BY e.id DESC LIMIT \(limit)")
        }
    }
}

extension AuditRecord {
    /// Whether it is what was written.
    public var isIntact: Bool { hash == expectedHash }
}
