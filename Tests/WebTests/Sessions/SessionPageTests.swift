import Domain
import HTML
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The page of one's own sign-ins")
struct SessionPageTests {
    private func cards(_ page: Page) -> Int { page.main.matches(of: /class="card-item"/).count }

    @Test(
        "Everybody who is signed in has it, whatever the hat, and every page leads there",
        arguments: Engine.available
    )
    func everybody(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            for visitor in TestSite.Visitor.allCases where visitor != .nobody {
                let browser = try await site.browser(as: visitor)
                let page = try await browser.get("/sessioni")
                #expect(page.status == 200, "\(visitor)")
                #expect(page.main.contains("Questo accesso"), "\(visitor)")
                #expect(cards(page) >= 1, "\(visitor)")
                #expect(try await browser.get("/privacy").links.contains("/sessioni"), "\(visitor)")
            }
            let nobody = try await site.browser().get("/sessioni")
            #expect(nobody.status == 303 && nobody.location.hasPrefix("/accedi?"))
        }
    }

    @Test(
        "One sign-in is closed, or all others at once; the next request of theirs is nobody's",
        arguments: Engine.available
    )
    func closing(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browsers = [
                try await site.browser(as: .super), try await site.browser(as: .super),
                try await site.browser(as: .super),
                try await site.browser(as: .super),
            ]
            let stranger = try await site.browser(as: .master)
            let page = try await browsers[0].get("/sessioni")
            #expect(cards(page) == 4)
            let forms = page.forms.filter { $0.action == "/sessioni/chiudi" }
            #expect(forms.count == 4)

            let ids = forms.flatMap { $0.values("sessione") }
            // A session of somebody else is not there for the one who asks.
            let foreign = try await stranger.post("/sessioni/chiudi", ["sessione": ids[0]])
            #expect(foreign.status == 404)

            let current = try #require(
                page.main.firstMatch(of: /Questo accesso.*?name="sessione" value="([^"]+)"/.dotMatchesNewlines())
            )
            .1
            let other = try #require(ids.first { $0 != current })
            let closed = try await browsers[0].post("/sessioni/chiudi", ["sessione": other], following: true)
            #expect(cards(closed) == 3 && closed.main.contains("è stato chiuso"))
            let all = try await browsers[0].post("/sessioni/chiudi-altre", following: true)
            #expect(cards(all) == 1)
            for browser in browsers.dropFirst() {
                #expect(try await browser.get("/cittadini").location.hasPrefix("/accedi?"))
            }
            #expect(try await browsers[0].get("/cittadini").status == 200)
            #expect(try await stranger.get("/cittadini").status == 200)
            let trail = try await site.world.store.latestTraces(atMost: 20)
            #expect(trail.count { $0.action == "session.revoked" && $0.actorID == site.world.bruno.id.rawValue } >= 2)
        }
    }

    @Test("Closing the sign-in in hand is signing out", arguments: Engine.available)
    func own(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await site.citizen()
            let browser = site.browser()
            try await site.signIn(browser, as: site.maria)
            let form = try await browser.get("/patto/modifica").form("/patto/modifica")
            site.world.time.advance(seconds: 1801)
            _ = try await browser.submit(form, ["telefono": "333 5550123"])
            try await site.signIn(browser, as: site.maria)
            #expect(browser.cookies["incontro-modulo"] != nil && browser.cookies["incontro-prima"] != nil)
            let page = try await browser.get("/sessioni")
            let id = try #require(page.forms.flatMap { $0.values("sessione") }.first)
            let out = try await browser.post("/sessioni/chiudi", ["sessione": id])
            #expect(out.location.contains("id_token_hint="))
            #expect(browser.cookies.isEmpty)
        }
    }

    @Test(
        "A window of the session before this one signs out too, another person's does not",
        arguments: Engine.available
    )
    func olderWindow(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await site.citizen()
            let browser = site.browser()
            let old = try await site.signIn(browser, as: site.maria).form("/esci")
            site.world.time.advance(seconds: 1801)
            try await site.signIn(browser, as: site.maria)
            let foreign = try await site.browser(as: .super).get("/privacy").form("/esci")
            #expect(try await browser.submit(foreign).status == 403)
            #expect(try await browser.get("/percorso").status == 200)
            #expect(try await browser.submit(old).status == 303)
            #expect(browser.cookies.isEmpty)
        }
    }

    @Test(
        "Devices are named as their owners know them",
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36",
                "Chrome su Windows"
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
                "Edge su Windows"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1",
                "Safari su iPhone"
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
                "Chrome su Android"
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox su Linux"),
            ("curl/8.5", "curl"), ("<script>", "Dispositivo non riconosciuto"), ("", "Dispositivo non riconosciuto"),
            ("Robot (Windows)", "Browser non riconosciuto su Windows"),
        ]
    )
    func devices(userAgent: String, name: String) {
        #expect(DeviceName(userAgent).text(Words(.it)) == name)
    }
}
