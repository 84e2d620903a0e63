import TestSupport
import Testing

@testable import Domain

@Suite("Folded texts")
struct FoldTests {
    @Test(
        "Accents, case, apostrophes and blanks do not count",
        arguments: [
            ("D’Angelò", "d angelo"), ("D'ANGELÒ", "d angelo"), ("  De   Luca ", "de luca"),
            ("Nicco\u{300}lo", "niccolo"),
            ("Ferrari-Bravo", "ferrari bravo"), ("Strauß", "strauss"), ("Łukasz Żak", "lukasz zak"), ("Ðorđe", "dorde"),
            ("C++", "c++"), ("c#", "c#"), ("2° livello", "2 livello"), ("", ""), ("···", ""), ("Ｆｕｌｌ", "full"),
            ("Çelik\u{A0}Ömer", "celik omer"), ("Ærø", "aero"),
        ]
    )
    func folds(_ text: String, _ key: String) {
        #expect(Fold.key(text) == key)
    }

    @Test("Folding twice changes nothing, and no key has outer or double blanks")
    func stable() {
        var numbers = Numbers(seed: 3)
        let alphabet = Array("aBz09 '’-.ÀèÖßłŁđØæçñ\u{300}\u{A0}\u{2019}#+_日本Ωж\n\t")
        for _ in 0..<3000 {
            let count = Int.random(in: 0...20, using: &numbers)
            let text = String((0..<count).compactMap { _ in alphabet.randomElement(using: &numbers) })
            let key = Fold.key(text)
            #expect(Fold.key(key) == key)
            #expect(!key.contains("  ") && key.first != " " && key.last != " ")
        }
    }
}
