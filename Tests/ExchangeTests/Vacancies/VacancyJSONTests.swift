import Domain
import Persistence
import TestSupport
import Testing

@testable import Exchange

@Suite("The JSON of a vacancy")
struct VacancyJSONTests {
    private func read(_ text: String) throws -> VacancyJSON.Reading {
        VacancyJSON.read(try JSON(reading: Array(text.utf8)))
    }

    private func findings(_ text: String) throws -> [String] {
        try read(text).findings.map { "\($0.pointer) \($0.code)" }
    }

    @Test("All fields of the contract are read")
    func whole() throws {
        let reading = try read(
            """
            {"external_reference": " MI-2026-0123 ", "branch_code": "ALFA-MI1", "status": "published",
             "title": "Cameriere/a", "profession_code": "5.2.2.3.2", "description": "Sala", "positions": 3,
             "employer": {"tax_code": "01234567897", "name": "Porto", "ateco_code": "56.10.11", "ateco_version": "2007",
                          "anonymous": true},
             "workplace": {"municipality_code": "F205", "postal_code": "20121", "address": "Via", "remote_work": "none"},
             "contract": {"type_code": "A.02.00", "duration_months": 6, "working_time": "P", "weekly_hours": 24.50,
                          "part_time_percentage": 60, "shifts": true, "night": false, "collective_agreement": "H052",
                          "level": "5"},
             "pay": {"minimum": {"amount": "1500.00", "currency": "EUR"}, "maximum": null, "period": "month"},
             "requirements": {"minimum_education_code": "USG", "experience_months": 12, "driving_licences": ["B"],
                              "own_vehicle": false, "languages": [{"code": "en", "level": "B1", "required": true}],
                              "skills": ["sala"]},
             "contact": {"name": "Ufficio", "email": "a@b.example", "phone": null},
             "code": "x", "version": 3, "publication_end_date": "2026-12-31", "closing_reason": "filled"}
            """
        )
        #expect(reading.findings == [])
        let draft = reading.draft
        #expect(draft.externalReference == "MI-2026-0123")
        #expect(draft.status == .published)
        #expect(draft.publicationEndDate == "2026-12-31")
        #expect(draft.closingReason == .filled)
        #expect(draft.terms.contract.weeklyHours == Hundredths(24_50))
        #expect(draft.terms.contract.shifts && !draft.terms.contract.night)
        #expect(draft.terms.pay.minimum == Hundredths(1500_00))
        #expect(draft.terms.pay.maximum == nil)
        #expect(draft.terms.employer.anonymous)
        #expect(draft.terms.workplace.remoteWork == .onSite)
        #expect(draft.terms.requirements.languages == [LanguageRequirement(code: "en", level: .b1, required: true)])
        #expect(draft.terms.contact.phone == nil)
    }

