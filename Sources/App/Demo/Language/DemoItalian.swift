/// The few rules of Italian that the demo world's sentences need: articles, elision, prepositions joined to articles.
enum DemoItalian {
    /// `il`, `lo`, `l'` or `la` before a singular noun.
    static func definite(_ noun: String, isFeminine: Bool) -> String {
        if startsWithVowel(noun) { return "l'" + noun }
        return (isFeminine ? "la " : takesLo(noun) ? "lo " : "il ") + noun
    }

    /// `un`, `uno`, `una` or `un'` before a singular noun.
    static func indefinite(_ noun: String, isFeminine: Bool) -> String {
        if isFeminine { return (startsWithVowel(noun) ? "un'" : "una ") + noun }
        return (takesLo(noun) ? "uno " : "un ") + noun
    }

    /// `a` before an infinitive or a name, `ad` where another a follows.
    static func to(_ word: String) -> String {
        (word.first.map { "aAàÀ".contains($0) } == true ? "ad " : "a ") + word
    }

    /// `nel`, `nello` or `nell'` before an infinitive.
    static func inDoing(_ infinitive: String) -> String {
        if startsWithVowel(infinitive) { return "nell'" + infinitive }
        return (takesLo(infinitive) ? "nello " : "nel ") + infinitive
    }

    /// A preposition joined to the article that the phrase starts with: `a` + `la scuola` is `alla scuola`.
    static func joined(_ preposition: Preposition, _ phrase: String) -> String {
        if phrase.hasPrefix("l'") { return preposition.joined("l'") + phrase.dropFirst(2) }
        let parts = phrase.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, articles.contains(String(parts[0])) else { return "\(preposition.rawValue) \(phrase)" }
        return "\(preposition.joined(String(parts[0]))) \(parts[1])"
    }

    /// The phrase without the article that it starts with.
    static func bare(_ phrase: String) -> String {
        if phrase.hasPrefix("l'") { return String(phrase.dropFirst(2)) }
        let parts = phrase.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, articles.contains(String(parts[0])) else { return phrase }
        return String(parts[1])
    }

    /// `a Lodi`, `ad Asti`, `all'Aquila`; `di Lodi`, `dell'Aquila`; `da Lodi`, `dall'Aquila`.
    static func place(_ preposition: Preposition, _ name: String) -> String {
        if name.hasPrefix("L'") { return preposition.joined("l'") + name.dropFirst(2) }
        return preposition == .a ? to(name) : "\(preposition.rawValue) \(name)"
    }

    enum Preposition: String {
        case a, di, da

        func joined(_ article: String) -> String {
            let stem = self == .di ? "de" : rawValue
            switch article {
            case "il": return self == .di ? "del" : stem + "l"
            case "i": return stem + "i"
            case "gli": return stem + "gli"
            default: return stem + "l" + article
            }
        }
    }

    private static let articles: Set<String> = ["il", "lo", "la", "i", "gli", "le"]

    private static func startsWithVowel(_ word: String) -> Bool {
        word.first.map { "aeiouàèéìòùAEIOUÈÉ".contains($0) } == true
    }

    /// Before s and a consonant, z, gn, ps, x and y the masculine article is `lo`.
    private static func takesLo(_ word: String) -> Bool {
        let word = word.lowercased()
        if word.hasPrefix("z") || word.hasPrefix("gn") || word.hasPrefix("ps") || word.hasPrefix("x") { return true }
        return word.hasPrefix("s") && !startsWithVowel(String(word.dropFirst()))
    }

    /// Small numbers in words, as people write them.
    static func number(_ value: Int) -> String {
        numbers.indices.contains(value) ? numbers[value] : String(value)
    }

    private static let numbers = [
        "nessuno", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici",
        "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti",
    ]

    static let months = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
        "novembre", "dicembre",
    ]

    /// A place name with its small words in lower case, where a register writes `Reggio Nell'Emilia`.
    static func properName(_ name: String) -> String {
        guard name.utf8.contains(0x20) else { return name }
        let words = name.split(separator: " ")
        return words.enumerated().map { position, word in
            if position == 0 { return String(word) }
            if smallWords.contains(word) { return word.lowercased() }
            guard let end = word.firstIndex(of: "'"), smallWords.contains(word[...end]) else { return String(word) }
            return word[...end].lowercased() + word[end...].dropFirst()
        }.joined(separator: " ")
    }

    private static let smallWords: Set<Substring> = [
        "Di", "Del", "Della", "Dei", "Degli", "Delle", "Dell'", "Nell'", "Nel", "Nella", "Sul", "Sulla", "Sull'", "In",
        "Al", "Alla", "All'", "D'", "De'", "Con", "Ed", "E",
    ]

    /// `1780` as `1.780`, `870` as `8,70` when it counts cents.
    static func euros(cents: Int) -> String {
        let (euros, rest) = (cents / 100, cents % 100)
        let whole = euros >= 1000 ? "\(euros / 1000).\(padded(euros % 1000, 3))" : String(euros)
        return rest == 0 ? whole : "\(whole),\(padded(rest, 2))"
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
