import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("What stands around the pages")
struct SiteTests {
    @Test("The language is kept in a cookie, and the way back is the page with its query")
    func language() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = site.browser()
            let page = try await browser.get("/lavoro?q=cuoco&dove=Milano")
            #expect(page.text.contains("<html lang=\"it\">"))
            let link = try #require(page.links.first { $0.hasPrefix("/lingua/en") })
            let english = try await browser.get(link, following: true)
            #expect(english.address == "/lavoro?q=cuoco&dove=Milano")
            #expect(english.text.contains("<html lang=\"en\">"))
            #expect(try await browser.get("/lingua/fr").status == 404)
        }
    }

    @Test("Every page carries the headers that keep others out", arguments: ["/", "/lavoro", "/niente", "/cittadini"])
    func headers(address: String) async throws {
        try await withSite(on: .sqlite) { site in
            let page = try await site.browser().get(address)
            let policy = page.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(page.headers[.xContentTypeOptions] == "nosniff")
            #expect(page.headers[.cacheControl] == "no-store")
        }
    }

    @Test("No page has a script or a style in it")
    func inline() async throws {
        try await withSite(on: .sqlite) { site in
            let examples = try await site.examples()
            for visitor in [TestSite.Visitor.nobody, .citizen, .super] {
                let browser = try await site.browser(as: visitor)
                for (route, _, address) in site.asked(examples) where route.method == .get {
                    let page = try await browser.get(address)
                    guard page.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                    #expect(
                        page.text.firstMatch(of: /<script(?![^>]* src=)|<style| style="| on[a-z]+="/) == nil,
                        "\(route)"
                    )
                }
            }
        }
    }

    @Test("Style sheets come without a session being looked for, and nothing else of the disk does")
    func staticFiles() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            let sheet = try await browser.get("/incontro.css")
            #expect(sheet.status == 200)
            #expect(sheet.headers[.contentType]?.hasPrefix("text/css") == true)
            #expect(sheet.headers[.cacheControl]?.contains("max-age") == true)
            #expect(sheet.statements.isEmpty)
            for address in [
                "/incontro.niente", "/vendor/niente.css", "/vendor/../../Package.swift",
                "/vendor/%2e%2e/%2e%2e/Package.swift", "/vendor/..%2f..%2fPackage.swift",
                "/incontro.css/../../README.md",
            ] {
                let page = try await browser.get(address)
                #expect(page.status == 404 || page.status == 400, "\(address): \(page.status)")
                #expect(!page.text.contains("swift-tools-version"), "\(address)")
            }
        }
    }

    @Test("What goes wrong is a page that says what to do, in the language of the one who asks")
    func failures() async throws {
        try await withSite(on: .sqlite) { site in
            let browser = try await site.browser(as: .super)
            _ = try await browser.get("/lingua/en")
            let absent = try await browser.get("/niente")
            #expect(absent.status == 404)
            #expect(absent.heading == "Page not found" && absent.text.contains("Persona Provata"))
            #expect(try await browser.get("/cittadini?q=%ff").status == 400)
            #expect(try await browser.get("/cittadini?q=%00").status == 400)
            let large = try await browser.post("/ambito", ["ambito": String(repeating: "a", count: 2_000_000)])
            #expect(large.status == 413)
            let json = try await browser.send(.post, "/ambito", headers: [.contentType: "application/json"])
            #expect(json.status == 400)
        }
    }

    @Test("A failure of ours tells its number and nothing of the inside", arguments: Engine.available)
    func broken(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            try await site.world.store.write { (transaction: borrowing Transaction) in
                try transaction.run("ALTER TABLE vacancy RENAME TO vacancy_gone")
                return ()
            }
            let page = try await browser.get("/offerte")
            #expect(page.status == 500)
            #expect(page.main.contains("<code>"))
            #expect(!page.text.lowercased().contains("vacancy_gone") && !page.text.contains("SELECT"))
            #expect(page.log.contains { $0.hasPrefix("error request failed") })
        }
    }

    @Test("Whoever has another role is told so; who is not signed in is led to sign in and back")
    func wrongRole() async throws {
        try await withSite(on: .sqlite) { site in
            let maria = try await site.browser(as: .citizen)
            let page = try await maria.get("/cittadini")
            #expect(page.status == 403)
            #expect(try await site.browser(as: .super).get("/percorso").status == 403)
            let nobody = try await site.browser().get("/cittadini?sort=age")
            #expect(nobody.status == 303)
            #expect(nobody.location == "/accedi?ritorno=%2Fcittadini%3Fsort%3Dage")
        }
    }
}
