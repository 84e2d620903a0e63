import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Exports in the background")
struct PreparedExportsTests {
    private func request(_ world: World, by person: OperatorIdentity? = nil) async throws -> ID<PreparedExport> {
        let list = VacancyList(sort: .endingFirst, columns: [.title, .code])
        return try await Exports(world.store).request(list, as: .csv, in: .en, by: person ?? world.anna)
    }

    @Test("One is asked for, prepared and taken, and each step is in the audit trail", arguments: Engine.available)
    func whole(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let id = try await request(world)
            let asked = try await exports.find(id, of: world.anna)
            #expect(
                asked.state == .waiting && asked.list == .vacancies && asked.format == .csv && asked.language == .en
            )
            #expect(asked.query.text == "sort=end&columns=title%2Ccode")

            let claimed = try #require(try await exports.claim())
            #expect(claimed.export.id == id && claimed.person.id == world.anna.id)
            #expect(claimed.person.scope == world.anna.scope)
            #expect(try await exports.claim() == nil)
            try await exports.begin(claimed, total: 3, branches: [world.branch("ALFA-MI1").id])
            try await exports.append([1, 2], number: 0, rows: 2, to: claimed)
            let underWay = try await exports.find(id, of: world.anna)
            #expect(underWay.state == .running && underWay.rows == 2 && underWay.total == 3 && underWay.size == 2)
            await #expect(throws: CannotExport.notReady) { try await exports.open(id, of: world.anna) }
            try await exports.append([3], number: 1, rows: 3, to: claimed)
            try await exports.complete(claimed, rows: 3)

