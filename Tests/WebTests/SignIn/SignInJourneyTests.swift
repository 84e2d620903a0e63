import Domain
import HTML
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Signing in through the provider")
struct SignInJourneyTests {
    /// From a page that asks for it, over the provider's page, to where the provider sends the browser back.
    private func signIn(
        _ browser: RouterClient,
        as key: String,
        at address: String,
        _ site: TestSite
    ) async throws -> Page {
        let asked = try await browser.get(address)
        #expect(asked.status == 303 && asked.location.hasPrefix("/accedi?ritorno="))
        let provider = try await browser.get(asked.location, following: true)
        let person = try #require(site.world.operators[key])
        #expect(provider.text.contains(person.taxCode.text))
        let form = try #require(provider.forms.first { $0.method == "post" })
        return try await browser.submit(form, ["tax_code": person.taxCode.text])
    }

    @Test("Who has one role and one scope comes back to the page that was asked for", arguments: Engine.available)
    func oneRole(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = site.browser()
            let back = try await signIn(browser, as: "BETA/elena", at: "/cittadini?sort=surname", site)
            #expect(back.status == 303 || back.status == 302)
            #expect(back.location.hasPrefix(TestSite.publicURL + "/accedi/ritorno?"))
            let page = try await browser.get(back.location, following: true)
            #expect(page.address == "/cittadini?sort=surname" && page.status == 200)
            #expect(page.text.contains("Elena Fò"))
        }
    }

    @Test("Who has several scopes or roles chooses first, then comes back", arguments: Engine.available)
    func choices(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let bruno = site.browser()
            let back = try await signIn(bruno, as: "ALFA/bruno", at: "/offerte?stato=draft", site)
            let scopes = try await bruno.get(back.location, following: true)
            #expect(scopes.address.hasPrefix("/ambito?ritorno="))
            let page = try await bruno.submit(scopes.form("/ambito"), ["ambito": "tutte"], following: true)
            #expect(page.address == "/offerte?stato=draft")

            let carla = site.browser()
            let carlaBack = try await signIn(carla, as: "ALFA/carla", at: "/offerte", site)
            let roles = try await carla.get(carlaBack.location, following: true)
            #expect(roles.address.hasPrefix("/accedi/ruolo"))
            let choices = roles.forms.filter { $0.action == "/accedi/ruolo" }
            #expect(choices.count == 2)
            let list = try await carla.submit(choices[1], following: true)
            #expect(list.address == "/offerte" && list.text.contains("Gamma Intermediazione"))
        }
    }

    @Test("An answer of the provider opens one session, in the browser that asked", arguments: Engine.available)
    func once(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = site.browser()
            let back = try await signIn(browser, as: "BETA/elena", at: "/cittadini", site)
            let stolen = try await site.browser().get(back.location)
            #expect(stolen.status == 403 && stolen.headers[.setCookie] == nil)
            // The attempt is used up by whoever tried it: the right browser begins again.
            #expect(try await browser.get(back.location).status == 403)
            #expect(try await browser.get("/cittadini").status == 303)

            let second = site.browser()
            let again = try await signIn(second, as: "BETA/elena", at: "/cittadini", site)
            #expect(try await second.get(again.location).status == 303)
            #expect(try await second.get(again.location).status == 403)
        }
    }

    @Test("The session's cookie is out of reach of scripts and other sites, and new at each sign-in")
    func cookie() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = site.browser()
            browser.keep(cookie: "incontro", String(repeating: "A", count: 43))
            let back = try await signIn(browser, as: "BETA/elena", at: "/cittadini", site)
            let answer = try await browser.get(back.location)
            let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("incontro=") })
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(browser.cookies["incontro"] != String(repeating: "A", count: 43))
        }
    }

    @Test("Signing out ends the session here, whatever the provider says", arguments: Engine.available)
    func signOut(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            let token = browser.cookies["incontro"]
            let out = try await browser.post("/esci")
            #expect(out.status == 303)
            #expect(browser.cookies["incontro"] == nil)
            browser.keep(cookie: "incontro", token)
            #expect(try await browser.get("/cittadini").status == 303)
        }
    }

    @Test(
        "No address leads a browser to another site after sign-in, a choice or a change of language",
        arguments: [
            "https://male.example/", "//male.example", "/\\male.example", "javascript:alert(1)", "/\u{9}/male.example",
        ]
    )
    func openRedirects(target: String) async throws {
        try await withSite(on: .sqlite) { site in
            let encoded = Link.encoded(target)
            let elena = site.browser()
            let provider = try await elena.get("/accedi?ritorno=" + encoded, following: true)
            let form = try #require(provider.forms.first { $0.method == "post" })
            let person = try #require(site.world.operators["BETA/elena"])
            let back = try await elena.submit(form, ["tax_code": person.taxCode.text])
            #expect(try await elena.get(back.location).location == "/")

            let bruno = try await site.browser(as: .super)
            let choice = try await bruno.get("/ambito?ritorno=" + encoded)
            let chosen = try await bruno.submit(choice.form("/ambito"), ["ambito": "tutte"])
            #expect(chosen.location == "/")
            #expect(try await bruno.post("/ambito", ["ambito": "tutte", "ritorno": target]).location == "/")
            #expect(try await bruno.get("/lingua/en?ritorno=" + encoded).location == "/")

            let carla = try await site.browser(as: .severalHats)
            let hats = try await carla.get("/accedi/ruolo?ritorno=" + encoded)
            let hat = try #require(hats.forms.first { $0.action == "/accedi/ruolo" })
            #expect(try await carla.submit(hat).location == "/")
        }
    }
}
