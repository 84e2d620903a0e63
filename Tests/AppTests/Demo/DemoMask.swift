@testable import App

/// Takes out of a sentence all that fills its pattern, by looking at the words alone.
///
/// Fillers become one mark, numbers another; articles and prepositions lose what a filler's gender did to them, and words
/// lose their last vowel, so that a woman's sentence has the pattern of a man's.
struct DemoMask {
    private var phrases: [String: [[String]]] = [:]

    init(_ sample: DemoSamples.Sample) {
        let trades = DemoTrade.all
        var fillers = trades.flatMap { trade -> [String] in
            trade.titles.items + trade.workplaces.items + trade.duties.items + trade.tasks.items.map(DemoItalian.bare)
                + trade.wants.items + [
                    trade.words.man, trade.words.woman, trade.words.field, "livello \(trade.terms.level)",
                ]
        }
        fillers += sample.world.branches.map(\.place.name) + DemoItalian.months
        fillers += (2...20).map(DemoItalian.number)
        fillers += sample.vacancies.map(\.contract.phrase) + DemoCountry.all.flatMap { [DemoItalian.bare($0.name)] }
        fillers += sample.citizens.map(\.givenName)
        for filler in Set(fillers) {
            add(filler)
        }
    }

    private mutating func add(_ phrase: String) {
        let words = DemoMask.words(phrase).map(DemoMask.base)
        guard let first = words.first else { return }
        phrases[first, default: []].append(words)
        phrases[first]?.sort { $0.count > $1.count }
    }

    /// The pattern of a sentence; `names` are the proper names of its document.
    func masked(_ text: String, hiding names: [String]) -> String {
        let own = (names + names.map { $0.replacing("L'", with: "") }).map { DemoMask.words($0).map(DemoMask.base) }
            .sorted { $0.count > $1.count }
        let words = DemoMask.words(text).map(DemoMask.base)
        var masked: [String] = []
        var position = 0
        while position < words.count {
            let rest = words[position...]
            let phrase =
                own.first { rest.starts(with: $0) } ?? phrases[words[position]]?.first { rest.starts(with: $0) }
            if let phrase {
                if masked.last != "*" { masked.append("*") }
                position += phrase.count
            } else {
                masked.append(words[position].first?.isNumber == true ? "#" : words[position])
                position += 1
            }
        }
        return masked.joined(separator: " ")
    }

    /// Words and marks of punctuation, in lower case.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if !character.isWhitespace, character != "'" { words.append(String(character)) }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// A word without what gender and elision do to it.
    private static func base(_ word: String) -> String {
        if let base = small[word] { return base }
        guard word.count > 3, let last = word.last, "aeio".contains(last) else { return word }
        return String(word.dropLast())
    }

    private static let small: [String: String] = {
        var small: [String: String] = ["ad": "a", "ed": "e"]
        for article in ["il", "lo", "la", "l", "i", "gli", "le", "un", "uno", "una"] { small[article] = "il" }
        for (base, forms) in [
            ("di", "del dello della dell dei degli delle d"), ("a", "al allo alla all ai agli alle"),
            ("da", "dal dallo dalla dall dai dagli dalle"), ("in", "nel nello nella nell nei negli nelle"),
        ] {
            for form in forms.split(separator: " ") { small[String(form)] = base }
        }
        return small
    }()
}
