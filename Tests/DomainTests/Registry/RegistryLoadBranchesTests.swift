import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Loading branches")
struct RegistryLoadBranchesTests {
    private static let place: PlaceOfMunicipality = { code, _ in
        code == "F205" ? Branch.Place(province: "MI", region: "03", latitude: 45.5, longitude: 9.2) : nil
    }

    private func branch(
        _ code: String,
        of agency: String = "ALFA",
        name: String = "Milano",
        municipality: String = "F205",
        from: Day = "2020-01-01",
        to: Day? = nil
    ) -> BranchEntry {
        BranchEntry(
            agencyCode: agency,
            code: code,
            name: name,
            municipalityCode: municipality,
            validFrom: from,
            validTo: to
        )
    }

    private func rows<Entry>(_ entries: [Entry], _ key: (Entry) -> String) -> [LoadRow<Entry>] {
        entries.enumerated().map { LoadRow(row: $0.offset + 2, key: key($0.element), entry: $0.element) }
    }

    private func load(
        _ entries: [BranchEntry],
        _ request: LoadRequest = LoadRequest(),
        in world: World
    ) async throws -> [LoadReceipt] {
        try await Registry(world.store).load(branches: rows(entries) { $0.code }, request, place: Self.place)
    }

    @Test(
        "A new branch is created, the same again changes nothing, another name updates it",
        arguments: Engine.available
    )
    func idempotent(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            #expect(try await load([branch("ALFA-X")], in: world).map(\.outcome) == [.created])
            let first = try await Registry(world.store).branch(code: "ALFA-X")
            #expect(first.place == Branch.Place(province: "MI", region: "03", latitude: 45.5, longitude: 9.2))
            #expect(try await load([branch("ALFA-X")], in: world).map(\.outcome) == [.unchanged])
            #expect(try await load([branch("ALFA-X", name: "Milano Nord")], in: world).map(\.outcome) == [.updated])
            let second = try await Registry(world.store).branch(code: "ALFA-X")
            #expect(second.id == first.id)
            #expect(second.name == "Milano Nord")
        }
    }

    @Test("A branch that its agency has hidden from citizens stays hidden", arguments: Engine.available)
    func keepsSelectable(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let id = world.branch("ALFA-MI1").id
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE branch SET selectable = FALSE WHERE id = \(id)")
            }
            _ = try await load([branch("ALFA-MI1", name: "Milano Duomo")], in: world)
            let after = try await Registry(world.store).branch(id)
            #expect(after.name == "Milano Duomo")
            #expect(!after.isSelectable)
        }
    }

    @Test("Refused rows are explained, and the others go in", arguments: Engine.available)
    func refusals(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let receipts = try await load(
                [
                    branch("ALFA-X"), branch("NO-1", of: "NO"), branch("ALFA-Y", municipality: "Z999"),
                    branch("BETA-MI1"), branch("ALFA-W", from: "2020-01-02", to: "2020-01-01"), branch("ALFA-X"),
                ],
                in: world
            )
            #expect(receipts.map(\.row) == [2, 3, 4, 5, 6, 7])
            #expect(
                receipts.map { $0.findings.map(\.code) } == [
                    [], ["unknown_agency"], ["unknown_municipality"], ["branch_of_another_agency"],
                    ["ends_before_start"], ["duplicate_in_file"],
                ]
            )
            #expect(receipts.map(\.outcome) == [.created] + Array(repeating: .rejected, count: 5))
            #expect(try await Registry(world.store).branches(of: world.agency("ALFA").id).count == 4)
        }
    }

    @Test("A full file closes what it lacks, but not what it names in a refused row", arguments: Engine.available)
    func full(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let request = LoadRequest(extent: .full(alsoHolding: ["ALFA-MI2"]), agency: "ALFA")
            let receipts = try await load([branch("ALFA-MI1", name: "Milano Centro")], request, in: world)
            #expect(receipts.filter { $0.outcome == .ended }.map(\.key) == ["ALFA-TO1"])
            let closed = try await Registry(world.store).branch(code: "ALFA-TO1")
            #expect(closed.validTo == "2026-03-09")
            #expect(!closed.isOpen(on: world.today))
            #expect(try await Registry(world.store).branch(code: "ALFA-MI2").validTo == nil)
            #expect(try await Registry(world.store).branch(code: "BETA-MI1").validTo == nil, "another agency's")
            let again = try await load([branch("ALFA-MI1", name: "Milano Centro")], request, in: world)
            #expect(again.map(\.outcome) == [.unchanged])
        }
    }

    @Test("A file for one agency refuses rows of another", arguments: Engine.available)
    func oneAgency(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let receipts = try await load([branch("BETA-X", of: "BETA")], LoadRequest(agency: "ALFA"), in: world)
            #expect(receipts.map { $0.findings.map(\.code) } == [["other_agency"]])
        }
    }

    @Test("A dry run answers as if, and writes nothing", arguments: Engine.available)
    func dryRun(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let request = LoadRequest(extent: .full(alsoHolding: []), isDryRun: true)
            let receipts = try await load([branch("ALFA-X")], request, in: world)
            #expect(receipts.filter { $0.outcome == .created }.count == 1)
            #expect(receipts.filter { $0.outcome == .ended }.count == 9)
            await #expect(throws: NotFound()) { try await Registry(world.store).branch(code: "ALFA-X") }
            #expect(try await Registry(world.store).branch(code: "ALFA-MI1").validTo == nil)
        }
    }

    @Test("Each loaded file leaves one trace with its counts", arguments: Engine.available)
    func trace(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            _ = try await load([branch("ALFA-X"), branch("NO-1", of: "NO")], in: world)
            let record = try #require(try await world.store.latestTraces(atMost: 1).first)
            #expect(record.action == "registry.branches_loaded")
            #expect(record.actorKind == "system")
            #expect(record.rows == 2)
            let details = #"{"created":1,"ended":0,"full":false,"rejected":1,"unchanged":0,"updated":0}"#
            #expect(record.details == details)
        }
    }
}
