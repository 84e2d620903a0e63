import Domain
import HTML
import HTTPTypes
import Hummingbird
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Forms that outlive their session")
struct KeptFormPagesTests {
    /// A pact half filled in, sent when half an hour has gone by.
    private func sendTooLate(_ site: TestSite, _ browser: RouterClient) async throws -> Page {
        let form = try await browser.get("/patto/modifica").form("/patto/modifica")
        site.world.time.advance(seconds: 1801)
        return try await browser.submit(form, ["telefono": "333 5550123", "email": "quasi@giusto", "salva": "1"])
    }

    @Test(
        "After signing in again the form is filled with what was typed, and nothing was sent",
        arguments: Engine.available
    )
    func back(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .citizen)
            let before = try await site.world.auditTrail().filter { $0.hasPrefix("pact.") }
            let over = try await sendTooLate(site, browser)
            #expect(over.location == "/accedi/scaduta?ritorno=%2Fpatto%2Fmodifica")
            let told = try await browser.get(over.location)
            #expect(told.main.contains("è conservato per due ore"))
            let link = try #require(told.links.first { $0.hasPrefix("/accedi?ritorno") })
            let page = try await site.signIn(browser, as: site.maria, at: link)
            #expect(page.address == "/patto/modifica")
            #expect(page.main.contains("Abbiamo conservato quello che avevi scritto"))
            let form = try page.form("/patto/modifica")
            #expect(form.values("telefono") == ["333 5550123"])
            #expect(form.values("email") == ["quasi@giusto"])
            #expect(try await site.world.auditTrail().filter { $0.hasPrefix("pact.") } == before)

