import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The pages of an agency's vacancies")
struct VacancyListPageTests {
    private func load(_ count: Int, from first: Int = 0, _ branch: String = "ALFA-MI1", in site: TestSite) async throws
    {
        let drafts = (first..<(first + count)).map {
            VacancyDraft.sample("R-\($0)", branch: branch, until: "2026-04-30")
        }
        let receipts = try await site.world.vacancies.load(site.world.rows(drafts), as: site.world.alfa)
        #expect(receipts.allSatisfy { $0.outcome == .created })
    }

    @Test("It shows the vacancies of the branches in scope, and nobody else's", arguments: Engine.available)
    func scope(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await load(2, in: site)
            try await load(1, from: 2, "ALFA-TO1", in: site)
            let rows: [(TestSite.Visitor, Int)] = [(.master, 3), (.super, 2), (.branchOperator, 1)]
            for (visitor, count) in rows {
                #expect(try await site.browser(as: visitor).get("/offerte").rowCount == count, "\(visitor)")
            }
            let beta = try await site.browser(as: "BETA/dario", in: .crossBranch)
            #expect(try await beta.get("/offerte").rowCount == 0)
            let code = try await site.world.vacancies.list(VacancyList(), as: site.world.alfa).rows[0].vacancy.code
            #expect(try await site.browser(as: .master).get("/offerte/\(code.text)").status == 200)
            #expect(try await beta.get("/offerte/\(code.text)").status == 404)
            #expect(try await beta.get("/offerte/INC-NIENTE").status == 404)
        }
    }

    @Test("A page of fifty costs as many statements as one of five", arguments: Engine.available)
    func statements(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await load(5, in: site)
            let browser = try await site.browser(as: .super)
            _ = try await browser.get("/offerte")
            let few = try await browser.get("/offerte")
            try await load(45, from: 5, in: site)
            let many = try await browser.get("/offerte")
            #expect(few.rowCount == 5 && many.rowCount == 50)
            #expect(few.statements.count == many.statements.count, "\(many.statements)")
            #expect(many.statements.count <= 9, "\(many.statements)")
        }
    }

    @Test("Filters narrow it, stay in the form and in the way to the next page", arguments: Engine.available)
    func filters(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await load(51, in: site)
            let browser = try await site.browser(as: .super)
            let page = try await browser.get("/offerte?status=published&sort=end&q=cameriere")
            #expect(page.rowCount == 50)
            #expect(page.main.contains("role=\"status\">51 "))
            let form = try page.form("/offerte")
            #expect(form.values("status") == ["published"] && form.values("sort") == ["end"])
            let next = try #require(page.links.first { $0.contains("cursore=") })
            #expect(
                next.contains("status=published") && next.contains("sort=end") && next.contains("q=cameriere")
            )
            #expect(try await browser.get(next).rowCount == 1)
            #expect(try await browser.get("/offerte?status=draft").rowCount == 0)
        }
    }

    @Test(
        "A filter that cannot be read is explained at its field, and shows nothing meanwhile",
        arguments: [
            ("status=aperta", "status"), ("sort=caso", "sort"), ("expiring_days=mai", "expiring-days"),
            ("published_from=2026-03-02&published_to=2026-03-01", "published-from"), ("profession=x", "profession"),
            ("contract=Z", "contract"), ("q=per", "q"),
        ]
    )
    func unreadable(query: String, field: String) async throws {
        try await withSite(on: .sqlite) { site in
            try await load(1, in: site)
            let page = try await site.browser(as: .super).get("/offerte?" + query)
            #expect(page.status == 422)
            #expect(page.fieldErrors[field]?.count == 1)
            #expect(page.main.contains("<a href=\"#campo-\(field)\">") && page.main.contains("id=\"campo-\(field)\""))
            #expect(page.rowCount == 0)
        }
    }

    @Test("A cursor of another list is refused, not taken for the first page")
    func foreignCursor() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let cursors = [
                "niente", Cursor(keys: [], id: 1, order: "end").text,
                Cursor(keys: [.text("a")], id: 1, order: "-published").text,
                Cursor(keys: [.text("\u{0}")], id: 1, order: "-published").text,
            ]
            for cursor in cursors {
                let page = try await browser.get("/offerte?cursore=" + cursor)
                #expect(page.status == 422, "\(cursor)")
                #expect(page.main.contains("role=\"alert\""))
            }
        }
    }

    @Test("What a vacancy says is text, whatever it holds", arguments: Hostile.texts)
    func hostile(text: String) async throws {
        try await withSite(on: .sqlite) { site in
            let draft = VacancyDraft.sample("R", until: "2026-04-30").with {
                $0.terms.title = "Cameriere \(text)"
                $0.terms.description = "Una descrizione abbastanza lunga del lavoro da svolgere: \(text)"
                $0.terms.employer.name = text
            }
            let receipt = try #require(try await site.world.load(draft).first)
            let code = try #require(receipt.code, "\(receipt.findings)")
            let browser = try await site.browser(as: .super)
            for address in ["/offerte", "/offerte/\(code)", "/lavoro", "/lavoro/\(code)"] {
                let page = try await browser.get(address)
                #expect(page.status == 200, "\(address)")
                #expect(!page.text.contains("<script>") && !page.text.contains("onmouseover=\"alert"), "\(address)")
                #expect(Page.unescaped(page.main).contains("Cameriere \(text)"), "\(address)")
            }
        }
    }
}
