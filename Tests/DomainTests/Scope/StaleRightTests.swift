import Persistence
import TestSupport
import Testing

@testable import Domain

/// What takes a right away.
enum LostRight: CaseIterable, Sendable {
    case grantWithdrawn
    case branchClosed
    case accountSuspended
    case sectionLost
    case authorisationEnded

    /// Lets it happen to bruno in the first branch of ALFA in Milan.
    func happen(in world: World) async throws {
        let (today, alfa, branch) = (world.today, world.agency("ALFA"), world.branch("ALFA-MI1"))
        switch self {
        case .grantWithdrawn:
            let entry = GrantEntry(
                agencyCode: "ALFA",
                operatorTaxCode: try #require(world.operators["ALFA/bruno"]).taxCode,
                branchCode: branch.code,
                validFrom: "2020-01-01",
                validTo: today.adding(days: -1)
            )
            try await load { try await Operators(world.store).load(grants: [LoadRow(row: 2, key: $0, entry: entry)]) }
        case .branchClosed:
            let entry = BranchEntry(
                agencyCode: "ALFA",
                code: branch.code,
                name: branch.name,
                municipalityCode: branch.municipalityCode,
                validFrom: branch.validFrom,
                validTo: today.adding(days: -1)
            )
            try await load {
                try await Registry(world.store).load(
                    branches: [LoadRow(row: 2, key: $0, entry: entry)],
                    place: { _, _ in branch.place }
                )
            }
        case .accountSuspended:
            let person = world.bruno.id
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET status = 'suspended' WHERE id = \(person)")
            }
        case .sectionLost, .authorisationEnded:
            let entry = AgencyEntry(
                code: alfa.code,
                taxCode: alfa.taxCode,
                name: alfa.name,
                sections: self == .sectionLost ? [.relocation] : alfa.sections,
                authorisedFrom: alfa.authorisedFrom,
                authorisedTo: self == .sectionLost ? nil : today.adding(days: -1)
            )
            try await load { try await Registry(world.store).load(agencies: [LoadRow(row: 2, key: $0, entry: entry)]) }
        }
    }

    private func load(_ body: (String) async throws -> [LoadReceipt]) async throws {
        #expect(try await body("key").map(\.outcome) == [.updated])
    }
}

@Suite("The first request after a right is gone")
struct StaleRightTests {
    private struct Scene {
        let maria: CitizenIdentity
        let rosa: CitizenIdentity
        let interest: ID<ExpressionOfInterest>
        let vacancy: String
    }

    /// Maria's pact names the branch, Rosa has applied to a vacancy of it.
    private func scene(in world: World) async throws -> Scene {
        let maria = try await world.citizen(.sample("Rossi", "Maria"), choosing: ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"])
        let code = try #require(await world.load(.sample(until: "2026-04-30")).first?.code)
        let rosa = try await world.citizen("Rosa", "Verdi")
        let interest = try await world.interests.express(in: code, as: rosa)
        return Scene(maria: maria, rosa: rosa, interest: interest.id, vacancy: code)
    }

    /// How much of everything somebody sees.
    private func seen(_ scene: Scene, by person: OperatorIdentity, in world: World) async throws -> [String: Int] {
        func opens(_ body: () async throws -> Void) async throws -> Int {
            do { try await body() } catch is NotFound { return 0 }
            return 1
        }
        let (citizens, publisher) = (world.citizens, Publisher(person))
        let export = try await citizens.export(CitizenList(), as: person, reference: .shared)
        var rows = 0
        try await export.forEach { rows += $0.count }
        return [
            "list": try await world.names(for: person).count,
            "count": try await citizens.count(CitizenList(), as: person, reference: .shared),
            "export": rows,
            "by pact": try await opens { _ = try await citizens.detail(scene.maria.id, as: person) },
            "by interest": try await opens { _ = try await citizens.detail(scene.rosa.id, as: person) },
            "interests": try await world.interests.list(as: publisher).rows.count,
            "interest": try await opens { _ = try await world.interests.detail(scene.interest, as: publisher) },
            "vacancies": try await world.vacancies.list(VacancyList(), as: publisher).rows.count,
            "vacancy": try await opens { _ = try await world.vacancies.find(scene.vacancy, as: publisher) },
        ]
    }

    @Test(
        "It sees nothing; an agency without the section keeps its own vacancies and no person",
        arguments: Engine.available,
        LostRight.allCases
    )
    func nothing(on engine: Engine, _ lost: LostRight) async throws {
        try await withWorld(on: engine) { world in
            let scene = try await scene(in: world)
            for scope in ["ALFA-MI1", nil] {
                let seen = try await seen(scene, by: world.identity("ALFA/bruno", in: scope), in: world)
                #expect(seen.values.allSatisfy { $0 == 1 }, "\(seen)")
            }
            try await lost.happen(in: world)
            for scope in ["ALFA-MI1", nil] {
                let seen = try await seen(scene, by: world.identity("ALFA/bruno", in: scope), in: world)
                let left = seen.filter { $0.value > 0 }.keys.sorted()
                #expect(left == (lost == .sectionLost ? ["vacancies", "vacancy"] : []), "in \(scope ?? "all")")
            }
        }
    }

    @Test("The session loses its scope, or its hat, with it", arguments: Engine.available, LostRight.allCases)
    func session(on engine: Engine, _ lost: LostRight) async throws {
        try await withWorld(on: engine) { world in
            let (sessions, person) = (Sessions(world.store), try #require(world.operators["ALFA/bruno"]))
            let token = try await sessions.open(
                for: SignedInPerson(taxCode: person.taxCode, givenName: "Bruno", familyName: "D'Angelò", assurance: 2)
            )
            try await sessions.wear(#require(People(world.store).roles(of: person.taxCode).first), in: token)
            try await sessions.choose(.branch(world.branch("ALFA-MI1").id), in: token)
            try await lost.happen(in: world)

            let standing = try await sessions.find(token)?.standing
            switch (lost, standing) {
            case (.grantWithdrawn, .withoutScope), (.branchClosed, .withoutScope): break
            case (.accountSuspended, .withoutRole), (.authorisationEnded, .withoutRole): break
            case (.sectionLost, .operator): break
            default: Issue.record("after \(lost) the session is \(String(describing: standing))")
            }
        }
    }
}
