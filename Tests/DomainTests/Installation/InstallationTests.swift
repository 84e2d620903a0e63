import Domain
import Persistence
import TestSupport
import Testing

@Suite("What is known of the installation")
struct InstallationTests {
    @Test("A demo world is unfinished from its first row to its last", arguments: Engine.available)
    func demoWorld(on engine: Engine) async throws {
        try await withDatabase(on: engine, migrations: Schema.migrations) { database in
            let installation = Installation(Store(database: database, clock: TestTime("2026-12-01").clock))
            #expect(try await installation.demoWorld() == nil)
            try await installation.note(demoWorld: .unfinished)
            #expect(try await installation.demoWorld() == .unfinished)
            try await installation.note(demoWorld: .complete)
            #expect(try await installation.demoWorld() == .complete)
        }
    }
}
