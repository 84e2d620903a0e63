public import Domain
public import Persistence

/// A small register with people in it, on a day that stands still.
///
/// | agency | section | branches | people |
/// | --- | --- | --- | --- |
/// | `ALFA` | 1 | `ALFA-MI1`, `ALFA-MI2`, `ALFA-TO1` | anna (master, all), bruno (super, Milan), carla (branch, Turin) |
/// | `BETA` | 4 | `BETA-MI1`, `BETA-RM1` | dario (super, all), elena (branch, Milan) |
/// | `GAMMA` | 3 | `GAMMA-TO1`, `GAMMA-RM1` | carla (branch, Turin) |
/// | `DELTA` | 5 | `DELTA-NA1` | filippo (super, all) |
/// | `ZETA` | 1, until the end of 2024 | `ZETA-MI1` | gina (super, all) |
public struct World: Sendable {
    public let store: Store
    public let time: TestTime
    public private(set) var agencies: [String: Agency] = [:]
    public private(set) var branches: [String: Branch] = [:]
    public private(set) var operators: [String: Operator] = [:]
    public private(set) var jobCentre: JobCentre

    public var database: Database { store.database }
    public var today: Day { store.today }

    /// Across her branches of ALFA.
    public var anna: OperatorIdentity { identity("ALFA/anna") }
    /// Across his branches of ALFA: the two of Milan.
    public var bruno: OperatorIdentity { identity("ALFA/bruno") }
    /// In the branch of ALFA in Turin.
    public var carla: OperatorIdentity { identity("ALFA/carla", in: "ALFA-TO1") }
    /// Across his branches of BETA.
    public var dario: OperatorIdentity { identity("BETA/dario") }
    /// In the branch of BETA in Milan.
    public var elena: OperatorIdentity { identity("BETA/elena", in: "BETA-MI1") }

    /// Somebody at work: `identity("ALFA/bruno", in: "ALFA-MI1")`; across branches when none is named.
    public func identity(_ key: String, in branch: String? = nil) -> OperatorIdentity {
        guard let person = operators[key] else { preconditionFailure("nobody is called \(key)") }
        return OperatorIdentity(
            id: person.id,
            agency: person.agency,
            role: person.role,
            givenName: person.givenName,
            familyName: person.familyName,
            scope: branch.map { .branch(self.branch($0).id) } ?? .crossBranch
        )
    }

    public func agency(_ code: String) -> Agency {
        guard let agency = agencies[code] else { preconditionFailure("no agency has the code \(code)") }
        return agency
    }

    public func branch(_ code: String) -> Branch {
        guard let branch = branches[code] else { preconditionFailure("no branch has the code \(code)") }
        return branch
    }

    /// The codes of the branches that are open to somebody now, in their order.
    public func openBranches(to person: OperatorIdentity, with right: AgencyRight? = nil) async throws -> [String] {
        let day = today
        let ids = try await store.read { (transaction: borrowing Transaction) in
            try transaction.openBranches(to: person, on: day, with: right)
        }
        return ids.compactMap { id in branches.values.first { $0.id == id }?.code }.sorted()
    }

    /// The actions of the audit trail, oldest first, without those of making this world.
    public func auditTrail() async throws -> [String] {
        try await store.latestTraces(atMost: 10_000).map(\.action.rawValue).reversed()
            .filter { !$0.hasSuffix("_loaded") }
    }

    /// Loads the register into a database that has its tables and nothing else.
    public init(on database: Database, today: Day) async throws {
        let time = TestTime(today)
        let store = Store(database: database, clock: time.clock)
        try await WorldRegister.load(into: store)
        try await self.init(reading: store, time)
    }

    init(reading store: Store, _ time: TestTime) async throws {
        self.time = time
        self.store = store
        let registry = Registry(store)
        jobCentre = try await registry.jobCentre(code: "CPI-MI")
        for agency in try await registry.agencies() {
            agencies[agency.code] = agency
            for branch in try await registry.branches(of: agency.id) { branches[branch.code] = branch }
            for person in try await Operators(store).list(of: agency.id) {
                operators["\(agency.code)/\(person.givenName.lowercased())"] = person
            }
        }
    }
}

/// Runs `body` in a world of its own.
public func withWorld<T>(
    on engine: Engine,
    today: Day = "2026-03-10",
    _ body: (World) async throws -> T
) async throws -> T {
    try await withDatabase(on: engine, migrations: Schema.migrations) { database in
        try await body(World(on: database, today: today))
    }
}
