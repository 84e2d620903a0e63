import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Pages of super users")
struct SuperUserRoutesTests {
    private func fields(_ draft: SuperUserDraft) -> [(String, String)] {
        [
            ("codice_fiscale", draft.taxCode), ("nome", draft.givenName), ("cognome", draft.familyName),
            ("email", draft.email),
        ] + draft.branches.map { ("filiale", $0.text) }
    }

    @Test("The list has the agency's super users, in a fixed number of statements", arguments: Engine.available)
    func list(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let anna = try await site.browser(as: .master)
            let one = try await anna.get("/utenti")
            #expect(one.status == 200 && one.rowCount == 1)
            #expect(one.main.contains("D&#39;Angelò Bruno") && one.main.contains("Milano Bovisa, Milano Centro"))
            #expect(one.main.contains("Registro nazionale") && one.links.contains("/utenti"))
            let names = ["Ada", "Bea", "Ciro", "Dino", "Fabio", "Gino", "Livio", "Mina", "Nora", "Pia", "Rita", "Tea"]
            for name in names {
                try await SuperUsers(site.world.store)
                    .appoint(site.world.draft(name, "Lista", "ALFA-MI1"), as: site.world.anna)
            }
            let many = try await anna.get("/utenti")
            #expect(many.rowCount == 13)
            #expect(many.statements.count == one.statements.count, "\(many.statements)")
            // Supers do not see the entry in the navigation.
            #expect(try await !site.browser(as: .super).get("/cittadini").links.contains("/utenti"))
        }
    }

    @Test("A form with faults comes back filled, each fault at its field", arguments: Engine.available)
    func faults(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let anna = try await site.browser(as: .master)
            let page = try await anna.get("/utenti/nuovo")
            #expect(page.status == 200)
            #expect(page.main.matches(of: /name="filiale"/).count == 3)
            var draft = site.world.draft("Sara", "Conti", "ALFA-TO1")
            draft.taxCode = "CNTSRA88L49H501X"
            draft.branches.insert(site.world.branch("BETA-MI1").id)
            let back = try await anna.post("/utenti/nuovo", fields: fields(draft))
            #expect(back.status == 422)
            #expect(back.fieldErrors.keys.sorted() == ["codice-fiscale"])
            #expect(back.main.contains("filiali-error") && back.main.contains("href=\"#campo-filiali\""))
            let form = try back.form("/utenti/nuovo")
            #expect(form.values("nome") == ["Sara"] && form.values("codice_fiscale") == ["CNTSRA88L49H501X"])
            #expect(form.values("filiale") == [site.world.branch("ALFA-TO1").id.text])
            #expect(try await site.world.reread().operators.count == site.world.operators.count)
        }
    }

    @Test(
        "A single master's form creates at once, and the person can sign in and choose a scope",
        arguments: Engine.available
    )
    func created(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let anna = try await site.browser(as: .master)
            let draft = site.world.draft("Sara", "Conti", "ALFA-MI1", "ALFA-MI2")
            let page = try await anna.post("/utenti/nuovo", fields: fields(draft), following: true)
            #expect(page.status == 200 && page.heading == "Sara Conti")
            #expect(page.main.contains("L&#39;utente Super è attivo") && page.main.contains(draft.taxCode))
            let (browser, token) = try await site.browser(for: TaxCode(person: draft.taxCode))
            let role = try #require(try await site.people.roles(of: TaxCode(person: draft.taxCode)).first)
            try await site.sessions.wear(role, in: token)
            #expect(try await browser.get("/ambito").main.matches(of: /<option/).count == 3)
            #expect(try await browser.post("/ambito", ["ambito": "tutte"], following: true).status == 200)
            #expect(try await browser.get("/utenti").status == 403)
            // Until the master suspends her: the very next click leads to the sign-in.
            let id = try await site.world.reread().identity("ALFA/sara").id.text
            let effect = try await anna.get("/utenti/\(id)/sospendi")
            #expect(effect.main.contains("Milano Bovisa, Milano Centro") && effect.main.contains("sara@alfa.example"))
            let done = try await anna.post("/utenti/\(id)/sospendi", ["motivo": "Ferie"], following: true)
            #expect(done.main.contains("Sospeso") && done.main.contains("Ferie"))
            let cut = try await browser.get("/cittadini")
            #expect(cut.status == 303 && cut.location.hasPrefix("/accedi"))
            #expect(try await anna.post("/utenti/\(id)/sospendi").status == 409)
            let back = try await anna.post("/utenti/\(id)/riabilita", following: true)
            #expect(back.main.contains("L&#39;utente è di nuovo attivo"))
        }
    }

    @Test("With two masters the other one confirms or declines, and the requester cannot", arguments: Engine.available)
    func fourEyes(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let site = try TestSite(over: await site.world.withMarco("ALFA-MI1"))
            let anna = try await site.browser(as: .master)
            // He has one branch, and so one scope; the request is over another branch.
            let marco = try await site.browser(as: "ALFA/marco", in: .branch(site.world.branch("ALFA-MI1").id))
            #expect(try await anna.get("/utenti/nuovo").main.contains("serve la conferma di un altro"))
            let draft = site.world.draft("Sara", "Conti", "ALFA-TO1")
            let asked = try await anna.post("/utenti/nuovo", fields: fields(draft))
            #expect(asked.status == 303)
            let path = String(asked.location.prefix { $0 != "?" })
            #expect(path.hasPrefix("/utenti/richieste/"))
            let own = try await anna.get(path)
            #expect(!own.forms.contains { $0.action == path + "/conferma" || $0.action == path + "/rifiuta" })
            #expect(try await anna.post(path + "/conferma").status == 409)
            #expect(try await anna.get("/utenti").main.contains("Attende un altro utente Master"))

            #expect(try await marco.get("/utenti").main.contains("Attende la tua decisione"))
            let empty = try await marco.post(path + "/rifiuta")
            #expect(empty.status == 422 && empty.fieldErrors["motivo"] == ["Indica il motivo del rifiuto"])
            #expect(try await marco.post(path + "/ritira").status == 409)
            let confirmed = try await marco.submit(try await marco.get(path).form(path + "/conferma"), following: true)
            #expect(confirmed.heading == "Richiesta di utente Super: Sara Conti")
            #expect(confirmed.main.contains("Confermata") && confirmed.main.contains("L&#39;utente Super è attivo"))
            let id = try await site.world.reread().identity("ALFA/sara").id.text
            let seen = try await anna.get("/utenti/\(id)")
            #expect(seen.main.contains("Anna Bianchi") && seen.main.contains("Marco Ferri"))
            #expect(try await marco.get("/utenti/\(id)").status == 404)
            #expect(try await marco.post(path + "/conferma").status == 409)
        }
    }

    @Test(
        "Accounts of others are not there: other agencies', masters', branch operators', one's own",
        arguments: Engine.available
    )
    func others(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let anna = try await site.browser(as: .master)
            for key in ["BETA/dario", "ALFA/anna", "ALFA/carla"] {
                let id = site.world.identity(key).id.text
                #expect(try await anna.get("/utenti/\(id)").status == 404)
                #expect(try await anna.post("/utenti/\(id)/sospendi").status == 404)
                #expect(try await anna.post("/utenti/\(id)/riabilita").status == 404)
            }
            #expect(try await anna.get("/utenti/nonsense").status == 404)
            for visitor in [TestSite.Visitor.super, .branchOperator, .citizen] {
                let browser = try await site.browser(as: visitor)
                #expect(try await browser.get("/utenti").status == 403)
                #expect(try await browser.post("/utenti/\(site.world.bruno.id.text)/sospendi").status == 403)
            }
        }
    }

    @Test("Branches are added and taken back on the person's page", arguments: Engine.available)
    func branches(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let supers = SuperUsers(site.world.store)
            try await supers.appoint(site.world.draft("Sara", "Conti", "ALFA-MI1", "ALFA-TO1"), as: site.world.anna)
            let path = "/utenti/\(try await site.world.reread().identity("ALFA/sara").id.text)"
            let anna = try await site.browser(as: .master)
            let turin = site.world.branch("ALFA-TO1").id.text
            let form = try await anna.get(path).form(path + "/filiali/togli")
            let empty = try await anna.submit(form)
            #expect(empty.status == 422 && empty.main.contains("href=\"#campo-tolte\""))
            let done = try await anna.submit(form, ["tolta": turin], following: true)
            #expect(done.status == 200 && done.main.contains("Filiali tolte."))
            #expect(try done.form(path + "/filiali").action == path + "/filiali")
            #expect(try await anna.submit(form, ["tolta": turin]).status == 409)
        }
    }

    @Test("Who asked reads on the request's page by whom and why it was declined", arguments: Engine.available)
    func declined(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let site = try TestSite(over: await site.world.withMarco("ALFA-MI1"))
            let anna = try await site.browser(as: .master)
            let marco = try await site.browser(as: "ALFA/marco", in: .branch(site.world.branch("ALFA-MI1").id))
            let asked = try await anna.post(
                "/utenti/nuovo",
                fields: fields(site.world.draft("Sara", "Conti", "ALFA-TO1"))
            )
            let path = String(asked.location.prefix { $0 != "?" })
            _ = try await marco.post(path + "/rifiuta", ["motivo": "Non lavora più qui"])
            let page = try await anna.get(path)
            #expect(page.main.contains("Decisa da") && page.main.contains("Marco Ferri"))
            #expect(page.main.contains("Non lavora più qui"))
        }
    }

    @Test("A page that an address does not name shows nothing and leads to the first one", arguments: Engine.available)
    func cursors(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let anna = try await site.browser(as: .master)
            let foreign = Cursor(keys: [.text("a")], id: 1, order: "citizens").text
            for cursor in ["zzz", foreign] {
                let page = try await anna.get("/utenti?cursore=\(cursor)")
                #expect(page.status == 422 && page.rowCount == 0)
                #expect(page.links.contains("/utenti"))
            }
        }
    }
}
