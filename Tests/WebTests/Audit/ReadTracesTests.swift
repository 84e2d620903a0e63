import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The traces that pages leave")
struct ReadTracesTests {
    @Test("A citizen's page says whether a search or an offer led to her", arguments: Engine.available)
    func reason(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let draft = VacancyDraft.sample("A", branch: "ALFA-MI1", until: "2026-04-30")
            let code = try #require(try await site.world.load(draft).first?.code)
            _ = try await site.world.interests.express(in: code, as: maria)
            let browser = try await site.browser(as: .super)

            let received = try await browser.get("/manifestazioni").text
            let address = "/cittadini/\(maria.id.text)?offerta=\(code)"
            #expect(received.contains(address))
            for (path, reason) in [
                (address, code), ("/cittadini/\(maria.id.text)", "search"),
                ("/cittadini/\(maria.id.text)?offerta=%3Cscript%3E", "search"),
            ] {
                #expect(try await browser.get(path).status == 200)
                let trace = try #require(try await site.world.store.latestTraces(atMost: 1).first)
                #expect(trace.action == "citizen.read" && trace.reason == reason && trace.citizen == maria.id)
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
