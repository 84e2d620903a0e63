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

    @Test("Each of the 127 omocodic variants of a code is read, and leads back to the plain one")
    func omocodia() throws {
        let plain = try TaxCode(person: "RSSMRA80A01H501U")
        var variants: Set<String> = []
        for subset in 1..<128 {
            let variant = plain.omocodic(positions: (0..<7).filter { subset >> $0 & 1 == 1 })
            variants.insert(variant.text)
            #expect(try TaxCode(person: variant.text) == variant)
            #expect(variant.isOmocodic)
            #expect(variant.withoutOmocodia == plain)
            #expect(variant.birthPlaceCode == "H501")
            #expect(variant.sex == .male)
            #expect(variant.birthDate(today: "2026-03-10") == "1980-01-01")
        }
        #expect(variants.count == 127)
        #expect(!plain.isOmocodic)
        #expect(plain.omocodic(positions: 0..<7).text == "RSSMRAULALMHRLMD")
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

    @Test(
        "Names give their letters as the decree says",
        arguments: [
            ("Rossi", "Mario", "RSSMRA"), ("Fo", "Dario", "FOXDRA"), ("D'Angelò", "Niccolò", "DNGNCL"),
            ("De Luca", "Anna Maria", "DLCNMR"), ("Aiello", "Ugo", "LLAGUO"), ("Bo", "Ai", "BOXAIX"),
            ("Müller", "Jürgen", "MLLJGN"), ("Strauß", "Ève", "STRVEE"), ("Xu", "Li", "XUXLIX"),
        ]
    )
    func letters(_ familyName: String, _ givenName: String, _ letters: String) throws {
        let code = TaxCode.computed(
            familyName: familyName,
            givenName: givenName,
            sex: .female,
            birth: "1990-10-09",
            place: "L219"
        )
        let text = try #require(code).text
        #expect(text.hasPrefix(letters + "90R49L219"))
        #expect(try TaxCode(person: text).sex == .female)
    }

    @Test("A place that is no code gives no tax code")
    func place() {
        let code = TaxCode.computed(
            familyName: "Rossi",
            givenName: "Mario",
            sex: .male,
            birth: "1990-10-09",
            place: "Roma"
        )
        #expect(code == nil)
    }
}
