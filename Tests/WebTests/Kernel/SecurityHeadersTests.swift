import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("What every answer carries")
struct SecurityHeadersTests {
    @Test("Every route, to everybody, in success and failure", arguments: [false, true])
    func everyRoute(isSecure: Bool) async throws {
        let url = isSecure ? "https://127.0.0.1:8080" : TestSite.publicURL
        try await withSite(on: .sqlite, publicURL: url) { site in
            let examples = try await site.examples()
            for (route, example, address) in site.asked(examples) {
                for visitor in [TestSite.Visitor.nobody, .citizen, .super] {
                    let browser = try await site.browser(as: visitor)
                    let page = try await site.ask(route, example, at: address, with: browser)
                    expectHeaders(of: page, isSecure: isSecure, "\(route) as \(visitor)")
                }
            }
            for address in ["/non-esiste", "/vendor/non-esiste.css", "/incontro.css"] {
                let page = try await site.browser().get(address)
                expectHeaders(of: page, isSecure: isSecure, address, isPage: page.status != 200)
            }
        }
    }

    private func expectHeaders(of page: Page, isSecure: Bool, _ what: String, isPage: Bool = true) {
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { page.headers[$0] } }
        let policy = header("Content-Security-Policy") ?? ""
        let directives = policy.split(separator: ";").map { String($0).trimmed }
        for directive in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "script-src 'self'"] {
            #expect(directives.contains(directive), "\(what): \(policy)")
        }
        #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("http:"), "\(what): \(policy)")
        #expect(directives.contains { $0.hasPrefix("form-action 'self'") }, "\(what)")
        #expect(header("X-Content-Type-Options") == "nosniff", "\(what)")
        #expect(header("Referrer-Policy") == "same-origin", "\(what)")
        #expect(header("Cross-Origin-Opener-Policy") == "same-origin", "\(what)")
        #expect(header("Cross-Origin-Resource-Policy") == "same-origin", "\(what)")
        #expect(header("Permissions-Policy") != nil, "\(what)")
        #expect((header("Strict-Transport-Security") != nil) == isSecure, "\(what)")
        if isPage { #expect(header("Cache-Control") == "no-store", "\(what)") }
    }

    @Test("No page has a script or a style of its own, so that the policy can forbid them")
    func inline() async throws {
        try await withSite(on: .sqlite) { site in
            let examples = try await site.examples()
            for (route, _, address) in site.asked(examples) where route.method == .get {
                for visitor in [TestSite.Visitor.nobody, .citizen, .super, .master] {
                    let page = try await site.browser(as: visitor).get(address)
                    guard page.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                    #expect(
                        page.text.firstMatch(of: /<script(?![^>]* src=)|<style|\son[a-z]+="|\sstyle="|javascript:/)
                            == nil,
                        "\(route)"
                    )
                }
            }
        }
    }
}
