import Testing

@testable import Domain

@Suite("Searching comuni and professions while one types")
struct ReferenceSnapshotSearchTests {
    private func comuni(_ text: String, limit: Int = 20) throws -> [String] {
        try ReferenceSamples.snapshot().municipalities(matching: text, limit: limit).map(\.name)
    }

    private func professions(_ text: String) throws -> [String] {
        let today = try ReferenceSamples.day("2026-11-23")
        return try ReferenceSamples.snapshot().professions(matching: text, on: today).map(\.code)
    }

    @Test("The name itself comes before names that begin with it")
    func exact() throws {
        #expect(try comuni("Roma").first == "Roma")
        #expect(try comuni("como").first == "Como")
        #expect(try comuni("lodi").first == "Lodi")
    }

    @Test("Capitals of provinces come before smaller places")
    func capitals() throws {
        #expect(try comuni("tor").first == "Torino")
        #expect(try comuni("mil").first == "Milano")
    }

    @Test("Case, accents and apostrophes do not count")
    func folded() throws {
        #expect(try comuni("FORLI").contains("Forlì"))
        #expect(try comuni("l aquila").first == "L'Aquila")
        #expect(try comuni("SANT’AGATA DE’ GOTI").first == "Sant'Agata de' Goti")
    }

    @Test("A later word of the name is enough, and words may come in any order")
    func words() throws {
        #expect(try comuni("castrozza") == ["Primiero San Martino di Castrozza"])
        #expect(try comuni("castrozza primiero") == ["Primiero San Martino di Castrozza"])
        #expect(try comuni("primiero xyz").isEmpty)
    }

    @Test("There are never more results than asked for, and none twice", arguments: ["s", "san", "monte", "a", "o"])
    func limits(text: String) throws {
        let found = try ReferenceSamples.snapshot().municipalities(matching: text, limit: 20).map(\.code)

        #expect(found.count == 20)
        #expect(Set(found).count == 20)
        #expect(try comuni(text, limit: 3).count == 3)
    }

    @Test("A blank text finds nothing", arguments: ["", "  ", "'", "%"])
    func blank(text: String) throws {
        #expect(try comuni(text).isEmpty)
        #expect(try professions(text).isEmpty)
    }

    @Test("Comuni that are no more are not suggested")
    func former() throws {
        #expect(try comuni("Abbadia Alpina").isEmpty)
    }

    @Test(
        "A profession is found by either gender, by another word for it, in English and by its code",
        arguments: [
            ("cuoca", "5.2.2.1.0"), ("Cuoco", "5.2.2.1.0"), ("chef", "5.2.2.1.0"), ("waiter", "5.2.2.3.2"),
            ("5.2.2.1", "5.2.2.1.0"), ("mulett", "7.4.4.4.0"), ("oss", "5.3.1.1.0"), ("badante", "5.5.2.3.0"),
            ("infermiera", "3.2.1.1.1"), ("direttrice delle risorse", "1.2.3.2.0"), ("saldatrice", "6.2.1.7.0"),
            ("colf", "8.2.2.1.0"), ("autista patente c", "7.4.2.3.0"),
        ]
    )
    func professions(text: String, code: String) throws {
        let found = try professions(text)
        #expect(found.contains(code), "\(found)")
    }

    @Test(
        "A gender-neutral label stands for both forms",
        arguments: [
            ("Cuoco/a", ["Cuoco", "Cuoca"]), ("Direttore/trice vendite", ["Direttore vendite", "Direttrice vendite"]),
            ("Infermiere/a", ["Infermiere", "Infermiera"]), ("Barista", []),
            ("Operaio/a agricolo/a", ["Operaio agricolo", "Operaia agricola"]),
        ]
    )
    func genderForms(label: String, forms: [String]) {
        #expect(GenderForms.of(label) == forms)
    }
}
