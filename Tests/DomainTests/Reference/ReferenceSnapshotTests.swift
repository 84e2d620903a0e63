import Testing

@testable import Domain

@Suite("The code lists in memory")
struct ReferenceSnapshotTests {
    let today = "2026-11-23"

    @Test(
        "The codes of the API's examples are known",
        arguments: [
            (.profession, "5.2.2.1.0"), (.ateco2007, "56.10.11"), (.contractType, "A.02.00"), (.workingTime, "F"),
            (.education, "USG"), (.drivingLicence, "B"), (.language, "en"), (.languageLevel, "B1"),
            (.municipality, "F205"),
        ] as [(ReferenceList, String)]
    )
    func examples(list: ReferenceList, code: String) throws {
        let today = try ReferenceSamples.day(today)
        #expect(try ReferenceSamples.snapshot().check(code, in: list, field: "x", use: .current(on: today)).isEmpty)
    }

    @Test("A code that the list lacks is its own label")
    func labels() throws {
        let snapshot = try ReferenceSamples.snapshot()

        #expect(snapshot.label("5.2.2.1.0", in: .profession).it == "Cuoco/a in alberghi e ristoranti")
        #expect(snapshot.label("it", in: .language) == Localized(it: "Italiano", en: "Italian"))
        #expect(snapshot.label("?", in: .language) == Localized(it: "?", en: "?"))
    }

    @Test("Milano and Roma lie 477 km apart")
    func distance() throws {
        let snapshot = try ReferenceSamples.snapshot()
        let there = try #require(snapshot.distance(from: "F205", to: "H501"))
        let back = try #require(snapshot.distance(from: "H501", to: "F205"))

        #expect(abs(there - 477) < 2, "\(there)")
        #expect(there == back)
        #expect(snapshot.distance(from: "F205", to: "F205") == 0)
        #expect(snapshot.distance(from: "F205", to: "Z999") == nil)
    }

    @Test(
        "A comune that is no more is still a place of birth",
        arguments: [
            ("A003", "1900-01-01", "Abbadia Alpina", "TO"), ("A002", "1920-06-01", "Abbadia sopra Adda", "CO"),
            ("D620", "1930-01-01", "Fiume", "FU"), ("A005", "1950-01-01", "Abbadia Lariana", "CO"),
            ("A005", "2000-01-01", "Abbadia Lariana", "LC"),
        ]
    )
    func formerComuni(code: String, day: String, name: String, province: String) throws {
        let snapshot = try ReferenceSamples.snapshot()
        let place = try #require(snapshot.birthPlace(code, on: ReferenceSamples.day(day)))

        #expect(place.name.it == name)
        #expect(place.province == province)
        #expect(!place.isForeign)
        #expect(snapshot.check(birthPlace: code, field: "birth_place_code").isEmpty)
    }

    @Test(
        "States of today and states that ended are places of birth",
        arguments: [
            ("Z118", "Jugoslavia", "Yugoslavia"), ("Z135", "Unione Repubbliche Socialiste Sovietiche", "Soviet Union"),
            ("Z105", "Cecoslovacchia", "Czechoslovakia"), ("Z330", "Marocco", "Morocco"),
            ("Z210", "Repubblica Popolare Cinese", "China"), ("Z404", "Stati Uniti d'America", "United States"),
        ]
    )
    func states(code: String, italian: String, english: String) throws {
        let place = try ReferenceSamples.snapshot().birthPlace(code, on: ReferenceSamples.day("1985-05-05"))

        #expect(place == BirthPlace(code: code, name: Localized(it: italian, en: english), province: nil))
    }

    @Test(
        "The places of birth of the public examples of tax codes are known",
        arguments: ["F205", "D612", "H501", "F839", "Z249"]
    )
    func taxCodes(place: String) throws {
        #expect(try ReferenceSamples.snapshot().birthPlace(place, on: ReferenceSamples.day("1980-01-01")) != nil)
    }

    @Test("A comune has the name and the province that it had on the day")
    func periods() throws {
        let snapshot = try ReferenceSamples.snapshot()

        #expect(try snapshot.municipality("A001", on: ReferenceSamples.day("1900-01-01"))?.name == "Abano")
        #expect(try snapshot.municipality("A001", on: ReferenceSamples.day("2026-01-01"))?.name == "Abano Terme")
        #expect(try snapshot.municipality("A001", on: ReferenceSamples.day("1800-01-01")) == nil)
        #expect(snapshot.municipality("F205")?.validTo == nil)
        #expect(snapshot.municipality("A003")?.validTo != nil)
    }

    @Test("A comune is found by its name however it is written, and told apart by province")
    func names() throws {
        let snapshot = try ReferenceSamples.snapshot()

        #expect(snapshot.municipalities(named: "REGGIO NELL’EMILIA").map(\.code) == ["H223"])
        #expect(snapshot.municipalities(named: "forli").map(\.code) == ["D704"])
        #expect(Set(snapshot.municipalities(named: "Samone").map(\.province)) == ["TO", "TN"])
        #expect(snapshot.municipalities(named: "Samone", province: "TN").count == 1)
        #expect(snapshot.municipalities(named: "Atlantide").isEmpty)
    }

    @Test("A higher driving licence covers the lower ones, not the other way round")
    func licences() throws {
        let snapshot = try ReferenceSamples.snapshot()

        #expect(snapshot.licence("CE", covers: "B"))
        #expect(snapshot.licence("B", covers: "B"))
        #expect(snapshot.licence("D", covers: "D1"))
        #expect(!snapshot.licence("B", covers: "C"))
        #expect(!snapshot.licence("CE", covers: "A"))
        #expect(!snapshot.licence("?", covers: "B"))
    }
}
