import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Signing an activation pact")
struct PactsSignTests {
    private let three = ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"]

    @Test(
        "Three distinct agencies open the citizen's data to the branches chosen, and to no other",
        arguments: Engine.available
    )
    func opens(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), choosing: three)
            let pact = try #require(try await world.pacts.current(for: maria))
            #expect(pact.state == .signed)
            #expect(pact.version == 1)
            #expect(pact.effectiveAt == world.store.now)
            #expect(pact.choices.map(\.branchCode) == three)
            #expect(try await world.names(for: world.anna) == ["Rossi"])
            #expect(try await world.names(for: world.bruno) == ["Rossi"])
            #expect(try await world.names(for: world.carla) == [])
            #expect(try await world.names(for: world.elena) == ["Rossi"])
            let actions = ["curriculum.saved", "pact.draft_saved", "pact.complete", "pact.signed"]
            #expect(try await world.auditTrail().filter { $0.hasPrefix("pact.") || $0.hasPrefix("curr") } == actions)
        }
    }

    @Test("What is missing is told, all at once", arguments: Engine.available)
    func missing(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.pacts.saveDraft(PactDraft(), as: maria)
            let findings = try await world.pacts.findings(for: maria)
            #expect(
                Set(findings.map(\.code)) == [
                    "contact_missing", "required", "too_few_choices", "commitment_missing", "notice_not_acknowledged",
                    "curriculum_incomplete",
                ]
            )
            #expect(findings.count { $0.code == "commitment_missing" } == Commitment.required(for: "SFL").count)
            await #expect(throws: Invalid(findings)) { try await world.pacts.complete(as: maria) }
            await #expect(throws: CannotSignPact.notComplete(.draft)) {
                try await world.pacts.sign(showing: "", assuranceLevel: 2, as: maria)
            }
        }
    }

    @Test("Three branches of two agencies are too few, unless the policy counts branches", arguments: Engine.available)
    func distinct(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(), of: maria)
            try await world.pacts.saveDraft(world.draft(["ALFA-MI1", "ALFA-MI2", "BETA-MI1"]), as: maria)
            #expect(try await world.pacts.findings(for: maria).map(\.code) == ["too_few_choices"])

            var policy = PactPolicy.standard
            policy.countsDistinctAgencies = false
            #expect(try await Pacts(world.store, policy: policy).findings(for: maria) == [])
            policy.minimumChoices = 4
            #expect(
                try await Pacts(world.store, policy: policy).findings(for: maria).map(\.code) == ["too_few_choices"]
            )
        }
    }

    @Test(
        "A branch that is closed, switched off, of a lapsed agency or of one that may not read CVs does not count",
        arguments: Engine.available
    )
    func notSelectable(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(), of: maria)
            for branch in ["ZETA-MI1", "DELTA-NA1"] {
                try await world.pacts.saveDraft(world.draft(["ALFA-MI1", "BETA-MI1", branch]), as: maria)
                let findings = try await world.pacts.findings(for: maria)
                #expect(findings.map(\.field) == ["choices.2", "choices"], "\(branch)")
            }
            try await world.pacts.saveDraft(world.draft(three), as: maria)
            let hash = try await world.pacts.complete(as: maria).hash
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE branch SET selectable = FALSE WHERE code = 'BETA-MI1'")
            }
            await #expect(throws: Invalid.self) {
                try await world.pacts.sign(showing: hash, assuranceLevel: 2, as: maria)
            }
            #expect(try await world.names(for: world.anna) == [])
        }
    }

    @Test("A branch switched off later stays in the pacts that name it", arguments: Engine.available)
    func switchedOffLater(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            try await world.citizen(.sample(), choosing: three)
            try await world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("UPDATE branch SET selectable = FALSE")
            }
            #expect(try await world.names(for: world.anna) == ["Rossi"])
        }
    }

    @Test("A new choice is a new version, and closes the data to the branches left out", arguments: Engine.available)
    func replaced(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), choosing: three)
            let first = try #require(try await world.pacts.current(for: maria))
            let document = try await world.pacts.document(first.id, of: maria)

            world.time.advance(days: 1)
            try await world.pacts.saveDraft(world.draft(["ALFA-TO1", "BETA-RM1", "GAMMA-TO1"]), as: maria)
            #expect(try await world.names(for: world.bruno) == ["Rossi"])
            try await world.sign(["ALFA-TO1", "BETA-RM1", "GAMMA-TO1"], as: maria)

            #expect(try await world.names(for: world.bruno) == [])
            #expect(try await world.names(for: world.elena) == [])
            #expect(try await world.names(for: world.carla) == ["Rossi"])
            let versions = try await world.pacts.versions(for: maria)
            #expect(versions.map(\.state) == [.signed, .replaced])
            #expect(versions.map(\.version) == [2, 1])
            #expect(versions[1].choices == first.choices)
            #expect(versions[1].documentHash == first.documentHash)
            #expect(try await world.pacts.document(first.id, of: maria) == document)
        }
    }

    @Test(
        "The hash is that of the very bytes that were signed, which hold all of the pact",
        arguments: Engine.available
    )
    func hash(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample("D’Angelò"), choosing: three)
            let pact = try #require(try await world.pacts.current(for: maria))
            let document = try await world.pacts.document(pact.id, of: maria)
            #expect(pact.documentHash == Secrets.hash(document))
            for part in [
                "\"family_name\":\"D’Angelò\"", "\"branch\":\"ALFA-MI1\"", "\"job_centre\":\"CPI-MI\"",
                "\"at\":\"2026-03-10T09:00:00Z\"", "\"hash\":\"\(PrivacyNotice.current.hash)\"", "\"measure\":\"SFL\"",
                "\"code\":\"attend_summons\"", "\"assurance_level\":2",
            ] {
                #expect(document.contains(part), "\(part) in \(document)")
            }
            let other = try await world.register(.sample("Verdi"))
            await #expect(throws: NotFound()) { try await world.pacts.document(pact.id, of: other) }
        }
    }

    @Test("Nobody signs what they have not seen", arguments: Engine.available)
    func changedMeanwhile(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(), of: maria)
            try await world.pacts.saveDraft(world.draft(three), as: maria)
            let seen = try await world.pacts.complete(as: maria).hash
            try await world.pacts.saveDraft(world.draft(["ALFA-TO1", "BETA-MI1", "GAMMA-TO1"]), as: maria)
            await #expect(throws: CannotSignPact.notComplete(.draft)) {
                try await world.pacts.sign(showing: seen, assuranceLevel: 2, as: maria)
            }
            let now = try await world.pacts.complete(as: maria).hash
            #expect(seen != now)
            await #expect(throws: CannotSignPact.changedMeanwhile) {
                try await world.pacts.sign(showing: seen, assuranceLevel: 2, as: maria)
            }
            #expect(try await world.pacts.sign(showing: now, assuranceLevel: 3, as: maria).state == .signed)
            await #expect(throws: NotFound()) {
                try await world.pacts.sign(showing: now, assuranceLevel: 3, as: maria)
            }
        }
    }

    @Test("A signature that waits for the outcome can be taken back", arguments: Engine.available)
    func takenBack(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample(outcome: .pending))
            try await world.save(.sample(), of: maria)
            #expect(try await world.sign(three, as: maria).state == .awaitingOutcome)
            await #expect(throws: IllegalPactTransition.self) {
                try await world.pacts.saveDraft(world.draft(three), as: maria)
            }
            try await world.pacts.takeBack(as: maria)
            let pact = try #require(try await world.pacts.inPreparation(for: maria))
            #expect(pact.state == .draft)
            #expect(pact.signedAt == nil && pact.documentHash == nil)
            #expect(pact.choices.count == 3)
        }
    }

    @Test("With a rejected application nothing can be signed", arguments: Engine.available)
    func rejected(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample(outcome: .rejected))
            try await world.save(.sample(), of: maria)
            await #expect(throws: CannotSignPact.applicationRejected) { try await world.sign(three, as: maria) }
        }
    }

    @Test("A suspended pact closes the data, and opens them again when it is taken up", arguments: Engine.available)
    func suspended(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), choosing: three)
            try await world.pacts.apply(.suspended, to: maria.id, because: "90 giorni", as: .system("inps"))
            #expect(try await world.names(for: world.anna) == [])
            await #expect(throws: NotFound()) { try await world.citizens.detail(maria.id, as: world.anna) }
            await #expect(throws: CannotSignPact.earlierSuspended) { try await world.sign(three, as: maria) }
            try await world.pacts.apply(.signed, to: maria.id, because: "conferma", as: .system("inps"))
            #expect(try await world.names(for: world.anna) == ["Rossi"])
        }
    }

    @Test(
        "Drafts are saved at any time, with what is there and in the order of preference",
        arguments: Engine.available
    )
    func drafts(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            #expect(try await world.pacts.inPreparation(for: maria) == nil)
            let empty = try await world.pacts.saveDraft(PactDraft(), as: maria)
            #expect(empty.choices.isEmpty && empty.version == 1)
            var draft = world.draft(["GAMMA-RM1", "ALFA-MI1", "GAMMA-RM1"])
            draft.commitments = [.truthfulness]
            let saved = try await world.pacts.saveDraft(draft, as: maria)
            #expect(saved.id == empty.id)
            #expect(saved.choices.map(\.branchCode) == ["GAMMA-RM1", "ALFA-MI1"])
            #expect(saved.commitments == [.truthfulness])
            draft.branches = [ID(4711)]
            await #expect(throws: NotFound()) { try await world.pacts.saveDraft(draft, as: maria) }
            #expect(try await world.pacts.inPreparation(for: maria)?.choices.count == 2)
        }
    }

    @Test("Two windows do not overwrite each other's draft", arguments: Engine.available)
    func windows(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (maria, pacts) = (try await world.register(.sample()), world.pacts)
            let first = try await pacts.saveDraft(world.draft(["ALFA-MI1"]), over: "", as: maria)
            let begun = PactDraft(first).fingerprint
            let second = try await pacts.saveDraft(world.draft(["BETA-MI1"]), over: begun, as: maria)
            for fingerprint in ["", begun] {
                await #expect(throws: CannotSavePactDraft.changedMeanwhile(second)) {
                    try await pacts.saveDraft(world.draft(["GAMMA-TO1"]), over: fingerprint, as: maria)
                }
            }
            // The same once more, as by a second click.
            try await pacts.saveDraft(world.draft(["BETA-MI1"]), over: begun, as: maria)
            #expect(try await pacts.inPreparation(for: maria)?.choices.map(\.branchCode) == ["BETA-MI1"])

            try await world.save(.sample(), of: maria)
            try await world.sign(three, as: maria)
            await #expect(throws: CannotSavePactDraft.noLongerDraft) {
                try await pacts.saveDraft(world.draft(three), over: begun, as: maria)
            }
            #expect(try await pacts.inPreparation(for: maria) == nil)
        }
    }

    @Test("A branch that can no longer be chosen is named", arguments: Engine.available)
    func named(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            try await world.save(.sample(), of: maria)
            try await world.pacts.saveDraft(world.draft(["ALFA-MI1", "BETA-MI1", "ZETA-MI1"]), as: maria)
            let finding = try #require(try await world.pacts.findings(for: maria).first)
            let zeta = world.branch("ZETA-MI1")
            #expect(finding.field == "choices.2" && finding.message.it.contains(zeta.name))
            let ids = ["ZETA-MI1", "ALFA-MI1"].map { world.branch($0).id }
            #expect(try await world.pacts.branches(ids + [ID(4711)]).map(\.branch) == ids)
        }
    }

    @Test("Who enrols of her own accord has no duties to promise")
    func commitments() {
        #expect(Commitment.required(for: "VOL") == [.truthfulness, .authoriseTransmission])
        #expect(Commitment.required(for: "SFL").contains(.confirmEveryNinetyDays))
        #expect(!Commitment.required(for: "NASPI").contains(.confirmEveryNinetyDays))
    }
}
