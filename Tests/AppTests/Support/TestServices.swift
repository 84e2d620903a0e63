import Domain
import Logging
import Persistence
import TestSupport

@testable import App

/// Runs `body` with the services over an empty database of its own.
func withServices<T>(
    on engine: Engine,
    migrations: [Migration] = Schema.migrations,
    today: Day = "2026-12-01",
    options: [Setting: String] = [:],
    logger: Logger = silence,
    _ body: (Services) async throws -> T
) async throws -> T {
    try await withDatabase(on: engine, migrations: migrations) { database in
        let store = Store(database: database, clock: TestTime(today).clock)
        let settings = try Settings(options: options, environment: [:])
        return try await body(Services(settings, over: store, logger: logger))
    }
}
