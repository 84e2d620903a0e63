internal import Domain
internal import Persistence
internal import Synchronization

extension Services {
    /// What stands in the way of making the demo world here.
    public enum DemoGround: Hashable, Sendable {
        case empty
        /// A demo world that was begun and not finished.
        case unfinishedDemo
        case holdsData
    }

    public func demoGround() async throws -> DemoGround {
        switch try await Installation(store).demoWorld() {
        case .unfinished: .unfinishedDemo
        case .complete: .holdsData
        case nil: try await Registry(store).agencies().isEmpty ? .empty : .holdsData
        }
    }

    /// Makes the demo world by the same entrances that files, pages and software use, each act at its own time.
    ///
    /// It notes its beginning and its end in the store: whoever stops it in between leaves a world that
    /// ``demoGround()`` tells from a whole one.
    ///
    /// - Parameter tell: Told how far it has come.
    public func makeDemoWorld(_ tell: @Sendable (String) -> Void) async throws {
        try await makeDemoWorld(of: .demo, tell)
    }

    func makeDemoWorld(of size: DemoSize, _ tell: @Sendable (String) -> Void) async throws {
        let reference = try await references.snapshot()
        let places = reference.municipalities(on: store.today).compactMap(DemoPlace.init)
        let world = try DemoWorld(places: places, today: store.today, size: size)
        try await Installation(store).note(demoWorld: .unfinished)
        try await database.grouped { database in
            try await DemoLoad(world, on: self, database, reference).carryOut(tell)
        }
        try await database.renewStatistics()
        try await Installation(store).note(demoWorld: .complete)
    }
}

/// The demo world on its way into the store.
struct DemoLoad: Sendable {
    let world: DemoWorld
    let services: Services
    let database: Database
    let reference: ReferenceSnapshot
    /// The time at which the acts of this load happen.
    let time: MovableTime
    let store: Store

    init(_ world: DemoWorld, on services: Services, _ database: Database, _ reference: ReferenceSnapshot) {
        self.init(world, services, database, reference, ids: nil)
    }

    private init(
        _ world: DemoWorld,
        _ services: Services,
        _ database: Database,
        _ reference: ReferenceSnapshot,
        ids: IDGenerator?,
        isNow: Bool = false
    ) {
        self.world = world
        self.services = services
        self.database = database
        self.reference = reference
        let time = MovableTime(services.store.now)
        self.time = time
        store = isNow ? services.store : Store(database: database, clock: Clock { time.now }, ids: ids)
    }

    /// The same load with a time of its own, for acts beside others: ids come from one place all the same.
    var onItsOwn: DemoLoad { DemoLoad(world, services, database, reference, ids: store.ids) }

    /// The same load at the time that it really is: what is made in two runs never gets the same ids.
    var rightNow: DemoLoad { DemoLoad(world, services, database, reference, ids: nil, isNow: true) }

    /// All of it, in the order in which each part needs the others.
    func carryOut(_ tell: @Sendable (String) -> Void) async throws {
        try await registry()
        tell("\(world.agencies.count) agencies, \(world.branches.count) branches, \(world.operators.count) operators")
        let citizens = Array(world.citizens)
        let people = try await self.people(citizens)
        tell("\(citizens.count) citizens with their CVs and pacts")
        let codes = try await vacancies()
        tell("\(codes.count) vacancies")
        let interests = try await self.interests(world.interests, of: people, in: codes)
        tell("\(interests) expressions of interest")
        try await settle()
    }

    /// A clock that the load sets: what happened weeks ago is dated then, and nothing later than the load itself.
    ///
    /// Ids grow with time: made in the future, they would stand before all that people do until that hour has come.
    final class MovableTime: Sendable {
        private let instant: Mutex<Instant>
        private let latest: Instant

        init(_ instant: Instant) {
            self.instant = Mutex(instant)
            latest = instant
        }

        var now: Instant { instant.withLock { $0 } }

        func move(to instant: Instant) {
            self.instant.withLock { $0 = min(instant, latest) }
        }

        /// Ten in the morning of a day, or now when that is still to come.
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
