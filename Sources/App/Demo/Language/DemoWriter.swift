/// Who speaks in a text: fills the slots of its sentences.
protocol DemoSpeaker {
    var isFeminine: Bool { get }
    mutating func words(for slot: DemoSlot, using random: inout DemoRandom) -> String
    /// The grammar that fills a slot, where a word is not enough.
    func grammar(for slot: DemoSlot) -> DemoGrammar?
}

/// A sentence of the demo world, with the frame that made it.
struct DemoSentence: Hashable, Sendable {
    let text: String
    /// The grammar, its sentence and all choices inside, but nothing of what fills the slots.
    let frame: UInt64
}

/// Writes the sentences of one text, never two from the same line of a grammar.
struct DemoWriter<Speaker: DemoSpeaker> {
    var speaker: Speaker
    var random: DemoRandom
    private var used: [String: Set<Int>] = [:]
    private var text = ""
    private var frame: UInt64 = 0

    init(speaker: Speaker, random: DemoRandom) {
        self.speaker = speaker
        self.random = random
    }

    mutating func write(_ grammar: DemoGrammar) -> DemoSentence {
        var line = grammar.draw(using: &random)
        for _ in 0..<12 where used[grammar.name]?.contains(line) == true {
            line = grammar.draw(using: &random)
        }
        used[grammar.name, default: []].insert(line)

        text = ""
        frame = 0xCBF2_9CE4_8422_2325
        grammar.name.utf8.forEach { mark(Int($0)) }
        mark(line)
        append(grammar.sentences[line].parts)
        return DemoSentence(text: text.prefix(1).uppercased() + text.dropFirst(), frame: frame)
    }

    /// Folds a choice into the frame (FNV-1a).
    private mutating func mark(_ choice: Int) {
        frame = (frame ^ UInt64(choice + 1)) &* 0x0000_0100_0000_01B3
    }

    private mutating func append(_ parts: [DemoGrammar.Part]) {
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .ending: text += speaker.isFeminine ? "a" : "o"
            case .slot(let slot, let form): append(slot, form)
            case .choice(let branches):
                let branch = random.below(branches.count)
                mark(branch)
                append(branches[branch])
            }
        }
    }

    private mutating func append(_ slot: DemoSlot, _ form: DemoSlot.Form) {
        if let grammar = speaker.grammar(for: slot) {
            let line = grammar.draw(using: &random)
            mark(line)
            append(grammar.sentences[line].parts)
        } else {
            let words = speaker.words(for: slot, using: &random)
            let formed = slot.formed(words, as: form, isFeminine: speaker.isFeminine)
            // A choice may end in "a" before an infinitive: "imparare ad aprire".
            if text.hasSuffix(" a "), formed.hasPrefix("a") { text = text.dropLast() + "d " }
            text += formed
        }
    }
}

/// The corpus of the demo world.
enum DemoText {}
