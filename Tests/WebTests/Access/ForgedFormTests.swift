import Domain
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Forms against forgery")
struct ForgedFormTests {
    @Test("Every form of the router is refused without the session's token, and with another one")
    func everyForm() async throws {
        try await withSite(on: .sqlite) { site in
            let examples = try await site.examples()
            let forged = Words(.it)(.expiredFormTitle)
            // Forms of the development provider are between browser and provider, with tickets of their own.
            let targets = site.asked(examples).filter {
                $0.route.method != .get && !$0.route.path.hasPrefix(DevelopmentProvider.path)
            }
            #expect(targets.count > 5)
            for (route, example, address) in targets {
                var refusals = 0
                for visitor in TestSite.Visitor.allCases {
                    let browser = try await site.browser(as: visitor)
                    let other = try await site.browser(as: .master).get("/privacy").token ?? ""
                    for token in [RouterClient.Token.none, .other(""), .other(other)] {
                        let page = try await site.ask(route, example, at: address, with: browser, token: token)
                        // Somebody whom the form is not for may be sent to sign in before anything is read; and nobody
                        // can be signed out who is not signed in.
                        let isLedAway =
                            page.status == 303 && (page.location.contains("ritorno=") || visitor == .nobody)
                        #expect(page.status == 403 || isLedAway, "\(route) as \(visitor) \(token): \(page.status)")
                        if page.status == 403, page.heading == forged { refusals += 1 }
                    }
                }
                #expect(refusals > 0, "\(route): nobody was asked for a token")
            }
        }
    }

    @Test("No other method than GET and POST is answered")
    func methods() async throws {
        try await withSite(on: .sqlite) { site in
            let methods = Set(site.routes.map(\.method))
            #expect(methods.isSubset(of: [.get, .post]), "\(methods)")
        }
    }
}
