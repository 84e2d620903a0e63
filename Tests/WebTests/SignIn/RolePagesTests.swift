import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Choosing a role and a scope")
struct RolePagesTests {
    @Test("A person sees her own roles and can wear no other", arguments: Engine.available)
    func roles(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let carla = try await site.browser(as: .severalHats)
            let page = try await carla.get("/accedi/ruolo")
            #expect(page.main.contains("Alfa Lavoro") && page.main.contains("Gamma Intermediazione"))
            let anna = try #require(site.world.operators["ALFA/anna"])
            #expect(try await carla.post("/accedi/ruolo", ["ruolo": "o" + anna.id.text]).status == 404)
            #expect(try await carla.post("/accedi/ruolo", ["ruolo": ""]).status == 404)

            let stranger = try await site.browser(as: .stranger).get("/accedi/ruolo")
            #expect(stranger.status == 200)
            #expect(!stranger.forms.contains { $0.action == "/accedi/ruolo" })
        }
    }

    @Test(
        "The scopes are the granted branches, and all of them together where there are several",
        arguments: Engine.available
    )
    func scopes(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let counts: [(String, OperatingScope?, Int)] = [
                ("ALFA/anna", nil, 4), ("ALFA/bruno", nil, 3), ("BETA/dario", nil, 3),
                ("DELTA/filippo", .branch(site.world.branch("DELTA-NA1").id), 1),
            ]
            for (key, scope, count) in counts {
                let page = try await site.browser(as: key, in: scope).get("/ambito")
                #expect(page.main.matches(of: /<option value/).count == count, "\(key)")
            }
            let filippo = try await site.browser(as: "DELTA/filippo", in: nil)
            #expect(try await filippo.get("/").location == "/cittadini")
            #expect(try await filippo.post("/ambito", ["ambito": "tutte"]).status == 404)
        }
    }

    @Test("Only a granted branch can be chosen, and it narrows the next page", arguments: Engine.available)
    func choose(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            _ = try await site.citizen()
            let bruno = try await site.browser(as: .super)
            #expect(try await bruno.get("/cittadini").rowCount == 1)
            let other = site.world.branch("ALFA-MI2").id.text
            let chosen = try await bruno.post("/ambito", ["ambito": other, "ritorno": "/cittadini"], following: true)
            #expect(chosen.rowCount == 0 && chosen.text.contains("<strong>Milano Bovisa</strong>"))
            for code in ["ALFA-TO1", "BETA-MI1"] {
                let id = site.world.branch(code).id.text
                #expect(try await bruno.post("/ambito", ["ambito": id]).status == 404, "\(code)")
            }
            #expect(try await bruno.post("/ambito", ["ambito": "niente"]).status == 404)
        }
    }

    @Test("A grant that is withdrawn cuts the very next request", arguments: Engine.available)
    func withdrawn(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let carla = try await site.browser(as: .branchOperator)
            #expect(try await carla.get("/cittadini").status == 200)
            try await site.world.close(branch: "ALFA-TO1")
            let page = try await carla.get("/cittadini")
            #expect(page.status == 303 && page.location.hasPrefix("/ambito"))
            #expect(try await carla.get("/ambito").main.contains("alert-warning"))
        }
    }
}
