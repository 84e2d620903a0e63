import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("What can be done with a list")
struct ListPanelsTests {
    @Test("Each count of the summary is that of the list it leads to", arguments: Engine.available)
    func facets(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.citizens(4)
            let browser = try await site.browser(as: .super)
            let page = try await browser.get("/cittadini?riepilogo=1")
            let panel = try #require(
                page.main.firstMatch(of: /<section class="facets".*?<\/section>/.dotMatchesNewlines())
            )
            let items = String(panel.0).matches(of: /<a href="([^"]*)"[^>]*>[^<]*<\/a>: ([0-9.]+)/)
            #expect(items.count >= 3, "\(panel.0)")
            for item in items {
                let narrowed = try await browser.get(Page.unescaped(String(item.1)))
                #expect(narrowed.status == 200)
                #expect(narrowed.rowCount == Int(item.2), "\(item.1)")
            }
            #expect(try await !browser.get("/cittadini").main.contains("class=\"facets\""))
        }
    }

    @Test(
        "Columns are hidden, shown and moved by addresses, and the list follows",
        arguments: ["/cittadini", "/offerte"]
    )
    func columns(path: String) async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let page = try await browser.get("\(path)?colonne=1")
            func steps(_ page: Page, _ does: String) -> [String] {
                page.main.matches(of: /<a class="column-step" href="([^"]*)">.*?<span class="visually-hidden">([^<]*)</)
                    .filter { $0.2.hasPrefix(does) }.map { Page.unescaped(String($0.1)) }
            }
            let standard = path == "/cittadini" ? CitizenColumn.standard.count : VacancyListColumn.standard.count
            #expect(steps(page, "Nascondi").count == standard)
            #expect(steps(page, "Sposta prima").count == standard - 1)
            let hidden = try await browser.get(steps(page, "Nascondi")[1])
            #expect(steps(hidden, "Nascondi").count == standard - 1)
            let shown = try await browser.get(steps(hidden, "Mostra")[0])
            #expect(steps(shown, "Nascondi").count == standard)
            let moved = try await browser.get(steps(page, "Sposta prima")[0])
            #expect(moved.status == 200 && moved.main.contains("Ripristina le colonne"))
            // One step back is the list as it was, which needs no columns in its address.
            #expect(steps(moved, "Sposta").contains { !$0.contains("columns=") })
        }
    }

    @Test("All lists are files too, of the list's rows", arguments: Engine.available)
    func files(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.world.load(.sample("R-1", until: "2026-04-30"), .sample("R-2", until: "2026-04-30"))
            let code = try await site.world.vacancies.list(VacancyList(), as: site.world.alfa).rows[0].vacancy.code
            _ = try await site.world.interests.express(in: code.text, as: site.citizen())
            let browser = try await site.browser(as: .super)
            for (path, lines) in [("/offerte", 2), ("/manifestazioni", 1), ("/cittadini", 1)] {
                let page = try await browser.get(path)
                #expect(page.rowCount == lines)
                let csv = try await browser.get("\(path).csv")
                #expect(csv.status == 200)
                #expect(csv.text.split(separator: "\r\n").count == lines + 1, "\(csv.text)")
                #expect(csv.headers[.contentDisposition]?.hasSuffix(".csv") == true)
                let sheet = try await browser.get("\(path).xlsx?colonne=1")
                #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4B]))
            }
        }
    }

    @Test("A list is kept under a name from its own page, and opened again", arguments: [Engine.sqlite])
    func saved(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            for path in ["/cittadini?age_max=40", "/offerte?status=draft", "/manifestazioni?unread=true"] {
                let page = try await browser.get(path + "&ricerche=1")
                let answer = try await browser.submit(page.form("/ricerche"), ["nome": "Mia \(path.count)"])
                #expect(answer.status == 303, "\(path)")
                let again = try await browser.get(path + "&ricerche=1")
                let link = try #require(again.links.first { $0.hasPrefix("/ricerche/") && !$0.hasSuffix("nuova") })
                #expect(try await browser.get(link).location == path)
            }
        }
    }
}
