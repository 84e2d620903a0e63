import Domain
import HTML
import HTTPTypes
import Persistence
import TestSupport
import Testing

@testable import Domain
@testable import Web

@Suite("Scope and hat on every page")
struct ScopeTests {
    @Test("Each page of an operator shows the scope and leads to its change and back", arguments: Engine.available)
    func back(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            for address in [
                "/cittadini?sort=surname&age_min=30", "/offerte", "/sessioni", "/privacy", "/lavoro?q=cuoco",
            ] {
                let page = try await browser.get(address)
                #expect(page.text.contains("Ambito operativo:"), "\(address)")
                let change = try #require(page.links.first { $0.hasPrefix("/ambito") }, "\(address)")
                let choice = try await browser.get(change)
                let done = try await browser.submit(choice.form("/ambito"), ["ambito": "tutte"])
                #expect(done.location == address)
            }
            // A place in a list of the old scope is none in the new one.
            let deep = try await browser.get("/cittadini?sort=surname&cursore=abc")
            let change = try #require(deep.links.first { $0.hasPrefix("/ambito") })
            #expect(change == "/ambito?ritorno=%2Fcittadini%3Fsort%3Dsurname")
        }
    }

    @Test("A page that answers a form leads back to the form's page", arguments: Engine.available)
    func afterForm(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let browser = try await site.browser(as: .super)
            _ = try await browser.get("/offerte/carica")
            let refused = try await browser.upload("/offerte/carica", field: "altro", file: [1], named: "x.csv")
            #expect(refused.status == 422)
            #expect(refused.links.contains("/ambito?ritorno=%2F"))
            let page = try await browser.send(
                .post,
                "/offerte/carica",
                headers: [.contentType: "text/plain", .referer: TestSite.publicURL + "/offerte/carica"]
            )
            #expect(page.links.contains("/ambito?ritorno=%2Fofferte%2Fcarica"))
            let foreign = try await browser.send(
                .post,
                "/offerte/carica",
                headers: [.contentType: "text/plain", .referer: "https://altro.example/offerte/carica"]
            )
            #expect(foreign.links.contains("/ambito?ritorno=%2F"))
        }
    }

    @Test("A withdrawn grant cuts the very next request, and the pages behind it", arguments: Engine.available)
    func withdrawn(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await site.citizen()
            let browser = try await site.browser(as: "ALFA/anna", in: .branch(site.world.branch("ALFA-MI1").id))
            #expect(try await browser.get("/cittadini").rowCount == 1)
            let (id, branch) = (site.world.anna.id, site.world.branch("ALFA-MI1").id)
            let yesterday = site.world.today.adding(days: -1)
            try await site.world.store.write { (transaction: borrowing Transaction) in
                try transaction.run(
                    "UPDATE branch_grant SET valid_to = \(yesterday) WHERE operator_id = \(id) AND branch_id = \(branch)"
                )
            }
            for address in ["/cittadini?sort=surname", "/cittadini.xlsx", "/offerte"] {
                let cut = try await browser.get(address)
                #expect(cut.status == 303 && cut.location.hasPrefix("/ambito?ritorno="), "\(address)")
            }
            let choice = try await browser.get("/ambito")
            #expect(!choice.main.contains("ALFA-MI1"))
            // Across branches the withdrawn one is simply not there.
            _ = try await browser.submit(choice.form("/ambito"), ["ambito": "tutte"])
            #expect(try await browser.get("/cittadini").rowCount == 0)
            let trace = try await site.world.store.latestTraces().first { $0.action == "session.scope_chosen" }
            #expect(trace?.details.contains("before") == true && trace?.details.contains("cross_branch") == true)
        }
    }

    @Test("Who has several hats is asked, and changes them from every page", arguments: Engine.available)
    func hats(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let carla = try #require(site.world.operators["ALFA/carla"]).taxCode
            let browser = site.browser()
            let asked = try await site.signIn(browser, as: carla, at: "/accedi?ritorno=%2Fofferte%3Fq%3Dx")
            #expect(asked.address == "/accedi/ruolo?ritorno=%2Fofferte%3Fq%3Dx")
            let hats = asked.forms.filter { $0.action == "/accedi/ruolo" }
            #expect(hats.count == 2)
            let first = try await browser.submit(hats[0], following: true)
            #expect(first.address == "/offerte?q=x")
            #expect(first.text.contains("Alfa Lavoro"))
            #expect(first.links.contains("/accedi/ruolo"))
            let second = try await browser.submit(
                try await browser.get("/accedi/ruolo").forms.filter { $0.action == "/accedi/ruolo" }[1],
                following: true
            )
            #expect(second.text.contains("Gamma Intermediazione"))
        }
    }

    @Test("A page for another hat says so and leads to the change", arguments: Engine.available)
    func otherHat(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let page = try await site.browser(as: .super).get("/percorso")
            #expect(page.status == 403)
            #expect(page.links.contains("/accedi/ruolo?ritorno=%2Fpercorso"))
        }
    }
}
