import TestSupport
import Testing

@testable import Domain

@Suite("The making of a tax code")
struct TaxCodeRulesTests {
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
