internal import Domain
internal import Foundation
internal import Logging
internal import Persistence

/// Fills and measures through the domain's own code; `bench/run` calls it and writes down what it says.
///
///     Bench audit-fill DATABASE ENTRIES      records and seals so many entries, as fast as it goes
///     Bench audit-live DATABASE RATE SECONDS records at a steady rate while a sealer runs
///
/// The last line on standard output is JSON.
@main
struct Bench {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        let numbers = words.dropFirst(2).compactMap { Int($0) }
        guard words.count >= 3, numbers.count == words.count - 2 else { throw Misused() }
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let database = try await Database.open(DatabaseLocation(words[1]), logger: logger)
        let bench = AuditBench(store: Store(database: database, clock: .system))
        switch (words[0], numbers.count) {
        case ("audit-fill", 1):
            _ = try await database.migrate(Schema.migrations)
            print(try await bench.fill(numbers[0]))
        case ("audit-live", 2): print(try await bench.live(rate: numbers[0], seconds: numbers[1]))
        default: throw Misused()
        }
        await database.close()
    }

    struct Misused: Error, CustomStringConvertible {
        let description = "usage: Bench audit-fill DATABASE ENTRIES | audit-live DATABASE RATE SECONDS"
    }
}
