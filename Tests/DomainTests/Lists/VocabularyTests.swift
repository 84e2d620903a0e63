import TestSupport
import Testing

@testable import Domain

@Suite("Words that are one error apart")
struct VocabularyTests {
    /// Damerau-Levenshtein with neighbours that change places, by the book.
    private func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var rows = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
        for one in 0...first.count { rows[one][0] = one }
        for two in 0...second.count { rows[0][two] = two }
        for one in 1..<(first.count + 1) {
            for two in 1..<(second.count + 1) {
                let cost = first[one - 1] == second[two - 1] ? 0 : 1
                var best = min(rows[one - 1][two] + 1, rows[one][two - 1] + 1, rows[one - 1][two - 1] + cost)
                if one > 1, two > 1, first[one - 1] == second[two - 2], first[one - 2] == second[two - 1] {
                    best = min(best, rows[one - 2][two - 2] + 1)
                }
                rows[one][two] = best
            }
        }
        return rows[first.count][second.count]
    }

    private func word(_ random: inout Numbers) -> [UInt8] {
        (0..<Int.random(in: 3...6, using: &random)).map { _ in UInt8.random(in: 0x61...0x63, using: &random) }
    }

    @Test("It is told as the full distance tells it, and such words always have a variant in common")
    func distances() {
        var random = Numbers(seed: 7)
        var apart = 0
        for _ in 0..<20_000 {
            let (one, other) = (word(&random), word(&random))
            let (first, second) = (String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self))
            let isOne = distance(one, other) == 1
            #expect(OneError.parts(first, second) == isOne, "\(first) \(second)")
            if isOne {
                apart += 1
                #expect(!Vocabulary.variants(of: first).isDisjoint(with: Vocabulary.variants(of: second)))
            }
        }
        #expect(apart > 500)
    }

    @Test("A variant has the same number in every process, because it is stored")
    func numbers() {
        #expect(Vocabulary.number(of: "saldatore".utf8) == -1_050_066_142_655_828_516)
        #expect(Vocabulary.variants(of: "anna").count == 4, "the same letter goes from two places")
    }

    @Test(
        "A vocabulary holds whole words: nothing short, no stop word, no code, no elided article",
        arguments: [
            ("Saldatori a filo", ["filo", "saldatori"]), ("dell'Elettricità, quest'anno", ["anno", "elettricita"]),
            ("HTML5 c++ 5.2.2.3.2 2004 durante", []), ("part-time parttime", ["part", "parttime", "time"]),
        ]
    )
    func words(_ text: String, are words: [String]) {
        #expect(ItalianAnalyser.indexed([text]).words.words == words)
    }

    @Test(
        "Only plain words may be mistyped: no phrase, no exclusion, no code, nothing short",
        arguments: [
            ("saldatroe", ["saldatroe"]), ("Saldatróe  magazziniere", ["saldatroe", "magazziniere"]),
            ("\"saldatroe\"", []), ("-saldatroe", []), ("«saldatroe a filo» cuoc", ["cuoc"]),
            ("cuo patente c iso9001 5.2.2.1.0", []), ("l'elettricsta", ["elettricsta"]), ("sala/cucina", []),
            ("di durante saldatroe", ["saldatroe"]),
        ]
    )
    func plain(_ text: String, are words: [String]) {
        #expect(ItalianAnalyser.plainWords(query: text).map(\.text) == words)
    }

    @Test("A word is replaced where it stands, and in quotes means itself")
    func replaced() throws {
        let text = "-cucina  L'elettricsta  \"a filo\" Saldatroe"
        let words = ItalianAnalyser.plainWords(query: text)
        let understanding = try #require(
            Understanding(text, zip(words, [["elettricista"], ["saldatore", "saldatura"]]).map { ($0, $1) })
        )
        #expect(understanding.understood == "-cucina  elettricista  \"a filo\" saldatore")
        #expect(understanding.literal == "-cucina  \"L'elettricsta\"  \"a filo\" \"Saldatroe\"")
        #expect(understanding.others == ["-cucina  elettricista  \"a filo\" saldatura"])
        #expect(understanding.words.map(\.typed) == ["L'elettricsta", "Saldatroe"])
        #expect(ItalianAnalyser.plainWords(query: understanding.literal).isEmpty)
    }

    @Test("A search never becomes longer than searches are")
    func long() {
        let text = String(repeating: "sala ", count: 78) + "saldatore"
        #expect(text.count == 399)
        let words = ItalianAnalyser.plainWords(query: text)
        #expect(Understanding(text, [(words[0], ["salami"])]) == nil)
    }
}
