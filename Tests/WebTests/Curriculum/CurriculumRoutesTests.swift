import Domain
import HTML
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite("Pages of the CV")
struct CurriculumRoutesTests {
    private let job: KeyValuePairs = [
        "experiences.0.title": "Barista", "experiences.0.start_month": "3", "experiences.0.start_year": "2019",
        "experiences.0.end_month": "5", "experiences.0.end_year": "2021",
        "experiences.0.employer": "Bar <Sole> & Figli",
        "azione": "continua",
    ]

    /// Somebody with an application and no CV.
    private func newcomer(_ site: TestSite) async throws -> (RouterClient, CitizenIdentity) {
        let identity = try await site.world.register(.sample("Bianchi", "Nora"))
        return (try await site.browser(as: identity), identity)
    }

    private func draft(_ citizen: CitizenIdentity, _ site: TestSite) async throws -> CurriculumDraft {
        try await site.world.citizens.editedCurriculum(own: citizen, reference: .shared).draft
    }

    @Test("A citizen without a CV writes one, part after part, and publishes it", arguments: Engine.available)
    func writing(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, nora) = try await newcomer(site)
            let start = try await browser.get("/curriculum")
            #expect(start.main.contains("Non hai ancora un curriculum"))
            #expect(start.links.contains("/curriculum/modifica"))
            #expect(try await browser.get("/percorso").links.contains("/curriculum"))

