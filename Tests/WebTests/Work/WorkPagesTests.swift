import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Looking for work")
struct WorkPagesTests {
    private func load(_ count: Int, from first: Int = 0, in site: TestSite) async throws -> [String] {
        let drafts = (first..<(first + count)).map { VacancyDraft.sample("R-\($0)", until: "2026-04-30") }
        return try await site.world.vacancies.load(site.world.rows(drafts), as: site.world.alfa).compactMap(\.code)
    }

    private func cards(_ page: Page) -> Int { page.main.matches(of: /<li class="card-item">/).count }

    @Test("Everybody may search, and sees what is published today", arguments: Engine.available)
    func search(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await load(3, in: site)
            try await site.world.load(.sample("D", status: .draft, until: nil))
            for visitor in TestSite.Visitor.allCases {
                #expect(try await cards(site.browser(as: visitor).get("/lavoro")) == 3, "\(visitor)")
            }
            let nobody = site.browser()
            let found = [
                "q=cameriere": 3, "q=astronauta": 0, "dove=Milano": 3, "dove=MI": 3, "dove=Torino&entro=20": 0,
                "dove=Milano&entro=10&ordine=closest": 3, "contratto=fixed_term": 3, "orario=parziale": 3,
                "orario=pieno": 0,
            ]
            for (query, count) in found {
                let page = try await nobody.get("/lavoro?" + query)
                #expect(page.status == 200, "\(query): \(page.fieldErrors)")
                #expect(cards(page) == count, "\(query)")
            }
            site.world.time.advance(days: 120)
            #expect(try await cards(nobody.get("/lavoro")) == 0)
        }
    }

    @Test("A page of twenty costs as many statements as one of five", arguments: Engine.available)
    func statements(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await load(5, in: site)
            let browser = site.browser()
            let few = try await browser.get("/lavoro")
            _ = try await load(45, from: 5, in: site)
            let many = try await browser.get("/lavoro")
            #expect(cards(few) == 5 && cards(many) == 20)
            #expect(few.statements.count == many.statements.count, "\(many.statements)")
            #expect(many.statements.count <= 5, "\(many.statements)")
        }
    }

    @Test(
        "What cannot be read is explained at its field, and shows nothing meanwhile",
        arguments: [
            ("dove=Atlantide", "dove"), ("dove=Samone", "dove"), ("entro=7&dove=Milano", "entro"), ("entro=30", "dove"),
            ("entro=30&dove=MI", "dove"), ("contratto=boh", "contratto"), ("orario=mai", "orario"),
            ("ordine=caso", "ordine"), ("ordine=closest", "ordine"), ("q=per", "q"),
        ]
    )
    func unreadable(query: String, field: String) async throws {
        try await withSite(on: .sqlite) { site in
            _ = try await load(1, in: site)
            let page = try await site.browser().get("/lavoro?" + query)
            #expect(page.status == 422)
            #expect(page.fieldErrors[field]?.count == 1, "\(page.fieldErrors)")
            #expect(page.main.contains("<a href=\"#campo-\(field)\">") && page.main.contains("id=\"campo-\(field)\""))
            #expect(cards(page) == 0)
        }
    }

    @Test("A cursor of another search is refused, not taken for the first page")
    func foreignCursor() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = site.browser()
            for cursor in ["niente", Cursor(keys: [], id: 1, order: "closest").text] {
                #expect(try await browser.get("/lavoro?cursore=" + cursor).status == 422)
            }
            let near = Cursor(keys: [], id: 1, order: "closest").text
            let page = try await browser.get("/lavoro?dove=Milano&entro=10&ordine=closest&cursore=" + near)
            #expect(page.status == 422)
        }
    }

    @Test("The way to the next page keeps the search", arguments: Engine.available)
    func pages(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await load(23, in: site)
            let browser = site.browser()
            let first = try await browser.get("/lavoro?q=cameriere&dove=Milano&entro=10&ordine=closest")
            let next = try #require(first.links.first { $0.contains("cursore=") })
            #expect(next.contains("dove=Milano") && next.contains("ordine=closest"))
            #expect(try await cards(browser.get(next)) == 3)
        }
    }

    @Test("A citizen expresses interest once, sees it, and takes it back", arguments: Engine.available)
    func interest(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let code = try #require(try await load(1, in: site).first)
            let maria = try await site.browser(as: .citizen)
            let offer = try await maria.get("/lavoro/\(code)")
            let form = try offer.form("/lavoro/\(code)/interesse")
            let sent = try await maria.submit(form, ["messaggio": "Buongiorno"], following: true)
            #expect(sent.address.hasPrefix("/manifestazioni-inviate"))
            #expect(cards(sent) == 1)
            let again = try await maria.submit(form, ["messaggio": "Di nuovo"])
            #expect(again.status == 303)
            let offerNow = try await maria.get("/lavoro/\(code)")
            #expect(!offerNow.forms.contains { $0.action.hasSuffix("/interesse") })

            let withdrawal = try #require(sent.forms.first { $0.action.hasSuffix("/ritiro") })
            let withdrawn = try await maria.submit(withdrawal, following: true)
            #expect(cards(withdrawn) == 1)
            #expect(!withdrawn.forms.contains { $0.action.hasSuffix("/ritiro") })
            #expect(try await maria.submit(withdrawal).status == 303)
        }
    }

    @Test("Without a CV, or with too long a message, the page says why and keeps what was written")
    func refused() async throws {
        try await withSite(on: .sqlite) { site in
            let code = try #require(try await load(1, in: site).first)
            let nora = try await site.world.register(.sample("Nuova", "Nora", birth: "1991-01-01"))
            let browser = try await site.browser(as: nora)
            let page = try await browser.post("/lavoro/\(code)/interesse", ["messaggio": "Eccomi"])
            #expect(page.status == 422)
            #expect(page.fieldErrors["messaggio"]?.count == 1)
            #expect(try page.form("/lavoro/\(code)/interesse").values("messaggio") == ["Eccomi"])

            let maria = try await site.browser(as: .citizen)
            let long = try await maria.post(
                "/lavoro/\(code)/interesse",
                ["messaggio": String(repeating: "a", count: 1001)]
            )
            #expect(long.status == 422)
        }
    }

    @Test("A vacancy that goes while somebody writes does not take the message along", arguments: Engine.available)
    func suspendedMeanwhile(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let code = try #require(try await load(1, in: site).first)
            let maria = try await site.browser(as: .citizen)
            let form = try await maria.get("/lavoro/\(code)").form("/lavoro/\(code)/interesse")
            let stored = try await site.world.vacancies.find(code, as: site.world.alfa)
            _ = try await site.world.vacancies.change(
                publicationOf: code,
                PublicationChange(status: .suspended),
                version: stored.version,
                as: site.world.alfa
            )
            let page = try await maria.submit(form, ["messaggio": "Sono <b>pronta</b>"])
            #expect(page.status == 409)
            #expect(page.heading == "L&#39;offerta non è più pubblicata.")
            #expect(Page.unescaped(page.main).contains(">Sono <b>pronta</b></textarea>"))
            #expect(page.links.contains("/lavoro"))
            let long = String(repeating: "a", count: 1001)
            #expect(try await maria.submit(form, ["messaggio": long]).main.contains(long))
        }
    }

    @Test("An application in a vacancy that cannot be opened is listed without a link", arguments: Engine.available)
    func notServed(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let code = try #require(try await load(1, in: site).first)
            _ = try await site.world.interests.express(in: code, as: site.citizen())
            let maria = try await site.browser(as: .citizen)
            #expect(try await maria.get("/manifestazioni-inviate").links.contains("/lavoro/\(code)"))
            try await site.world.close(branch: "ALFA-MI1")
            let page = try await maria.get("/manifestazioni-inviate")
            #expect(cards(page) == 1 && !page.links.contains("/lavoro/\(code)"))
            #expect(try await maria.get("/lavoro/\(code)").status == 404)
        }
    }

    @Test("Another person's interest can neither be seen nor taken back")
    func others() async throws {
        try await withSite(on: .sqlite) { site in
            let code = try #require(try await load(1, in: site).first)
            let maria = try await site.citizen()
            let interest = try await site.world.interests.express(in: code, as: maria)
            let other = try await site.browser(as: site.citizens(1)[0])
            #expect(try await cards(other.get("/manifestazioni-inviate")) == 0)
            #expect(try await other.post("/manifestazioni-inviate/\(interest.id.text)/ritiro").status == 404)
            #expect(try await other.post("/manifestazioni-inviate/niente/ritiro").status == 404)
        }
    }

    @Test("What is not published is not there", arguments: Engine.available)
    func absent(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.world.load(.sample("D", status: .draft, until: nil))
            let draft = try await site.world.vacancies.list(VacancyList(), as: site.world.alfa).rows[0].vacancy.code
            let maria = try await site.browser(as: .citizen)
            for code in [draft.text, "INC-NIENTE", "x"] {
                #expect(try await maria.get("/lavoro/\(code)").status == 404, "\(code)")
                #expect(try await maria.post("/lavoro/\(code)/interesse").status >= 400, "\(code)")
            }
        }
    }

    @Test("The list of one's own interests costs the same however long it is", arguments: Engine.available)
    func ownStatements(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let browser = try await site.browser(as: maria)
            for code in try await load(5, in: site) { _ = try await site.world.interests.express(in: code, as: maria) }
            let few = try await browser.get("/manifestazioni-inviate")
            for code in try await load(16, from: 5, in: site) {
                _ = try await site.world.interests.express(in: code, as: maria)
            }
            let many = try await browser.get("/manifestazioni-inviate")
            #expect(cards(few) == 5 && cards(many) == 20)
            #expect(few.statements.count == many.statements.count, "\(many.statements)")
            #expect(many.statements.count <= 6, "\(many.statements)")
            let next = try #require(many.links.first { $0.contains("cursore=") })
            #expect(try await cards(browser.get(next)) == 1)
            let wrong = try await browser.get("/manifestazioni-inviate?cursore=niente")
            #expect(wrong.status == 422 && wrong.links.contains("/manifestazioni-inviate"))
        }
    }
}
