import Domain
import HTML
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("What a page says of a search that it understood otherwise")
struct UnderstoodSearchTests {
    private func status(_ page: Page) -> String {
        let found = page.main.firstMatch(
            of: /<p class="alert alert-info" role="status">(.*?)<\/p>/.dotMatchesNewlines()
        )
        return found.map { Page.unescaped($0.1).replacing(/<[^>]*>/, with: "") } ?? ""
    }

    @Test("The list of citizens shows, counts and takes away what was understood", arguments: Engine.available)
    func citizens(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.world.citizen(.sample(), .sample(skills: ["Saldatore", "Saldatrix"]))
            let browser = try await site.browser(as: .master)
            let page = try await browser.get("/cittadini?q=saldatrox&sort=surname")
            #expect(page.rowCount == 1)
            #expect(
                status(page)
                    == "Nessun risultato per “saldatrox”. Mostriamo i risultati per saldatrix. Cerca proprio “saldatrox”"
            )
            #expect(page.links.contains("/cittadini?q=%22saldatrox%22&sort=surname"))
            #expect(page.links.contains("/cittadini.xlsx?q=saldatrix&sort=surname"))
            #expect(page.main.contains("value=\"saldatrix\""), "the next search starts from what is shown")
            #expect(page.links.allSatisfy { !$0.contains("q=saldatrox") })

            let literal = try await browser.get("/cittadini?q=%22saldatrox%22")
            #expect(literal.rowCount == 0 && status(literal) == "")
            let empty = try await browser.get("/cittadini?q=saldatrox&age_min=99")
            #expect(
                status(empty) == "Nessun risultato per “saldatrox”, e con questi filtri nemmeno per saldatrix. "
                    + "Cerca proprio “saldatrox”"
            )
            let counted = try await browser.get("/cittadini?q=saldatrox&conta=1")
            #expect(counted.main.contains("role=\"status\">1 persona"))
        }
    }

    @Test("So do the lists of vacancies, for operators and for whoever looks for work", arguments: Engine.available)
    func vacancies(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let draft = VacancyDraft.sample("A", until: "2026-04-30").with { $0.terms.title = "Saldatore/trice <b>" }
            try await site.world.load(draft)
            let work = try await site.browser().get("/lavoro?q=saldatroe&dove=MI")
            #expect(status(work).hasPrefix("Nessun risultato per “saldatroe”. Mostriamo i risultati per saldatore."))
            #expect(work.links.contains("/lavoro?q=%22saldatroe%22&dove=MI"))
            #expect(work.main.contains("role=\"status\">1 offerta"))
            let list = try await site.browser(as: .master).get("/offerte?q=saldatroe&status=published")
            #expect(list.rowCount == 1)
            #expect(list.links.contains("/offerte?q=%22saldatroe%22&status=published"))
            #expect(list.main.contains("role=\"status\">1 offerta"))
        }
    }

    @Test(
        "Other words that might have been meant are links, and what was typed is escaped",
        arguments: Language.allCases
    )
    func others(in language: Language) async throws {
        try await withWorld(on: .sqlite) { world in
            try await world.citizen(.sample(), .sample(skills: ["Zorbalt", "Zorbalk"]))
            let list = CitizenList(filter: CitizenFilter(keywords: "<zorbalx>"))
            let page = try await world.citizens.list(list, as: world.anna, reference: .shared)
            let view = UnderstoodSearch(
                Words(language),
                page.understood,
                isEmpty: false,
                path: .citizens,
                query: [("q", "zorbalk"), ("age_min", "30"), ("cursore", "x")]
            )
            let html = try #require(view?.html.description)
            #expect(html.contains("“&lt;zorbalx&gt;”"))
            #expect(html.contains("<strong>zorbalk</strong>"))
            #expect(html.contains("<a href=\"/cittadini?q=zorbalt&amp;age_min=30\">zorbalt</a>"))
            #expect(html.contains("/cittadini?q=%22%3Czorbalx%3E%22&amp;age_min=30"))
            #expect(html.contains(language == .it ? "oppure:" : "or:"))
            #expect(html.contains(language == .it ? "Mostriamo i risultati per" : "Showing what is found for"))
        }
    }
}
