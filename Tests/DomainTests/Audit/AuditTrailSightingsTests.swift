import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Who looked at a citizen's data")
struct AuditTrailSightingsTests {
    @Test("The citizen sees agency, branch, when and why, newest first, for two years", arguments: Engine.available)
    func sightings(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2024-02-01") { world in
            let audit = world.store.audit
            func look(_ person: OperatorIdentity, at citizen: Int64, _ result: AuditResult = .succeeded) async throws {
                let entry = AuditEntry(
                    .operator(person),
                    "citizen.read",
                    about: ID(citizen),
                    because: "search",
                    result: result
                )
                try await audit.record(read: entry)
                world.time.advance(seconds: 60)
            }
            try await look(world.anna, at: 1)
            world.time.advance(days: 365)
            try await look(world.elena, at: 1)
            try await look(world.anna, at: 2)
            try await look(world.anna, at: 1, .refused)
            try await look(world.identity("ALFA/bruno", in: "ALFA-MI1"), at: 1)
            let citizen = CitizenIdentity(id: ID(1), givenName: "", familyName: "")
            try await audit.record(read: AuditEntry(.citizen(citizen), "citizen.read", about: ID(1)))

            let page = try await audit.sightings(of: ID(1))
            #expect(
                page.items.map(\.agencyName) == ["Alfa Lavoro S.p.A.", "Beta Ricerca S.r.l.", "Alfa Lavoro S.p.A."]
            )
            #expect(page.items.map(\.branchName) == ["Milano Centro", "Milano", nil])
            #expect(page.items.allSatisfy { $0.reason == "search" })
            #expect(page.next == nil)

            let counts = try await audit.agenciesThatSaw(ID(1))
            #expect(counts.map(\.times) == [2, 1])
            #expect(counts.first?.agency == world.agency("ALFA").id)

            world.time.advance(days: 367)
            #expect(try await audit.sightings(of: ID(1)).items.count == 2, "the first look is two years ago")
        }
    }

    @Test("Pages of any size together hold each look once", arguments: Engine.available, [1, 3, 10])
    func pages(on engine: Engine, _ size: Int) async throws {
        try await withWorld(on: engine) { world in
            for _ in 0..<10 {
                try await world.store.audit.record(
                    read: AuditEntry(.operator(world.anna), "citizen.read", about: ID(1))
                )
                world.time.advance(seconds: 1)
            }
            var seen: [Instant] = []
            var cursor: Cursor?
            repeat {
                let page = try await world.store.audit.sightings(of: ID(1), after: cursor, atMost: size)
                seen += page.items.map(\.at)
                cursor = page.next
            } while cursor != nil
            #expect(seen.count == 10)
            #expect(seen == seen.sorted(by: >))
            #expect(Set(seen).count == 10)
        }
    }
}
