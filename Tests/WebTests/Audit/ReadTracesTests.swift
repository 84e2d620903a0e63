import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The traces that pages leave")
struct ReadTracesTests {
    @Test("An application is read because of its offer, a citizen's page for a search", arguments: Engine.available)
    func reason(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let draft = VacancyDraft.sample("A", branch: "ALFA-MI1", until: "2026-04-30")
            let code = try #require(try await site.world.load(draft).first?.code)
            let interest = try await site.world.interests.express(in: code, as: maria)
            let browser = try await site.browser(as: .super)
            let address = "/manifestazioni/\(interest.id.text)"
            #expect(try await browser.get("/manifestazioni").links.contains(address))
            let search: (AuditAction, String) = ("citizen.read", "search")
            for (path, action, reason) in [
                (address, "interest.read", code), ("/cittadini/\(maria.id.text)", search.0, search.1),
                ("/cittadini/\(maria.id.text)?offerta=\(code)", search.0, search.1),
            ] {
                #expect(try await browser.get(path).status == 200)
                let trace = try #require(try await site.world.store.latestTraces(atMost: 1).first)
                #expect(trace.action == action && trace.reason == reason && trace.citizen == maria.id, "\(path)")
                #expect(trace.requestID?.isEmpty == false && trace.isIntact)
            }
        }
    }

    @Test(
        "What is not open is answered as what is not there, and leaves the trace of a refusal",
        arguments: Engine.available
    )
    func refused(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let browser = try await site.browser(as: .branchOperator)
            #expect(try await browser.get("/cittadini/\(maria.id.text)").status == 404)
            let trace = try #require(try await site.world.store.latestTraces(atMost: 1).first)
            #expect(trace.action == "citizen.read" && trace.result == .refused && trace.citizen == nil)
            #expect(trace.subjectID == maria.id.rawValue)
        }
    }
}
