import TestSupport
import Testing

@testable import Persistence

@Suite("What SQLite keeps when the power goes")
struct SQLiteSyncTests {
    @Test("Each commit is synced: in a write-ahead log that takes FULL")
    func full() async throws {
        try await withDatabase(on: .sqlite) { database in
            let level = try await database.write { (transaction: borrowing Transaction) in
                try transaction.first("PRAGMA synchronous", as: Int.self)
            }
            #expect(level == 2)
        }
    }
}
