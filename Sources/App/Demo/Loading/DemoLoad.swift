internal import Domain
internal import Persistence
internal import Synchronization

extension Services {
    /// Makes the demo world by the same entrances that files, pages and software use, each act at its own time.
    ///
    /// - Parameter tell: Told how far it has come.
    public func makeDemoWorld(_ tell: @Sendable (String) -> Void) async throws {
        let reference = try await references.snapshot()
        let places = reference.municipalities(on: store.today).compactMap(DemoPlace.init)
        let world = try DemoWorld(places: places, today: store.today)
        let load = try await DemoLoad(world, on: self, reference)
        try await load.registry()
        tell("\(world.agencies.count) agencies, \(world.branches.count) branches, \(world.operators.count) operators")
        let citizens = Array(world.citizens)
        try await load.people(citizens)
        tell("\(citizens.count) citizens with their CVs and pacts")
        let vacancies = Array(world.vacancies)
        let codes = try await load.vacancies(vacancies)
        tell("\(codes.count) vacancies")
        let interests = try await load.interests(world.interests, of: citizens, in: vacancies, codes)
        tell("\(interests) expressions of interest")
        try await load.settle(vacancies)
        try await database.renewStatistics()
    }
}

/// The demo world on its way into the store.
struct DemoLoad: Sendable {
    let world: DemoWorld
    let services: Services
    let reference: ReferenceSnapshot
    /// The time at which the acts of this load happen.
    let time: MovableTime
    let store: Store

    init(_ world: DemoWorld, on services: Services, _ reference: ReferenceSnapshot) async throws {
        self.world = world
        self.services = services
        self.reference = reference
        let time = MovableTime(services.store.now)
        self.time = time
        store = Store(database: services.database, clock: Clock { time.now })
    }

    /// A clock that the load sets: what happened weeks ago is dated then.
    final class MovableTime: Sendable {
        private let instant: Mutex<Instant>

        init(_ instant: Instant) {
            self.instant = Mutex(instant)
        }

        var now: Instant { instant.withLock { $0 } }

        func move(to instant: Instant) {
            self.instant.withLock { $0 = instant }
        }

        /// Ten in the morning of a day.
        func move(to day: Day) {
            move(to: day.start.adding(seconds: 10 * 3600))
        }
    }

    var place: PlaceOfMunicipality {
        let reference = reference
        return { code, day in reference.place(ofMunicipality: code, on: day) }
    }

    /// Stops at the first row that the rules refuse: a demo world that they do not accept is a fault of ours.
    func accept(_ receipts: [LoadReceipt]) throws {
        if let refused = receipts.first(where: { $0.outcome == .rejected }) {
            let findings = refused.findings.map { "\($0.field): \($0.message.en)" }.joined(separator: "; ")
            throw UnacceptableDemo(description: "\(refused.key): \(findings)")
        }
    }
}

/// A piece of the demo world that the domain refuses.
struct UnacceptableDemo: Error, CustomStringConvertible {
    let description: String
}

extension DemoPlace {
    init?(_ municipality: Municipality) {
        guard let position = municipality.position, let region = municipality.region else { return nil }
        self.init(
            code: municipality.code,
            name: municipality.name,
            province: municipality.province,
            region: region,
            latitude: position.latitude,
            longitude: position.longitude
        )
    }
}

extension Sequence {
    /// The entries as numbered rows of an input.
    func rows<Entry: Sendable>(_ key: (Entry) -> String) -> [LoadRow<Entry>] where Element == Entry {
        enumerated().map { LoadRow(row: $0.offset + 2, key: key($0.element), entry: $0.element) }
    }
}
