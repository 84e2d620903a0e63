import Domain
import HTML
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Signing in and out")
struct SignInFlowTests {
    @Test("A new sign-in has a new token, and a planted or an old one opens nothing", arguments: Engine.available)
    func fixation(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let anna = try #require(site.world.operators["ALFA/anna"]).taxCode
            let browser = site.browser()
            let planted = String(repeating: "A", count: 43)
            browser.keep(cookie: "incontro", planted)
            try await site.signIn(browser, as: anna)
            let first = try #require(browser.cookies["incontro"])
            #expect(first != planted)
            try await site.signIn(browser, as: anna)
            #expect(browser.cookies["incontro"] != first)
            let thief = site.browser()
            for token in [planted, first] {
                thief.keep(cookie: "incontro", token)
                #expect(try await thief.get("/sessioni").status == 303)
            }
        }
    }

    @Test(
        "Half an hour without a request, or twelve hours with them, and the next request is nobody's",
        arguments: Engine.available
    )
    func limits(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            for _ in 0..<23 {
                site.world.time.advance(seconds: 29 * 60)
                #expect(try await browser.get("/offerte").status == 200)
            }
            site.world.time.advance(seconds: 1800)
            #expect(try await browser.get("/offerte").location == "/accedi?ritorno=%2Fofferte")

            let busy = try await site.browser(as: .super)
            for minutes in stride(from: 20, to: 720, by: 20) {
                site.world.time.advance(seconds: 20 * 60)
                #expect(try await busy.get("/offerte").status == 200, "after \(minutes) minutes")
            }
            site.world.time.advance(seconds: 20 * 60)
            #expect(try await busy.get("/offerte").status == 303)
        }
    }

    @Test("Signing out ends the session, also when it was over already", arguments: Engine.available)
    func signOut(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            let token = try #require(browser.cookies["incontro"])
            let form = try await browser.get("/privacy").form("/esci")
            let out = try await browser.submit(form)
            #expect(out.location.contains("/end-session?"))
            #expect(browser.cookies["incontro"] == nil)
            browser.keep(cookie: "incontro", token)
            #expect(try await browser.get("/offerte").status == 303)
            #expect(try await browser.submit(form).location == "/")
        }
    }

    @Test("Cookies are for this host alone, out of reach of scripts and of other sites", arguments: [false, true])
    func cookies(isSecure: Bool) async throws {
        let url = isSecure ? "https://127.0.0.1:8080" : TestSite.publicURL
        try await withSite(on: .sqlite, publicURL: url) { site in
            let browser = site.browser()
            let asked = try await browser.get("/accedi")
            let choice = try await browser.get(asked.location)
            let ticket = try #require(choice.text.firstMatch(of: /name="ticket" value="([^"]+)"/)).1
            let anna = try #require(site.world.operators["ALFA/anna"]).taxCode.text
            let answer = try await browser.post(
                DevelopmentProvider.path + "/authorize",
                ["ticket": String(ticket), "tax_code": anna],
                token: .none
            )
            let done = try await browser.get(answer.location)
            let set = asked.headers[values: .setCookie] + done.headers[values: .setCookie]
            #expect(set.count >= 3)
            for cookie in set {
                #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
                #expect(!cookie.contains("Domain"))
                #expect(cookie.contains("Secure") == isSecure && cookie.hasPrefix("__Host-") == isSecure, "\(cookie)")
            }
        }
    }
}

@Suite("The limit of sign-ins")
struct SignInLimitTests {
    @Test("Too many from one address are told when to come back; others still sign in", arguments: Engine.available)
    func address(on engine: Engine) async throws {
        let proxies = try #require(TrustedProxies(["127.0.0.1", "10.0.0.0/8"]))
        let policy = WebRouter.SignInPolicy(limits: SignInLimits(perAddress: 5, overall: 100), trustedProxies: proxies)
        try await withSite(on: engine, signIn: policy) { site in
            let browser = site.browser()
            for _ in 0..<5 { #expect(try await browser.get("/accedi").status == 303) }
            let page = try await browser.get("/accedi")
            #expect(page.status == 429)
            #expect(page.headers[.retryAfter] == "600")
            #expect(page.main.contains("10 minuti"))
            #expect(page.headers[.location] == nil)
            site.world.time.advance(seconds: 600)
            #expect(try await browser.get("/accedi").status == 303)
        }
    }

    @Test(
        "A failed return counts for its address alone, and is then stopped before the store",
        arguments: Engine.available
    )
    func failures(on engine: Engine) async throws {
        let proxies = try #require(TrustedProxies(["127.0.0.1"]))
        let policy = WebRouter.SignInPolicy(limits: SignInLimits(perAddress: 4, overall: 6), trustedProxies: proxies)
        try await withSite(on: engine, signIn: policy) { site in
            for _ in 0..<4 {
                #expect(try await site.browser().get("/accedi/ritorno?state=x&code=y").status == 403)
            }
            for _ in 0..<10 {
                let page = try await site.browser().get("/accedi/ritorno?state=x&code=y")
                #expect(page.status == 429 && page.headers[.retryAfter] == "600")
                #expect(!page.statements.contains { $0.contains("INSERT") || $0.contains("DELETE") })
            }
            // Nobody has begun anything, so everybody still may.
            for _ in 0..<4 { #expect(try await site.browser().get("/accedi").status == 303) }
        }
    }

    @Test("The limit of all holds for all", arguments: Engine.available)
    func overall(on engine: Engine) async throws {
        let policy = WebRouter.SignInPolicy(limits: SignInLimits(perAddress: 1000, overall: 8))
        try await withSite(on: engine, signIn: policy) { site in
            for _ in 0..<8 { #expect(try await site.browser().get("/accedi").status == 303) }
            let page = try await site.browser().get("/accedi")
            #expect(page.status == 429)
            #expect(page.main.contains("molte persone"))
            #expect(try await site.browser().get("/accedi").status == 429)
            // Whoever is in stays in.
            #expect(try await site.browser(as: .super).get("/offerte").status == 200)
        }
    }
}
