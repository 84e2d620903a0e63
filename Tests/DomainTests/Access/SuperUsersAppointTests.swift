import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Super users made by masters")
struct SuperUsersAppointTests {
    private func codes(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.field) \($0.code)" }.sorted()
    }

    private func refusal(_ body: () async throws -> Void) async throws -> [String] {
        do {
            try await body()
            return []
        } catch let invalid as Invalid {
            return codes(invalid.findings)
        }
    }

    /// The keys of all operators now.
    private func names(of world: World) async throws -> Set<String> {
        Set(try await world.reread().operators.keys)
    }

    private func refuses(_ codes: [String], _ body: () async throws -> Void) async throws {
        let found = try await refusal(body)
        #expect(found == codes)
    }

    @Test(
        "The only master of an agency creates a super user at once, over some of her branches",
        arguments: Engine.available
    )
    func alone(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let appointment = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            #expect(appointment.state == .inForce)
            let now = try await world.reread()
            let sara = now.identity("ALFA/sara")
            #expect(sara.role == .super)
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI1"])
            #expect(try await now.openBranches(to: sara, with: .readCurricula) == ["ALFA-MI1"])
            #expect(try await now.openBranches(to: now.identity("ALFA/sara", in: "ALFA-TO1")) == [])
            #expect(try await world.auditTrail() == ["super_user.requested", "super_user.created"])
        }
    }

    @Test(
        "With a second master the request waits for the other, and nobody confirms their own",
        arguments: Engine.available
    )
    func fourEyes(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-TO1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            let asked = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1", "ALFA-MI2"), as: world.anna)
            #expect(asked.state == .pending)
            #expect(try await names(of: world).contains("ALFA/sara") == false)
            await #expect(throws: CannotDecideAppointment.notYours) {
                try await supers.confirm(asked.id, as: world.anna)
            }
            await #expect(throws: CannotDecideAppointment.notYours) {
                try await supers.decline(asked.id, because: "no", as: world.anna)
            }
            await #expect(throws: CannotDecideAppointment.notYours) { try await supers.withdraw(asked.id, as: marco) }
            try await supers.confirm(asked.id, as: marco)
            let now = try await world.reread()
            // Marco confirms the person; the branches stay those that Anna lends.
            #expect(try await now.openBranches(to: now.identity("ALFA/sara")) == ["ALFA-MI1", "ALFA-MI2"])
            await #expect(throws: CannotDecideAppointment.alreadyDecided(.inForce)) {
                try await supers.confirm(asked.id, as: marco)
            }
        }
    }

    @Test("A request that is declined, withdrawn or too old makes nobody", arguments: Engine.available)
    func ends(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-MI1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            let draft = world.draft("Sara", "Conti", "ALFA-MI1")
            let declined = try await supers.appoint(draft, as: world.anna)
            try await refuses(["reason required"]) { try await supers.decline(declined.id, because: "", as: marco) }
            try await supers.decline(declined.id, because: "Non lavora più qui", as: marco)
            let withdrawn = try await supers.appoint(draft, as: world.anna)
            try await supers.withdraw(withdrawn.id, as: world.anna)
            let late = try await supers.appoint(draft, as: world.anna)
            try await refuses(["tax_code already_requested"]) { try await supers.appoint(draft, as: marco) }
            world.time.advance(days: SuperAppointment.daysToDecide)
            #expect(try await supers.appointment(late.id, as: marco).appointment.state == .pending)
            world.time.advance(days: 1)
            #expect(try await supers.appointment(late.id, as: marco).appointment.state == .expired)
            await #expect(throws: CannotDecideAppointment.alreadyDecided(.expired)) {
                try await supers.confirm(late.id, as: marco)
            }
            #expect(try await supers.expire() == 1)
            #expect(try await supers.expire() == 0)
            #expect(try await names(of: world).contains("ALFA/sara") == false)
            // An old request bars no new one.
            #expect(try await supers.appoint(draft, as: marco).state == .pending)
        }
    }

    @Test("Every fault of a draft is told at once", arguments: Engine.available)
    func drafts(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let nothing = try await refusal { try await supers.appoint(SuperUserDraft(), as: world.anna) }
            #expect(
                nothing == [
                    "branches required", "email required", "family_name required", "given_name required",
                    "tax_code required",
                ]
            )
            var draft = world.draft("Sara", "Conti", "ALFA-MI1")
            draft.taxCode = "CNTSRA88L49H501X"
            draft.email = "sara@alfa"
            draft.givenName = "Sara\nBcc"
            draft.branches.insert(world.branch("BETA-MI1").id)
            let faults = try await refusal { try await supers.appoint(draft, as: world.anna) }
            #expect(
                faults == [
                    "branches branch_not_granted", "email email_malformed", "given_name unusable_name",
                    "tax_code tax_code_wrong_check_character",
                ]
            )
        }
    }

    @Test("Who is an operator of the agency already is left as the register says", arguments: Engine.available)
    func known(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            for (key, code) in [
                ("anna", "role_from_register"), ("carla", "role_from_register"), ("bruno", "already_super"),
            ] {
                var draft = world.draft("Sara", "Conti", "ALFA-MI1")
                draft.taxCode = try #require(world.operators["ALFA/\(key)"]).taxCode.text
                try await refuses(["tax_code \(code)"]) { try await supers.appoint(draft, as: world.anna) }
            }
            // Somebody of another agency may work here too.
            var draft = world.draft("Dario", "Èvola", "ALFA-MI1")
            draft.taxCode = try #require(world.operators["BETA/dario"]).taxCode.text
            #expect(try await supers.appoint(draft, as: world.anna).state == .inForce)
            #expect(try await world.openBranches(to: world.dario) == ["BETA-MI1", "BETA-RM1"])
        }
    }

    @Test("In the scope of one branch a master lends that branch alone", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let anna = world.identity("ALFA/anna", in: "ALFA-MI1")
            let draft = world.draft("Sara", "Conti", "ALFA-MI1", "ALFA-MI2")
            try await refuses(["branches branch_not_granted"]) { try await supers.appoint(draft, as: anna) }
            #expect(try await supers.ownBranches(of: anna).map(\.code) == ["ALFA-MI1"])
        }
    }

    @Test("Nobody but a master who is one now gets anything here", arguments: Engine.available)
    func others(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            let forged = OperatorIdentity(
                id: world.bruno.id,
                agency: world.bruno.agency,
                role: .master,
                givenName: "",
                familyName: "",
                scope: .crossBranch
            )
            for person in [world.bruno, world.carla, world.dario, forged] {
                await #expect(throws: NotFound.self) {
                    try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: person)
                }
                await #expect(throws: NotFound.self) {
                    try await supers.suspend(world.bruno.id, because: nil, as: person)
                }
                await #expect(throws: NotFound.self) { try await supers.detail(world.bruno.id, as: person) }
                let seen = try await supers.list(as: person).people.items
                #expect(seen.isEmpty)
            }
        }
    }

    @Test(
        "What a master loses, the super users that she made lose too, and get back with her",
        arguments: Engine.available
    )
    func loss(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1", "ALFA-TO1"), as: world.anna)
            let now = try await world.reread()
            let (sara, anna) = (now.identity("ALFA/sara"), world.anna.id)
            func grant(until day: Day?) async throws {
                let branch = world.branch("ALFA-MI1").id
                try await world.store.write { (transaction: borrowing Transaction) in
                    try transaction.run(
                        "UPDATE branch_grant SET valid_to = \(day) WHERE operator_id = \(anna) AND branch_id = \(branch)"
                    )
                }
            }
            try await grant(until: world.today.adding(days: -1))
            #expect(try await now.openBranches(to: sara) == ["ALFA-TO1"])
            try await grant(until: nil)
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI1", "ALFA-TO1"])
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE operator SET role = 'branch' WHERE id = \(anna)")
            }
            #expect(try await now.openBranches(to: sara) == [])
        }
    }

    @Test("Another master takes over by lending branches of his own", arguments: Engine.available)
    func takeover(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let supers = SuperUsers(world.store)
            try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            let now = try await world.withMarco("ALFA-TO1")
            let (sara, marco) = (now.identity("ALFA/sara"), now.identity("ALFA/marco"))
            // They share no branch, so he takes the way of a creation.
            await #expect(throws: NotFound.self) {
                try await supers.extend(sara.id, over: [now.branch("ALFA-TO1").id], as: marco)
            }
            try await refuses(["branches branch_not_granted"]) {
                try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: marco)
            }
            let asked = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-TO1"), as: marco)
            #expect(asked.state == .pending && asked.superUser == sara.id)
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI1"])
            try await supers.confirm(asked.id, as: now.anna)
            #expect(try await now.openBranches(to: sara) == ["ALFA-MI1", "ALFA-TO1"])
        }
    }

    @Test(
        "A second master whose grants have ended is waited for by nobody, and comes back with a grant",
        arguments: Engine.available
    )
    func gone(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-MI1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            func grant(until day: Day?) async throws {
                try await world.store.write { (transaction: borrowing Transaction) in
                    try transaction.run("UPDATE branch_grant SET valid_to = \(day) WHERE operator_id = \(marco.id)")
                }
            }
            let waiting = try await supers.appoint(world.draft("Piera", "Sala", "ALFA-MI1"), as: world.anna)
            #expect(waiting.state == .pending)
            try await grant(until: world.today.adding(days: -1))
            #expect(try await !supers.needsConfirmation(world.anna))
            // What waited for him is hers to decide now, and what begins waits for nobody.
            #expect(try await supers.appointment(waiting.id, as: world.anna).steps == [.inForce, .withdrawn])
            #expect(try await supers.confirm(waiting.id, as: world.anna).state == .inForce)
            let made = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            #expect(made.state == .inForce)
            try await grant(until: nil)
            #expect(try await supers.needsConfirmation(world.anna))
        }
    }

    @Test(
        "Across branches a master reaches who shares a branch with her, who has none, and to whom she lends",
        arguments: Engine.available
    )
    func reach(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-TO1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            func reached(by master: OperatorIdentity) async throws -> [String] {
                try await supers.list(as: master).people.items.map(\.givenName)
            }
            // Bruno works for the two branches of Milan, Marco for Turin.
            #expect(try await reached(by: marco) == [])
            #expect(try await reached(by: world.anna) == ["Bruno"])
            await #expect(throws: NotFound.self) { try await supers.detail(world.bruno.id, as: marco) }
            let traces = try await world.store.latestTraces(atMost: 1)
            #expect(traces.first?.action == "super_user.read" && traces.first?.result == .refused)
            await #expect(throws: NotFound.self) { try await supers.suspend(world.bruno.id, because: nil, as: marco) }

            // Nobody would see who has no branch at all.
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "UPDATE branch_grant SET valid_to = '2020-12-31' WHERE operator_id = \(world.bruno.id)"
                )
            }
            #expect(try await reached(by: marco) == ["Bruno"])
        }
    }

    @Test("To a super user out of reach more branches are lent by the way of a creation", arguments: Engine.available)
    func outOfReach(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let world = try await world.withMarco("ALFA-TO1")
            let (supers, marco) = (SuperUsers(world.store), world.identity("ALFA/marco"))
            var draft = world.draft("Bruno", "D'Angelò", "ALFA-TO1")
            draft.taxCode = try #require(world.operators["ALFA/bruno"]).taxCode.text
            let asked = try await supers.appoint(draft, as: marco)
            #expect(asked.state == .pending && asked.superUser == world.bruno.id)
            // Suspended meanwhile: nothing is added to an account that a colleague has stopped.
            try await supers.suspend(world.bruno.id, because: nil, as: world.anna)
            await #expect(throws: CannotDecideAppointment.personSuspended) {
                try await supers.confirm(asked.id, as: world.anna)
            }
            try await supers.reenable(world.bruno.id, as: world.anna)
            try await supers.confirm(asked.id, as: world.anna)
            #expect(try await world.openBranches(to: world.bruno) == ["ALFA-MI1", "ALFA-MI2", "ALFA-TO1"])
            #expect(try await supers.list(as: marco).people.items.map(\.id) == [world.bruno.id])
        }
    }
}