            // Looking at it again does not lose it; other pages know nothing of it.
            #expect(
                try await browser.get("/patto/modifica").form("/patto/modifica").values("telefono") == ["333 5550123"]
            )
            #expect(try await !browser.get("/percorso").text.contains("Abbiamo conservato"))

            // Taken, and gone.
            let done = try await browser.submit(form, ["email": "maria@example.it", "salva": "1"])
            #expect(done.status == 200)
            #expect(try await !browser.get("/patto/modifica").text.contains("Abbiamo conservato"))
        }
    }

    @Test("A session that was closed elsewhere loses nothing either", arguments: Engine.available)
    func revoked(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .citizen)
            let form = try await browser.get("/patto/modifica").form("/patto/modifica")
            try await site.sessions.revokeAll(of: site.maria)
            let over = try await browser.submit(form, ["telefono": "333 5550123"])
            #expect(over.location.hasPrefix("/accedi/scaduta"))
            let page = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/patto/modifica")
            #expect(try page.form("/patto/modifica").values("telefono") == ["333 5550123"])
        }
    }

    @Test("Signed in again in another window, the old window's form still comes back", arguments: Engine.available)
    func twoWindows(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .citizen)
            let form = try await browser.get("/patto/modifica").form("/patto/modifica")
            site.world.time.advance(seconds: 1801)
            try await site.signIn(browser, as: site.maria)
            let stale = try await browser.submit(form, ["telefono": "333 5550123"])
            #expect(stale.location == "/patto/modifica")
            #expect(try await browser.get(stale.location).form("/patto/modifica").values("telefono") == ["333 5550123"])
        }
    }

    @Test("Another person on the same browser never sees it, and its owner not after them", arguments: Engine.available)
    func another(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .citizen)
            let lucia = try await site.world.citizen(.sample("Verdi", "Lucia"))
            _ = lucia
            #expect(try await sendTooLate(site, browser).location.hasPrefix("/accedi/scaduta"))
            let other = ApplicationEntry.sample("Verdi", "Lucia").taxCode
            let page = try await site.signIn(browser, as: other, at: "/accedi?ritorno=/patto/modifica")
            #expect(page.status == 200)
            #expect(!page.text.contains("333 5550123") && !page.text.contains("Abbiamo conservato"))
            let again = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/patto/modifica")
            #expect(!again.text.contains("333 5550123"))
        }
    }

    @Test("Signing out removes it, and so does the button", arguments: Engine.available)
    func discarded(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .citizen)
            _ = try await sendTooLate(site, browser)
            var page = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/patto/modifica")
            page = try await browser.submit(page.form("/moduli/scarta"), following: true)
            #expect(page.address == "/patto/modifica")
            #expect(!page.text.contains("333 5550123") && !page.text.contains("Abbiamo conservato"))

            _ = try await sendTooLate(site, browser)
            page = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/patto/modifica")
            #expect(page.text.contains("333 5550123"))
            _ = try await browser.submit(page.form("/esci"))
            #expect(browser.cookies.isEmpty)
            page = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/patto/modifica")
            #expect(!page.text.contains("333 5550123"))
        }
    }

    @Test("A form that proves nothing is not kept", arguments: Engine.available)
    func forged(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .citizen)
            let fields = [
                ("_csrf", String(repeating: "A", count: 43)), ("_pagina", "/patto/modifica"), ("telefono", "666"),
            ]
            for _ in 0..<2 {
                let answer = try await browser.post("/patto/modifica", fields: fields, token: .none)
                #expect(browser.cookies["incontro-modulo"] == nil)
                #expect(answer.status == 403 || answer.location.hasPrefix("/accedi?"))
                site.world.time.advance(seconds: 1801)
            }
            let page = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/patto/modifica")
            #expect(!page.text.contains("666"))
        }
    }

    @Test("The message to an agency is kept, and of an upload all but the file", arguments: Engine.available)
    func otherForms(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await site.citizen()
            try await site.world.load(.sample("PROVA-1", until: "2026-04-30"))
            let offers = try await site.world.vacancies.list(VacancyList(), as: site.world.alfa).rows
            let code = try #require(offers.first).vacancy.code.text
            let browser = try await site.browser(as: .citizen)
            let form = try await browser.get("/lavoro/\(code)").form("/lavoro/\(code)/interesse")
            site.world.time.advance(seconds: 1801)
            _ = try await browser.submit(form, ["messaggio": "Ho esperienza di sala"])
            let page = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/lavoro/\(code)")
            #expect(try page.form("/lavoro/\(code)/interesse").values("messaggio") == ["Ho esperienza di sala"])

            let token = try await browser.get("/privacy").token ?? ""
            site.world.time.advance(seconds: 1801)
            let late = try await browser.upload(
                "/offerte/carica",
                file: Array("a;b".utf8),
                named: "a.csv",
                ["_csrf": token, "_pagina": "/lavoro/\(code)", "messaggio": "Altro"],
                token: .none
            )
            #expect(late.location.hasPrefix("/accedi/scaduta"))
            let again = try await site.signIn(browser, as: site.maria, at: "/accedi?ritorno=/lavoro/\(code)")
            #expect(again.text.contains("I file non sono stati conservati"))
            #expect(try again.form("/lavoro/\(code)/interesse").values("messaggio") == ["Altro"])
        }
    }

    @Test(
        "While a form was filled in its scope was withdrawn: it waits for the choice of another",
        arguments: Engine.available
    )
    func scope(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .withoutScope)
            let token = try await browser.get("/ambito").token ?? ""
            let fields = [("_csrf", token), ("_pagina", "/offerte"), ("nota", "testo")]
            let answer = try await browser.post("/offerte/carica", fields: fields, token: .none)
            #expect(answer.location == "/ambito?ritorno=%2Fofferte")
            #expect(browser.cookies["incontro-modulo"] != nil)
        }
    }

    @Test("Every form that names its page comes back filled on it", arguments: Engine.available)
    func everyForm(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let site = try TestSite(over: await site.world.withMarco("ALFA-MI1", "ALFA-TO1"))
            let (supers, world) = (SuperUsers(site.world.store), site.world)
            let asked = try await supers.appoint(world.draft("Sara", "Conti", "ALFA-MI1"), as: world.anna)
            let extended = try await supers.extend(world.bruno.id, over: [world.branch("ALFA-TO1").id], as: world.anna)
            try await supers.confirm(extended.id, as: world.identity("ALFA/marco"))
            let (bruno, turin) = ("/utenti/\(world.bruno.id.text)", world.branch("ALFA-TO1").id.text)
            let request = "/utenti/richieste/\(asked.id.text)"
            let masters: [(page: String, target: String, field: String, value: String)] = [
                ("/utenti/nuovo", "/utenti/nuovo", "nome", "Sara"),
                (request, request + "/rifiuta", "motivo", "Non è qui"),
                (bruno + "/sospendi", bruno + "/sospendi", "motivo", "Ferie"),
                (bruno, bruno + "/filiali/togli", "tolta", turin),
            ]
            let marco = try #require(world.operators["ALFA/marco"]).taxCode
            let browser = site.browser()
            for form in masters {
                try await site.signIn(browser, as: marco)
                _ = try await browser.post("/ambito", ["ambito": "tutte"])
                let sent = try await browser.get(form.page).form(form.target)
                site.world.time.advance(seconds: 1801)
                let late = try await browser.submit(sent, [form.field: form.value])
                #expect(late.location.hasPrefix("/accedi/scaduta"), "\(form)")
                try await site.signIn(browser, as: marco)
                _ = try await browser.post("/ambito", ["ambito": "tutte"])
                let page = try await browser.get(form.page)
                let values = Page.unescaped(try page.form(form.target).values(form.field).joined())
                #expect(values == form.value, "\(form)")
                #expect(page.main.contains("Abbiamo conservato"), "\(form)")
            }
        }
    }

    @Test(
        "Of an upload that came too late the page says that the file is to be chosen again",
        arguments: Engine.available
    )
    func lateUpload(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            let taxCode = try #require(site.world.operators["ALFA/bruno"]).taxCode
            let form = try await browser.get("/offerte/carica").form("/offerte/carica")
            site.world.time.advance(seconds: 1801)
            let late = try await browser.upload(
                "/offerte/carica",
                file: [UInt8](repeating: 65, count: 3 << 20),
                named: "a.csv",
                ["_csrf": form.values("_csrf").joined(), "_pagina": form.values("_pagina").joined()],
                token: .none
            )
            #expect(late.location == "/accedi/scaduta?ritorno=%2Fofferte%2Fcarica")
            try await site.signIn(browser, as: taxCode)
            _ = try await browser.post("/ambito", ["ambito": "tutte"])
            #expect(try await browser.get("/offerte/carica").text.contains("I file non sono stati conservati"))
        }
    }

    @Test("From a browser whose cookie is of nobody no body is read", arguments: Engine.available)
    func invented(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = site.browser()
            let invented = try #require(SessionToken(text: String(repeating: "A", count: 43)))
            browser.keep(cookie: "incontro", invented.text)
            let answer = try await browser.upload(
                "/offerte/carica",
                file: [1, 2, 3],
                named: "a.csv",
                ["_csrf": invented.formToken, "_pagina": "/offerte/carica"],
                token: .none
            )
            #expect(answer.location.hasPrefix("/accedi?"))
            #expect(!answer.isBodyRead)
        }
    }

    @Test("A form whose handler asks for a hat, or for another one, is kept and read once", arguments: Engine.available)
    func hats(on engine: Engine) async throws {
        let routes: (Router<WebContext>) -> Void = { router in
            router.form("prova") { _, _ in throw WrongRole.otherRole }
        }
        try await withSite(on: engine, adding: routes) { site in
            let stranger = try await site.browser(as: .stranger)
            let chosen = try await stranger.post("/ambito", ["ambito": "tutte", "_pagina": "/ambito"])
            #expect(chosen.location == "/accedi/ruolo?ritorno=%2Fambito")
            #expect(stranger.cookies["incontro-modulo"] != nil)
            // The hat was changed in another window.
            for target in ["/patto/modifica", "/prova"] {
                let browser = try await site.browser(as: .super)
                let answer = try await browser.post(target, ["_pagina": "/patto/modifica", "telefono": "333 5550123"])
                #expect(answer.status == 403 && browser.cookies["incontro-modulo"] != nil)
                #expect(answer.links.contains("/accedi/ruolo?ritorno=%2Fpatto%2Fmodifica"))
            }
        }
    }
}
