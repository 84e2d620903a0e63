import Testing

@testable import Domain

@Suite("Checking a code")
struct ReferenceSnapshotCheckTests {
    private func findings(
        _ code: String,
        in list: ReferenceList,
        isOfficial: Bool = false,
        use: CodeUse? = nil
    ) throws -> [Finding] {
        let starter = try ReferenceSamples.snapshot()
        let snapshot =
            isOfficial
            ? ReferenceSnapshot(version: 1, codes: [list: starter.entries(list)], municipalities: [], official: [list])
            : starter
        let today = try ReferenceSamples.day("2026-11-23")
        return snapshot.check(code, in: list, field: "profession_code", use: use ?? .current(on: today))
    }

    @Test("A known code of a valid entry says nothing")
    func known() throws {
        #expect(try findings("5.2.2.1.0", in: .profession).isEmpty)
        #expect(try findings("USG", in: .education).isEmpty)
    }

    @Test("Before the official table is imported an unknown code of the right form is taken with a warning")
    func unverified() throws {
        let finding = try #require(try findings("2.1.1.1.2", in: .profession).first)

        #expect(finding.code == "code_not_verified")
        #expect(finding.severity == .warning)
        #expect(finding.field == "profession_code")
    }

    @Test("After the import it is an error")
    func official() throws {
        let finding = try #require(try findings("2.1.1.1.2", in: .profession, isOfficial: true).first)

        #expect(finding.code == "code_unknown")
        #expect(finding.severity == .error)
    }

    @Test("A past job may have a code of an earlier edition, even then")
    func formerEdition() throws {
        let findings = try findings("5.1.2.9.9", in: .profession, isOfficial: true, use: .past)

        #expect(findings.map(\.code) == ["code_not_verified"])
        #expect(!findings.haveErrors)
    }

    @Test(
        "A code of another form is an error",
        arguments: ["5.2.2.1", "52210", "5.2.2.1.0.1", "5,2,2,1,0", "0-2", "", "cuoco", "５.2.2.1.0"]
    )
    func malformed(code: String) throws {
        #expect(try findings(code, in: .profession).map(\.code) == ["code_malformed"])
    }

    @Test("A group of professions is not a profession")
    func group() throws {
        let group = ReferenceCode(code: "5.2.2", label: Localized(it: "Gruppo", en: "Group"))
        let snapshot = ReferenceSnapshot(
            version: 1,
            codes: [.profession: [group]],
            municipalities: [],
            official: [.profession]
        )

        #expect(snapshot.check("5.2.2", in: .profession, field: "x", use: .past).map(\.code) == ["code_malformed"])
    }

    @Test(
        "An unknown code of a whole list is an error",
        arguments: [
            (.education, "DIPLOMA"), (.workingTime, "X"), (.language, "xx"), (.languageLevel, "B3"),
            (.drivingLicence, "Z"), (.professionalCard, "FLY"), (.measure, "RDC"), (.province, "XX"),
            (.contractType, "Z.99.99"), (.municipality, "K001"),
        ] as [(ReferenceList, String)]
    )
    func whole(list: ReferenceList, code: String) throws {
        let findings = try findings(code, in: list)

        #expect(findings.map(\.code) == ["code_unknown"])
        #expect(findings.haveErrors)
    }

    @Test(
        "The finding suggests what was probably meant",
        arguments: [
            (.profession, "52210", "5.2.2.1.0"), (.profession, "cuoco", "5.2.2.1.0"), (.education, "usg", "USG"),
            (.education, "Laurea di primo livello", "L"), (.languageLevel, "b1", "B1"), (.language, "inglese", "en"),
            (.contractType, "A0200", "A.02.00"), (.municipality, "Milano", "F205"), (.ateco2007, "56.10.1", "56.10.11"),
        ] as [(ReferenceList, String, String)]
    )
    func suggestions(list: ReferenceList, code: String, expected: String) throws {
        let suggestion = try #require(try findings(code, in: list).first?.suggestion)

        #expect(suggestion.it.contains(expected), "\(suggestion.it)")
        #expect(suggestion.en.contains(expected), "\(suggestion.en)")
    }

    @Test("A contract type of the past is good in a CV and not in an offer")
    func historic() throws {
        let past = try findings("A.07.02", in: .contractType, use: .past)
        let offer = try findings("A.07.02", in: .contractType)
        let undated = try findings("I.01.00", in: .contractType)

        #expect(past.isEmpty)
        #expect(offer.map(\.code) == ["code_not_valid"])
        #expect(offer.first?.suggestion?.it == "Valido fino al 24/06/2015.")
        #expect(undated.map(\.code) == ["code_not_valid"])
    }

    @Test("A comune that is no more is good for the past and not for a workplace of today")
    func formerComune() throws {
        #expect(try findings("A003", in: .municipality, use: .past).isEmpty)
        #expect(try findings("A003", in: .municipality).map(\.code) == ["code_not_valid"])
        #expect(try findings("F205", in: .municipality).isEmpty)
        #expect(try findings("Milano", in: .municipality).map(\.code) == ["code_malformed"])
    }

    @Test("An activity is checked against its own edition")
    func activities() throws {
        let snapshot = try ReferenceSamples.snapshot()
        func codes(_ code: String, _ version: String) -> [String] {
            snapshot.check(activity: code, version: version, field: "code", versionField: "version", use: .past)
                .map { "\($0.field) \($0.code)" }
        }

        #expect(codes("56.10.11", "2007").isEmpty)
        #expect(codes("56.11.11", "2025") == ["code code_not_verified"])
        #expect(codes("56.10", "2007") == ["code code_malformed"])
        #expect(codes("56.10.11", "1991") == ["version ateco_version_unknown"])
    }

    @Test("An unknown place of birth is no more than a warning, because issued tax codes are right")
    func birthPlace() throws {
        let findings = try ReferenceSamples.snapshot().check(birthPlace: "Z999", field: "birth_place_code")

        #expect(findings.map(\.code) == ["birth_place_unknown"])
        #expect(!findings.haveErrors)
    }

    @Test("A collective agreement that the list lacks is taken with a warning")
    func collectiveAgreement() throws {
        #expect(try findings("H011", in: .collectiveAgreement).isEmpty)
        let other = try findings("Contratto aziendale", in: .collectiveAgreement)
        #expect(other.map(\.code) == ["code_not_verified"])
    }

    @Test("The edit distance counts insertions, deletions and changes")
    func editDistance() {
        #expect(EditDistance.between(Array("5221".utf8), Array("5221".utf8)) == 0)
        #expect(EditDistance.between(Array("5221".utf8), Array("52210".utf8)) == 1)
        #expect(EditDistance.between(Array("52210".utf8), Array("52310".utf8)) == 1)
        #expect(EditDistance.between(Array("abc".utf8), Array("bcd".utf8)) == 2)
        #expect(EditDistance.between([], Array("ab".utf8)) == 2)
    }
}
