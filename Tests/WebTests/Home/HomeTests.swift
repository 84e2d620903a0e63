import Persistence
import TestSupport
import Testing

@Suite("The first page")
struct HomeTests {
    @Test("Whoever is signed in is led to the page of the day's work, everybody else sees what this is")
    func home() async throws {
        try await withSite(on: .sqlite) { site in
            let start = try await site.browser().get("/")
            #expect(start.status == 200)
            #expect(start.links.contains("/lavoro"))

            let expected: [(TestSite.Visitor, String)] = [
                (.citizen, "/percorso"), (.branchOperator, "/cittadini"), (.super, "/cittadini"),
                (.master, "/cittadini"), (.withoutScope, "/ambito"), (.severalHats, "/accedi/ruolo"),
                (.stranger, "/accedi/ruolo"),
            ]
            for (visitor, target) in expected {
                let answer = try await site.browser(as: visitor).get("/")
                #expect(answer.status == 303, "\(visitor)")
                #expect(answer.location == target, "\(visitor)")
            }
        }
    }
}
