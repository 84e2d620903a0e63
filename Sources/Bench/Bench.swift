internal import Domain
internal import Foundation
internal import Logging
internal import Persistence

/// Fills and measures through the domain's own code; `bench/run` calls it and writes down what it says.
///
///     Bench audit-fill DATABASE ENTRIES           records and seals so many entries, as fast as it goes
///     Bench audit-live DATABASE RATE SECONDS      records at a steady rate while a sealer runs
///     Bench interests-live DATABASE RATE SECONDS  citizens express interest in vacancies at a steady rate
///     Bench sheet POOL WORKBOOK ROWS              writes a workbook of rows that are in memory
///     Bench bare PORT                             serves one small answer until it is stopped
///
/// The last line on standard output is JSON.
@main
struct Bench {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        let numbers = words.compactMap { Int($0) }
        switch (words.first, words.count, numbers.count) {
        case ("audit-fill", 3, 1):
            try await onStore(words[1], isNew: true) { try await AuditBench(store: $0).fill(numbers[0]) }
        case ("audit-live", 4, 2):
            try await onStore(words[1]) { try await AuditBench(store: $0).live(rate: numbers[0], seconds: numbers[1]) }
        case ("interests-live", 4, 2):
            try await onStore(words[1]) {
                try await InterestsBench(store: $0).live(rate: numbers[0], seconds: numbers[1])
            }
        case ("sheet", 4, 1): print(try SheetBench(file: words[1]).write(numbers[0], to: words[2]))
        case ("bare", 2, 1): try await BareServer(port: numbers[0]).run()
        default: throw Misused()
        }
    }

    private static func onStore(
        _ address: String,
        isNew: Bool = false,
        _ body: @Sendable (Store) async throws -> String
    ) async throws {
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let database = try await Database.open(DatabaseLocation(address), logger: logger)
        if isNew { _ = try await database.migrate(Schema.migrations) }
        print(try await body(Store(database: database, clock: .system)))
        await database.close()
    }

    struct Misused: Error, CustomStringConvertible {
        let description = """
            usage: Bench audit-fill DATABASE ENTRIES | audit-live DATABASE RATE SECONDS
                | interests-live DATABASE RATE SECONDS | sheet POOL WORKBOOK ROWS | bare PORT
            """
    }
}
