import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("The hats of a person")
struct PeopleTests {
    @Test("Somebody who works for two agencies has two hats, by the agencies' names", arguments: Engine.available)
    func twoAgencies(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let carla = try #require(world.operators["ALFA/carla"]).taxCode
            let roles = try await People(world.store).roles(of: carla)
            let agencies = roles.map { if case .operator(let account) = $0 { account.agencyCode } else { "?" } }
            #expect(agencies == ["ALFA", "GAMMA"])
        }
    }

    @Test("An agency without authorisation and a suspended account give no hat", arguments: Engine.available)
    func none(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let people = People(world.store)
            let gina = try #require(world.operators["ZETA/gina"])
            #expect(try await people.roles(of: gina.taxCode) == [])
            let bruno = try #require(world.operators["ALFA/bruno"])
            #expect(try await people.roles(of: bruno.taxCode).count == 1)
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(bruno.id)")
            }
            #expect(try await people.roles(of: bruno.taxCode) == [])
        }
    }

    @Test("Officials of a job centre and of the authority are told apart, once each", arguments: Engine.available)
    func officials(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let code = try TaxCode(person: "RSSMRA80A01H501U")
            let officials = Officials(world.store)
            for _ in 0..<2 {
                let actor = Actor.system("test")
                try await officials.appoint(
                    taxCode: code,
                    givenName: "Mario",
                    familyName: "Rossi",
                    jobCentre: world.jobCentre.id,
                    by: actor
                )
                try await officials.appoint(taxCode: code, givenName: "Mario", familyName: "Rossi", by: actor)
            }
            let roles = try await People(world.store).roles(of: code)
            #expect(roles.count == 2)
            guard case .jobCentre(let first) = roles.first, case .authority(let second) = roles.last else {
                Issue.record("\(roles)")
                return
            }
            #expect(first.jobCentre == world.jobCentre.id)
            #expect(second.jobCentre == nil)
            #expect(try await world.auditTrail() == Array(repeating: "official.appointed", count: 4))
        }
    }

    @Test(
        "Scopes to choose from: all together first for who may and has several, then each branch by name",
        arguments: Engine.available
    )
    func scopes(on engine: Engine) async throws {
        try await withWorld(on: engine) { world async throws in
            func codes(_ key: String) async throws -> [String?] {
                let taxCode = try #require(world.operators[key]).taxCode
                let roles = try await People(world.store).roles(of: taxCode)
                guard case .operator(let account) = roles.first else { return [] }
                return try await People(world.store).scopes(of: account).map(\.code)
            }
            #expect(try await codes("ALFA/anna") == [nil, "ALFA-MI2", "ALFA-MI1", "ALFA-TO1"])
            #expect(try await codes("ALFA/carla") == ["ALFA-TO1"])
            #expect(try await codes("DELTA/filippo") == ["DELTA-NA1"])
        }
    }
}
