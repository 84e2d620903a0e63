import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Super users suspended and re-enabled")
struct SuperUsersSuspendTests {
    private func notices(of world: World) async throws -> [MailNotice] {
        try await world.store.outbox.claim(.mail, atMost: 100, owner: "test").map { try MailNotice(outbox: $0.body) }
    }

    @Test("A suspension ends the sessions of that hat at once, and no others", arguments: Engine.available)
    func cut(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let (sessions, token) = try await world.session(of: "ALFA/bruno")
            let (_, other) = try await world.session(of: "ALFA/anna")
            let (_, second) = try await world.session(of: "ALFA/bruno")
            try await supers.suspend(world.bruno.id, because: "Ferie", as: world.anna)
            #expect(try await sessions.find(token) == nil)
            #expect(try await sessions.find(second) == nil)
            #expect(try await sessions.find(other) != nil)
            #expect(try await world.openBranches(to: world.bruno) == [])
            #expect(try await People(world.store).roles(of: world.signIn("ALFA/bruno").taxCode).isEmpty)
            await #expect(throws: CannotChangeAccount.already(.suspended)) {
                try await supers.suspend(world.bruno.id, because: nil, as: world.anna)
            }
            try await supers.reenable(world.bruno.id, as: world.anna)
            #expect(try await world.openBranches(to: world.bruno) == ["ALFA-MI1", "ALFA-MI2"])
            // What was cut stays cut: the person signs in again.
            #expect(try await sessions.find(token) == nil)
        }
    }

    @Test("Masters, branch operators and people of other agencies are out of reach", arguments: Engine.available)
    func reach(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let world = try await world.withMarco("ALFA-MI1")
            let outside = [world.anna, world.identity("ALFA/marco"), world.carla, world.dario]
            for person in outside {
                await #expect(throws: NotFound.self) {
                    try await supers.suspend(person.id, because: nil, as: world.anna)
                }
                await #expect(throws: NotFound.self) { try await supers.reenable(person.id, as: world.anna) }
                await #expect(throws: NotFound.self) { try await supers.detail(person.id, as: world.anna) }
            }
            // In the scope of a branch for which Bruno does not work, Bruno is not there.
            let inTurin = world.identity("ALFA/anna", in: "ALFA-TO1")
            #expect(try await supers.list(as: inTurin).people.items.isEmpty)
            await #expect(throws: NotFound.self) {
                try await supers.suspend(world.bruno.id, because: nil, as: inTurin)
            }
            #expect(try await supers.list(as: world.identity("ALFA/anna", in: "ALFA-MI2")).people.items.count == 1)
        }
    }

    @Test("Nobody is re-enabled over branches beyond the master's own", arguments: Engine.available)
    func beyond(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let world = try await world.withMarco("ALFA-MI1")
            let marco = world.identity("ALFA/marco")
            try await supers.suspend(world.bruno.id, because: nil, as: marco)
            #expect(try await supers.detail(world.bruno.id, as: marco).beyond.map(\.code) == ["ALFA-MI2"])
            await #expect(throws: CannotChangeAccount.beyondOwnGrants(["Milano Bovisa"])) {
                try await supers.reenable(world.bruno.id, as: marco)
            }
            await #expect(throws: CannotChangeAccount.beyondOwnGrants(["Milano Bovisa"])) {
                try await supers.reenable(world.bruno.id, as: world.identity("ALFA/anna", in: "ALFA-MI1"))
            }
            try await supers.reenable(world.bruno.id, as: world.anna)
        }
    }

    @Test("An import neither takes away what was lent nor gives back who was suspended", arguments: Engine.available)
    func imports(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            try await supers.appoint(world.draft("Piera", "Sala", "ALFA-TO1"), as: world.anna)
            let now = try await world.reread()
            let (sara, piera) = (now.identity("ALFA/sara"), now.identity("ALFA/piera"))
            try await supers.suspend(piera.id, because: nil, as: world.anna)
            // All of the register's grants, where the two do not stand.
            let operators = Operators(world.store)
            let anna = try #require(now.operators["ALFA/anna"]).taxCode
            let grants = ["ALFA-MI1", "ALFA-TO1"].map { code in
                GrantEntry(agencyCode: "ALFA", operatorTaxCode: anna, branchCode: code, validFrom: "2020-01-01")
            }
            let full = LoadRequest(extent: .full(alsoHolding: []), agency: "ALFA")
            _ = try await operators.load(
                grants: grants.enumerated().map { LoadRow(row: $0 + 2, key: $1.key, entry: $1) },
                full
            )
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI1"])
            // The register comes to know both, as branch operators.
            let rows = ["sara", "piera"].compactMap { now.operators["ALFA/\($0)"] }.map { person in
                OperatorEntry(
                    agencyCode: "ALFA",
                    taxCode: person.taxCode,
                    givenName: person.givenName,
                    familyName: person.familyName,
                    email: person.email,
                    role: .branch
                )
            }
            let receipts = try await operators.load(
                rows.enumerated().map { LoadRow(row: $0 + 2, key: $1.key, entry: $1) },
                full
            )
            #expect(receipts.map(\.outcome) == [.unchanged, .unchanged])
            let later = try await world.reread()
            #expect(later.operators["ALFA/sara"]?.role == .super)
            #expect(later.operators["ALFA/piera"]?.status == .suspended)
            #expect(try await later.openBranches(to: sara) == ["ALFA-MI1"])
            #expect(try await later.openBranches(to: piera) == [])
        }
    }

    @Test("Whoever is concerned is told by mail, in the change's own transaction", arguments: Engine.available)
    func mails(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-TO1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            let asked = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            let agency = "Alfa Lavoro S.p.A."
            #expect(
                try await notices(of: world) == [
                    MailNotice(
                        to: "marco@alfa.example",
                        givenName: "Marco",
                        .superUserToConfirm(
                            agency: agency,
                            requester: "Anna Bianchi",
                            appointment: asked.id,
                            until: "2026-03-17"
                        )
                    )
                ]
            )
            try await supers.confirm(asked.id, as: marco)
            let sara = try await world.reread().identity("ALFA/sara")
            try await supers.suspend(sara.id, because: "Ferie", as: world.anna)
            try await supers.reenable(sara.id, as: world.anna)
            let told = try await notices(of: world)
            #expect(
                told.map(\.content) == [
                    .superUserCreated(agency: agency, branches: ["Milano Centro"]), .superUserSuspended(agency: agency),
                    .superUserReenabled(agency: agency),
                ]
            )
            #expect(told.allSatisfy { $0.to == "sara@alfa.example" && $0.givenName == "Sara" })
            // A change that is refused tells nobody.
            await #expect(throws: CannotChangeAccount.self) { try await supers.reenable(sara.id, as: world.anna) }
            #expect(try await notices(of: world).isEmpty)
        }
    }

    @Test("The history of an account tells who did what, when and why", arguments: Engine.available)
    func history(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-MI1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            let asked = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            world.time.advance(seconds: 60)
            try await supers.confirm(asked.id, as: marco)
            let id = try await world.reread().identity("ALFA/sara").id
            world.time.advance(seconds: 60)
            try await supers.suspend(id, because: "Ferie", as: world.anna)
            world.time.advance(seconds: 60)
            _ = try await supers.detail(id, as: marco)
            let detail = try await supers.detail(id, as: marco)
            #expect(detail.history.map(\.action) == [.superUserSuspended, .superUserCreated, .superUserRequested])
            #expect(detail.history.map(\.actorName) == ["Anna Bianchi", "Marco Ferri", "Anna Bianchi"])
            #expect(detail.history.map(\.reason) == ["Ferie", nil, nil])
            let times = detail.history.map { world.time.now.seconds(since: $0.at) }
            #expect(times == [60, 120, 180])
            #expect(detail.person.isAppointed && detail.person.status == .suspended)
            #expect(detail.person.branches.map(\.code) == ["ALFA-MI1"])
        }
    }

    @Test("The list goes by name and by page, and tells the last sign-in", arguments: Engine.available)
    func list(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            // Given names that differ in the tax code, in an order that is not that of the family names.
            let people =
                [("Ada", "Lista G"), ("Ciro", "Lista F"), ("Dino", "Lista E"), ("Fabio", "Lista D")]
                + [("Gino", "Lista C"), ("Livio", "Lista B"), ("Mina", "Lista A")]
            for (givenName, familyName) in people {
                try await supers.appoint(world.draft(givenName, familyName, "ALFA-MI1"), as: world.anna)
            }
            _ = try await world.session(of: "ALFA/bruno")
            var (names, cursor, pages) = ([String](), Cursor?.none, 0)
            repeat {
                let page = try await supers.list(as: world.anna, after: cursor, limit: 3).people
                names += page.items.map(\.familyName)
                if let bruno = page.items.first(where: { $0.id == world.bruno.id }) {
                    #expect(bruno.lastSignedInAt == world.time.now && !bruno.isAppointed)
                    #expect(bruno.branches.map(\.code) == ["ALFA-MI2", "ALFA-MI1"])
                }
                cursor = page.next
                pages += 1
            } while cursor != nil
            #expect(names == ["D'Angelò"] + people.map(\.1).sorted())
            #expect(pages == 3)
        }
    }
}