            let steps: [(CurriculumDraft.Section, KeyValuePairs<String, String>)] = [
                (.professions, ["desired_professions.0.description": "Barista"]),
                (.education, ["education.0.level": "USG", "education.0.year": "2010"]),
                (.experiences, job), (.languages, [:]), (.skills, ["skills": "latte art\ncassa"]),
                (.licences, ["licences": "B"]), (.availability, ["availability.shifts": "yes"]),
                (.summary, ["summary": "Buongiorno,\r\nsono Nora."]),
            ]
            var address = "/curriculum/modifica/professioni"
            for (section, fields) in steps {
                #expect(address == section.link.text)
                let page = try await browser.get(address)
                #expect(page.fieldErrors.isEmpty, "\(section)")
                let answer = try await browser.submit(page.form(address), fields)
                #expect(answer.status == 303)
                address = answer.location
            }
            #expect(address == "/curriculum/modifica")
            let overview = try await browser.get(address)
            #expect(!overview.main.contains("Correggi questi punti"))
            let done = try await browser.submit(overview.form("/curriculum/pubblica"))
            #expect(done.location == "/curriculum?esito=pubblicato")
            let shown = try await browser.get(done.location)
            for text in [
                "Curriculum pubblicato", "Barista", "Bar &lt;Sole&gt; &amp; Figli", "marzo 2019 – maggio 2021",
            ] {
                #expect(shown.main.contains(text), "\(text)")
            }
            #expect(shown.links.contains("/patto"))
            let saved = try await site.world.citizens.curriculum(own: nora)?.curriculum
            #expect(saved?.isCandidature == true)
            #expect(saved?.desiredProfessions.first?.code == "5.2.2.4.0")
            #expect(saved?.summary == "Buongiorno,\nsono Nora.")
        }
    }

    @Test("What is wrong is told beside its field, and nothing typed is lost", arguments: Engine.available)
    func errors(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, nora) = try await newcomer(site)
            let address = "/curriculum/modifica/esperienze"
            let form = try await browser.get(address).form(address)
            let answer = try await browser.submit(
                form,
                ["experiences.0.employer": "Bar Sole", "experiences.0.start_year": "19", "azione": "continua"]
            )
            #expect(answer.status == 422)
            #expect(answer.fieldErrors["experiences-0-title"] == ["Indica il lavoro che hai svolto"])
            #expect(answer.main.contains("href=\"#campo-experiences-0-title\""))
            #expect(try answer.form(address).values("experiences.0.start_year") == ["19"])
            #expect(try await draft(nora, site).text("experiences.0.start_year") == "19")
            // The overview names it too, and offers no publication.
            let overview = try await browser.get("/curriculum/modifica")
            #expect(overview.links.contains("/curriculum/modifica/esperienze#campo-experiences-0-title"))
            #expect(!overview.forms.contains { $0.action == "/curriculum/pubblica" })
            let forced = try await browser.post("/curriculum/pubblica", ["impronta": "x", "versione": "0"])
            #expect(forced.status == 422)
            #expect(try await site.world.citizens.curriculum(own: nora) == nil)
        }
    }

    @Test("Rows come and go by buttons, with all that is typed kept", arguments: Engine.available)
    func rows(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, _) = try await newcomer(site)
            let address = "/curriculum/modifica/professioni"
            func press(_ action: String, _ fields: KeyValuePairs<String, String>) async throws -> Page {
                var changes = Array(fields).map { ($0.key, $0.value) }
                let form = try await browser.get(address).form(address)
                changes += form.fields.filter { field in !changes.contains { $0.0 == field.0 } }
                let sent = try await browser.post(address, fields: changes + [("azione", action)], token: .none)
                #expect(sent.status == 303)
                return try await browser.get(String(sent.location.prefix { $0 != "#" }))
            }
            var page = try await press(
                "aggiungi:desired_professions",
                ["desired_professions.0.description": "cameriera"]
            )
            #expect(page.main.contains("name=\"desired_professions.1.description\""))
            #expect(page.fieldErrors.isEmpty)
            page = try await press("cerca:desired_professions.1", ["desired_professions.1.description": "sarta"])
            #expect(page.main.contains("name=\"desired_professions.1.code\""))
            page = try await press("su:desired_professions.1", [:])
            #expect(try page.form(address).values("desired_professions.0.description") == ["sarta"])
            page = try await press("togli:desired_professions.0", [:])
            #expect(try page.form(address).values("desired_professions.0.description") == ["cameriera"])
            #expect(!page.main.contains("name=\"desired_professions.1.description\""))
        }
    }

    @Test(
        "Numbers that no page has are not counted with",
        arguments: Engine.available,
        [Int.min, Int.max, Int(Int32.max), -1]
    )
    func strangeNumbers(on engine: Engine, number: Int) async throws {
        try await withSite(on: engine) { site in
            let (browser, nora) = try await newcomer(site)
            let address = "/curriculum/modifica/esperienze"
            for verb in ["su", "togli", "cerca", "aggiungi"] {
                let fingerprint = try await browser.get(address).form(address).values("impronta")[0]
                let sent = try await browser.post(
                    address,
                    [
                        "experiences.\(number).title": "Cuoca", "impronta": fingerprint,
                        "azione": "\(verb):experiences.\(number)",
                    ]
                )
                #expect(sent.status == 303, "\(verb)")
            }
            try await site.world.save(.sample(), of: nora)
            let summary = "/curriculum/modifica/presentazione"
            _ = try await browser.submit(browser.get(summary).form(summary), ["summary": "Buongiorno"])
            let form = try await browser.get("/curriculum/modifica").form("/curriculum/pubblica")
            #expect(try await browser.submit(form, ["versione": "\(number)"]).status == 409)
            #expect(try await browser.submit(form).status == 303)
        }
    }

    @Test(
        "A profession is chosen for the text that was looked up, and not for the next one",
        arguments: Engine.available
    )
    func chosenProfession(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, nora) = try await newcomer(site)
            let address = "/curriculum/modifica/professioni"
            let (text, code) = ("desired_professions.0.description", "desired_professions.0.code")
            _ = try await browser.submit(
                browser.get(address).form(address),
                [text: "camerier", "azione": "cerca:desired_professions.0"]
            )
            let found = try await browser.get(address + "?cerca=desired_professions.0").form(address)
            #expect(found.values("desired_professions.0.code_for") == ["camerier"])
            _ = try await browser.submit(found, [code: "5.2.2.3.2"])
            func read() async throws -> String? {
                try await draft(nora, site).read(.shared, today: site.world.today).curriculum.desiredProfessions[0].code
            }
            #expect(try await read() == "5.2.2.3.2")
            _ = try await browser.submit(browser.get(address).form(address), [text: "guida di autobus"])
            #expect(try await read() == nil)
            #expect(try await browser.get(address).form(address).values(code) == [])
            _ = try await browser.submit(browser.get(address).form(address), [text: "barista"])
            #expect(try await read() == "5.2.2.4.0")
        }
    }

    @Test("What has ended can be chosen for past jobs, and is not dropped where it was chosen")
    func endedCodes() async throws {
        try await withSite(on: .sqlite) { site in
            let (browser, nora) = try await newcomer(site)
            var curriculum = Curriculum.sample()
            curriculum.availability.workingTimes = ["N"]
            try await site.world.save(curriculum, of: nora)
            let jobs = try await browser.get("/curriculum/modifica/esperienze").main
            #expect(jobs.contains("<option value=\"B.01.00\""))
            let address = "/curriculum/modifica/disponibilita"
            let form = try await browser.get(address).form(address)
            #expect(form.values("availability.working_times") == ["N"])
        }
    }

    @Test("A title says what has become of it, to the citizen and to the agency")
    func titles() async throws {
        try await withSite(on: .sqlite) { site in
            let (browser, nora) = try await newcomer(site)
            let address = "/curriculum/modifica/istruzione"
            let page = try await browser.get(address)
            let missing = try await browser.submit(page.form(address), ["education.0.level": "USG"])
            #expect(missing.status == 422 && missing.fieldErrors["education-0-state"]?.count == 1)
            let sent = try await browser.submit(missing.form(address), ["education.0.state": "in_progress"])
            #expect(sent.status == 303)
            let read = try await draft(nora, site).read(.shared, today: site.world.today)
            #expect(read.curriculum.education.map(\.isObtained) == [false])
            #expect(try await browser.get("/curriculum/modifica").main.contains("in corso"))
        }
    }

    @Test("A field that is needed under a condition says which", arguments: ["it", "en"])
    func conditions(language: String) async throws {
        try await withSite(on: .sqlite) { site in
            let (browser, _) = try await newcomer(site)
            _ = try await browser.get("/lingua/\(language)")
            let jobs = try await browser.get("/curriculum/modifica/esperienze").main
            #expect(
                jobs.matches(of: language == "it" ? /\(se il lavoro è finito\)/ : /\(if the job is over\)/).count == 2
            )
            for (name, isRequired) in [("start_month", true), ("end_month", false), ("end_year", false)] {
                let field = try #require(
                    jobs.firstMatch(of: try Regex("<[^>]*name=\"experiences.0.\(name)\"[^>]*>"))?.0
                )
                #expect(field.contains("required") == isRequired, "\(name)")
            }
            let languages = try await browser.get("/curriculum/modifica/lingue").main
            #expect(languages.matches(of: /<select [^>]*required/).count == 1)
        }
    }

    @Test("A second window is told, sees both texts, and decides", arguments: Engine.available)
    func windows(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, nora) = try await newcomer(site)
            let address = "/curriculum/modifica/competenze"
            let first = try await browser.get(address).form(address)
            let second = try await browser.get(address).form(address)
            #expect(try await browser.submit(first, ["skills": "cassa"]).status == 303)
            let told = try await browser.submit(second, ["skills": "cucina <b>"])
            #expect(told.status == 409)
            #expect(try told.form(address).values("skills") == ["cucina <b>"])
            #expect(told.main.contains("cassa"))
            #expect(try await draft(nora, site).text("skills") == "cassa")
            let decided = try await browser.submit(told.form(address))
            #expect(decided.status == 303)
            #expect(try await draft(nora, site).text("skills") == "cucina <b>")
        }
    }

    @Test("The script saves what is being typed, and learns of another window", arguments: Engine.available)
    func autosave(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, nora) = try await newcomer(site)
            let page = try await browser.get("/curriculum/modifica/presentazione")
            #expect(page.text.contains("<script src=\"/incontro.autosave.js\" defer></script>"))
            let form = try page.form("/curriculum/modifica/presentazione")
            func save(_ text: String, over fingerprint: String, token: RouterClient.Token = .own) async throws -> Page {
                try await browser.post(
                    "/curriculum/bozza/presentazione",
                    ["summary": text, "impronta": fingerprint],
                    token: token
                )
            }
            let seen = form.values("impronta")[0]
            let saved = try await save("Buon", over: seen)
            #expect(saved.status == 200)
            #expect(try await save("Buongiorno", over: saved.text).status == 200)
            #expect(try await save("Altro", over: seen).status == 409)
            #expect(try await save("Falso", over: seen, token: .none).status == 403)
            #expect(try await save(String(repeating: "x", count: 500_000), over: "x").status == 413)
            #expect(try await draft(nora, site).text("summary") == "Buongiorno")
        }
    }

    @Test("A published CV changes by a draft, which may be thrown away", arguments: Engine.available)
    func changing(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.world.citizen(.sample("Verdi", "Maria"), .whole)
            let browser = try await site.browser(as: maria)
            let before = try await draft(maria, site)
            for section in CurriculumDraft.Section.allCases {
                // Saving without a change changes nothing, whatever the CV holds.
                let form = try await browser.get(section.link.text).form(section.link.text)
                #expect(try await browser.submit(form, ["azione": "riepilogo"]).status == 303)
                #expect(try await draft(maria, site) == before, "\(section)")
            }
            #expect(!(try await browser.get("/curriculum/modifica")).main.contains("/curriculum/pubblica"))
            let address = "/curriculum/modifica/presentazione"
            _ = try await browser.submit(browser.get(address).form(address), ["summary": "Nuovo"])
            #expect(try await browser.get("/curriculum").main.contains("bozza che non hai ancora pubblicato"))
            let overview = try await browser.get("/curriculum/modifica")
            _ = try await browser.submit(browser.get(address).form(address), ["summary": "Nuovissimo"])
            let stale = try await browser.submit(overview.form("/curriculum/pubblica"))
            #expect(stale.status == 409)
            let gone = try await browser.submit(overview.form("/curriculum/scarta"))
            #expect(gone.location == "/curriculum?esito=eliminata")
            #expect(try await draft(maria, site) == before)
        }
    }

    @Test("What was typed when the session ended stands in the form again", arguments: Engine.available)
    func kept(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, nora) = try await newcomer(site)
            let address = "/curriculum/modifica/presentazione"
            let form = try await browser.get(address).form(address)
            #expect(form.values("_pagina") == [address])
            site.world.time.advance(seconds: 3600)
            let late = try await browser.submit(form, ["summary": "Una lunga storia"])
            #expect(late.status == 303)
            let again = try await site.browser(as: nora)
            for (name, value) in browser.cookies where name != "incontro" { again.keep(cookie: name, value) }
            let page = try await again.get(address)
            #expect(try page.form(address).values("summary") == ["Una lunga storia"])
            #expect(try await again.submit(page.form(address)).status == 303)
            #expect(try await draft(nora, site).text("summary") == "Una lunga storia")
        }
    }

    @Test("The pages are for citizens, and there is no other part", arguments: Engine.available)
    func closed(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let (browser, _) = try await newcomer(site)
            #expect(try await browser.get("/curriculum/modifica/altro").status == 404)
            let colleague = try await site.browser(as: .super)
            for path in ["/curriculum", "/curriculum/modifica", "/curriculum/modifica/lingue"] {
                #expect(try await colleague.get(path).status == 403)
                #expect(try await site.browser().get(path).status == 303)
            }
        }
    }

    @Test("An operator reads all of a CV, and nothing of it is markup", arguments: Engine.available)
    func readByAgencies(on engine: Engine) async throws {
        try await withSite(on: engine) { site in
            let maria = try await site.world.citizen(.sample("D'Àngelo <b>", "=1+1"), .whole)
            let page = try await site.browser(as: .master).get("/cittadini/\(maria.id.text)")
            #expect(page.heading == "=1+1 D&#39;Àngelo &lt;b&gt;")
            let texts = [
                "=1+1 &amp; &lt;b&gt;", "Sala, banchetti", "con esperienza", "senza esperienza", "gennaio 2010",
                "Hotel Sole", "Agenzia Alfa", "Genova (GE)", "Servizio ai tavoli.", "Istituto Gioberti", "92/100",
                "Francia", "1999", "non riconosciuto", "Corso di sala", "120 ore", "Attestato", "letto B2",
                "scritto B1",
                "parlato A2", "lingua madre", "C++ (avanzato)", "Qt", "cucina ligure", "B, CE", "HACCP", "28/02/2029",
                "01/04/2026", "Tempo indeterminato", "turni", "Automunito", "30 km", "Savona", "Liguria",
            ]
            for text in texts { #expect(page.main.contains(text), "\(text)") }
            #expect(!page.main.contains("<b>"))
        }
    }
}