            var bytes: [UInt8] = []
            try await exports.open(id, of: world.anna).write { bytes += $0 }
            #expect(bytes == [1, 2, 3])
            let actions = try await world.auditTrail().filter { $0.hasPrefix("export.") }
            #expect(actions.sorted() == ["export.requested", "export.taken"])
        }
    }

    @Test("A file goes after a day, whether a job has run or not", arguments: Engine.available)
    func expiry(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let id = try await request(world)
            let claimed = try #require(try await exports.claim())
            try await exports.append([1], number: 0, rows: 1, to: claimed)
            try await exports.complete(claimed, rows: 1)
            #expect(try await exports.removeExpired() == 0)
            world.time.advance(seconds: Exports.patience)
            await #expect(throws: CannotExport.notReady) { try await exports.open(id, of: world.anna) }
            #expect(try await exports.removeExpired() == 1)
            #expect(try await exports.find(id, of: world.anna).state == .expired)
            let pieces = try await world.store.read { (transaction: borrowing Transaction) in
                try transaction.first("SELECT count(*) FROM prepared_export_piece", as: Int.self)
            }
            #expect(pieces == 0)
        }
    }

    @Test(
        "What was asked for is forgotten after a month, and a withdrawn right leaves no piece",
        arguments: Engine.available
    )
    func forgotten(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let id = try await request(world, by: world.bruno)
            let claimed = try #require(try await exports.claim())
            try await exports.append([1, 2], number: 0, rows: 1, to: claimed)
            try await exports.setRight(of: world.bruno.id, to: false, by: world.anna)
            #expect(try await world.count("prepared_export_piece") == 0)
            #expect(try await exports.find(id, of: world.bruno).state == .cancelled)
            world.time.advance(days: 30)
            #expect(try await exports.removeExpired() == 0)
            world.time.advance(days: 2)
            #expect(try await exports.removeExpired() == 1)
            await #expect(throws: NotFound()) { try await exports.find(id, of: world.bruno) }
        }
    }

    @Test("A worker that has lost an export writes nothing more of it", arguments: Engine.available)
    func takeover(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let id = try await request(world)
            let first = try #require(try await exports.claim())
            try await exports.append([9, 9, 9], number: 0, rows: 2, to: first)
            world.time.advance(seconds: Exports.silence + 1)
            let second = try #require(try await exports.claim())
            #expect(second.export.id == id && second.export.rows == 0 && second.export.size == 0)
            await #expect(throws: CancellationError.self) {
                try await exports.append([9], number: 1, rows: 3, to: first)
            }
            await #expect(throws: CancellationError.self) { try await exports.complete(first, rows: 3) }
            try await exports.append([1], number: 0, rows: 1, to: second)
            try await exports.complete(second, rows: 1)
            var bytes: [UInt8] = []
            try await exports.open(id, of: world.anna).write { bytes += $0 }
            #expect(bytes == [1])
        }
    }

    @Test("What no worker brings to its end has failed after three", arguments: Engine.available)
    func worn(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let id = try await request(world)
            for _ in 0..<Exports.mostAttempts {
                #expect(try await exports.claim()?.export.id == id)
                world.time.advance(seconds: Exports.silence + 1)
            }
            #expect(try await exports.claim() == nil)
            #expect(try await exports.find(id, of: world.anna).state == .failed)
        }
    }

    @Test("One that was given up is not written on, and a fourth is not taken", arguments: Engine.available)
    func cancelled(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let ids = [try await request(world), try await request(world), try await request(world)]
            await #expect(throws: CannotExport.tooMany(limit: 3)) { try await request(world) }
            // Somebody else's do not count.
            _ = try await request(world, by: world.dario)
            let claimed = try #require(try await exports.claim())
            #expect(claimed.export.id == ids[0])
            try await exports.cancel(ids[0], by: world.anna)
            await #expect(throws: CancellationError.self) {
                try await exports.append([1], number: 0, rows: 1, to: claimed)
            }
            await #expect(throws: CannotExport.notReady) { try await exports.cancel(ids[0], by: world.anna) }
            _ = try await request(world)
        }
    }

    @Test("Whoever has lost a branch of the file does not get it", arguments: Engine.available)
    func lostBranch(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let id = try await request(world, by: world.bruno)
            let claimed = try #require(try await exports.claim())
            let foreign = world.branch("ALFA-TO1").id
            try await exports.begin(claimed, total: 1, branches: [world.branch("ALFA-MI1").id, foreign])
            try await exports.append([1], number: 0, rows: 1, to: claimed)
            try await exports.complete(claimed, rows: 1)
            await #expect(throws: CannotExport.scopeChanged) { try await exports.open(id, of: world.bruno) }
        }
    }

    @Test("A master withdraws the right to export and gives it back, in her own agency", arguments: Engine.available)
    func right(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let exports = Exports(world.store)
            let (bruno, anna) = (world.bruno, world.anna)
            let waiting = try await request(world, by: bruno)
            await #expect(throws: NotFound()) { try await exports.setRight(of: anna.id, to: false, by: bruno) }
            await #expect(throws: NotFound()) { try await exports.setRight(of: anna.id, to: false, by: anna) }
            await #expect(throws: NotFound()) { try await exports.setRight(of: world.dario.id, to: false, by: anna) }
            try await exports.setRight(of: bruno.id, to: false, by: anna)
            #expect(try await !exports.mayExport(bruno))
            #expect(try await exports.rights(as: anna).first { $0.person.id == bruno.id }?.mayExport == false)
            #expect(try await exports.find(waiting, of: bruno).state == .cancelled)
            await #expect(throws: CannotExport.notAllowed) { try await request(world, by: bruno) }
            await #expect(throws: CannotExport.notAllowed) {
                try await world.citizens.export(CitizenList(), as: bruno, reference: .shared)
            }
            await #expect(throws: CannotExport.notAllowed) {
                try await world.vacancies.export(VacancyList(), as: bruno)
            }
            // The list itself is still there.
            _ = try await world.citizens.list(CitizenList(), as: bruno, reference: .shared)
            try await exports.setRight(of: bruno.id, to: true, by: anna)
            _ = try await world.citizens.export(CitizenList(), as: bruno, reference: .shared)
            let actions = try await world.auditTrail().filter { $0.hasPrefix("export_right.") }
            #expect(actions.sorted() == ["export_right.given_back", "export_right.withdrawn"])
        }
    }

    @Test("The table of states leads nowhere else")
    func table() {
        let reached = Set(PreparedExport.transitions.map(\.to))
        #expect(reached == Set(PreparedExport.State.allCases).subtracting([.waiting]))
        for state in [PreparedExport.State.failed, .cancelled, .expired] {
            #expect(!PreparedExport.transitions.contains { $0.from == state }, "\(state)")
        }
    }
}
