import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The page of a citizen")
struct CitizenDetailPageTests {
    @Test(
        "Contacts and CV are there for a branch that she named; for all others she does not exist",
        arguments: Engine.available
    )
    func detail(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let address = "/cittadini/\(maria.id.text)"
            let page = try await site.browser(as: .super).get(address)
            #expect(page.status == 200)
            #expect(page.main.contains("+39 333 1234567"))
            #expect(page.main.contains("Camerieri di ristorante"))

            #expect(try await site.browser(as: .branchOperator).get(address).status == 404)
            let beta = try await site.browser(as: "BETA/dario", in: .branch(site.world.branch("BETA-RM1").id))
            #expect(try await beta.get(address).status == 404)
        }
    }

    @Test("Somebody who is not open and somebody who is not there get the same answer")
    func sameAnswer() async throws {
        try await withSite(on: .sqlite) { site in
            let maria = try await site.citizen()
            let carla = try await site.browser(as: .branchOperator)
            let closed = try await carla.get("/cittadini/\(maria.id.text)")
            let absent = try await carla.get("/cittadini/\(site.world.store.ids.next(Citizen.self).text)")
            let nonsense = try await carla.get("/cittadini/niente")
            #expect([closed.status, absent.status, nonsense.status] == [404, 404, 404])
            #expect(closed.main == absent.main && closed.main == nonsense.main)
        }
    }

    @Test("Reading her leaves a trace before the answer does", arguments: Engine.available)
    func trace(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            let browser = try await site.browser(as: .super)
            _ = try await browser.get("/cittadini/\(maria.id.text)")
            #expect(try await site.world.auditTrail().last == "citizen.read")
        }
    }
}
