import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The page of interests received")
struct ReceivedInterestsPageTests {
    private func vacancy(_ reference: String, _ branch: String, in site: TestSite) async throws -> String {
        try #require(
            try await site.world.load(.sample(reference, branch: branch, until: "2026-04-30")).first?.code
        )
    }

    @Test("It shows the interests in vacancies of the branches in scope", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            for (reference, branch) in [("A", "ALFA-MI1"), ("B", "ALFA-TO1")] {
                _ = try await site.world.interests.express(in: vacancy(reference, branch, in: site), as: maria)
            }
            let rows: [(TestSite.Visitor, Int)] = [(.master, 2), (.super, 1), (.branchOperator, 1)]
            for (visitor, count) in rows {
                #expect(try await site.browser(as: visitor).get("/manifestazioni").rowCount == count, "\(visitor)")
            }
            let beta = try await site.browser(as: "BETA/dario", in: .crossBranch)
            #expect(try await beta.get("/manifestazioni").rowCount == 0)
        }
    }

    @Test("A page of fifty costs as many statements as one of five", arguments: Engine.available)
    func statements(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let code = try await vacancy("A", "ALFA-MI1", in: site)
            for person in try await site.citizens(5) {
                _ = try await site.world.interests.express(in: code, as: person)
            }
            let browser = try await site.browser(as: .super)
            _ = try await browser.get("/manifestazioni")
            let few = try await browser.get("/manifestazioni")
            for person in try await site.citizens(45, from: 5) {
                _ = try await site.world.interests.express(in: code, as: person)
            }
            _ = try await browser.get("/manifestazioni")
            let many = try await browser.get("/manifestazioni")
            #expect(few.rowCount == 5 && many.rowCount == 50)
            #expect(few.statements.count == many.statements.count, "\(many.statements)")
            #expect(many.statements.count <= 10, "\(many.statements)")
        }
    }

    @Test("The filter of states narrows it, and one that is none is explained", arguments: Engine.available)
    func states(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await site.world.interests.express(
                in: vacancy("A", "ALFA-MI1", in: site),
                as: site.citizen()
            )
            let browser = try await site.browser(as: .super)
            #expect(try await browser.get("/manifestazioni?stato=submitted").rowCount == 1)
            #expect(try await browser.get("/manifestazioni?stato=hired").rowCount == 0)
            let page = try await browser.get("/manifestazioni?stato=boh")
            #expect(page.status == 422)
            #expect(page.fieldErrors["stato"]?.count == 1)
            for cursor in ["x", Cursor(keys: [], id: 1, order: "newest").text] {
                #expect(try await browser.get("/manifestazioni?cursore=" + cursor).status == 422)
            }
        }
    }

    @Test("Who applied is shown as text, whatever the names hold", arguments: Hostile.texts)
    func hostile(text: String) async throws {
        try await withSite(on: .sqlite) { site in
            let person = try await site.hostileCitizen(text)
            _ = try await site.world.interests.express(
                in: vacancy("A", "ALFA-MI1", in: site),
                message: text,
                as: person
            )
            let page = try await site.browser(as: .super).get("/manifestazioni")
            #expect(page.rowCount == 1)
            #expect(!page.text.contains("<script>") && !page.text.contains("onmouseover=\"alert"))
            #expect(Page.unescaped(page.main).contains(text))
        }
    }
}
