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

    @Test(
        "One of them is read with its message and the CV of that moment, and becomes viewed",
        arguments: Engine.available
    )
    func reading(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let code = try await vacancy("A", "ALFA-MI1", in: site)
            let interest = try await site.world.interests.express(in: code, message: "Buongiorno <b>", as: maria)
            try await site.world.save(.sample(skills: ["uncinetto"]), of: maria)
            let address = "/manifestazioni/\(interest.id.text)"
            for visitor in [TestSite.Visitor.branchOperator, .citizen, .jobCentreOperator] {
                let status = try await site.browser(as: visitor).get(address).status
                #expect(status == (visitor == .branchOperator ? 404 : 403), "\(visitor)")
            }
            let page = try await site.browser(as: .super).get(address)
            #expect(page.heading == "Maria Rossi")
            #expect(page.links.contains("/offerte/\(code)"))
            for text in ["Buongiorno &lt;b&gt;", "Letta", "Cameriera di sala", "persona@example.it", "ALFA-MI1"] {
                #expect(page.main.contains(text), "\(text)")
            }
            #expect(!page.main.contains("uncinetto"))
            #expect(try await site.world.interests.list(of: maria).items.map(\.interest.status) == [.viewed])
        }
    }

    @Test("It is taken on by the table of transitions, and not past a colleague", arguments: Engine.available)
    func moving(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let interest = try await site.world.interests.express(in: vacancy("A", "ALFA-MI1", in: site), as: maria)
            let (address, target) = ("/manifestazioni/\(interest.id.text)", "/manifestazioni/\(interest.id.text)/stato")
            let (bruno, anna) = (try await site.browser(as: .super), try await site.browser(as: .master))
            let page = try await bruno.get(address)
            let offered = page.main.matches(of: /<option value="([a-z_]+)"/).map { String($0.1) }
            #expect(
                offered == ExpressionOfInterest.transitions.next(from: .viewed, by: .agency).map(\.rawValue)
            )
            let nothing = try await bruno.submit(page.form(target))
            #expect(nothing.status == 422 && nothing.fieldErrors["stato"]?.count == 1)

            let stale = try await anna.get(address).form(target)
            let moved = try await bruno.submit(page.form(target), ["stato": "contacted"], following: true)
            #expect(moved.status == 200 && moved.main.contains("Contattato"))
            // Both steps are in the table; the second was chosen without having seen the first.
            let late = try await anna.submit(stale, ["stato": "not_selected"])
            #expect(late.status == 409 && late.main.contains("Contattato"))
            let ended = try await anna.submit(late.form(target), ["stato": "not_selected"], following: true)
            #expect(ended.status == 200)
            #expect(throws: Page.NoSuchForm.self) { try ended.form(target) }
            #expect(try await anna.post(target, ["stato": "hired"]).status == 409)
            #expect(try await site.browser(as: .branchOperator).post(target, ["stato": "hired"]).status == 404)
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
            #expect(many.statements.count <= 13, "\(many.statements)")
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
            #expect(try await browser.get("/manifestazioni?status=submitted").rowCount == 1)
            #expect(try await browser.get("/manifestazioni?status=hired").rowCount == 0)
            let page = try await browser.get("/manifestazioni?status=boh")
            #expect(page.status == 422)
            #expect(page.fieldErrors["status"]?.count == 1)
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
