import Domain
import HTML
import HTTPTypes
import Hummingbird
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Proving again who one is")
struct FreshSignInTests {
    private let strict = WebRouter.SignInPolicy(freshness: Freshness(seconds: 900, exportRows: 0))

    @Test(
        "A large export asks for it after a quarter of an hour, and leads back to the list",
        arguments: Engine.available
    )
    func export(on engine: Engine) async throws {
        try await withSite(on: engine, signIn: strict) { site in
            _ = try await site.citizen()
            let browser = try await site.browser(as: .super)
            let taxCode = try #require(site.world.operators["ALFA/bruno"]).taxCode
            #expect(try await browser.get("/cittadini.xlsx?sort=surname").status == 200)
            site.world.time.advance(seconds: 901)
            let before = try await site.world.store.latestTraces().count { $0.action == "citizens.exported" }
            let asked = try await browser.get("/cittadini.xlsx?sort=surname")
            #expect(asked.location == "/accedi/conferma?ritorno=%2Fcittadini%3Fsort%3Dsurname")
            let after = try await site.world.store.latestTraces().count { $0.action == "citizens.exported" }
            #expect(before == after)

            let page = try await browser.get(asked.location)
            #expect(page.status == 200)
            let link = try #require(page.links.first { $0.hasPrefix("/accedi?conferma=1") })
            let back = try await site.signIn(browser, as: taxCode, at: link)
            #expect(back.address == "/cittadini?sort=surname")
            #expect(try await browser.get("/cittadini.xlsx?sort=surname").status == 200)
            let trail = try await site.world.auditTrail()
            #expect(trail.contains("session.identity_confirmed"))
            #expect(trail.count { $0 == "session.closed" } == 0)
        }
    }

    @Test("A list of not too many rows asks for nothing", arguments: Engine.available)
    func small(on engine: Engine) async throws {
        let policy = WebRouter.SignInPolicy(freshness: Freshness(seconds: 900, exportRows: 1))
        try await withSite(on: engine, signIn: policy) { site in
            _ = try await site.citizen()
            let browser = try await site.browser(as: .super)
            site.world.time.advance(seconds: 1000)
            #expect(try await browser.get("/cittadini.xlsx").status == 200)
        }
    }

    @Test("A sign-in that the provider gives away from its own session is no proof", arguments: Engine.available)
    func ordinary(on engine: Engine) async throws {
        let policy = WebRouter.SignInPolicy(freshness: Freshness(seconds: 20, exportRows: 0))
        try await withSite(on: engine, signIn: policy) { site in
            _ = try await site.citizen()
            let browser = site.browser()
            let taxCode = try #require(site.world.operators["ALFA/bruno"]).taxCode
            // Half a minute between the proof and the return, in which nobody proves anything.
            try await site.signIn(browser, as: taxCode, waiting: 30)
            _ = try await browser.post("/ambito", ["ambito": "tutte"])
            #expect(try await browser.get("/cittadini.xlsx").location.hasPrefix("/accedi/conferma"))
        }
    }

    @Test("Another person confirms nothing, and gets no session", arguments: Engine.available)
    func other(on engine: Engine) async throws {
        try await withSite(on: engine, signIn: strict) { site in
            _ = try await site.citizen()
            let browser = try await site.browser(as: .super)
            let session = browser.cookies["incontro"]
            site.world.time.advance(seconds: 901)
            let anna = try #require(site.world.operators["ALFA/anna"]).taxCode
            let page = try await site.signIn(browser, as: anna, at: "/accedi?conferma=1&ritorno=/cittadini")
            #expect(page.status == 403)
            #expect(page.heading.map(Page.unescaped) == "Si è identificata un'altra persona")
            #expect(browser.cookies["incontro"] == session)
            #expect(try await browser.get("/cittadini.xlsx").location.hasPrefix("/accedi/conferma"))
        }
    }

    @Test("A form that asks for it comes back filled afterwards", arguments: Engine.available)
    func form(on engine: Engine) async throws {
        let routes: (Router<WebContext>) -> Void = { router in
            router.get("grave") { _, context in
                Response(status: .ok, body: .init(byteBuffer: .init(string: context.typed?.text("motivo") ?? "-")))
            }
            router.form("grave") { _, context in
                try context.requireFresh(within: 900)
                return .seeOther("/fatto")
            }
        }
        try await withSite(on: engine, adding: routes) { site in
            let browser = try await site.browser(as: .citizen)
            let token = try await browser.get("/privacy").token ?? ""
            let fields = [("_csrf", token), ("_pagina", "/grave"), ("motivo", "perché sì")]
            #expect(try await browser.post("/grave", fields: fields, token: .none).location == "/fatto")
            site.world.time.advance(seconds: 901)
            let asked = try await browser.post("/grave", fields: fields, token: .none)
            #expect(asked.location == "/accedi/conferma?ritorno=%2Fgrave")
            let back = try await site.signIn(browser, as: site.maria, at: "/accedi?conferma=1&ritorno=/grave")
            #expect(back.text == "perché sì")
            #expect(try await browser.post("/grave", fields: fields, token: .none).location == "/fatto")
            #expect(try await browser.get("/grave").text == "-")
        }
    }
}
