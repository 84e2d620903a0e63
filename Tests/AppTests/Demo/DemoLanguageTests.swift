internal import Testing

@testable import App

@Suite("Italian of the demo world")
struct DemoLanguageTests {
    @Test(
        "Articles follow the sound and the gender",
        arguments: [
            ("magazziniere", false, "il magazziniere", "un magazziniere"),
            ("scaffalista", false, "lo scaffalista", "uno scaffalista"),
            ("operaia", true, "l'operaia", "un'operaia"), ("autista", false, "l'autista", "un autista"),
            ("sarta", true, "la sarta", "una sarta"),
        ]
    )
    func articles(noun: String, isFeminine: Bool, definite: String, indefinite: String) {
        #expect(DemoItalian.definite(noun, isFeminine: isFeminine) == definite)
        #expect(DemoItalian.indefinite(noun, isFeminine: isFeminine) == indefinite)
    }

    @Test(
        "Prepositions join the article of a phrase",
        arguments: [
            ("la scuola", "alla scuola", "della scuola"),
            ("l'uso del muletto", "all'uso del muletto", "dell'uso del muletto"),
            ("gli impianti", "agli impianti", "degli impianti"), ("i quadri", "ai quadri", "dei quadri"),
            ("il banco", "al banco", "del banco"), ("lo stiro", "allo stiro", "dello stiro"),
            ("le Filippine", "alle Filippine", "delle Filippine"),
        ]
    )
    func prepositions(phrase: String, to: String, of: String) {
        #expect(DemoItalian.joined(.a, phrase) == to)
        #expect(DemoItalian.joined(.di, phrase) == of)
        #expect(DemoItalian.bare(phrase).hasPrefix(phrase.prefix(2)) == false)
    }

    @Test("Places take their preposition")
    func places() {
        #expect(DemoItalian.place(.a, "Ancona") == "ad Ancona")
        #expect(DemoItalian.place(.a, "L'Aquila") == "all'Aquila")
        #expect(DemoItalian.place(.di, "L'Aquila") == "dell'Aquila")
        #expect(DemoItalian.place(.da, "Empoli") == "da Empoli")
        #expect(DemoItalian.properName("Reggio Nell'Emilia") == "Reggio nell'Emilia")
        #expect(DemoItalian.properName("San Benedetto Del Tronto") == "San Benedetto del Tronto")
    }

    @Test("Infinitives take the article of their sound")
    func infinitives() {
        #expect(DemoItalian.inDoing("stirare") == "nello stirare")
        #expect(DemoItalian.inDoing("accogliere") == "nell'accogliere")
        #expect(DemoItalian.inDoing("pulire") == "nel pulire")
        #expect(DemoItalian.to("accogliere") == "ad accogliere")
    }

    @Test("Amounts are written the Italian way")
    func amounts() {
        #expect(DemoItalian.euros(cents: 178_000) == "1.780")
        #expect(DemoItalian.euros(cents: 100_500) == "1.005")
        #expect(DemoItalian.euros(cents: 870) == "8,70")
    }

    @Test("A grammar counts its frames, agrees with the speaker and fills its slots")
    func grammar() {
        let grammar = DemoGrammar("sample", "[Sono|Mi sento] pront@ [subito|[oggi|domani]] <a:duty>.")
        var sentences: Set<String> = []
        var frames: Set<UInt64> = []
        for state in 0..<400 {
            var writer = DemoWriter(speaker: Speaker(), random: DemoRandom(state: UInt64(state)))
            let sentence = writer.write(grammar)
            sentences.insert(sentence.text)
            frames.insert(sentence.frame)
        }
        #expect(grammar.sentences.map(\.variety) == [6])
        #expect(frames.count == 6)
        #expect(sentences.contains("Mi sento pronta domani ad aprire."))
        #expect(sentences.count == 6)
    }

    @Test("A line of a grammar goes on in the next line when that is indented")
    func lines() {
        #expect(DemoLines.items(of: "uno\n  e mezzo\ndue") == ["uno e mezzo", "due"])
    }

    @Test("Random numbers are those of SplitMix64")
    func random() {
        var random = DemoRandom(state: 1_234_567)
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ]
        )
    }

    @Test("A deck deals all its items before one comes again")
    func deck() {
        var random = DemoRandom(state: 1)
        var deck = DemoDeck(Array(0..<9))
        var last: Int?
        for _ in 0..<40 {
            let round = (0..<9).map { _ in deck.draw(using: &random) }
            #expect(Set(round).count == 9)
            #expect(round.first != last)
            last = round.last
        }
    }

    private struct Speaker: DemoSpeaker {
        var isFeminine: Bool { true }
        func words(for slot: DemoSlot, using random: inout DemoRandom) -> String { "aprire" }
        func grammar(for slot: DemoSlot) -> DemoGrammar? { nil }
    }
}
