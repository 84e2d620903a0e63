import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Drafting a CV")
struct CitizensDraftCurriculumTests {
    private let whole = CurriculumDraft(.whole, .shared)

    /// Types all sections of a draft, one after the other.
    private func type(_ draft: CurriculumDraft, as citizen: CitizenIdentity, in world: World) async throws {
        for section in CurriculumDraft.Section.allCases {
            let there = try await world.citizens.editedCurriculum(own: citizen, reference: .shared).draft
            try await world.citizens.saveDraft(
                draft,
                of: section,
                over: there.fingerprint(of: section),
                reference: .shared,
                as: citizen
            )
        }
    }

    private func edited(_ citizen: CitizenIdentity, in world: World) async throws -> EditedCurriculum {
        try await world.citizens.editedCurriculum(own: citizen, reference: .shared)
    }

    @Test("What is typed is kept, and agencies see it only once it is published", arguments: Engine.available)
    func publishing(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), .sample(skills: ["uncinetto"]))
            var list = CitizenList()
            list.filter.keywords = "inventario "
            try await type(whole, as: maria, in: world)
            var edited = try await edited(maria, in: world)
            #expect(edited.draft == whole)
            #expect(edited.savedAt == world.store.now)
            #expect(edited.published?.curriculum.skills == ["uncinetto"])
            #expect(try await world.names(list, for: world.anna) == [])

            let saved = try await world.citizens.publishDraft(
                showing: edited.draft.fingerprint,
                replacing: edited.version,
                reference: .shared,
                as: maria
            )
            edited = try await self.edited(maria, in: world)
            #expect(saved.version == 2)
            #expect(edited.published?.curriculum == .whole)
            #expect(edited.savedAt == nil)
            #expect(edited.draft == whole)
            #expect(try await world.names(list, for: world.anna) == ["Rossi"])
            let trail = try await world.auditTrail().filter { $0.hasPrefix("curriculum.") }
            #expect(trail == ["curriculum.saved", "curriculum.draft_begun", "curriculum.saved"])
        }
    }

    @Test("A citizen without a CV writes her first one", arguments: Engine.available)
    func first(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            #expect(try await edited(maria, in: world).draft == CurriculumDraft())
            try await type(whole, as: maria, in: world)
            let fingerprint = try await edited(maria, in: world).draft.fingerprint
            let saved = try await world.citizens.publishDraft(
                showing: fingerprint,
                replacing: 0,
                reference: .shared,
                as: maria
            )
            #expect(saved.version == 1)
            try await world.sign(["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"], as: maria)
        }
    }

    @Test("What cannot be read is kept too, but not published", arguments: Engine.available)
    func unreadable(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            var draft = whole
            draft.replace(.availability, with: CurriculumDraft([("availability.radius_km", "trenta")]))
            try await type(draft, as: maria, in: world)
            let edited = try await edited(maria, in: world)
            #expect(edited.draft.text("availability.radius_km") == "trenta")
            await #expect(throws: Invalid.self) {
                try await world.citizens.publishDraft(
                    showing: edited.draft.fingerprint,
                    replacing: 0,
                    reference: .shared,
                    as: maria
                )
            }
            #expect(try await world.citizens.curriculum(own: maria) == nil)
        }
    }

    @Test("A second window overwrites nothing that it has not shown", arguments: Engine.available)
    func stale(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            let citizens = world.citizens
            let empty = CurriculumDraft().fingerprint(of: .skills)
            let mine = CurriculumDraft([("skills", "cucina")])
            let other = CurriculumDraft([("skills", "cassa")])
            try await citizens.saveDraft(mine, of: .skills, over: empty, reference: .shared, as: maria)
            await #expect(throws: CannotSaveDraft.changedMeanwhile(mine)) {
                try await citizens.saveDraft(other, of: .skills, over: empty, reference: .shared, as: maria)
            }
            // The same text again is no conflict, and neither is another section.
            try await citizens.saveDraft(mine, of: .skills, over: "?", reference: .shared, as: maria)
            let summary = CurriculumDraft([("summary", "Buongiorno"), ("skills", "di contrabbando")])
            let blank = CurriculumDraft().fingerprint(of: .summary)
            try await citizens.saveDraft(summary, of: .summary, over: blank, reference: .shared, as: maria)
            let draft = try await edited(maria, in: world).draft
            #expect(draft.text("skills") == "cucina")
            #expect(draft.text("summary") == "Buongiorno")

            // Whoever has seen both may decide.
            let seen = draft.fingerprint(of: .skills)
            try await citizens.saveDraft(other, of: .skills, over: seen, reference: .shared, as: maria)
            #expect(try await edited(maria, in: world).draft.text("skills") == "cassa")
        }
    }

    @Test("Two windows that save at the same moment: one is kept, the other is told", arguments: Engine.available)
    func together(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            let empty = CurriculumDraft().fingerprint(of: .skills)
            let kept = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            try await world.citizens.saveDraft(
                                CurriculumDraft([("skills", "capacità \(number)")]),
                                of: .skills,
                                over: empty,
                                reference: .shared,
                                as: maria
                            )
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(kept == 1)
        }
    }

    @Test("Only the draft that was on the page is published", arguments: Engine.available)
    func publishingStale(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample())
            let citizens = world.citizens
            let shown = try await edited(maria, in: world)
            await #expect(throws: CannotPublishDraft.nothingToPublish) {
                try await citizens.publishDraft(
                    showing: shown.draft.fingerprint,
                    replacing: 1,
                    reference: .shared,
                    as: maria
                )
            }
            try await type(whole, as: maria, in: world)
            await #expect(throws: CannotPublishDraft.changedMeanwhile) {
                try await citizens.publishDraft(
                    showing: shown.draft.fingerprint,
                    replacing: 1,
                    reference: .shared,
                    as: maria
                )
            }
            // Another way has changed the CV meanwhile: the draft stays, and the page asks.
            try await world.save(.sample(skills: ["da fuori"]), of: maria)
            let overtaken = try await edited(maria, in: world)
            #expect(overtaken.isOvertaken)
            #expect(overtaken.draft == whole)
            await #expect(throws: CannotSaveCurriculum.changedMeanwhile(current: 2)) {
                try await citizens.publishDraft(
                    showing: overtaken.draft.fingerprint,
                    replacing: 1,
                    reference: .shared,
                    as: maria
                )
            }
            let saved = try await citizens.publishDraft(
                showing: overtaken.draft.fingerprint,
                replacing: 2,
                reference: .shared,
                as: maria
            )
            #expect(saved.version == 3)
        }
    }

    @Test("A draft is thrown away, or ends by itself when it says what is published", arguments: Engine.available)
    func discarding(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.citizen(.sample(), .whole)
            let before = try await edited(maria, in: world)
            let changed = CurriculumDraft([("summary", "Altro")])
            func save(_ draft: CurriculumDraft) async throws -> EditedCurriculum {
                let fingerprint = try await edited(maria, in: world).draft.fingerprint(of: .summary)
                return try await world.citizens.saveDraft(
                    draft,
                    of: .summary,
                    over: fingerprint,
                    reference: .shared,
                    as: maria
                )
            }
            #expect(try await save(changed).savedAt != nil)
            #expect(try await save(before.draft).savedAt == nil)
            #expect(try await save(changed).savedAt != nil)
            try await world.citizens.discardDraft(as: maria)
            try await world.citizens.discardDraft(as: maria)
            #expect(try await edited(maria, in: world) == before)
            let trail = try await world.auditTrail().filter { $0.hasPrefix("curriculum.draft") }
            #expect(trail == ["begun", "discarded", "begun", "discarded"].map { "curriculum.draft_\($0)" })
        }
    }

    @Test("A draft has a size, and a person who exists", arguments: Engine.available)
    func limits(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let maria = try await world.register(.sample())
            let huge = CurriculumDraft([("summary", String(repeating: "x", count: CurriculumDraft.most))])
            let empty = CurriculumDraft().fingerprint(of: .summary)
            await #expect(throws: CannotSaveDraft.tooLarge) {
                try await world.citizens.saveDraft(huge, of: .summary, over: empty, reference: .shared, as: maria)
            }
            let nobody = CitizenIdentity(id: ID(4711), givenName: "", familyName: "")
            await #expect(throws: (any Error).self) {
                try await world.citizens.saveDraft(
                    CurriculumDraft([("summary", "x")]),
                    of: .summary,
                    over: empty,
                    reference: .shared,
                    as: nobody
                )
            }
        }
    }

    @Test("A CV is found by each thing that it tells", arguments: Engine.available)
    func found(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            _ = try await world.citizen(.sample(), .whole)
            let words = [
                "sala", "camerieri", "cassa", "hotel sole", "agenzia alfa", "inventario", "inglese", "c++", "qt",
                "haccp", "patente ce", "turistico", "gioberti", "corso di sala", "ristorazione", "aperto",
            ]
            for word in words {
                var list = CitizenList()
                list.filter.keywords = word + " "
                #expect(try await world.names(list, for: world.anna) == ["Rossi"], "\(word)")
            }
        }
    }
}
