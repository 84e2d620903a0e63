import TestSupport
import Testing

@testable import Domain

@Suite("Tax codes")
struct TaxCodeTests {
    @Test(
        "Codes that exist or could are read: plain, with omocodia anywhere, of women and of people born abroad",
        arguments: [
            "RSSMRA45D25F205N", "MNCMSM69L12D61NP", "DLCFNC01L46H50MJ", "RSSMRA80A01H501U", "RSSMRA80A01H50MM",
            "RSSMRA80A01H5LMX", "RSSMRAULALMHRLMD", "BNCLRA92E58F839L", "KHNSMR85M12Z249D", "KHNSMR85M12Z24VS",
        ]
    )
    func people(_ text: String) throws {
        #expect(try TaxCode(person: text).text == text)
        #expect(try TaxCode(person: " \(text.lowercased()) ").text == text)
    }

    @Test("Organisations have eleven digits", arguments: ["97889240582", "01234567897"])
    func organisations(_ text: String) throws {
        #expect(try TaxCode(organisation: text).isOrganisation)
        #expect(try TaxCode(person: text).isOrganisation, "a person's provisional code looks the same")
    }

    @Test(
        "What is wrong is told apart",
        arguments: [
            ("RSSMRA80A01H501", .wrongLength), ("", .wrongLength), ("RSSMRA80A01H501UU", .wrongLength),
            ("RSSMRA80A01H501V", .wrongCheckCharacter), ("RSSMRB80A01H501U", .wrongCheckCharacter),
            ("1SSMRA80A01H501U", .wrongPattern), ("RSSMRA80A01H501é", .wrongLength),
            ("RSSMRA8WA01H501U", .wrongPattern),
            ("RSSMRA80Z01H501U", .impossibleBirthDate), ("RSSMRA80A00H501U", .impossibleBirthDate),
            ("RSSMRA80A32H501U", .impossibleBirthDate), ("RSSMRA80A72H501U", .impossibleBirthDate),
            ("RSSMRA81B29H501U", .impossibleBirthDate), ("97889240583", .wrongCheckCharacter),
            ("9788924058A", .wrongPattern),
        ] as [(String, CannotReadTaxCode)]
    )
    func refused(_ text: String, because reason: CannotReadTaxCode) {
        #expect(throws: reason) { try TaxCode(person: text) }
    }

    @Test("One wrong character is found wherever a check character can find it")
    func oneWrongCharacter() throws {
        let plain = Array("RSSMRA80A01H501U".utf8)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        var taken: [String] = []
        for position in plain.indices {
            for byte in alphabet where byte != plain[position] {
                var bytes = plain
                bytes[position] = byte
                let text = String(decoding: bytes, as: UTF8.self)
                if (try? TaxCode(person: text)) != nil { taken.append(text) }
            }
        }
        #expect(taken.isEmpty)
    }

    @Test(
        "The century is the latest in which the day has come",
        arguments: [
            ("RSSMRA80A01H501U", "1980-01-01"), ("DLCFNC01L46H50MJ", "2001-07-06"), ("RSSMRA45D25F205N", "1945-04-25"),
        ] as [(String, Day)]
    )
    func century(_ text: String, _ birth: Day) throws {
        #expect(try TaxCode(person: text).birthDate(today: "2026-03-10") == birth)
    }

    @Test("Somebody born tomorrow, by two digits, was born a century ago")
    func centuryEdge() throws {
        let code = try #require(
            TaxCode.computed(familyName: "Rossi", givenName: "Mario", sex: .male, birth: "2026-03-11", place: "H501")
        )
        #expect(code.birthDate(today: "2026-03-10") == "1926-03-11")
        #expect(code.birthDate(today: "2026-03-11") == "2026-03-11")
    }
}
