@testable import App

/// Takes out of a sentence all that fills its pattern, by looking at the words alone.
///
/// Fillers become one mark, numbers another; articles and prepositions lose what a filler's gender did to them, and words
/// lose their last vowel, so that a woman's sentence has the pattern of a man's.
struct DemoMask {
    private var phrases: Set<[String]> = []
    /// For the first word of a phrase how long phrases can be, the longest first.
    private var lengths: [String: [Int]] = [:]

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
            let words = DemoMask.words(filler)
            guard let first = words.first, phrases.insert(words).inserted else { continue }
            lengths[first] = Set(lengths[first, default: []] + [words.count]).sorted(by: >)
        }
    }

    /// The patterns of a document's sentences; `names` are its proper names.
    func masked(_ sentences: [String], hiding names: [String]) -> [String] {
        let own = (names + names.map { $0.replacing("L'", with: "") }).map(DemoMask.words).filter { !$0.isEmpty }
            .sorted { $0.count > $1.count }
        return sentences.map { masked(DemoMask.words($0), own: own) }
    }

    private func masked(_ words: [String], own: [[String]]) -> String {
        var masked: [String] = []
        var position = 0
        while position < words.count {
            let word = words[position]
            let length = length(ofFillerAt: position, in: words, own: own)
            if length == 0 {
                masked.append(word.utf8.first.map { (0x30...0x39).contains($0) } == true ? "#" : word)
            } else if masked.last != "*" {
                masked.append("*")
            }
            position += max(length, 1)
        }
        return masked.joined(separator: " ")
    }

    private func length(ofFillerAt position: Int, in words: [String], own: [[String]]) -> Int {
        let word = words[position]
        for name in own where name[0] == word && position + name.count <= words.count {
            if Array(words[position..<(position + name.count)]) == name { return name.count }
        }
        for length in lengths[word] ?? [] where position + length <= words.count {
            if phrases.contains(Array(words[position..<(position + length)])) { return length }
        }
        return 0
    }

    /// Words and marks of punctuation, in lower case and without what gender and elision do to them.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append(base(String(decoding: word, as: UTF8.self))) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
            case 0x41...0x5A: word.append(byte + 0x20)
            default:
                close()
                if byte != 0x20, byte != 0x27 { words.append(String(decoding: [byte], as: UTF8.self)) }
            }
        }
        close()
        return words
    }

    /// A word without what gender and elision do to it.
    private static func base(_ word: String) -> String {
        if let base = small[word] { return base }
        guard word.utf8.count > 3, let last = word.utf8.last, vowels.contains(last) else { return word }
        return String(word.dropLast())
    }

    private static let vowels = Set("aeio".utf8)

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
