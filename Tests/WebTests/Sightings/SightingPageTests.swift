import Domain
import Persistence
import TestSupport
import Testing

@Suite("The page of who has seen one's data")
struct SightingPageTests {
    @Test("A citizen whom nobody has seen is told so, and what she can do", arguments: Engine.available)
    func nobody(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .citizen)
            let page = try await browser.get("/chi-ha-visto")
            #expect(page.status == 200)
            #expect(page.heading == "Chi ha visto i miei dati")
            #expect(page.main.contains("nessuno ha consultato i tuoi dati"))
            #expect(page.main.contains("art. 15 GDPR") && page.main.contains("art. 21 GDPR"))
            #expect(page.links.contains("/privacy"))
            #expect(try await browser.get("/percorso").links.contains("/chi-ha-visto"))
        }
    }

    @Test(
        "She sees agency, branch, when and why for lists, exports and her page, and never a name",
        arguments: Engine.available
    )
    func seen(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let citizen = try await site.citizen()
            let world = site.world
            world.time.advance(seconds: 61)
            let filter = CitizenFilter(ageMin: 18, keywords: "cameriera")
            let list = CitizenList(filter: filter)
            _ = try await world.citizens.list(list, as: world.elena, reference: .shared)
            world.time.advance(seconds: 60)
            let export = try await world.citizens.export(list, as: world.anna, reference: .shared)
            try await export.forEach { _ in }
            world.time.advance(seconds: 60)
            _ = try await world.citizens.detail(citizen.id, as: world.identity("ALFA/bruno", in: "ALFA-MI1"))

            let browser = try await site.browser(as: .citizen)
            let page = try await browser.get("/chi-ha-visto")
            let text = page.main
            #expect(page.rowCount == 2 + 3, "two agencies in short, three sightings in detail")
            #expect(text.contains("Beta Ricerca S.r.l.") && text.contains("Filiale Milano<"))
            #expect(text.contains("più filiali insieme") && text.contains("Filiale Milano Centro"))
            #expect(text.contains("filtri usati: parole chiave, età"))
            #expect(text.contains("Ha scaricato un elenco in cui c&#39;eri anche tu"))
            #expect(text.contains("Dati contenuti: Cognome, Nome, Età"))
            #expect(text.contains("10/03/2026 10:03"), "the time is that of Rome")
            for person in world.operators.values { #expect(!text.contains(person.familyName)) }
            #expect(!text.contains("cameriera"), "what was typed is the agency's")
            #expect(page.statements.count <= 12, "\(page.statements)")

            let only = try await browser.get("/chi-ha-visto?agenzia=\(world.agency("BETA").id.text)")
            #expect(only.rowCount == 2 + 1)
            let unreadable = try await browser.get("/chi-ha-visto?agenzia=x&cursore=y")
            #expect(unreadable.status == 422 && unreadable.heading == "Chi ha visto i miei dati")
            #expect(unreadable.main.contains("«x»") && unreadable.main.contains("riparti dall&#39;inizio"))
            #expect(unreadable.links.contains("/chi-ha-visto"))
            #expect(try await browser.get("/lingua/en?ritorno=/chi-ha-visto", following: true).heading != nil)
            #expect(try await browser.get("/chi-ha-visto").main.contains("Downloaded a list that held you too"))
        }
    }

    @Test("She sees for which vacancy her page was opened, and by right of which branch", arguments: Engine.available)
    func reasons(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let citizen = try await site.citizen()
            let world = site.world
            let code = try #require(await world.load(.sample(until: "2026-04-30")).first?.code)
            for reason in ["search", code, "VAC-0000-00000-00000", nil] {
                world.time.advance(seconds: 1)
                _ = try await world.citizens.detail(citizen.id, as: world.anna, because: reason)
            }
            let items = try await world.sightings.list(of: citizen).items
            let title = try #require(VacancyDraft.sample().terms.title)
            #expect(items.map(\.reason) == [nil, nil, .vacancy(title), .search])
            #expect(items.allSatisfy { $0.branch == nil && $0.through == ["Milano Centro"] })
            let text = try await site.browser(as: .citizen).get("/chi-ha-visto").main
            #expect(text.contains("durante una ricerca di candidati") && text.contains("per l&#39;offerta «\(title)»"))
            #expect(text.contains("che potevano vederti dalla filiale Milano Centro"))
        }
    }

    @Test("Long lists go page by page, and a cursor of another list is refused", arguments: Engine.available)
    func pages(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let citizen = try await site.citizen()
            for _ in 0..<60 {
                site.world.time.advance(seconds: 1)
                _ = try await site.world.citizens.detail(citizen.id, as: site.world.anna)
            }
            let browser = try await site.browser(as: .citizen)
            let first = try await browser.get("/chi-ha-visto")
            #expect(first.rowCount == 1 + 50)
            let next = try #require(first.links.first { $0.contains("cursore=") })
            let second = try await browser.get(next)
            #expect(second.rowCount == 1 + 10)
            #expect(!second.links.contains { $0.contains("cursore=") })
            let foreign = Cursor(keys: [], id: 5, order: "interests").text
            #expect(try await browser.get("/chi-ha-visto?cursore=\(foreign)").status == 422)
            for milliseconds in [Int64.min, -1, 4_102_444_800_000, .max] {
                let extreme = Cursor(keys: [.integer(milliseconds)], id: 5, order: "sightings").text
                #expect(try await browser.get("/chi-ha-visto?cursore=\(extreme)").status == 422, "\(milliseconds)")
            }
        }
    }

    @Test("It is a page for citizens alone", arguments: [TestSite.Visitor.super, .withoutScope])
    func others(_ visitor: TestSite.Visitor) async throws {
        try await withSite(on: .sqlite) { site in
            let nobody = try await site.browser().get("/chi-ha-visto")
            #expect(nobody.status == 303)
            let other = try await site.browser(as: visitor).get("/chi-ha-visto")
            #expect(other.status != 200)
        }
    }
}
