import Domain
import HTML
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Pages of saved searches")
struct SavedSearchRoutesTests {
    private func searches(_ site: TestSite) -> SavedSearches {
        SavedSearches(site.world.store) { ReferenceSnapshot.shared }
    }

    private let form = [("lista", "citizens"), ("ricerca", "own_vehicle=true&sort=surname"), ("nome", "Automuniti")]

    @Test("Saved from its form, found on the page, and opened as the list it was", arguments: Engine.available)
    func saved(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let bruno = try await site.browser(as: .super)
            let blank = try await bruno.get("/ricerche")
            #expect(blank.status == 200 && blank.main.contains("Nessuna ricerca salvata"))
            #expect(try await bruno.get("/cittadini").links.contains("/ricerche"))
            let page = try await bruno.get("/ricerche/nuova?lista=citizens&ricerca=own_vehicle%3Dtrue%26sort%3Dsurname")
            #expect(page.links.contains("/cittadini?own_vehicle=true&sort=surname"))
            let done = try await bruno.submit(
                page.form("/ricerche"),
                ["nome": "Automuniti <b>", "condivisa": "1", "segui": "1"],
                following: true
            )
            #expect(done.address == "/ricerche?esito=salvata")
            #expect(done.main.contains("Ricerca salvata.") && done.main.contains("Automuniti &lt;b&gt;"))
            #expect(done.main.contains("Tua, condivisa con l&#39;agenzia") && done.main.contains("0 novità"))
            let link = try #require(done.links.first { $0.hasPrefix("/ricerche/") && $0 != "/ricerche/nuova" })

            site.world.time.advance(seconds: 60)
            _ = try await site.world.citizen(.sample(), .sample(ownVehicle: true))
            #expect(try await bruno.get("/ricerche").main.contains("1 novità"))
            let opened = try await bruno.get(link)
            #expect(opened.status == 303 && opened.location == "/cittadini?own_vehicle=true&sort=surname")
            #expect(try await bruno.get(opened.location).rowCount == 1)
            #expect(try await bruno.get("/ricerche").main.contains("0 novità"))

            // A colleague finds it, may follow it and change nothing of it.
            let carla = try await site.browser(as: .branchOperator)
            let hers = try await carla.get("/ricerche")
            #expect(hers.main.contains("Condivisa da Bruno") && !hers.main.contains("novità</span>"))
            #expect(!hers.forms.contains { $0.action.hasSuffix("/elimina") || $0.action.hasSuffix("/nome") })
            #expect(try await carla.post(link + "/elimina").status == 404)
            let followed = try await carla.submit(try hers.form(link + "/novita"), following: true)
            #expect(followed.main.contains("Da ora ti diciamo le novità") && followed.main.contains("0 novità"))
            let left = try await carla.submit(try followed.form(link + "/novita"), following: true)
            #expect(left.main.contains("Non la segui più") && !left.main.contains("novità</span>"))
            #expect(try await site.browser(as: .citizen).get(link).status == 403)
        }
    }

    @Test("Renamed, kept to oneself and deleted by forms of the page", arguments: Engine.available)
    func changed(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let bruno = try await site.browser(as: .super)
            let page = try await bruno.post("/ricerche", fields: form + [("condivisa", "1")], following: true)
            let link = try #require(page.links.first { $0.hasPrefix("/ricerche/") })
            let field = "nome-" + link.dropFirst("/ricerche/".count)
            let back = try await bruno.post(link + "/nome", fields: [(field, " ")])
            #expect(back.status == 422 && back.fieldErrors == [field: ["Dai un nome alla ricerca"]])
            #expect(
                back.main.contains("href=\"#campo-\(field)\"") && back.main.contains("<details class=\"more\" open>")
            )
            let renamed = try await bruno.post(link + "/nome", fields: [(field, "Con auto")], following: true)
            #expect(renamed.main.contains("Ricerca rinominata.") && renamed.main.contains(">Con auto</a>"))
            let own = try await bruno.submit(try renamed.form(link + "/condivisione"), following: true)
            #expect(own.main.contains("Ora la trovi solo tu.") && own.main.contains("Solo tua"))
            let shared = try await bruno.submit(try own.form(link + "/condivisione"), following: true)
            #expect(shared.main.contains("Ora la trovano anche i colleghi."))
            let gone = try await bruno.submit(try shared.form(link + "/elimina"), following: true)
            #expect(gone.main.contains("Ricerca eliminata.") && gone.main.contains("Nessuna ricerca salvata"))
            for path in ["", "/nome", "/condivisione", "/novita", "/elimina"] {
                let page =
                    path.isEmpty ? try await bruno.get(link) : try await bruno.post(link + path, fields: [(field, "x")])
                #expect(page.status == 404, "\(path)")
            }
        }
    }

    @Test(
        "What is wrong stands at its field; what is wrong with a filter leads to the list",
        arguments: Engine.available
    )
    func faults(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let bruno = try await site.browser(as: .super)
            let unnamed = try await bruno.post("/ricerche", fields: Array(form.prefix(2)) + [("segui", "1")])
            #expect(unnamed.status == 422 && unnamed.fieldErrors == ["nome": ["Dai un nome alla ricerca"]])
            let again = try unnamed.form("/ricerche")
            #expect(again.values("segui") == ["1"] && again.values("condivisa") == [])
            #expect(again.values("ricerca") == ["own_vehicle=true&sort=surname"])
            let unreadable = try await bruno.post(
                "/ricerche",
                ["lista": "citizens", "ricerca": "licence=Z9", "nome": "Patente"]
            )
            #expect(unreadable.status == 422 && unreadable.links.contains("/cittadini?licence=Z9"))
            for address in ["/ricerche/nuova", "/ricerche/nuova?lista=altro", "/ricerche/0000000000000", "/ricerche/x"]
            {
                #expect(try await bruno.get(address).status == 404, "\(address)")
            }
            #expect(try await bruno.get("/ricerche/nuova?lista=citizens&ricerca=%25zz").status == 400)
            let limit = SavedSearches.mostWatched
            for number in 1...limit {
                try await searches(site).save(
                    SavedSearchDraft(list: .citizens, name: "\(number)", query: ListAddress([]), isWatched: true),
                    as: site.world.bruno
                )
            }
            let last = try await bruno.post("/ricerche", fields: form, following: true)
            let link = try #require(last.forms.first { $0.values("segui") == ["1"] }).action
            let full = try await bruno.post(link, ["segui": "1"])
            #expect(full.status == 422 && full.main.contains("Segui già \(limit) ricerche"))
        }
    }

    @Test("A form that comes too late stands filled in on its page", arguments: Engine.available)
    func kept(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let bruno = try await site.browser(as: .super)
            let page = try await bruno.get("/ricerche/nuova?lista=citizens&ricerca=own_vehicle%3Dtrue")
            let form = try page.form("/ricerche")
            site.world.time.advance(seconds: 1801)
            let over = try await bruno.submit(form, ["nome": "Non perduta", "condivisa": "1"])
            #expect(over.location.hasPrefix("/accedi/scaduta?ritorno=%2Fricerche%2Fnuova"))
            try await site.signIn(bruno, as: site.found(site.world.operators["ALFA/bruno"]).taxCode)
            _ = try await bruno.post("/ambito", ["ambito": "tutte"])
            let back = try await bruno.get("/ricerche/nuova?lista=citizens&ricerca=own_vehicle%3Dtrue")
            let filled = try back.form("/ricerche")
            #expect(filled.values("nome") == ["Non perduta"] && filled.values("condivisa") == ["1"])
            #expect(filled.values("ricerca") == ["own_vehicle=true"])
            #expect(try await searches(site).list(as: site.world.bruno) == [])
        }
    }

    @Test(
        "A page of fifty costs as one of none, and each followed search one statement more",
        arguments: Engine.available
    )
    func cost(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let bruno = try await site.browser(as: .super)
            let none = try await bruno.get("/ricerche").statements.count
            for number in 1...SavedSearches.most {
                try await searches(site).save(
                    SavedSearchDraft(list: .citizens, name: "\(number)", query: ListAddress([("age_min", "20")])),
                    as: site.world.bruno
                )
            }
            let fifty = try await bruno.get("/ricerche")
            #expect(fifty.main.matches(of: /card-item/).count == SavedSearches.most)
            #expect(fifty.statements.count == none, "\(fifty.statements)")
            for search in try await searches(site).list(as: site.world.bruno).prefix(SavedSearches.mostWatched) {
                try await searches(site).watch(search.id, as: site.world.bruno)
            }
            // Each is counted, by a list that reads its codes once, and what was told leaves one trace, of two statements.
            let watched = try await bruno.get("/ricerche")
            #expect(watched.statements.count == none + SavedSearches.mostWatched + 3, "\(watched.statements)")
        }
    }

    @Test("The panel beside a list has what is saved, what is new, and the form with the list as it stands")
    func panel() async throws {
        try await withSite(on: .sqlite) { site in
            let search = try await searches(site).save(
                SavedSearchDraft(list: .citizens, name: "Cuochi & co.", query: ListAddress([]), isWatched: true),
                as: site.world.bruno
            )
            var panel = SavedSearchPanel(
                words: Words(.it),
                list: .citizens,
                query: [("q", "cuoco"), ("sort", "surname")],
                saved: [search],
                formToken: "prova"
            )
            let plain = panel.html.description
            #expect(plain.contains("<a href=\"/ricerche/\(search.id.text)\">Cuochi &amp; co.</a>"))
            #expect(
                plain.contains("name=\"ricerca\" value=\"q=cuoco&amp;sort=surname\"")
                    && plain.contains("value=\"prova\"")
            )
            #expect(!plain.contains("class=\"tag\""))
            panel.newRows = [search.id: .counted(CappedCount(value: 99, isCapped: true))]
            #expect(panel.html.description.contains("99+ novità"))
            #expect(panel.html.description.contains("(1) <span class=\"tag\">novità</span></summary>"))
            panel.newRows = [search.id: .unreadable]
            #expect(panel.html.description.contains("filtri da rivedere"))
        }
    }
}
