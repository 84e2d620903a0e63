/// Sentences with choices inside: what one of them says is decided choice by choice.
///
/// One sentence to a line. `[one|other|]` is a choice, also nested; `<duty>` is a slot, which the speaker fills, and
/// `<a:place>` a slot after a preposition or an article; `@` ends in -o or -a with the speaker's gender.
struct DemoGrammar: Sendable {
    let name: String
    let sentences: [Sentence]
    private let weights: DemoWeights

    struct Sentence: Sendable {
        let parts: [Part]
        /// How many different frames its choices make.
        let variety: Int
    }

    indirect enum Part: Sendable {
        case text(String)
        case ending
        case slot(DemoSlot, form: DemoSlot.Form)
        case choice([[Part]])
    }

    init(_ name: String, _ text: String) {
        self.name = name
        sentences = DemoLines.items(of: text).map { line in
            var reader = Reader(line)
            let parts = reader.parts()
            return Sentence(parts: parts, variety: DemoGrammar.variety(of: parts))
        }
        // Sentences with few frames come up less often, so that no frame stands out.
        weights = DemoWeights(sentences.map { min($0.variety, 24) })
    }

    func draw(using random: inout DemoRandom) -> Int {
        weights.draw(using: &random)
    }

    private static func variety(of parts: [Part]) -> Int {
        parts.reduce(1) { product, part in
            guard case .choice(let branches) = part else { return product }
            return product * branches.reduce(0) { $0 + variety(of: $1) }
        }
    }
}

extension DemoGrammar {
    /// Reads a line; what it cannot read stays in the text, where a test finds it.
    private struct Reader {
        private let characters: [Character]
        private var position = 0

        init(_ line: String) {
            characters = Array(line)
        }

        mutating func parts() -> [Part] {
            var parts: [Part] = []
            var text = ""
            func flush() {
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
            }
            while position < characters.count, characters[position] != "|", characters[position] != "]" {
                let character = characters[position]
                position += 1
                switch character {
                case "[":
                    flush()
                    parts.append(.choice(branches()))
                case "@":
                    flush()
                    parts.append(.ending)
                case "<":
                    let name = String(characters[position...].prefix { $0 != ">" })
                    if let slot = slot(name) {
                        flush()
                        parts.append(slot)
                        position += name.count + 1
                    } else {
                        text.append(character)
                    }
                default:
                    text.append(character)
                }
            }
            flush()
            return parts
        }

        private mutating func branches() -> [[Part]] {
            var branches = [parts()]
            while position < characters.count, characters[position] == "|" {
                position += 1
                branches.append(parts())
            }
            position += 1
            return branches
        }

        private func slot(_ name: String) -> Part? {
            let words = name.split(separator: ":").map(String.init)
            guard let last = words.last, let slot = DemoSlot(rawValue: last) else { return nil }
            if words.count == 1 { return .slot(slot, form: .plain) }
            guard words.count == 2, let form = DemoSlot.Form(rawValue: words[0]) else { return nil }
            return .slot(slot, form: form)
        }
    }
}

/// What a speaker puts into a sentence.
enum DemoSlot: String, Sendable, CaseIterable {
    case role, goal, title, field, goalField
    case duty, task, want
    case kind, company, place, branch, home
    case years, firstYear, lastYear, arrivalYear, startMonth, team, count, radius
    case school, fromCountry, ofCountry, inCountry, givenName
    case people, contract, pay, level, ccnl, hours
    case times, mobility, week

    enum Form: String, Sendable {
        case plain, the, un, a, di, da, nel
    }

    /// The words for a slot in the form that the sentence asks for.
    func formed(_ words: String, as form: Form, isFeminine: Bool) -> String {
        switch (self, form) {
        case (.task, .plain): DemoItalian.bare(words)
        case (.task, .a): DemoItalian.joined(.a, words)
        case (.task, .di): DemoItalian.joined(.di, words)
        case (.task, .da): DemoItalian.joined(.da, words)
        case (.place, .a), (.branch, .a), (.home, .a): DemoItalian.place(.a, words)
        case (.place, .di), (.branch, .di), (.home, .di): DemoItalian.place(.di, words)
        case (.place, .da), (.branch, .da), (.home, .da): DemoItalian.place(.da, words)
        case (.role, .the), (.goal, .the): DemoItalian.definite(words, isFeminine: isFeminine)
        case (.role, .un), (.goal, .un): DemoItalian.indefinite(words, isFeminine: isFeminine)
        case (_, .a): DemoItalian.to(words)
        case (_, .nel): DemoItalian.inDoing(words)
        default: words
        }
    }
}
