import Foundation
public import Persistence

extension Engine {
    static let serverVariable = "INCONTRO_TEST_POSTGRES"

    /// The engines that the storage tests run on.
    ///
    /// PostgreSQL when `INCONTRO_TEST_POSTGRES` holds the address of a server (`scripts/postgres start DIR` prints
    /// one); where `CI=true`, always, so that its absence fails instead of passing unseen.
    public static let available: [Engine] = {
        let environment = ProcessInfo.processInfo.environment
        if environment[serverVariable] != nil || environment["CI"] == "true" { return [.sqlite, .postgresql] }
        print("PostgreSQL tests are skipped: \(serverVariable) is not set")
        return [.sqlite]
    }()

    /// PostgreSQL alone, where it is available, for what only a server can do.
    public static let availableServers: [Engine] = available.filter { $0 == .postgresql }
}

/// `CI=true` and no server: the tests on PostgreSQL cannot be skipped.
public struct PostgreSQLIsMissing: Error, CustomStringConvertible {
    public let description = "INCONTRO_TEST_POSTGRES is not set, and with CI=true PostgreSQL is not optional"
}
