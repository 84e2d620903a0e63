/// The light stem: the ending of gender and number goes, the word stays.
enum ItalianStem {
    private static let (a, e, i, o) = (UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"))
    private static let (c, g, h, r) = (UInt8(ascii: "c"), UInt8(ascii: "g"), UInt8(ascii: "h"), UInt8(ascii: "r"))

    /// Stems of up to this length keep a vowel that says their gender: *banco* is not *banca*.
    private static let shortStem = 4

    static func apply(to word: inout [UInt8]) {
        guard word.count >= 4, word.allSatisfy(ItalianWords.isLetter) else { return }
        if let irregular = ItalianLexicon.irregular(word) {
            word = irregular
            return
        }
        if feminineOfTrade(&word) { return }

        guard let ending = word.last, ending == a || ending == e || ending == i || ending == o else { return }
        word.removeLast()
        if isAio(&word, ending: ending) { return }
        if word.last == i, !keepsI(word, ending: ending) { word.removeLast() }
        let isHard = word.count >= 3 && word.last == h && (word[word.count - 2] == c || word[word.count - 2] == g)
        if isHard { word.removeLast() }  // banchi, alberghi: the h is spelling
        guard word.count <= shortStem, !ItalianLexicon.isOfBothGenders(word) else { return }
        if !isHard, ending == e || ending == i, ItalianLexicon.isOfThirdClass(word) {
            word.append(e)
        } else {
            word.append(ending == o || ending == i ? o : a)
        }
    }

    /// *operatrice* → *operator*, *professoressa* → *professor*, *studentessa* → *student*.
    private static func feminineOfTrade(_ word: inout [UInt8]) -> Bool {
        if word.count >= 7, word.ends(with: "trice") || word.ends(with: "trici") {
            word.removeLast(4)
            word += [o, r]
            return true
        }
        if word.count >= 8, word.ends(with: "essa") || word.ends(with: "esse") {
            let stem = word.dropLast(4)
            if stem.ends(with: "or") || stem.ends(with: "ent") || stem.ends(with: "ant") {
                word.removeLast(4)
                return true
            }
        }
        return false
    }

    /// *operaio, operaia, operai, operaie* → *operai*, which is not *opera*.
    private static func isAio(_ word: inout [UInt8], ending: UInt8) -> Bool {
        if word.count >= 4, word.last == a, ending == i {
            word.append(i)
            return true
        }
        return word.count >= 4 && word.last == i && word[word.count - 2] == a
    }

    /// Whether the `i` before the ending belongs to the stem: *farmacia* (and not *farmaco*), *pulizia*.
    ///
    /// Not in *-io* (the plural of *ufficio* is *uffici*), in the feminine of *-ario*, *-orio* and *-chio*, nor in
    /// *provincia*, whose plural loses it.
    private static func keepsI(_ word: [UInt8], ending: UInt8) -> Bool {
        guard ending == a || ending == e, word.count >= 3 else { return false }
        let (before, last) = (word[word.count - 3], word[word.count - 2])
        if last == r { return before != a && before != o }
        if last == c || last == g { return isVowel(before) }
        return last != h
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        byte == a || byte == e || byte == i || byte == o || byte == UInt8(ascii: "u")
    }
}

extension BidirectionalCollection<UInt8> {
    fileprivate func ends(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
    }
}
