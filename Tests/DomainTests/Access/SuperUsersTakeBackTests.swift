import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Lent branches taken back")
struct SuperUsersTakeBackTests {
    private func ids(_ world: World, _ codes: String...) -> Set<ID<Branch>> { Set(codes.map { world.branch($0).id }) }

    private func notices(of world: World) async throws -> [MailNotice.Content] {
        try await world.store.outbox.claim(.mail, atMost: 100, owner: "test")
            .map { try MailNotice(outbox: $0.body).content }
    }

    @Test(
        "One branch goes at once, the others stay; with the last one the appointment ends",
        arguments: Engine.available
    )
    func single(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let made = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1", "ALFA-TO1"), as: world.anna)
            let now = try await world.reread()
            let sara = now.identity("ALFA/sara")
            _ = try await notices(of: world)
            #expect(try await supers.takeBack(ids(world, "ALFA-TO1"), from: sara.id, as: world.anna))
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI1"])
            #expect(try await supers.appointment(made.id, as: world.anna).appointment.state == .inForce)
            #expect(
                try await notices(of: world) == [
                    .superUserReduced(agency: "Alfa Lavoro S.p.A.", branches: [world.branch("ALFA-TO1").name])
                ]
            )
            try await supers.takeBack(ids(world, "ALFA-MI1"), from: sara.id, as: world.anna)
            #expect(try await now.openBranches(to: sara) == [])
            let ended = try await supers.appointment(made.id, as: world.anna)
            #expect(ended.appointment.state == .ended && ended.steps.isEmpty)
            #expect(ended.branches.map(\.code).sorted() == ["ALFA-MI1", "ALFA-TO1"])
            let detail = try await supers.detail(sara.id, as: world.anna)
            #expect(!detail.person.isAppointed && detail.returnable.isEmpty)
            #expect(detail.history.map(\.action).filter { $0 == .superUserReduced }.count == 2)
            // And nothing is barred by what was.
            try await supers.extend(sara.id, over: ids(world, "ALFA-MI2"), as: world.anna)
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI2"])
        }
    }

    @Test(
        "A colleague takes back what is within his scope, the lender what she lent, nobody what the register grants",
        arguments: Engine.available
    )
    func whose(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1", "ALFA-TO1"), as: world.anna)
            let now = try await world.withMarco("ALFA-TO1")
            let (sara, marco) = (now.identity("ALFA/sara"), now.identity("ALFA/marco"))
            for branches in [ids(world, "ALFA-MI1"), ids(world, "ALFA-MI1", "ALFA-TO1"), ids(world, "BETA-MI1")] {
                await #expect(throws: CannotTakeBack.notYours) {
                    try await supers.takeBack(branches, from: sara.id, as: marco)
                }
            }
            #expect(try await supers.detail(sara.id, as: marco).returnable.map(\.code) == ["ALFA-TO1"])
            // With it goes what they shared, and Sara from his page.
            #expect(try await !supers.takeBack(ids(world, "ALFA-TO1"), from: sara.id, as: marco))
            await #expect(throws: NotFound.self) {
                try await supers.takeBack(ids(world, "ALFA-MI1"), from: sara.id, as: marco)
            }
            await #expect(throws: CannotTakeBack.notYours) {
                try await supers.takeBack(ids(world, "ALFA-MI1"), from: world.bruno.id, as: world.anna)
            }
            await #expect(throws: Invalid.self) { try await supers.takeBack([], from: sara.id, as: world.anna) }
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI1"])
        }
    }

    @Test(
        "Against the register's word an appointment keeps its person a super user only while it is worth something",
        arguments: Engine.available
    )
    func register(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            let person = try #require(try await world.reread().operators["ALFA/sara"])
            func role() async throws -> OperatorRole? {
                let entry = OperatorEntry(
                    agencyCode: "ALFA",
                    taxCode: person.taxCode,
                    givenName: person.givenName,
                    familyName: person.familyName,
                    role: .branch
                )
                _ = try await Operators(world.store).load([LoadRow(row: 2, key: entry.key, entry: entry)])
                return try await world.reread().operators["ALFA/sara"]?.role
            }
            func change(_ status: AccountStatus, grantsUntil day: Day?) async throws {
                try await world.store.write { (transaction: borrowing Transaction) in
                    try transaction.run("UPDATE operator SET status = \(status) WHERE id = \(world.anna.id)")
                    try transaction.run(
                        "UPDATE branch_grant SET valid_to = \(day) WHERE operator_id = \(world.anna.id)"
                    )
                }
            }
            #expect(try await role() == .super)
            try await change(.suspended, grantsUntil: nil)
            #expect(try await role() == .branch)
            try await change(.active, grantsUntil: world.today.adding(days: -1))
            #expect(try await role() == .branch)
            // What she lends is worth something again, and so is the appointment.
            try await change(.active, grantsUntil: nil)
            #expect(try await role() == .super)
            try await supers.takeBack(ids(world, "ALFA-MI1"), from: person.id, as: world.anna)
            #expect(try await role() == .branch)
        }
    }

    @Test(
        "Who asked is told that it was declined or has expired, and reads by whom and why",
        arguments: Engine.available
    )
    func decided(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-MI1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            let agency = "Alfa Lavoro S.p.A."
            let declined = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            _ = try await notices(of: world)
            try await supers.decline(declined.id, because: "Non lavora più qui", as: marco)
            #expect(
                try await notices(of: world) == [
                    .superUserRequestDeclined(agency: agency, decider: "Marco Ferri", appointment: declined.id)
                ]
            )
            let decision = try #require(try await supers.appointment(declined.id, as: world.anna).decision)
            #expect(decision.name == "Marco Ferri" && decision.reason == "Non lavora più qui")
            #expect(decision.at == world.time.now)
            let late = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            _ = try await notices(of: world)
            #expect(try await supers.appointment(late.id, as: marco).decision == nil)
            world.time.advance(days: SuperAppointment.daysToDecide + 1)
            #expect(try await supers.expire() == 1)
            // What nobody has sent by now is there again besides.
            let told = try await notices(of: world)
            #expect(told.contains(.superUserRequestExpired(agency: agency, appointment: late.id)))
        }
    }
}
