import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Annotations about applications")
struct AnnotationsTests {
    let today: Day = "2026-12-01"

    @Test("Each kind has its outcomes, and each outcome a kind")
    func words() {
        #expect(Set(Annotation.Kind.allCases.flatMap(\.outcomes)) == Set(Annotation.Outcome.allCases))
        for kind in Annotation.Kind.allCases {
            for outcome in Annotation.Outcome.allCases {
                let found = AnnotationDraft(kind, outcome, text: "x").findings(on: today).map(\.code)
                #expect(
                    found == (kind.outcomes.contains(outcome) ? [] : ["outcome_of_other_kind"]),
                    "\(kind) \(outcome)"
                )
            }
            let found = AnnotationDraft(kind, text: "x").findings(on: today).map(\.code)
            #expect(found == (kind == .note ? [] : ["required"]))
        }
    }

    @Test("What is wrong is said field by field")
    func findings() {
        func fields(_ change: (inout AnnotationDraft) -> Void) -> [String] {
            var draft = AnnotationDraft(.contact, .reached)
            change(&draft)
            return draft.findings(on: today).map { "\($0.field) \($0.code)" }
        }
        #expect(fields { $0.kind = nil } == ["kind required"])
        #expect(fields { ($0.kind, $0.outcome) = (.note, nil) } == ["text required"])
        #expect(fields { $0.text = String(repeating: "à", count: 2001) } == ["text too_long"])
        #expect(fields { $0.text = String(repeating: "à", count: 2000) } == [])
        #expect(fields { $0.text = "a\u{0}" } == ["text unreadable_characters"])
        #expect(fields { $0.date = "2026-12-02" } == ["date in_the_future"])
        #expect(fields { ($0.kind, $0.outcome, $0.date) = (.interviewInvitation, .scheduled, "2027-12-01") } == [])
        #expect(fields { $0.date = "2024-11-30" } == ["date too_old"])
        #expect(fields { $0.nextActionDate = "2026-11-30" } == ["next_action_date before_date"])
    }

    @Test("One is added with its trace and its note in the feed, and moves nothing", arguments: Engine.available)
    func added(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let (interest, rosa) = try await world.interest()
            let before = try await world.store.changes.head(as: world.alfa)

            let annotation = try await Annotations(world.store).add(
                AnnotationDraft(.contact, .noAnswer),
                to: interest.id,
                as: world.alfa
            )

            #expect(annotation.date == today && annotation.at == world.store.now)
            let trace = try #require(await world.store.latestTraces(atMost: 1).first)
            #expect(trace.action == "annotation.added")
            #expect(
                try await world.count("audit_entry", where: "citizen_id = \(rosa.id) AND action = 'annotation.added'")
                    == 1
            )
            let page = try await world.store.changes.follow(after: before, as: world.alfa)
            #expect(page.items.map(\.change.object) == [interest.id.rawValue])
            guard case .interest(let received, let latest)? = page.items.first?.object else {
                Issue.record("no application in the feed")
                return
            }
            #expect(received.interest.status == .submitted)
            #expect(latest == LatestAnnotation(kind: .contact, outcome: .noAnswer, date: today))
        }
    }

    @Test("A correction stands in the place of what it corrects, once", arguments: Engine.available)
    func corrected(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let annotations = Annotations(world.store)
            let (interest, _) = try await world.interest()
            let first = try await annotations.add(
                AnnotationDraft(.interview, .positive),
                to: interest.id,
                as: world.alfa
            )
            var correction = AnnotationDraft(.interview, .noShow)
            correction.corrects = first.id
            let second = try await annotations.add(correction, to: interest.id, as: world.alfa)

            let latest = try await annotations.latest(of: [interest.id], as: world.alfa)
            #expect(latest[interest.id]?.outcome == .noShow)
            await #expect(throws: Invalid.self) {
                try await annotations.add(correction, to: interest.id, as: world.alfa)
            }
            #expect(try await world.count("annotation", where: "outcome = 'positive'") == 1)
            correction.corrects = second.id
            _ = try await annotations.add(correction, to: interest.id, as: world.alfa)
        }
    }

    @Test("An application of another agency, or of another branch, is not there", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withWorld(on: engine, today: today) { world in
            let annotations = Annotations(world.store)
            let (interest, _) = try await world.interest()
            _ = try await annotations.add(AnnotationDraft(.note, text: "x"), to: interest.id, as: world.alfa)
            let (alfa, beta) = (world.agency("ALFA").id, world.agency("BETA").id)
            let strangers = [
                Publisher(agency: beta, actor: .client(ID(9), agency: beta)),
                Publisher(agency: alfa, branches: [world.branch("ALFA-TO1").id], actor: .client(ID(8), agency: alfa)),
            ]
            for stranger in strangers {
                await #expect(throws: NotFound()) {
                    try await annotations.add(AnnotationDraft(.note, text: "x"), to: interest.id, as: stranger)
                }
                #expect(try await annotations.latest(of: [interest.id], as: stranger) == [:])
            }
        }
    }
}

extension World {
    /// Somebody's application to a vacancy of ALFA in Milan.
    func interest(in reference: String = "MI-2026-0123") async throws -> (ExpressionOfInterest, CitizenIdentity) {
        let code = try #require(try await load(.sample(reference)).first?.code)
        let rosa = try await citizen()
        return (try await interests.express(in: code, as: rosa), rosa)
    }
}
