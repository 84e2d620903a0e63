import TestSupport
import Testing

@testable import Domain

@Suite("The rules of a vacancy")
struct VacancyRulesTests {
    let today = Day(of: december)

    private func findings(
        published: Bool = true,
        on day: Day? = nil,
        _ change: (inout VacancyDraft) -> Void = { _ in }
    ) throws -> [Finding] {
        let reference = ReferenceSnapshot.shared
        return VacancyDraft.sample().with(change)
            .validate(reference: reference, today: day ?? today, isPublished: published)
    }

    private func words(_ findings: [Finding]) -> [String] {
        findings.map {
            "\($0.severity == .warning ? "(" : "")\($0.field): \($0.code)\($0.severity == .warning ? ")" : "")"
        }
    }

    @Test("A complete vacancy has nothing wrong")
    func complete() throws {
        #expect(try words(findings()) == [])
    }

    @Test("A draft may be empty but for its branch; a publication names all it lacks")
    func empty() throws {
        let reference = ReferenceSnapshot.shared
        var draft = VacancyDraft()
        draft.branchCode = "A-1"
        #expect(draft.validate(reference: reference, today: today, isPublished: false).isEmpty)

        let found = draft.validate(reference: reference, today: today, isPublished: true)
        #expect(
            found.filter { $0.severity == .error }.map(\.field) == [
                "title", "profession_code", "description", "positions", "employer.name", "employer.tax_code",
                "employer.ateco_code", "workplace.municipality_code", "contract.type_code", "contract.working_time",
                "pay.minimum", "contact", "publication_end_date",
            ]
        )
        #expect(Set(found.filter { $0.field != "contact" }.map(\.code)) == ["required"])
    }

    @Test(
        "Each rule speaks of its field with its code",
        arguments: [
            Case("title: too_short", { $0.terms.title = "Boss" }),
            Case("title: too_long", { $0.terms.title = "Addetto/a " + String(repeating: "x", count: 111) }),
            Case("title: unreadable_characters", { $0.terms.title = "Cuoco/a\u{0}di sala" }),
            Case("(title: title_all_capitals)", { $0.terms.title = "CUOCO/A DI BORDO" }),
            Case("(title: title_gendered)", { $0.terms.title = "Cameriera ai piani" }),
            Case("profession_code: code_malformed", { $0.terms.professionCode = "camerieri" }),
            Case("(profession_code: code_not_verified)", { $0.terms.professionCode = "5.2.2.3.9" }),
            Case("description: too_short", { $0.terms.description = "Cercasi cameriere." }),
            Case("description: too_long", { $0.terms.description = String(repeating: "lavoro ", count: 572) }),
            Case(
                "(description: description_holds_email)",
                { $0.terms.description? += " Scrivere a info@bar.example." }
            ),
            Case("(description: description_holds_phone)", { $0.terms.description? += " Telefono 333 123 4567." }),
            Case("(description: description_holds_markup)", { $0.terms.description? += "<b>Subito</b>" }),
            Case("positions: out_of_range", { $0.terms.positions = 0 }),
            Case("positions: out_of_range", { $0.terms.positions = 10_000 }),
            Case("employer.tax_code: malformed", { $0.terms.employer.taxCode = "01234567890" }),
            Case("employer.tax_code: required", { $0.terms.employer.taxCode = nil }),
            Case("employer.name: too_long", { $0.terms.employer.name = String(repeating: "a", count: 101) }),
            Case("employer.ateco_code: code_malformed", { $0.terms.employer.atecoCode = "ristoranti" }),
            Case("employer.ateco_version: ateco_version_unknown", { $0.terms.employer.atecoVersion = "1991" }),
            Case("employer.ateco_version: required", { $0.terms.employer.atecoVersion = nil }),
            Case("workplace.municipality_code: code_unknown", { $0.terms.workplace.municipalityCode = "M999" }),
            Case("workplace.postal_code: malformed", { $0.terms.workplace.postalCode = "2012" }),
            Case("contract.type_code: code_not_valid", { $0.terms.contract.typeCode = "B.02.00" }),
            Case("contract.type_code: code_malformed", { $0.terms.contract.typeCode = "determinato" }),
            Case("contract.duration_months: required", { $0.terms.contract.durationMonths = nil }),
            Case("contract.duration_months: out_of_range", { $0.terms.contract.durationMonths = 121 }),
            Case("(contract.duration_months: duration_unexpected)", { $0.terms.contract.typeCode = "A.01.00" }),
            Case("contract.working_time: required", { $0.terms.contract.workingTime = nil }),
            Case("contract.weekly_hours: out_of_range", { $0.terms.contract.weeklyHours = Hundredths(48_01) }),
            Case("contract.part_time_percentage: required", { $0.terms.contract.partTimePercentage = nil }),
            Case(
                "contract.part_time_percentage: out_of_range",
                { $0.terms.contract.partTimePercentage = Hundredths(99) }
            ),
            Case(
                "contract.part_time_percentage: part_time_percentage_unexpected",
                { $0.terms.contract.workingTime = .fullTime }
            ),
            Case("contract.collective_agreement: required", { $0.terms.contract.collectiveAgreement = nil }),
            Case("pay.minimum: pay_minimum_above_maximum", { $0.terms.pay.minimum = Hundredths(1200_01) }),
            Case("pay.minimum: out_of_range", { $0.terms.pay.minimum = Hundredths(0) }),
            Case("pay.period: required", { $0.terms.pay.period = nil }),
            Case("(pay.minimum: pay_minimum_missing)", { $0.terms.pay.minimum = nil }),
            Case(
                "requirements.minimum_education_code: code_unknown",
                { $0.terms.requirements.minimumEducationCode = "XXX" }
            ),
            Case("requirements.experience_months: out_of_range", { $0.terms.requirements.experienceMonths = 601 }),
            Case("requirements.driving_licences: code_unknown", { $0.terms.requirements.drivingLicences = ["Z9"] }),
            Case("requirements.driving_licences: repeated", { $0.terms.requirements.drivingLicences = ["B", "B"] }),
            Case(
                "requirements.languages: code_unknown",
                { $0.terms.requirements.languages = [LanguageRequirement(code: "qq", level: .a1, required: false)] }
            ),
            Case(
                "requirements.skills: too_many",
                { $0.terms.requirements.skills = (0..<31).map { "competenza \($0)" } }
            ),
            Case("contact.email: malformed", { $0.terms.contact.email = "milano@agenzia" }),
            Case("contact.phone: malformed", { $0.terms.contact.phone = "chiamare ore pasti" }),
            Case("contact: contact_missing", { $0.terms.contact = VacancyTerms.Contact() }),
            Case("publication_end_date: required", { $0.publicationEndDate = nil }),
            Case(
                "publication_end_date: publication_end_date_in_the_past",
                { $0.publicationEndDate = "2026-11-30" }
            ),
            Case("publication_end_date: publication_end_date_too_late", { $0.publicationEndDate = "2027-02-02" }),
            Case("external_reference: too_long", { $0.externalReference = String(repeating: "9", count: 26) }),
            Case("branch_code: required", { $0.branchCode = nil }),
        ] as [Case]
    )
    func rule(_ fault: Case) throws {
        #expect(try words(findings(fault.change)) == [fault.expected])
    }

    /// A change to the sample, and the one finding that it leads to.
    struct Case: Sendable, CustomTestStringConvertible {
        let expected: String
        let change: @Sendable (inout VacancyDraft) -> Void

        init(_ expected: String, _ change: @escaping @Sendable (inout VacancyDraft) -> Void) {
            self.expected = expected
            self.change = change
        }

        var testDescription: String { expected }
    }

    @Test("An anonymous employer needs neither name nor tax code, and is not named in the text")
    func anonymous() throws {
        let found = try findings { draft in
            draft.terms.employer.anonymous = true
            draft.terms.employer.name = nil
            draft.terms.employer.taxCode = nil
        }
        #expect(words(found) == [])

        let named = try findings { draft in
            draft.terms.employer.anonymous = true
            draft.terms.description? += " La Trattoria del Porto S.r.l. offre il vitto."
        }
        #expect(words(named) == ["(description: anonymous_employer_named)"])
    }

    @Test("Pay and collective agreement are obligatory from 7 June 2026, and asked for before")
    func dated() throws {
        #expect(VacancyPolicy.payTransparency.description == "2026-06-07")
        let before: Day = "2026-06-06"
        let change: (inout VacancyDraft) -> Void = { draft in
            draft.terms.pay = VacancyTerms.Pay()
            draft.terms.contract.collectiveAgreement = nil
            draft.publicationEndDate = "2026-06-30"
        }
        #expect(
            try words(findings(on: before, change)) == [
                "(contract.collective_agreement: collective_agreement_missing)", "(pay.minimum: pay_missing)",
            ]
        )
        #expect(
            try words(findings(on: before.adding(days: 1), change)) == [
                "contract.collective_agreement: required", "pay.minimum: required",
            ]
        )
    }

    @Test("A publication may last two months to the day, and begin and end today")
    func longest() throws {
        #expect(try words(findings { $0.publicationEndDate = "2027-02-01" }) == [])
        #expect(try words(findings { $0.publicationEndDate = "2026-12-01" }) == [])
    }

    @Test("A collaborator's contract needs no collective agreement")
    func collaboration() throws {
        let found = try findings { draft in
            draft.terms.contract.typeCode = "B.03.00"
            draft.terms.contract.collectiveAgreement = nil
        }
        #expect(words(found) == [])
    }

    @Test("A foreign workplace is given by its state, with any postal code")
    func abroad() throws {
        let found = try findings { draft in
            draft.terms.workplace.municipalityCode = "Z112"
            draft.terms.workplace.postalCode = "D-80331"
        }
        #expect(words(found) == [])
    }

    @Test("A name in place of a code is answered with the code")
    func suggestion() throws {
        let found = try findings { $0.terms.workplace.municipalityCode = "Milano" }
        #expect(found.first?.suggestion?.it.contains("F205") == true)
    }

    @Test(
        "Only telephone numbers are taken for such",
        arguments: [
            ("Tel. 02 1234567", true), ("+39 333 1234567", true), ("chiamare 3331234567.", true),
            ("da 1.200,00 a 1.500,00 euro", false), ("dal 01/02/2026 al 28/02/2026", false),
            ("P.IVA 01234567897", false),
            ("40 ore, 5 giorni, dalle 8.00 alle 17.00", false), ("legge 68/1999", false),
        ]
    )
    func phones(_ text: String, _ isPhone: Bool) {
        #expect(VacancyRules.holdsPhone(text) == isPhone)
    }

    @Test(
        "Titles open to everybody are left alone",
        arguments: [
            "Cameriere/a", "Operaio/a", "Direttore/trice", "Cuoca e cuoco", "Cameriere (M/F)", "Addett* alle vendite",
            "Barista", "Autista", "Impiegati/e",
        ]
    )
    func neutral(_ title: String) {
        #expect(GenderedTitle.word(in: title) == nil)
    }

    @Test("A title for one sex is answered with one for both")
    func gendered() {
        #expect(GenderedTitle.word(in: "Segretaria di direzione")?.open == "segretario/a")
        #expect(GenderedTitle.word(in: "Saldatore a filo")?.open == "saldatore/trice")
        #expect(GenderedTitle.word(in: "Hostess di terra")?.open == "hostess/steward")
    }
}
