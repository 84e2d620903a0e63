import Domain
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("The pages of the pact")
struct PactPagesTests {
    /// Somebody with a CV and no pact.
    private func newcomer(_ site: TestSite, hasCurriculum: Bool = true) async throws -> RouterClient {
        let citizen = try await site.world.register(.sample("Nuova", "Nora", birth: "1991-01-01"))
        if hasCurriculum { try await site.world.save(.sample(), of: citizen) }
        return try await site.browser(as: citizen)
    }

    private func filled(_ site: TestSite, _ page: Page, branches: [String]) throws -> [(String, String)] {
        let commitments = page.main.matches(of: /name="impegno" value="([^"]+)"/).map { ("impegno", String($0.1)) }
        let notice = try #require(page.main.firstMatch(of: /name="informativa" value="([^"]+)"/)?.1)
        return [
            ("email", "nora@posta.example"), ("telefono", ""), ("cpi", site.world.jobCentre.id.text),
            ("did", "01/02/2026"), ("informativa", String(notice)),
        ] + commitments + branches.map { ("filiale", site.world.branch($0).id.text) }
    }

    private let three = ["ALFA-MI1", "BETA-MI1", "GAMMA-TO1"]

    @Test("Fill in, check, sign: step by step to a signed pact", arguments: Engine.available)
    func journey(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let nora = try await newcomer(site)
            #expect(try await nora.get("/patto").links.contains("/patto/modifica"))
            let form = try await nora.get("/patto/modifica")
            let fields = try filled(site, form, branches: three)
            let saved = try await nora.post("/patto/modifica", fields: fields + [("prosegui", "1")])
            #expect(saved.status == 303 && saved.location == "/patto/firma", "\(saved.fieldErrors)")
            let check = try await nora.get("/patto/firma")
            #expect(check.main.contains("Alfa Lavoro S.p.A.") && check.main.contains("01/02/2026"))
            let signed = try await nora.submit(check.form("/patto/firma"), following: true)
            #expect(signed.address == "/patto?esito=sottoscritto")
            #expect(signed.main.contains("role=\"status\""))

            let bruno = try await site.browser(as: .super)
            #expect(try await bruno.get("/cittadini").main.contains(">Nuova</a>"))
        }
    }

    @Test("Reading writes nothing: the check before the signature leaves a draft a draft", arguments: Engine.available)
    func readingWritesNothing(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let nora = try await newcomer(site)
            let form = try await nora.get("/patto/modifica")
            let fields = try filled(site, form, branches: three)
            _ = try await nora.post("/patto/modifica", fields: fields + [("salva", "1")])
            let trail = try await site.world.auditTrail()
            for address in ["/patto", "/patto/modifica", "/patto/modifica?controlla=1", "/patto/firma", "/percorso"] {
                let page = try await nora.get(address)
                let writes = page.statements.filter { $0.hasPrefix("INSERT") || $0.hasPrefix("UPDATE") }
                #expect(writes.isEmpty, "\(address)")
            }
            #expect(try await site.world.auditTrail() == trail)
            #expect(try await nora.get("/patto/firma").location == "/patto")
            #expect(try await nora.post("/patto/firma", ["impronta": ""]).location == "/patto")
        }
    }

    @Test("What became wrong after the check is told at its field", arguments: Engine.available)
    func changedMeanwhile(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let nora = try await newcomer(site)
            let fields = try await filled(site, nora.get("/patto/modifica"), branches: three)
            _ = try await nora.post("/patto/modifica", fields: fields + [("prosegui", "1")])
            let form = try await nora.get("/patto/firma").form("/patto/firma")
            try await site.world.close(branch: "ALFA-MI1")
            for answer in [try await nora.get("/patto/firma"), try await nora.submit(form)] {
                #expect(answer.status == 303)
                let page = try await nora.get(answer.location)
                #expect(page.status == 422)
                #expect(page.main.contains("<a href=\"#campo-filiali\">") && page.main.contains("id=\"campo-filiali\""))
            }
        }
    }

    @Test("All that is missing is told at once, each at a field that is there", arguments: Engine.available)
    func missing(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let nora = try await newcomer(site)
            let page = try await nora.post("/patto/modifica", ["email": "nora@", "did": "domani", "prosegui": "1"])
            #expect(page.status == 422)
            #expect(page.fieldErrors["did"]?.count == 1)
            let next = try await nora.post("/patto/modifica", ["email": "nora@", "prosegui": "1"])
            #expect(next.status == 422)
            let targets = next.main.matches(of: /<li><a href="#([^"]+)">/).map { String($0.1) }
            #expect(targets.count >= 6)
            for target in targets { #expect(next.main.contains("id=\"\(target)\""), "\(target)") }
            for field in ["email", "cpi", "did"] { #expect(next.fieldErrors[field]?.isEmpty == false, "\(field)") }
        }
    }

    @Test("A second window is told, sees both drafts, and decides", arguments: Engine.available)
    func windows(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (nora, address) = (try await newcomer(site), "/patto/modifica")
            let first = try await nora.get(address).form(address)
            let second = try await nora.get(address).form(address)
            let saved = try await nora.submit(first, ["email": "prima@posta.example", "salva": "1"])
            #expect(saved.status == 200)
            let told = try await nora.submit(second, ["email": "seconda@posta.example", "prosegui": "1"])
            #expect(told.status == 409)
            #expect(try told.form(address).values("email") == ["seconda@posta.example"])
            #expect(told.main.contains("<dd>prima@posta.example</dd>"))
            #expect(try await nora.get(address).form(address).values("email") == ["prima@posta.example"])
            // The first goes on from its own answer, and whoever was told may still decide.
            #expect(try await nora.submit(saved.form(address), ["salva": "1"]).status == 200)
            #expect(try await nora.submit(told.form(address), ["salva": "1"]).status == 200)
            #expect(try await nora.get(address).form(address).values("email") == ["seconda@posta.example"])
        }
    }

    @Test("Looking for branches saves nothing, and loses nothing")
    func searching() async throws {
        try await withSite(on: .sqlite) { site in
            let (nora, address) = (try await newcomer(site), "/patto/modifica")
            let form = try await nora.get(address).form(address)
            let trail = try await site.world.auditTrail()
            let branch = site.world.branch("ALFA-MI1").id.text
            let found = try await nora.submit(
                form,
                ["email": "nora@posta.example", "filiale": branch, "did": "boh", "cerca": "beta", "trova": "1"]
            )
            #expect(found.status == 200)
            let fields = try found.form(address)
            #expect(fields.values("email") == ["nora@posta.example"] && fields.values("filiale") == [branch])
            #expect(fields.values("did") == ["boh"])
            #expect(try await site.world.auditTrail() == trail)
            #expect(try await !nora.get("/patto").main.contains("Versione in preparazione"))
        }
    }

    @Test("A branch that can no longer be chosen stays on the page, with its name, until it is taken out")
    func unavailable() async throws {
        try await withSite(on: .sqlite) { site in
            let (nora, address) = (try await newcomer(site), "/patto/modifica")
            let fields = try await filled(site, nora.get(address), branches: three)
            _ = try await nora.post(address, fields: fields + [("salva", "1")])
            try await site.world.close(branch: "ALFA-MI1")
            let page = try await nora.get(address)
            let branch = site.world.branch("ALFA-MI1").id.text
            #expect(try page.form(address).values("filiale").contains(branch))
            #expect(page.fieldErrors["filiale-" + branch]?.count == 1)
            let next = try await nora.submit(page.form(address), ["prosegui": "1"])
            #expect(next.status == 422)
            #expect(next.main.contains("«Alfa Lavoro S.p.A., Milano Centro» oggi non si può scegliere"))
        }
    }

    @Test("A new version is not signed over a suspended pact, and the page says why", arguments: Engine.available)
    func suspended(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.citizen()
            try await site.world.pacts.saveDraft(site.world.draft(three), as: maria)
            _ = try await site.world.pacts.complete(as: maria)
            try await site.world.pacts.apply(.suspended, to: maria.id, because: "90 giorni", as: .system("inps"))
            let browser = try await site.browser(as: maria)
            let page = try await browser.submit(browser.get("/patto/firma").form("/patto/firma"))
            #expect(page.status == 409)
            #expect(page.main.contains("Il tuo patto è sospeso"))
        }
    }

    @Test("A CV that is missing leads to where it is written")
    func curriculum() async throws {
        try await withSite(on: .sqlite) { site in
            let nora = try await newcomer(site, hasCurriculum: false)
            let fields = try await filled(site, nora.get("/patto/modifica"), branches: three)
            let page = try await nora.post("/patto/modifica", fields: fields + [("prosegui", "1")])
            #expect(page.status == 422)
            #expect(page.main.contains("<li><a href=\"/curriculum\">"))
            // What was filled in is a draft already, so that nothing is lost on the way there and back.
            #expect(
                try await nora.get("/patto/modifica").form("/patto/modifica").values("email") == ["nora@posta.example"]
            )
        }
    }

    @Test("Ids that nobody offered are not there", arguments: Engine.available)
    func foreignIDs(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let nora = try await newcomer(site)
            let nothing = site.world.store.ids.next(Branch.self).text
            let branch = try await nora.post("/patto/modifica", ["filiale": nothing, "salva": "1"])
            #expect(branch.status == 404)
            let centre = try await nora.post("/patto/modifica", ["cpi": nothing, "salva": "1"])
            #expect(centre.status == 200)
            #expect(try centre.form("/patto/modifica").values("cpi") == [""])
        }
    }

    @Test("A pact that waits for the outcome is taken back to be changed", arguments: Engine.available)
    func takeBack(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let entry = ApplicationEntry.sample("Attesa", "Ada", birth: "1992-02-02", outcome: .pending)
            let ada = try await site.world.register(entry)
            try await site.world.save(.sample(), of: ada)
            try await site.world.sign(three, as: ada)
            let browser = try await site.browser(as: ada)
            #expect(try await browser.get("/patto/modifica").status == 404)
            let page = try await browser.get("/patto")
            let taken = try await browser.submit(page.form("/patto/riprendi"), following: true)
            #expect(taken.address == "/patto/modifica" && taken.status == 200)
            #expect(try await browser.post("/patto/riprendi").status == 404)
        }
    }

    @Test("The path shows each step and where it goes on", arguments: Engine.available)
    func path(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let page = try await site.browser(as: .citizen).get("/percorso")
            #expect(page.status == 200)
            #expect(page.main.matches(of: /<li class="done"/).count == 3)
            #expect(page.main.contains("aria-current=\"step\""))
            for link in ["/patto", "/lavoro", "/manifestazioni-inviate"] { #expect(page.links.contains(link)) }

            let nora = try await newcomer(site, hasCurriculum: false)
            #expect(try await nora.get("/percorso").main.matches(of: /<li class="done"/).count == 1)
        }
    }
}
