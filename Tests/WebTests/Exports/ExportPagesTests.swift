import Exchange
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Domain
@testable import Web

@Suite("The pages of exports in the background")
struct ExportPagesTests {
    private func preparation(_ site: TestSite) -> ExportPreparation {
        ExportPreparation(
            exports: Exports(site.world.store),
            citizens: site.world.citizens,
            interests: site.world.interests,
            vacancies: site.world.vacancies,
            references: References(site.world.store, knowing: .shared)
        )
    }

    @Test("A long list is confirmed, followed and taken; it is the list that was seen", arguments: Engine.available)
    func journey(on engine: Engine) async throws {
        try await withSite(on: engine, backgroundRows: 2) { site in
            try await site.citizens(4)
            let browser = try await site.browser(as: .super)
            let asked = try await browser.get("/cittadini.xlsx?sort=surname&age_max=120")
            #expect(asked.status == 303)
            let confirm = try await browser.get(asked.location)
            #expect(confirm.status == 200 && confirm.links.contains { $0.contains("subito=1") })
            let sent = try await browser.submit(confirm.form("/esportazioni/nuova"))
            #expect(sent.status == 303)
            let waiting = try await browser.get(sent.location)
            #expect(waiting.main.contains("data-refresh=\"2\"") && waiting.main.contains("In attesa"))
            #expect(try await browser.get(sent.location + "/file").status == 410)

            #expect(try await preparation(site).prepareNext() == 1)
            let ready = try await browser.get(sent.location)
            #expect(ready.main.contains("Il file è pronto") && !ready.main.contains("data-refresh"))
            let file = try await browser.get(sent.location + "/file")
            #expect(file.status == 200 && file.bytes.starts(with: [0x50, 0x4B]))
            let page = try await browser.get("/cittadini?sort=surname&age_max=120")
            let names = page.main.matches(of: /<th scope="row"[^>]*><a [^>]*>([^<]*)<\/a>/).map { String($0.1) }
            #expect(names.count == 4)
            #expect(try await browser.get("/esportazioni").rowCount == 1)
            #expect(try await site.browser(as: .master).get(sent.location).status == 404)

            let removed = try await browser.submit(ready.form(sent.location + "/annulla"), following: true)
            #expect(Page.unescaped(removed.main).contains("non c'è più"))
            #expect(try await browser.get(sent.location + "/file").status == 410)
        }
    }

    @Test("At once, a list of any length is a file", arguments: [ExportFormat.xlsx, .csv])
    func atOnce(format: ExportFormat) async throws {
        try await withSite(on: .sqlite, backgroundRows: 2) { site in
            try await site.citizens(4)
            let browser = try await site.browser(as: .super)
            #expect(try await browser.get("/cittadini.\(format.rawValue)?subito=1").status == 200)
            #expect(try await browser.get("/cittadini.\(format.rawValue)?sort=caso").location == "/cittadini?sort=caso")
        }
    }

    @Test("Whose right was withdrawn sees the list without its files, and is told why", arguments: Engine.available)
    func right(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            try await site.citizens(1)
            let (master, bruno) = (try await site.browser(as: .master), try await site.browser(as: .super))
            #expect(try await bruno.get("/cittadini").links.contains { $0.hasPrefix("/cittadini.xlsx") })
            let page = try await master.get("/esportazioni/permessi")
            let id = site.world.bruno.id.text
            let form = try #require(page.forms.first { $0.values("operatore") == [id] })
            let done = try await master.submit(form, following: true)
            #expect(done.main.contains("Ridai il permesso"))
            #expect(try await !bruno.get("/cittadini").links.contains { $0.hasPrefix("/cittadini.xlsx") })
            let refused = try await bruno.get("/cittadini.xlsx")
            #expect(refused.status == 403 && refused.main.contains("utente Master"))
            #expect(try await bruno.get("/esportazioni/permessi").status == 404)
        }
    }

    @Test(
        "What is no list has no export",
        arguments: ["elenco=nessuno&formato=xlsx", "elenco=citizens&formato=pdf", ""]
    )
    func unknown(query: String) async throws {
        try await withSite(on: .sqlite) { site in
            let page = try await site.browser(as: .super).get("/esportazioni/nuova?" + query)
            #expect(page.status == 404)
        }
    }
}
