internal import Testing

@testable import App

/// No two CVs or vacancies may share a sentence pattern more than 2 % of the time: each pattern stands in at most
/// 2 % of the documents.
///
/// A pattern is looked for twice: as the frame that made the sentence (grammar, line and choices, without what fills the
/// slots), and in the text itself, with places, companies, professions, numbers and all other fillers masked.
@Suite("Sentence patterns of the demo world")
struct DemoPatternsTests {
    let sample: DemoSamples.Sample

    init() throws {
        sample = try DemoSamples.sample()
    }

    @Test("A frame stands in at most 2 % of the CVs")
    func framesOfCurricula() {
        let (share, text) = mostShared(sample.citizens.map { $0.curriculum.sentences.map { ($0.frame, $0.text) } })
        #expect(share <= 0.02, "\(text)")
    }

    @Test("A frame stands in at most 2 % of the vacancies")
    func framesOfVacancies() {
        let (share, text) = mostShared(sample.vacancies.map { $0.description.map { ($0.frame, $0.text) } })
        #expect(share <= 0.02, "\(text)")
    }

    @Test("A masked sentence stands in at most 2 % of the CVs")
    func textsOfCurricula() {
        let mask = DemoMask(sample)
        let documents = sample.citizens.map { citizen in
            let names = [citizen.place.name] + citizen.curriculum.experiences.flatMap { [$0.employer, $0.placeName] }
            let texts = citizen.curriculum.sentences.map(\.text)
            return Array(zip(mask.masked(texts, hiding: names), texts))
        }
        let (share, text) = mostShared(documents)
        #expect(share <= 0.02, "\(text)")
    }

    @Test("A masked sentence stands in at most 2 % of the vacancies")
    func textsOfVacancies() {
        let mask = DemoMask(sample)
        let documents = sample.vacancies.map { vacancy in
            let names = [vacancy.employer.name, vacancy.place.name, vacancy.contract.agreementName]
            let texts = vacancy.description.map(\.text)
            return Array(zip(mask.masked(texts, hiding: names), texts))
        }
        let (share, text) = mostShared(documents)
        #expect(share <= 0.02, "\(text)")
    }

    @Test("The mask leaves the same pattern of sentences that differ in fillers only")
    func mask() {
        let mask = DemoMask(sample)
        let sentences = [
            "Cerco un posto come magazziniera a Lodi, entro 20 chilometri.",
            "Cerco un posto come cuoco all'Aquila, entro 5 chilometri.",
            "Vorrei un posto come cuoco all'Aquila, entro 5 chilometri.",
        ]
        let masked = mask.masked(sentences, hiding: ["Lodi", "L'Aquila"])
        #expect(masked[0] == masked[1])
        #expect(masked[1] != masked[2])
    }

    @Test("Texts are clean: no mark of a grammar, no double blank, a stop at the end")
    func clean() {
        let texts =
            sample.citizens.flatMap { $0.curriculum.sentences.map(\.text) }
            + sample.vacancies.flatMap { $0.description.map(\.text) }
            + sample.interests.flatMap { $0.message.map(\.text) }
        let dirt = [
            "  ", "[", "]", "<", ">", "@", "|", " ,", " .", "..", " a a", " di il ", " a il ", " da la ", " un un",
            " e ed ",
        ]
        for text in texts {
            let found = text.firstHeld(of: dirt)
            if found != nil { Issue.record("\(found ?? "") in: \(text)") }
            let isWhole =
                text.last.map { ".?!".contains($0) } == true && text.first.map { $0.isUppercase || $0.isNumber } == true
            if !isWhole { Issue.record("no sentence: \(text)") }
        }
        #expect(texts.count > 50_000)
    }

    /// The largest share of documents that hold one pattern, and a sentence of it.
    private func mostShared<Pattern: Hashable>(_ documents: [[(Pattern, String)]]) -> (Double, String) {
        var counts: [Pattern: (count: Int, text: String)] = [:]
        for document in documents {
            var seen: Set<Pattern> = []
            for (pattern, text) in document where seen.insert(pattern).inserted {
                counts[pattern, default: (0, text)].count += 1
            }
        }
        let most = counts.values.max { $0.count < $1.count } ?? (0, "")
        return (
            Double(most.count) / Double(max(documents.count, 1)), "\(most.count) of \(documents.count): \(most.text)"
        )
    }
}