    @Test("What is wrong is named by its pointer")
    func pointers() throws {
        #expect(
            try findings(
                """
                {"positons": 3, "positions": "3", "title": 5, "status": "open", "a/b": 1,
                 "employer": {"anonymous": "no", "vat": 1}, "contract": [],
                 "pay": {"minimum": {"amount": 1500, "currency": "EUR"}, "maximum": {"amount": "1500.001", "currency": "EUR"}},
                 "requirements": {"driving_licences": "B", "skills": [1],
                                  "languages": [{"code": "en", "level": "B1"}, {"code": "de", "level": "b1"}, {"level": "A1"}]},
                 "publication_end_date": "31/12/2026"}
                """
            ) == [
                "/positons unknown_member", "/positions wrong_type", "/title wrong_type", "/status unknown_code",
                "/a~1b unknown_member", "/employer/anonymous wrong_type", "/employer/vat unknown_member",
                "/contract wrong_type", "/pay/minimum/amount wrong_type", "/pay/maximum/amount not_a_decimal",
                "/requirements/driving_licences wrong_type", "/requirements/skills/0 wrong_type",
                "/requirements/languages/1/level unknown_code", "/requirements/languages/2/code required",
                "/publication_end_date not_a_date",
            ]
        )
    }

    @Test("Money needs its currency, and that is the euro")
    func currency() throws {
        #expect(try findings(#"{"pay":{"minimum":{"amount":"1.00"}}}"#) == ["/pay/minimum/currency required"])
        #expect(
            try findings(#"{"pay":{"minimum":{"amount":"1.00","currency":"USD"}}}"#)
                == ["/pay/minimum/currency unknown_code"]
        )
        #expect(try findings(#"{"pay":{"minimum":{}}}"#) == ["/pay/minimum/amount required"])
    }

    @Test("A finding of the rules points to the field in the document")
    func rules() throws {
        let draft = VacancyDraft.sample().with { $0.terms.pay.minimum = Hundredths(9999_00) }
        let findings = draft.validate(reference: .shared, today: "2026-12-01", isPublished: true)

        #expect(findings.map(\.pointer).contains("/pay/minimum"))
    }

    @Test("A root that is no object is refused")
    func root() throws {
        #expect(try findings("[]") == [" wrong_type"])
        #expect(try findings("7") == [" wrong_type"])
    }

    @Test("A draft is read back as it was written, and an empty patch changes nothing")
    func roundTrip() {
        let draft = VacancyDraft.sample().with { $0.terms.contract.weeklyHours = Hundredths(37_25) }
        let reading = VacancyJSON.patch(draft, with: [:])

        #expect(reading.draft == draft)
        #expect(reading.findings == [])
    }

    @Test("A patch changes what it names, and null empties it")
    func patch() throws {
        let patch = try JSON(
            reading: Array(
                #"{"title":"Cuoco/a","workplace":{"address":null},"contract":{"shifts":null,"level":"6"},"pay":null}"#
                    .utf8
            )
        )
        let expected = VacancyDraft.sample().with { draft in
            draft.terms.title = "Cuoco/a"
            draft.terms.workplace.address = nil
            draft.terms.contract.shifts = false
            draft.terms.contract.level = "6"
            draft.terms.pay = VacancyTerms.Pay()
        }
        #expect(VacancyJSON.patch(.sample(), with: patch).draft == expected)
        #expect(VacancyJSON.patch(.sample(), with: []).findings.map(\.code) == ["wrong_type"])
    }

    @Test("The publication is read alone")
    func publication() throws {
        let json = try JSON(reading: Array(#"{"status":"closed","closing_reason":"filled","title":"x"}"#.utf8))
        let (change, findings) = VacancyJSON.readPublication(json)

        #expect(change == PublicationChange(status: .closed, closingReason: .filled))
        #expect(findings.map(\.pointer) == ["/title"])
    }

    @Test(
        "A stored vacancy is written as the contract says, and can be sent back unchanged",
        arguments: Engine.available
    )
    func stored(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            let receipts = try await world.load(.sample())
            let vacancy = try await world.vacancies.find(receipts.first?.code ?? "", as: world.alfa)

            let json = VacancyJSON.json(vacancy, on: "2026-12-01")

            #expect(json["code"] == .text(vacancy.code.text))
            #expect(json["status"] == "published")
            #expect(json["pay"]?["minimum"] == ["amount": "1050.00", "currency": "EUR"])
            #expect(json["pay"]?["maximum"]?["amount"] == "1200.00")
            #expect(json["contract"]?["weekly_hours"] == .number("24"))
            #expect(json["publication_start"] == .text(world.store.now.rfc3339))
            #expect(json["closing_reason"] == nil)
            #expect(VacancyJSON.json(vacancy, on: "2027-01-01")["status"] == "expired")
            #expect(VacancyJSON.read(json).findings == [])
            #expect(VacancyJSON.read(json).draft == .sample())
        }
    }

    @Test("What could not be read is not also said to be missing", arguments: Engine.available)
    func unread(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            var json = JSON.object(VacancyJSON.members(of: .sample()))
            json = json.merging(["pay": ["minimum": ["amount": .number("5")]], "contract": "A"])
            let reading = VacancyJSON.read(json.merging(["employer": "Porto"]))
            let row = LoadRow(row: 1, key: "MI-2026-0123", entry: reading.draft, findings: reading.findings)

            let receipts = try await world.vacancies.load([row], as: world.alfa)

            #expect(
                receipts.first?.findings.map { "\($0.pointer) \($0.code)" } == [
                    "/employer wrong_type", "/contract wrong_type", "/pay/minimum/amount wrong_type",
                ]
            )
        }
    }
}
